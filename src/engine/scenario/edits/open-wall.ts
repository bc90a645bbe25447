import { type ApplyEdit, SCENARIO_SOURCE } from '../apply-edit'
import { whyWallStays } from '../single-wall'
import { placeInWall } from './place-in-wall'

/** A new gate where the edge of a walled community is nearest to a place, unless what stands there is to stay. */
export const openWall: ApplyEdit<'open-wall'> = (draft, { community, at, access }, name) => {
  const wall = placeInWall(draft, community, at)
  if (!('place' in wall)) return wall
  const stays = whyWallStays(
    {
      buildings: draft.all('buildings'),
      heritage: draft.all('heritage'),
      barriers: draft.all('barriers'),
      streets: draft.all('streets'),
    },
    wall.community,
    wall.place,
  )
  if (stays !== null) return stays
  draft.add('gates', {
    id: `gate~edit-${name}`,
    source: SCENARIO_SOURCE,
    community,
    access,
    geometry: { type: 'Point', coordinates: [...wall.place] },
  })
  return null
}
