import type { Edit } from '../model/scenario'
import type { LonLat } from '../model/units'
import { nearestOnLines } from './nearest-edge'

/** Lines of the paths that edits lay: others can be joined to them. */
export function plannedLines(edits: readonly Edit[]): readonly (readonly LonLat[])[] {
  return edits.flatMap((edit) => {
    if (edit.kind === 'add-path') return [edit.line]
    return edit.kind === 'open-shared-wall' && edit.path !== null ? [edit.path.line] : []
  })
}

/** Place in the list of the edit whose new path passes nearest, within so many degrees of latitude; null: none does. */
export function plannedPathAt(edits: readonly Edit[], at: LonLat, within: number): number | null {
  let found: number | null = null
  let nearest = within
  for (const [index, edit] of edits.entries()) {
    if (edit.kind !== 'add-path') continue
    const distance = nearestOnLines([edit.line.map(([lon, lat]) => [lon, lat])], at)?.distance ?? Infinity
    if (distance <= nearest) [nearest, found] = [distance, index]
  }
  return found
}
