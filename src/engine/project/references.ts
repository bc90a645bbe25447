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
 * The records with ids where offices wrote names: a reference that is no id, and the name of exactly one record, becomes
 * that record's id. The same list where there is nothing to change.
 */
export function resolveNames(
  layer: LayerName,
  records: readonly LayerRecord<LayerName>[],
  layers: Layers,
): readonly LayerRecord<LayerName>[] {
  const reference = REFERENCES[layer]
  if (reference === undefined) return records
  const ids = new Set(reference.to.flatMap((to) => layers[to].map(({ id }) => id)))
  const isOpen = (record: LayerRecord<LayerName>): boolean => {
    const written = referenceOf(record, reference.field)
    return written !== undefined && !ids.has(written)
  }
  if (!records.some(isOpen)) return records
  const idsOf = listNames(reference.to, layers)
  return records.map((record) => {
    const named = isOpen(record) ? idsOf.get(referenceOf(record, reference.field)!) : undefined
    return named?.length === 1 ? { ...record, [reference.field]: named[0] } : record
  })
}

/** The ids of all records that have a name. */
function listNames(to: readonly LayerName[], layers: Layers): ReadonlyMap<string, readonly string[]> {
  const idsOf = new Map<string, string[]>()
  for (const layer of to)
    for (const { id, name } of layers[layer]) {
      if (name === undefined) continue
      const ids = idsOf.get(name)
      if (ids === undefined) idsOf.set(name, [id])
      else ids.push(id)
    }
  return idsOf
}

/**
 * A warning for each record that names one that does not exist, or several at once; where the layers it could be in are empty
 * as a whole, probably to be imported later, one warning for all of them with their number.
 */
export function findBrokenReferences(layer: LayerName, layers: Layers): Issue[] {
  const reference = REFERENCES[layer]
  if (reference === undefined) return []
  const known = new Set(reference.to.flatMap((to) => layers[to].map(({ id }) => id)))
  const idsOf = listNames(reference.to, layers)
  const issues: Issue[] = []
  for (const record of layers[layer]) {
    const target = referenceOf(record, reference.field)
    if (target === undefined || known.has(target)) continue
    const facts = { field: reference.field, reference: target }
    const count = idsOf.get(target)?.length ?? 0
    issues.push(
      count > 1
        ? {
            severity: 'warning',
            code: 'reference-ambiguous',
            layer,
            id: record.id,
            facts: { ...facts, count },
          }
        : { severity: 'warning', code: 'reference-missing', layer, id: record.id, facts },
    )
  }
  if (known.size > 0 || issues.length < 2) return issues
  const { id: _, facts, ...first } = issues[0]
  return [{ ...first, facts: { ...facts, others: issues.length - 1 } }]
}

function referenceOf(record: LayerRecord<LayerName>, field: string): string | undefined {
  const value = (record as unknown as Record<string, unknown>)[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}
