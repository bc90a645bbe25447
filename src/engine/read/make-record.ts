import type { Geometry } from 'geojson'

import type { Issue } from '../../model/issue'
import type { JsonValue, LayerName, LayerRecord } from '../../model/layers'
import { checkGeometry } from './check-geometry'
import { coerceField, listFields } from './coerce-field'
import type { FieldSpec } from './coerce-field'

/** One row of any source before it is checked. */
export interface RawRow {
  /** 1-based */
  readonly row: number
  /** the source's own id, beside the properties */
  readonly id?: string | number
  readonly properties: Readonly<Record<string, JsonValue | undefined>>
  readonly geometry: Geometry | null
}

/**
 * Builds the records of one layer row by row: checks the geometry, coerces the fields by the layer table,
 * keeps unknown fields in `extra`, makes ids unique. Problems are collected in `issues`.
 */
export class RecordMaker<L extends LayerName> {
  readonly layer: L
  readonly records: LayerRecord<L>[] = []
  /** the row of each record */
  readonly rows: number[] = []
  /** rows that gave no record */
  rejected = 0
  readonly #issues: Issue[]
  readonly #fields: ReadonlyMap<string, FieldSpec>
  readonly #taken = new Set<string>()

  constructor(layer: L, issues: Issue[]) {
    this.layer = layer
    this.#issues = issues
    this.#fields = listFields(layer)
  }

  /**
   * Adds a row: one record, or one per part of a multi-point or multi-line (`id/1`, `id/2`). A row whose
   * geometry does not serve adds none and tells why.
   * @param fallbackId used when the row has no id
   */
  add(raw: RawRow, fallbackId = `f${raw.row}`): void {
    const fields: Record<string, JsonValue> = {}
    const extra: Record<string, JsonValue> = {}
    this.#sortFields(raw, fields, extra)
    const ownId = raw.id ?? fields['id'] ?? raw.properties['@id']
    const id = typeof ownId === 'string' || typeof ownId === 'number' ? String(ownId).trim() : ''
    delete fields['id']
    const checked = checkGeometry(this.layer, raw.geometry)
    if ('problem' in checked) {
      this.rejected++
      this.#tell({ severity: 'error', code: checked.problem, facts: checked.facts }, raw, id)
      return
    }
    const base = this.#claimId(id === '' ? fallbackId : id, raw, id !== '')
    const isSplit = checked.geometries.length > 1
    checked.geometries.forEach((geometry, part) => {
      const record = {
        id: isSplit ? this.#claimId(`${base}/${part + 1}`, raw, false) : base,
        ...fields,
        ...(Object.keys(extra).length === 0 ? {} : { extra }),
        geometry,
      }
      // the table was followed field by field; the type cannot be
      this.records.push(record as unknown as LayerRecord<L>)
      this.rows.push(raw.row)
    })
  }

  #sortFields(raw: RawRow, fields: Record<string, JsonValue>, extra: Record<string, JsonValue>): void {
    for (const [name, value] of Object.entries(raw.properties)) {
      if (value === undefined) continue
      const spec = this.#fields.get(name)
      if (spec === undefined) {
        // `extra` itself comes back from this tool's own files
        if (name === 'extra' && isPlainObject(value)) Object.assign(extra, value)
        else if (value !== null) setOwn(extra, name, value)
        continue
      }
      const coerced = coerceField(name, spec, value)
      if (coerced.kind === 'absent') continue
      if (coerced.kind === 'value') {
        fields[name] = coerced.value
        continue
      }
      setOwn(extra, name, value)
      const code = coerced.kind === 'wrong-type' ? 'field-wrong-type' : 'field-unknown-value'
      const facts = { field: name, value: shorten(value), expected: coerced.expected }
      this.#tell({ severity: 'warning', code, facts }, raw, String(raw.id ?? ''))
    }
  }

  /** The id itself, or the next free one after it; a clash of ids the source gave is told. */
  #claimId(wanted: string, raw: RawRow, isOwn: boolean): string {
    let id = wanted
    for (let n = 2; this.#taken.has(id); n++) id = `${wanted}-${n}`
    this.#taken.add(id)
    if (id !== wanted && isOwn)
      this.#tell({ severity: 'warning', code: 'id-duplicate', facts: { id: wanted, renamed: id } }, raw, id)
    return id
  }

  #tell(problem: Pick<Issue, 'severity' | 'code' | 'facts'>, raw: RawRow, id: string): void {
    this.#issues.push({ ...problem, layer: this.layer, row: raw.row, ...(id === '' ? {} : { id }) })
  }
}

function isPlainObject(value: JsonValue): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field named __proto__ is a field like any other. */
function setOwn(target: Record<string, JsonValue>, name: string, value: JsonValue): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
}

/** A value as a fact: short enough for a sentence. */
function shorten(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
