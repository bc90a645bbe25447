import type { Street } from '../../../model/layers'
import { ON_PATH_FIELD, SHARED_WALL_M } from '../../../model/shared-wall'
import type { LonLat } from '../../../model/units'
import { insertVertex } from '../../correction/insert-vertex'
import { distanceOnSphere, LocalFrame } from '../../geometry/local-frame'
import { nearestOnRings } from '../../geometry/nearest-on-rings'
import { ringsOf } from '../../geometry/rings'
import { type ApplyEdit, refuse, SCENARIO_SOURCE } from '../apply-edit'
import { whyWallsStay } from '../shared-wall'

/** A place farther from the edge than this was not meant for it, metres; as for gates of the survey. */
const NEAR_EDGE_M = 12
/** A gate decides who passes this near to it, metres. */
const GATE_DECIDES_M = 12

/**
 * A gate in each of two walls that run along each other, and a footway through both. All of it stands or none: where one
 * of the two cannot be opened, the other one would lead into a wall.
 */
export const openSharedWall: ApplyEdit<'open-shared-wall'> = (draft, edit, order) => {
  const { communities, at, sides, path } = edit
  const places: LonLat[] = []
  for (const [side, id] of communities.entries()) {
    const community = draft.find('communities', id)
    if (community === undefined) return refuse('missing', 'communities', id)
    if (community.gated !== true) return refuse('not-gated', 'communities', id)
    const frame = new LocalFrame(...at[side])
    const nearest = nearestOnRings(ringsOf(community.geometry, frame), 0, 0)
    if (nearest === null || nearest.distance_m > NEAR_EDGE_M)
      return refuse('far-from-edge', 'communities', id)
    places.push([frame.lon(nearest.x), frame.lat(nearest.y)])
  }
  if (communities[0] === communities[1] || distanceOnSphere(...places[0], ...places[1]) > SHARED_WALL_M)
    return refuse('walls-apart', 'communities', communities[1])
  for (const [side, id] of communities.entries()) {
    const near = draft
      .all('gates')
      .find(
        ({ community, geometry: { coordinates } }) =>
          community === id &&
          distanceOnSphere(coordinates[0], coordinates[1], ...places[side]) <= GATE_DECIDES_M,
      )
    if (near !== undefined) return refuse('gate-near', 'gates', near.id)
  }
  const stays = whyWallsStay(
    { buildings: draft.all('buildings'), heritage: draft.all('heritage'), barriers: draft.all('barriers') },
    { at: places, line: path?.line ?? [] },
  )
  if (stays !== null) return stays
  const id = `path~edit-${order + 1}`
  const changed = new Map<string, Street>()
  if (path !== null) {
    if (new Set(path.line.map(String)).size < 2) return refuse('line-too-short', 'streets', id)
    for (const [i, name] of path.joins.entries()) {
      if (name === null) continue
      const street = changed.get(name) ?? draft.find('streets', name)
      if (street === undefined) return refuse('missing', 'streets', name)
      const joined = insertVertex(street.geometry.coordinates, path.line[i])
      if (joined === null) return refuse('not-on-street', 'streets', name)
      changed.set(name, { ...street, geometry: { type: 'LineString', coordinates: joined } })
    }
  }
  for (const [side, community] of communities.entries())
    draft.add('gates', {
      id: `gate~edit-${order + 1}`,
      source: SCENARIO_SOURCE,
      community,
      access: sides[side],
      geometry: { type: 'Point', coordinates: [...places[side]] },
      // the way through leads to the neighbors, and not along the walls to whatever street is near
      ...(path === null ? {} : { extra: { [ON_PATH_FIELD]: true } }),
    })
  for (const street of changed.values()) draft.replace('streets', street)
  if (path !== null)
    draft.add('streets', {
      id,
      source: SCENARIO_SOURCE,
      kind: 'footway',
      geometry: { type: 'LineString', coordinates: path.line.map((place) => [...place]) },
    })
  return null
}
