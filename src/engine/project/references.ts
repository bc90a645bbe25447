import type { Issue } from '../../model/issue'
import type { LayerName, LayerRecord, Layers } from '../../model/layers'

/** Fields that name records of other layers; the first layer that has the id is meant. */
const REFERENCES: {
  readonly [L in LayerName]?: { readonly field: string; readonly to: readonly LayerName[] }
} = {
  gates: { field: 'community', to: ['communities'] },
  buildings: { field: 'community', to: ['communities'] },
  facilities: { field: 'community', to: ['communities'] },
  spaces: { field: 'community', to: ['communities'] },
  entrances: { field: 'of', to: ['facilities', 'greens', 'buildings'] },
}

/** The records with references under the new ids of what they name; `renamed`: layer, then old to new id. */
export function renameReferences(
  layer: LayerName,
  records: readonly LayerRecord<LayerName>[],
  renamed: ReadonlyMap<LayerName, ReadonlyMap<string, string>>,
): readonly LayerRecord<LayerName>[] {
  const reference = REFERENCES[layer]
  if (reference === undefined) return records
  return records.map((record) => {
    const old = referenceOf(record, reference.field)
    if (old === undefined) return record
    const target = reference.to.find((to) => renamed.get(to)?.has(old))
    const id = target === undefined ? old : (renamed.get(target)?.get(old) ?? old)
    return id === old ? record : { ...record, [reference.field]: id }
  })
}

/**
 * A warning for each record that names one that does not exist; where the layers it could be in are empty
 * as a whole, probably to be imported later, one warning for all of them with their number.
 */
export function findBrokenReferences(layer: LayerName, layers: Layers): Issue[] {
  const reference = REFERENCES[layer]
  if (reference === undefined) return []
  const known = new Set(reference.to.flatMap((to) => layers[to].map(({ id }) => id)))
  const issues: Issue[] = []
  for (const record of layers[layer]) {
    const target = referenceOf(record, reference.field)
    if (target === undefined || known.has(target)) continue
    const facts = { field: reference.field, reference: target }
    issues.push({ severity: 'warning', code: 'reference-missing', layer, id: record.id, facts })
  }
  if (known.size > 0 || issues.length < 2) return issues
  const { id: _, facts, ...first } = issues[0]
  return [{ ...first, facts: { ...facts, others: issues.length - 1 } }]
}

function referenceOf(record: LayerRecord<LayerName>, field: string): string | undefined {
  const value = (record as unknown as Record<string, unknown>)[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}
