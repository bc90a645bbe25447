import type { LinkEnd } from '../../model/correction'
import type { Street } from '../../model/layers'
import { CORRECTION_SOURCE } from '../../model/correction'
import type { ApplyChange } from './apply-change'
import { insertVertex } from './insert-vertex'

/**
 * A straight footway between two places. The streets it meets get a vertex there, so that it joins them; it
 * lies on the level of the street it leads to.
 */
export const addLink: ApplyChange<'add-link'> = (draft, { id, from, to }) => {
  const changed = new Map<string, Street>()
  for (const { street: name, at } of [from, to]) {
    if (name === null) continue
    const street = changed.get(name) ?? draft.find('streets', name)
    const line = street === undefined ? null : insertVertex(street.geometry.coordinates, at)
    if (street === undefined || line === null) return { layer: 'streets', id: name }
    changed.set(name, { ...street, geometry: { type: 'LineString', coordinates: line } })
  }
  for (const street of changed.values()) draft.replace('streets', street)
  if (isSamePlace(from, to)) return null
  const { bridge, tunnel, layer } = (to.street === null ? undefined : changed.get(to.street)) ?? {}
  draft.add('streets', {
    id: `link~${id}`,
    source: CORRECTION_SOURCE,
    kind: 'footway',
    ...(bridge === undefined ? {} : { bridge }),
    ...(tunnel === undefined ? {} : { tunnel }),
    ...(layer === undefined ? {} : { layer }),
    geometry: { type: 'LineString', coordinates: [[...from.at], [...to.at]] },
  })
  return null
}

function isSamePlace(a: LinkEnd, b: LinkEnd): boolean {
  return a.at[0] === b.at[0] && a.at[1] === b.at[1]
}
