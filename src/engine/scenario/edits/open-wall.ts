import { type ApplyEdit, SCENARIO_SOURCE } from '../apply-edit'
import { placeInWall } from './place-in-wall'

/** A new gate where the edge of a walled community is nearest to a place. */
export const openWall: ApplyEdit<'open-wall'> = (draft, { community, at, access }, order) => {
  const wall = placeInWall(draft, community, at)
  if (!('place' in wall)) return wall
  draft.add('gates', {
    id: `gate~edit-${order + 1}`,
    source: SCENARIO_SOURCE,
    community,
    access,
    geometry: { type: 'Point', coordinates: [...wall.place] },
  })
  return null
}
