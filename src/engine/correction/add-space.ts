import { idOfAddedSpace } from '../../model/correction'
import { withSpaceFacts } from '../../model/space-facts'
import { areaOfGeometry } from '../geometry/area-of-geometry'
import { representativePoint } from '../geometry/rings'
import { CORRECTION_SOURCE } from '../../model/correction'
import type { ApplyChange } from './apply-change'
import { communityAt } from './community-at'

/**
 * A candidate space drawn by the user. Unless that is said, it is as large as its outline, in whole square metres, and
 * belongs to the community it lies in.
 */
export const addSpace: ApplyChange<'add-space'> = (draft, { id, geometry, facts }) => {
  const drawn = { id: idOfAddedSpace(id), source: CORRECTION_SOURCE, geometry }
  const area_m2 = areaOfGeometry(geometry)
  const outlined = area_m2 === null ? {} : { area_m2: Math.round(area_m2) }
  const space = withSpaceFacts({ ...drawn, ...outlined }, facts)
  const community = facts.community === undefined ? communityAt(draft, representativePoint(geometry)) : null
  draft.add('spaces', community === null ? space : { ...space, community })
  return null
}
