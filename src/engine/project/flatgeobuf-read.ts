import { DataError, type Issue } from '../../model/issue'
import type { JsonValue, LayerName, LayerRecord } from '../../model/layers'
import { restoreField } from './field-value'
import { FlatReader } from './flatbuffer-read'
import { readGeometry } from './flatgeobuf-geometry'
import { type FieldSpec, listFields } from '../read/coerce-field'
import { EXTRA_COLUMN, MAGIC, ORDER_COLUMN } from './layer-columns'
import { treeBytes } from './packed-tree'
import { type Column, readColumns, readValues } from './flatgeobuf-values'

export interface LayerRead<L extends LayerName> {
  readonly records: readonly LayerRecord<L>[]
  readonly issues: readonly Issue[]
  /** features the header promises; null: it does not say */
  readonly promised: number | null
}

/** Geographic systems that differ from WGS84 by less than a metre in China. */
const WGS84_CODES = new Set(['EPSG:4326', 'OGC:CRS84', 'EPSG:4490', 'EPSG:4979'])

interface Header {
  readonly geometryType: number
  readonly columns: readonly Column[]
  readonly featuresStart: number
  readonly promised: number | null
}

/**
 * Records of a layer from a FlatGeobuf file: this tool's own, where reading gives back what was written,
 * or any other with the layer's name. Columns the schema does not know and values that do not fit it go to
 * `extra`. A file whose header cannot be used throws a DataError; a broken feature is an issue, and what
 * comes before a cut comes in.
 *
 * @param file as the user knows it, for messages
 */
export function readLayer<L extends LayerName>(
  layer: L,
  bytes: Uint8Array,
  file = `layers/${layer}.fgb`,
): LayerRead<L> {
  const header = readHeader(bytes, file, layer)
  const issues: Issue[] = []
  const found: { readonly record: LayerRecord<L>; readonly order: number }[] = []
  const specs = listFields(layer)
  const about = (row: number) => ({ file, layer, row })

  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = header.featuresStart
  let row = 0
  while (header.promised === null ? at < bytes.length : row < header.promised) {
    row++
    const size = at + 4 <= bytes.length ? view.getUint32(at, true) : Infinity
    if (at + 4 + size > bytes.length) {
      const facts = { read: row - 1, ...(header.promised === null ? {} : { expected: header.promised }) }
      issues.push({ severity: 'error', code: 'file-truncated', file, layer, facts })
      break
    }
    const feature = bytes.subarray(at + 4, at + 4 + size)
    at += 4 + size
    try {
      const root = FlatReader.root(feature)
      const read = readGeometry(layer, root.table(0), header.geometryType, size)
      const values = readValues(root.bytes(1), header.columns)
      const { fields, order } = sortFields(specs, values, about(row), issues)
      const id = typeof fields.id === 'string' ? fields.id : `${layer}-${row}`
      if ('problem' in read) {
        issues.push({ severity: 'error', code: read.problem, ...about(row), id, facts: read.facts })
        continue
      }
      read.geometries.forEach((geometry, i) => {
        const record = { ...fields, id: i === 0 ? id : `${id}-${i + 1}`, geometry }
        found.push({ record: record as unknown as LayerRecord<L>, order })
      })
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      issues.push({ severity: 'error', code: 'file-unreadable', ...about(row) })
    }
  }

  const records = found
    .sort((a, b) => (a.order === b.order ? 0 : a.order - b.order))
    .map(({ record }) => record)
  return { records, issues, promised: header.promised }
}

function readHeader(bytes: Uint8Array, file: string, layer: LayerName): Header {
  if (bytes.length === 0) throw new DataError({ code: 'file-empty', file, layer })
  // name and major version; other readers ask for no more
  if (MAGIC.some((byte, i) => i < 4 && bytes[i] !== byte))
    throw new DataError({ code: 'format-unknown', file, layer, facts: { expected: 'FlatGeobuf 3' } })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = bytes.length >= 12 ? view.getUint32(8, true) : Infinity
  if (12 + size > bytes.length)
    throw new DataError({ code: 'file-truncated', file, layer, facts: { read: 0 } })
  try {
    const header = FlatReader.root(bytes.subarray(12, 12 + size))
    const crs = readCrs(header.table(10))
    if (crs !== null && !WGS84_CODES.has(crs))
      throw new DataError({ code: 'coordinates-not-wgs84', file, layer, facts: { crs } })
    const count = header.u64(8, 0)
    const featuresStart = 12 + size + treeBytes(count, header.u16(9, 16))
    if (featuresStart > bytes.length)
      throw new DataError({ code: 'file-truncated', file, layer, facts: { read: 0, expected: count } })
    return {
      geometryType: header.u8(2, 0),
      columns: readColumns(header.tables(7)),
      featuresStart,
      promised: count === 0 ? null : count,
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DataError({ code: 'file-unreadable', file, layer })
  }
}

/** e.g. "EPSG:4326"; null: the file does not say. */
function readCrs(table: FlatReader | null): string | null {
  if (table === null) return null
  const code = table.text(5) ?? String(table.i32(1, 0))
  if (code === '0') return table.text(2) ?? table.text(4)?.slice(0, 80) ?? null
  return `${table.text(0) ?? 'EPSG'}:${code}`
}

/** Splits raw values into schema fields and `extra`; reports what does not fit. */
function sortFields(
  specs: ReadonlyMap<string, FieldSpec>,
  values: ReadonlyMap<string, JsonValue>,
  about: Pick<Issue, 'file' | 'layer' | 'row'>,
  issues: Issue[],
): { readonly fields: Record<string, JsonValue>; readonly order: number } {
  const fields = new Map<string, JsonValue>()
  const extra = new Map<string, JsonValue>()
  let order = Infinity
  for (const [name, value] of values) {
    const spec = specs.get(name)
    if (name === ORDER_COLUMN && typeof value === 'number') order = value
    else if (name === EXTRA_COLUMN && isObject(value)) {
      for (const [key, item] of Object.entries(value)) extra.set(key, item)
    } else if (spec === undefined) {
      if (value !== null) extra.set(name, value)
    } else {
      const restored = restoreField(spec, value)
      if (restored.kind === 'value') fields.set(name, restored.value)
      else if (restored.kind !== 'absent') {
        extra.set(name, value)
        const code = restored.kind === 'wrong-type' ? 'field-wrong-type' : 'field-unknown-value'
        const facts = {
          field: name,
          value: typeof value === 'object' ? JSON.stringify(value) : String(value),
          expected: spec.type === 'enum' ? spec.values.join(', ') : spec.type,
        }
        const id = values.get('id')
        issues.push({
          severity: 'warning',
          code,
          ...about,
          ...(typeof id === 'string' ? { id } : {}),
          facts,
        })
      }
    }
  }
  if (extra.size > 0) fields.set(EXTRA_COLUMN, Object.fromEntries(extra))
  return { fields: Object.fromEntries(fields), order }
}

function isObject(value: JsonValue): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
