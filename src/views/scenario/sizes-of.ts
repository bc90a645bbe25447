import type { Facility } from '../../model/layers'
import type { Rule } from '../../model/rule-pack'

/**
 * Which areas a facility is sized by: those its class has figures for, and those on record. Where neither says anything
 * it is the floor area.
 */
export function sizesOf(
  rule: Pick<Rule, 'building_m2' | 'land_m2'> | undefined,
  facility: Pick<Facility, 'floor_area_m2' | 'land_area_m2'> = {},
): { readonly floor: boolean; readonly land: boolean } {
  const land = (rule?.land_m2 ?? null) !== null || facility.land_area_m2 !== undefined
  const floor = (rule?.building_m2 ?? null) !== null || facility.floor_area_m2 !== undefined
  return { floor: floor || !land, land }
}
