import type { Issue } from '../../model/issue'
import type { JsonValue, LayerName, LayerRecord } from '../../model/layers'
import { type FieldSpec, listFields } from '../read/coerce-field'
import { restoreField } from './field-value'
import { FlatReader } from './flatbuffer-read'
import { readGeometry } from './flatgeobuf-geometry'
import { type Column, readValues } from './flatgeobuf-values'
import { EXTRA_COLUMN, ORDER_COLUMN } from './layer-columns'

/** What the header of a file says of every feature; geometry type 0: each says its own. */
export interface FeatureHeader {
  readonly geometryType: number
  readonly columns: readonly Pick<Column, 'name' | 'type'>[]
}

/** A record and its place in the layer; Infinity: the file does not say. */
export interface PlacedRecord<L extends LayerName> {
  readonly record: LayerRecord<L>
  readonly order: number
}

/**
 * The records of one feature: one, or one for each line of several. What is wrong goes to `issues`.
 *
 * @param feature its bytes without the size before them
 * @throws RangeError for bytes that are no feature
 */
export function readFeature<L extends LayerName>(
  layer: L,
  feature: Uint8Array,
  header: FeatureHeader,
  about: Pick<Issue, 'file' | 'layer' | 'row'>,
  issues: Issue[],
): PlacedRecord<L>[] {
  const root = FlatReader.root(feature)
  const read = readGeometry(layer, root.table(0), header.geometryType, feature.length)
  const values = readValues(root.bytes(1), header.columns)
  const { fields, order } = sortFields(listFields(layer), values, about, issues)
  const id = typeof fields.id === 'string' ? fields.id : `${layer}-${about.row}`
  if ('problem' in read) {
    issues.push({ severity: 'error', code: read.problem, ...about, id, facts: read.facts })
    return []
  }
  return read.geometries.map((geometry, i) => {
    const record = { ...fields, id: i === 0 ? id : `${id}-${i + 1}`, geometry }
    return { record: record as unknown as LayerRecord<L>, order }
  })
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
