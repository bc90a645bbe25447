import { editNames, pathOfEdit } from '../../model/edit-name'
import type { Edit } from '../../model/scenario'

/**
 * Places of the edits in the order they are made in: that of the list, but a path that joins another path of the plan comes
 * behind it. Where two say they join each other, the first of the list is first.
 */
export function orderEdits(edits: readonly Edit[]): readonly number[] {
  const places = edits.map((_edit, i) => i)
  if (edits.every((edit) => joinsOf(edit).every((street) => street === null))) return places
  const makers = new Map(editNames(edits).map((name, i) => [pathOfEdit(name), i]))
  const ordered = new Set<number>()
  const begun = new Set<number>()
  const visit = (place: number): void => {
    if (begun.has(place)) return
    begun.add(place)
    for (const street of joinsOf(edits[place])) {
      const maker = street === null ? undefined : makers.get(street)
      if (maker !== undefined) visit(maker)
    }
    ordered.add(place)
  }
  places.forEach(visit)
  return [...ordered]
}

/** Streets that what an edit lays is joined to. */
function joinsOf(edit: Edit): readonly (string | null)[] {
  if (edit.kind === 'add-path') return [edit.from, edit.to]
  return edit.kind === 'open-shared-wall' ? (edit.path?.joins ?? []) : []
}
