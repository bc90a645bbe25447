import type { Assessment, CommunityRow, Eligibility } from './assessment'
import type { Gap } from './gap'
import type { ClassFamily, RulePack, Tier } from './rule-pack'

/** Which gaps are looked at; null: all. */
export interface GapFilter {
  readonly family: ClassFamily | null
  readonly code: string | null
  readonly tier: Tier | null
  readonly subdistrict: string | null
  readonly eligibility: Eligibility['verdict'] | null
  readonly onlyFirst: boolean
  /** unserved people at least; 0: gaps where nobody was counted as well */
  readonly minPeople: number
}

export const NO_GAP_FILTER: GapFilter = {
  family: null,
  code: null,
  tier: null,
  subdistrict: null,
  eligibility: null,
  onlyFirst: false,
  minPeople: 0,
}

export const GAP_ORDERS = ['severity', 'people', 'shortfall'] as const
export type GapOrder = (typeof GAP_ORDERS)[number]

interface Known {
  readonly rules: RulePack
  readonly communities: Assessment['communities']
}

/**
 * The gaps that pass, in the order they came. A gap over several communities passes a filter by sub-district or
 * eligibility if one of them does: it is closed as a whole.
 */
export function filterGaps(gaps: readonly Gap[], filter: GapFilter, known: Known): readonly Gap[] {
  const rules = new Map(known.rules.rules.map((rule) => [rule.code, rule]))
  const { family, code, tier, subdistrict, eligibility, onlyFirst, minPeople } = filter
  const isWanted = (row: CommunityRow): boolean =>
    (subdistrict === null || row.subdistrict === subdistrict) &&
    (eligibility === null || row.eligibility.verdict === eligibility)
  const isByPlace = subdistrict !== null || eligibility !== null
  const wanted = new Set(isByPlace ? known.communities.filter(isWanted).map(({ id }) => id) : [])
  return gaps.filter((gap) => {
    const rule = rules.get(gap.class)
    return (
      (code === null || gap.class === code) &&
      (family === null || rule?.family === family) &&
      (tier === null || rule?.tiers.includes(tier) === true) &&
      (!onlyFirst || gap.priority === 'first') &&
      (minPeople <= 0 || (gap.people ?? 0) >= minPeople) &&
      (!isByPlace || gap.places.some((id) => wanted.has(id)))
    )
  })
}

/** Gaps by another order: unknown people last, nothing in reach first; equal ones as they stand. */
export function orderGaps(gaps: readonly Gap[], order: GapOrder): readonly Gap[] {
  if (order === 'severity') return gaps
  const keyOf = ({ people, shortfall_median }: Gap): number =>
    order === 'people' ? (people ?? -1) : (shortfall_median ?? Infinity)
  return [...gaps].sort((a, b) => (keyOf(a) === keyOf(b) ? 0 : keyOf(b) > keyOf(a) ? 1 : -1))
}

export interface GapSum {
  readonly gaps: number
  /**
   * unserved people; of several classes a person counts once for each. null: known of no gap
   */
  readonly people: number | null
  /** gaps where nobody was counted */
  readonly uncounted: number
}

export function sumGaps(gaps: readonly Gap[]): GapSum {
  let people: number | null = null
  let uncounted = 0
  for (const gap of gaps)
    if (gap.people === null) uncounted++
    else people = (people ?? 0) + gap.people
  return { gaps: gaps.length, people, uncounted }
}
