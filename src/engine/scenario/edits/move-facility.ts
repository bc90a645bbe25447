import type { Community, Facility } from '../../../model/layers'
import type { LonLat } from '../../../model/units'
import type { LayerDraft } from '../../correction/layer-draft'
import { isInsideDegrees } from '../../geometry/rings'
import { dropEntrances } from '../drop-entrances'
import { indexOf } from '../ground'
import { type ApplyEdit, refuse } from '../apply-edit'

/** A facility goes to another place; its old entrances stay behind. That of a community belongs to the one it comes to. */
export const moveFacility: ApplyEdit<'move-facility'> = (draft, { facility: id, to }) => {
  const facility = draft.find('facilities', id)
  if (facility === undefined) return refuse('missing', 'facilities', id)
  dropEntrances(draft, id)
  draft.replace('facilities', {
    ...facility,
    ...ownerAt(draft, facility, to),
    geometry: { type: 'Point', coordinates: [...to] },
  })
  return null
}

/**
 * Whose a facility is at a place: of the community it stands in, its own where several lie there. On the ground of none it
 * stays with its own: reserved to nobody it would serve nobody. What belongs to none goes on belonging to none.
 */
function ownerAt(draft: LayerDraft, { community }: Facility, [lon, lat]: LonLat): { community?: string } {
  if (community === undefined) return {}
  const here = indexOf(draft.all('communities'))
    .within([lon, lat, lon, lat])
    .filter(({ geometry }) => ringsOf(geometry).some((rings) => isInsideDegrees(rings, lon, lat)))
  return { community: here.some(({ id }) => id === community) ? community : (here[0]?.id ?? community) }
}

function ringsOf(geometry: Community['geometry']) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}
