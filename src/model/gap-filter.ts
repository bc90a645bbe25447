import { type Assessment, type CommunityRow, type Eligibility, VERDICTS } from './assessment'
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

type Judged = Pick<Assessment, 'communities' | 'classes' | 'people_parts'>

interface Known extends Judged {
  readonly rules: RulePack
}

/**
 * The gaps that pass, in the order they came. A gap over several communities passes a filter by sub-district or
 * eligibility if one of them does: it is closed as a whole. Its people are then those of the communities asked for.
 */
export function filterGaps(gaps: readonly Gap[], filter: GapFilter, known: Known): readonly Gap[] {
  const rules = new Map(known.rules.rules.map((rule) => [rule.code, rule]))
  const { family, code, tier, onlyFirst, minPeople } = filter
  const isByPlace = isFilteredByPlace(filter)
  const wanted = new Set(
    isByPlace ? known.communities.filter((row) => isWanted(row, filter)).map(({ id }) => id) : [],
  )
  const peopleOf = minPeople > 0 ? peopleWithin(filter, known) : null
  return gaps.filter((gap) => {
    const rule = rules.get(gap.class)
    return (
      (code === null || gap.class === code) &&
      (family === null || rule?.family === family) &&
      (tier === null || rule?.tiers.includes(tier) === true) &&
      (!onlyFirst || gap.priority === 'first') &&
      (peopleOf === null || (peopleOf(gap).people ?? 0) >= minPeople) &&
      (!isByPlace || gap.places.some((id) => wanted.has(id)))
    )
  })
}

/** Whether only gaps of some communities pass. */
export function isFilteredByPlace({ subdistrict, eligibility }: GapFilter): boolean {
  return subdistrict !== null || eligibility !== null
}

function isWanted(row: CommunityRow, { subdistrict, eligibility }: GapFilter): boolean {
  return (
    (subdistrict === null || row.subdistrict === subdistrict) &&
    (eligibility === null || row.eligibility.verdict === eligibility)
  )
}

/** Unserved people of a gap, or of some of its communities. */
export interface GapPeople {
  /** whole; null: not known */
  readonly people: number | null
  /** communities whose people nobody counted: then there are so many at least */
  readonly uncounted: number
}

export type PeopleOf = (gap: Gap) => GapPeople

const UNSERVED = VERDICTS.indexOf('unserved')
const MILLIONTHS = 1e6

/**
 * The people of a gap who live in the communities that the filter asks for: a gap passes as a whole, its people
 * elsewhere are no people of the sub-district. Without such a filter all of the gap.
 */
export function peopleWithin(filter: GapFilter, { communities, classes, people_parts }: Judged): PeopleOf {
  if (!isFilteredByPlace(filter)) return ({ people, uncounted }) => ({ people, uncounted })
  const rows = new Map(communities.flatMap((row, r) => (isWanted(row, filter) ? [[row.id, r] as const] : [])))
  const columns = new Map(classes.map(({ code }, c) => [code, c]))
  return (gap) => {
    const column = columns.get(gap.class)
    let [parts, counted, uncounted] = [0, 0, 0]
    for (const id of gap.places) {
      const row = rows.get(id)
      if (row === undefined || column === undefined) continue
      const part = people_parts[(row * classes.length + column) * VERDICTS.length + UNSERVED]
      if (Number.isNaN(part)) uncounted++
      else {
        parts += part
        counted++
      }
    }
    // none of its communities is asked for: nobody, and that is known
    const isUnknown = counted === 0 && uncounted > 0
    return { people: isUnknown ? null : Math.round(parts / MILLIONTHS), uncounted }
  }
}

/** Gaps by another order: unknown people last, nothing in reach first; equal ones as they stand. */
export function orderGaps(gaps: readonly Gap[], order: GapOrder, peopleOf: PeopleOf): readonly Gap[] {
  if (order === 'severity') return gaps
  const keyOf = (gap: Gap): number =>
    order === 'people' ? (peopleOf(gap).people ?? -1) : (gap.shortfall_median ?? Infinity)
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
  /** somewhere people were not counted: there are so many at least */
  readonly is_least: boolean
}

export function sumGaps(gaps: readonly Gap[], peopleOf: PeopleOf): GapSum {
  let people: number | null = null
  let uncounted = 0
  let is_least = false
  for (const gap of gaps) {
    const part = peopleOf(gap)
    if (part.uncounted > 0) is_least = true
    if (part.people === null) uncounted++
    else people = (people ?? 0) + part.people
  }
  return { gaps: gaps.length, people, uncounted, is_least }
}
