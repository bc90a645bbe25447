import type { Issue } from '../../model/issue'
import type { LayerName, LayerRecord } from '../../model/layers'

/**
 * Records with ids that neither `taken` nor an earlier record has: a second `g7` becomes `g7~2`, or the next
 * free number. Adds the ids to `taken`. Each new id is a warning.
 */
export function makeIdsUnique<R extends Pick<LayerRecord<LayerName>, 'id'>>(
  layer: LayerName,
  records: readonly R[],
  taken: Set<string>,
  file?: string,
): { readonly records: readonly R[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  // ids given in the file keep their owner: a new id must not take one that comes later
  let given: ReadonlySet<string> | null = null
  const nextNumber = new Map<string, number>()
  const unique = records.map((record, i) => {
    const { id } = record
    if (!taken.has(id)) {
      taken.add(id)
      return record
    }
    given ??= new Set(records.map((other) => other.id))
    let number = nextNumber.get(id) ?? 2
    while (taken.has(`${id}~${number}`) || given.has(`${id}~${number}`)) number++
    nextNumber.set(id, number + 1)
    const newId = `${id}~${number}`
    taken.add(newId)
    issues.push({
      severity: 'warning',
      code: 'id-duplicate',
      ...(file === undefined ? {} : { file }),
      layer,
      row: i + 1,
      id: newId,
      facts: { id },
    })
    return { ...record, id: newId }
  })
  return { records: issues.length === 0 ? records : unique, issues }
}
