import type { Street } from '../../../model/layers'
import { insertVertex } from '../../correction/insert-vertex'
import { type ApplyEdit, refuse, SCENARIO_SOURCE } from '../apply-edit'

/** A footway along a line. The streets its ends lie on get a vertex there, so that it joins them. */
export const addPath: ApplyEdit<'add-path'> = (draft, { line, from, to }, order) => {
  const id = `path~edit-${order + 1}`
  // points at one place are no line, however many
  if (new Set(line.map((place) => place.join())).size < 2) return refuse('line-too-short', 'streets', id)
  const changed = new Map<string, Street>()
  for (const [name, at] of [
    [from, line[0]],
    [to, line[line.length - 1]],
  ] as const) {
    if (name === null) continue
    const street = changed.get(name) ?? draft.find('streets', name)
    if (street === undefined) return refuse('missing', 'streets', name)
    const joined = insertVertex(street.geometry.coordinates, at)
    if (joined === null) return refuse('not-on-street', 'streets', name)
    changed.set(name, { ...street, geometry: { type: 'LineString', coordinates: joined } })
  }
  for (const street of changed.values()) draft.replace('streets', street)
  draft.add('streets', {
    id,
    source: SCENARIO_SOURCE,
    kind: 'footway',
    geometry: { type: 'LineString', coordinates: line.map((place) => [...place]) },
  })
  return null
}
