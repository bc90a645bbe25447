import type { Community } from '../../../model/layers'
import type { LonLat } from '../../../model/units'
import type { LayerDraft } from '../../correction/layer-draft'
import { LocalFrame } from '../../geometry/local-frame'
import { nearestOnRings } from '../../geometry/nearest-on-rings'
import { ringsOf } from '../../geometry/rings'
import { refuse, type Refusal } from '../apply-edit'

/** A place farther from the edge than this was not meant for it, metres; as for gates of the survey. */
const NEAR_EDGE_M = 12

/** Where the edge of a walled community is nearest to a place, or why there is no wall to open. */
export function placeInWall(
  draft: LayerDraft,
  id: string,
  at: LonLat,
): { readonly place: LonLat; readonly community: Community } | Refusal {
  const community = draft.find('communities', id)
  if (community === undefined) return refuse('missing', 'communities', id)
  if (community.gated !== true) return refuse('not-gated', 'communities', id)
  const frame = new LocalFrame(at[0], at[1])
  const nearest = nearestOnRings(ringsOf(community.geometry, frame), 0, 0)
  if (nearest === null || nearest.distance_m > NEAR_EDGE_M) return refuse('far-from-edge', 'communities', id)
  return { place: [frame.lon(nearest.x), frame.lat(nearest.y)], community }
}
