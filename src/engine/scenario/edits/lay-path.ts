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
  order: number,
): Refusal | (() => void) {
  const id = `path~edit-${order + 1}`
  // points at one place are no line, however many
  if (new Set(line.map((place) => place.join())).size < 2) return refuse('line-too-short', 'streets', id)
  const changed = new Map<string, Street>()
  for (const [i, name] of joins.entries()) {
    if (name === null) continue
    const street = changed.get(name) ?? draft.find('streets', name)
    if (street === undefined) return refuse('missing', 'streets', name)
    const joined = insertVertex(street.geometry.coordinates, line[i])
    if (joined === null) return refuse('not-on-street', 'streets', name)
    changed.set(name, { ...street, geometry: { type: 'LineString', coordinates: joined } })
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
