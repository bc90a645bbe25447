import type { Basis, ProfileId } from './profile'
import type { Decay, Judging } from './analysis'
import type { Completeness } from './project'
import type { Group, PackMember, RuleStatus } from './rule-pack'
import type { ScopeRule } from './scope'

/** Verdict codes as stored in columns. Unknown is never counted as served. */
export const VERDICTS = ['unknown', 'unserved', 'served'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Why a verdict is what it is. */
export const REASONS = [
  'within-limit',
  'too-far',
  'not-surveyed',
  'not-connected',
  'edge-of-data',
  'residents-only',
  // within the limit, but smaller than the rule's least area
  'too-small',
  // within the limit, but with too little supply for the people who share it
  'too-little-supply',
  // within the limit only through a gate that is closed
  'closed-gate',
  // within the limit, but its supply, or the number of people who share it, is not known
  'supply-unknown',
] as const
export type Reason = (typeof REASONS)[number]

/** Against the clause on scope: eligible, by exception, not, or facts missing. */
export interface Eligibility {
  readonly verdict: EligibilityVerdict
  /** machine codes of the clauses that decided, in order */
  readonly clauses: readonly EligibilityClause[]
  /** the facts looked at, in order, as surveyed; null: not on record */
  readonly facts: readonly EligibilityFact[]
  /** fields that are missing and would decide */
  readonly missing: readonly EligibilityField[]
  /** what each answer to a missing field would make of the verdict, the rest as it is */
  readonly outlooks: readonly EligibilityOutlook[]
}

export const ELIGIBILITY_VERDICTS = ['eligible', 'by-exception', 'not-eligible', 'data-missing'] as const
export type EligibilityVerdict = (typeof ELIGIBILITY_VERDICTS)[number]

/** Fields of a community that the clause on scope asks for. */
export type EligibilityField =
  | 'built_year'
  | 'last_renovated_year'
  | 'expropriation_planned'
  | 'affordable_housing'
  | 'management'
  | 'resident_will'

export interface EligibilityFact {
  readonly field: EligibilityField
  readonly value: string | number | boolean | null
}

/** Answers a survey may bring; each field has the two that lead apart. */
export type EligibilityAnswer =
  | 'built-in-time'
  | 'built-later'
  | 'yes'
  | 'no'
  | 'well-managed'
  | 'poorly-managed'
  | 'strong-will'
  | 'weak-will'

export interface EligibilityOutlook {
  readonly field: EligibilityField
  readonly answer: EligibilityAnswer
  readonly verdict: EligibilityVerdict
}

/** The years and shares meant are those of the rule on scope, see `AnalysisBasis`. */
export type EligibilityClause =
  | 'built-in-time'
  | 'built-later'
  | 'renovated-recently'
  | 'not-renovated-recently'
  | 'no-renovation-on-record'
  | 'expropriation-planned'
  | 'not-in-expropriation-plan'
  | 'not-affordable-housing'
  | 'well-managed'
  | 'weak-will'
  | 'affordable-housing-exception'

/** What the numbers rest on; printed with every result. */
export interface AnalysisBasis {
  readonly profile: ProfileId
  readonly basis: Basis
  readonly rule_pack: string
  readonly rule_pack_version: string
  /** twelve hex digits of all that the pack says */
  readonly rule_pack_hash: string
  /** the packs it is combined from, in order; one that stands alone is its only member */
  readonly rule_packs: readonly PackMember[]
  /** true: old areas get the factor their clause allows */
  readonly old_area: boolean
  /** the shares of supply that are enough in old areas, each once, the least first; empty: none is applied */
  readonly old_area_shares: readonly number[]
  /** how many numbers of the packs are a user's own */
  readonly edited_figures: number
  readonly scenario: string | null
  /** minute of the day whose open gates count; null: any time */
  readonly hour: number | null
  /** layers the user has said something about; the others are taken as they are */
  readonly completeness: Completeness
  /** the numbers eligibility was judged by, and in which year */
  readonly scope: ScopeRule
  readonly year: number
  readonly judging: Judging
  readonly decay: Decay
  /** facilities below their rule's least size serve all the same */
  readonly counts_small: boolean
}

/**
 * Communities × classes, row by row in columns: entry `community * classes.length + class`.
 * A community's status is that of its median resident (the demand point where half of the people have
 * a shorter walk); `served_share` tells the whole story.
 */
export interface Assessment {
  readonly basis: AnalysisBasis
  readonly communities: readonly CommunityRow[]
  readonly classes: readonly ClassColumn[]
  /** index into VERDICTS */
  readonly status: Uint8Array
  /** index into REASONS */
  readonly reason: Uint8Array
  /** walk of the median resident to the nearest facility, metres on the network; NaN: none reached */
  readonly nearest_m: Float32Array
  /** the same walk in seconds of the profile, delays included; NaN: none reached */
  readonly nearest_s: Float32Array
  /** index into facility_ids; -1: none reached */
  readonly facility: Int32Array
  /** share of the community's people who are served, 0–1; NaN where unknown */
  readonly served_share: Float32Array
  /**
   * People by verdict in whole millionths of a person, three numbers an entry, in the order of VERDICTS; NaN
   * where the community's people are not known. Sums over any group of communities are exact
   */
  readonly people_parts: Float64Array
  readonly facility_ids: readonly string[]
  readonly totals: readonly ClassTotal[]
}

export interface CommunityRow {
  readonly id: string
  readonly name: string
  readonly subdistrict: string | null
  readonly at: readonly [number, number]
  /** null: not known. Never estimated here */
  readonly people: number | null
  /** estimated from households or floor area where not known; in no total of known people. null: known, or no estimate */
  readonly people_estimated: number | null
  readonly elders: number | null
  readonly built_year: number | null
  readonly eligibility: Eligibility
  /** required classes not served / unknown */
  readonly missing: number
  readonly unknown: number
  readonly gatesUnknown: boolean
}

export interface ClassColumn {
  readonly code: string
  /** the walk the verdict uses; metres on distance basis, seconds on time basis */
  readonly limit: number
  readonly limit_unit: 'm' | 's'
  readonly limit_basis: 'radius' | 'tier'
  readonly status: RuleStatus
  readonly required: boolean
  readonly surveyed: boolean
  readonly facilities: number
  /** whose need the class answers */
  readonly group: Group
}

/** People by verdict, in whole millionths of a person. */
export interface PeopleParts {
  readonly served: number
  readonly unserved: number
  readonly unknown: number
}

/** A class's group of people by verdict, over communities where its number is known. */
export interface GroupTotal {
  readonly served: number
  readonly unserved: number
  readonly unknown: number
  /** communities whose number is not known: in none of the three */
  readonly communities_uncounted: number
}

/** People by verdict for one class, over communities whose people are known. */
export interface ClassTotal {
  readonly code: string
  readonly people_served: number
  readonly people_unserved: number
  readonly people_unknown: number
  /** the class's own group by verdict; null: `all`, or no community knows its number */
  readonly group: GroupTotal | null
  /** the same before rounding: totals of parts of a region add up to those of the whole */
  readonly people_parts: PeopleParts
  readonly communities_served: number
  readonly communities_unserved: number
  readonly communities_unknown: number
}
