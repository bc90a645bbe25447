import { ON_PATH_FIELD, SHARED_WALL_M } from '../../../model/shared-wall'
import type { LonLat } from '../../../model/units'
import { distanceOnSphere } from '../../geometry/local-frame'
import { type ApplyEdit, refuse, SCENARIO_SOURCE } from '../apply-edit'
import { whyWallsStay } from '../shared-wall'
import { gateAt } from '../single-wall'
import { layPath } from './lay-path'
import { placeInWall } from './place-in-wall'

/**
 * A gate in each of two walls that run along each other, and a footway through both. All of it stands or none: where one
 * of the two cannot be opened, the other one would lead into a wall.
 */
export const openSharedWall: ApplyEdit<'open-shared-wall'> = (draft, edit, name) => {
  const { communities, at, sides, path } = edit
  const places: LonLat[] = []
  for (const [side, id] of communities.entries()) {
    const wall = placeInWall(draft, id, at[side])
    if (!('place' in wall)) return wall
    places.push(wall.place)
  }
  if (communities[0] === communities[1] || distanceOnSphere(...places[0], ...places[1]) > SHARED_WALL_M)
    return refuse('walls-apart', 'communities', communities[1])
  for (const [side, id] of communities.entries()) {
    const near = gateAt(draft.all('gates'), id, places[side])
    if (near !== null) return refuse('gate-near', 'gates', near.id)
  }
  const stays = whyWallsStay(
    { buildings: draft.all('buildings'), heritage: draft.all('heritage'), barriers: draft.all('barriers') },
    { at: places, line: path?.line ?? [] },
  )
  if (stays !== null) return stays
  const lay = path === null ? null : layPath(draft, path.line, path.joins, name)
  if (lay !== null && typeof lay !== 'function') return lay
  for (const [side, community] of communities.entries())
    draft.add('gates', {
      id: `gate~edit-${name}`,
      source: SCENARIO_SOURCE,
      community,
      access: sides[side],
      geometry: { type: 'Point', coordinates: [...places[side]] },
      // the way through leads to the neighbors, and not along the walls to whatever street is near
      ...(path === null ? {} : { extra: { [ON_PATH_FIELD]: true } }),
    })
  lay?.()
  return null
}
