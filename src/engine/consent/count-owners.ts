import type { CommunityBallots, OwnersTotal } from '../../model/consent'
import type { Building, Community } from '../../model/layers'
import type { LocalFrame } from '../geometry/local-frame'
import { isDwelling, measureFloors } from '../places/dwellings'

/**
 * All owners of a community and their exclusive area: as entered, else as recorded, else by what stands in for it
 * (households for heads, since each flat counts once unless one owner has several; floor area for exclusive area,
 * which is somewhat less), else by its dwellings. Every stand-in is named, so that it is shown as one.
 */
export function countOwners(
  community: Community,
  buildings: readonly Building[],
  entered: CommunityBallots | undefined,
  frame: LocalFrame,
): { readonly heads: OwnersTotal; readonly area_m2: OwnersTotal } {
  const { owners, households, exclusive_area_m2, floor_area_m2 } = community
  const dwellings = buildings.filter(isDwelling)
  const inBuildings = sumHouseholds(dwellings)
  const heads = firstKnown([
    [entered?.heads, 'entered'],
    [owners, 'owners'],
    [households, 'households'],
    [inBuildings, 'building-households'],
  ])
  const area_m2 = firstKnown([
    [entered?.area_m2, 'entered'],
    [exclusive_area_m2, 'exclusive-area'],
    [floor_area_m2, 'floor-area'],
  ])
  if (area_m2.value !== null) return { heads, area_m2 }
  const floors_m2 = dwellings.length === 0 ? null : measureFloors(dwellings, frame).total_m2
  const rounded = floors_m2 === null ? undefined : Math.round(floors_m2)
  return { heads, area_m2: firstKnown([[rounded, 'building-floors']]) }
}

function firstKnown(
  candidates: readonly (readonly [number | undefined, NonNullable<OwnersTotal['basis']>])[],
): OwnersTotal {
  for (const [value, basis] of candidates)
    // nobody owns nothing: a zero is a field that was filled in for form's sake
    if (value !== undefined && value > 0) return { value, basis }
  return { value: null, basis: null }
}

/** undefined: of some dwelling it is not known */
function sumHouseholds(dwellings: readonly Building[]): number | undefined {
  let sum = 0
  for (const { households } of dwellings) {
    if (households === undefined) return undefined
    sum += households
  }
  return sum
}
