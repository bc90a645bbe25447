import { pathOfEdit } from '../../../model/edit-name'
import type { Street } from '../../../model/layers'
import type { LonLat } from '../../../model/units'
import { insertVertex } from '../../correction/insert-vertex'
import type { LayerDraft } from '../../correction/layer-draft'
import { refuse, type Refusal, SCENARIO_SOURCE } from '../apply-edit'

/**
 * Readies a footway along a line. `joins`: the street that each of its places lies on, which gets a vertex there, so that
 * it is joined; null: none. Gives what lays it, or why it cannot be; until it is laid the draft is left alone.
 */
export function layPath(
  draft: LayerDraft,
  line: readonly LonLat[],
  joins: readonly (string | null)[],
  name: string,
): Refusal | (() => void) {
  const id = pathOfEdit(name)
  // points at one place are no line, however many
  if (new Set(line.map((place) => place.join())).size < 2) return refuse('line-too-short', 'streets', id)
  const changed = new Map<string, Street>()
  for (const [i, joined] of joins.entries()) {
    if (joined === null) continue
    const street = changed.get(joined) ?? draft.find('streets', joined)
    if (street === undefined) return refuse('missing', 'streets', joined)
    const coordinates = insertVertex(street.geometry.coordinates, line[i])
    if (coordinates === null) return refuse('not-on-street', 'streets', joined)
    changed.set(joined, { ...street, geometry: { type: 'LineString', coordinates } })
  }
  return () => {
    for (const street of changed.values()) draft.replace('streets', street)
    draft.add('streets', {
      id,
      source: SCENARIO_SOURCE,
      kind: 'footway',
      geometry: { type: 'LineString', coordinates: line.map((place) => [...place]) },
    })
  }
}
