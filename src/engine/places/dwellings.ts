import { DEMAND_FIGURES } from '../../model/demand'
import type { Building, Community } from '../../model/layers'
import { areaOfRings, ringsOf } from '../geometry/rings'
import type { LocalFrame } from '../geometry/local-frame'

/** Uses that say people live there: OpenStreetMap's and an office's words. */
const RESIDENTIAL: ReadonlySet<string> = new Set([
  'residential',
  'apartments',
  'house',
  'detached',
  'semidetached_house',
  'terrace',
  'bungalow',
  'dormitory',
  'farm',
  '住宅',
  '居住',
  '宿舍',
])
/** Uses that say nothing. */
const UNSAID: ReadonlySet<string> = new Set(['', 'yes'])

/** Whether people may live in a building: its use says so, or says nothing. */
export function isDwelling({ use = '' }: Pick<Building, 'use'>): boolean {
  return RESIDENTIAL.has(use) || UNSAID.has(use)
}

/** A storey where only the height is known, metres. */
const STOREY_M = 3

/** Storeys as surveyed, else from the height; null: neither is known. */
export function storeysOf({ storeys, height_m }: Building): number | null {
  if (storeys !== undefined && storeys > 0) return storeys
  return height_m !== undefined && height_m > 0 ? Math.max(1, Math.round(height_m / STOREY_M)) : null
}

/** The dwellings of one community, by floor area. */
export interface FloorAreas {
  /** footprint × storeys of each building, m²; where no storeys at all are known, the footprint */
  readonly areas: readonly number[]
  /** of all of them, m²; null: too few storeys are known to say */
  readonly total_m2: number | null
}

/**
 * Floor areas of dwellings: footprint × storeys. A building without storeys takes the mean of the others by
 * footprint; the total is told only where at least half of the footprint has its own.
 */
export function measureFloors(dwellings: readonly Building[], frame: LocalFrame): FloorAreas {
  const footprints = dwellings.map(({ geometry }) => areaOfRings(ringsOf(geometry, frame)))
  const storeys = dwellings.map(storeysOf)
  let [all, known, floors] = [0, 0, 0]
  footprints.forEach((footprint, i) => {
    const own = storeys[i]
    all += footprint
    if (own === null) return
    known += footprint
    floors += footprint * own
  })
  const mean = known > 0 ? floors / known : 1
  return {
    areas: footprints.map((footprint, i) => footprint * (storeys[i] ?? mean)),
    total_m2: known > 0 && known >= all / 2 ? (all - known) * mean + floors : null,
  }
}

/** Households and people of a community that nobody counted; null: they were, or there is nothing to go by. */
export interface Estimate {
  readonly households: number | null
  readonly people: number | null
}

/**
 * Estimates what was not counted. Households: from the people where these are known, else from the floor area
 * on record, else from that of the dwellings, m² ÷ 93. People: households × 2.5. Both rounded.
 */
export function estimatePeople(
  { floor_area_m2 }: Pick<Community, 'floor_area_m2'>,
  counted: Estimate,
  dwellings_m2: number | null,
): Estimate {
  const perHousehold = DEMAND_FIGURES.people_per_household.value
  const { households, people } = counted
  const floor_m2 = floor_area_m2 ?? dwellings_m2
  const fromFloor = floor_m2 === null ? null : floor_m2 / DEMAND_FIGURES.floor_area_per_household_m2.value
  const guessed = households ?? (people === null ? fromFloor : people / perHousehold)
  return {
    households: households !== null || guessed === null ? null : Math.round(guessed),
    people: people !== null || guessed === null ? null : Math.round(guessed * perHousehold),
  }
}
