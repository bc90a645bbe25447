import { LocalFrame } from '../../geometry/local-frame'
import { nearestOnRings } from '../../geometry/nearest-on-rings'
import { ringsOf } from '../../geometry/rings'
import { type ApplyEdit, refuse, SCENARIO_SOURCE } from '../apply-edit'

/** A place farther from the edge than this was not meant for it, metres; as for gates of the survey. */
const NEAR_EDGE_M = 12

/** A new gate where the edge of a walled community is nearest to a place. */
export const openWall: ApplyEdit<'open-wall'> = (draft, { community: id, at, access }, order) => {
  const community = draft.find('communities', id)
  if (community === undefined) return refuse('missing', 'communities', id)
  if (community.gated !== true) return refuse('not-gated', 'communities', id)
  const frame = new LocalFrame(at[0], at[1])
  const nearest = nearestOnRings(ringsOf(community.geometry, frame), 0, 0)
  if (nearest === null || nearest.distance_m > NEAR_EDGE_M) return refuse('far-from-edge', 'communities', id)
  draft.add('gates', {
    id: `gate~edit-${order + 1}`,
    source: SCENARIO_SOURCE,
    community: id,
    access,
    geometry: { type: 'Point', coordinates: [frame.lon(nearest.x), frame.lat(nearest.y)] },
  })
  return null
}
