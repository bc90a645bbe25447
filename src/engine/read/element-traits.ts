import { isAreaTagged, isSubdistrict } from './collect-areas'
import { isCampusTagged } from './collect-facilities'
import { isWalkedArea } from './collect-streets'
import { isHousingTagged } from './collect-surfaces'
import { couldBeFacility, isFacilityTagged } from './osm-classes'
import type { Tags } from './osm-keys'

/** What an element may turn out to be, as bits; a trait too many costs time, one too few a wrong record. */
export const TRAIT = {
  facility: 1,
  /** with other tags beside it might not be one, without them it might */
  likeFacility: 2,
  housing: 4,
  campus: 8,
  subdistrict: 16,
  building: 32,
  street: 64,
  walked: 128,
  area: 256,
} as const

export function traitsOf(tags: Tags | null): number {
  if (tags === null) return 0
  return (
    (isFacilityTagged(tags) ? TRAIT.facility : 0) |
    (couldBeFacility(tags) ? TRAIT.likeFacility : 0) |
    (isHousingTagged(tags) ? TRAIT.housing : 0) |
    (isCampusTagged(tags) ? TRAIT.campus : 0) |
    (isSubdistrict(tags) ? TRAIT.subdistrict : 0) |
    (tags.building === undefined ? 0 : TRAIT.building) |
    (tags.highway === undefined ? 0 : TRAIT.street) |
    (isWalkedArea(tags) ? TRAIT.walked : 0) |
    (isAreaTagged(tags) ? TRAIT.area : 0)
  )
}

/** The traits of something that may lose some of these tags, or take only some of them. */
export function traitsOfSome(traits: number): number {
  return (traits & TRAIT.likeFacility) === 0 ? traits : traits | TRAIT.facility
}
