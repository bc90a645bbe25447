import type { AnalysisBasis } from './assessment'
import type { RuleStatus, SupplyRule } from './rule-pack'

/** What the supply of a class says at a place. `not-asked`: the pack has no figure for it. */
export const SUPPLY_STATES = ['not-asked', 'unknown', 'too-little', 'enough'] as const
export type SupplyState = (typeof SUPPLY_STATES)[number]

/**
 * How much of each class there is for the people who share it. Columns by community and class: entry
 * `community * classes.length + class`, communities in the order of the assessment.
 */
export interface SupplyAnswer {
  readonly basis: AnalysisBasis
  readonly communities: readonly string[]
  /** every class that has any facility or a supply figure, in the order of the pack */
  readonly classes: readonly SupplyClass[]
  /** supply for each of the group (2SFCA), mean over the community's own; NaN: nothing is known */
  readonly least: Float32Array
  /** the same at most; where it is the same as `least`, the value is known. Infinity: nothing bounds it */
  readonly most: Float32Array
  /** share of the group with at least the norm, and share of whom it is not known; NaN: the class has no norm */
  readonly enough_share: Float32Array
  readonly unknown_share: Float32Array
  /** within the limit of any of the community's people: supply, and the group's people; NaN: not known */
  readonly within: Float32Array
  readonly within_people: Float32Array
  /** the second nearest facility within the limit, of the person half of whose neighbors have it nearer; index, −1 none */
  readonly second: Int32Array
  readonly second_m: Float32Array
  readonly second_s: Float32Array
  /** share of people with at least two facilities within the limit */
  readonly two_share: Float32Array
  readonly facility_ids: readonly string[]
  /** of each facility and class it belongs to */
  readonly facilities: readonly FacilitySupply[]
  readonly parking: ParkingAnswer
}

export interface SupplyClass {
  readonly code: string
  readonly limit: number
  readonly limit_unit: 'm' | 's'
  /** null: the pack asks for reach only */
  readonly norm: SupplyNorm | null
  readonly totals: SupplyTotals
}

/** What the group needs, and how sure the figure is. */
export interface SupplyNorm extends SupplyRule {
  readonly status: RuleStatus
}

/** The group's people by what their supply says; in whole numbers, over communities whose number is known. */
export interface SupplyTotals {
  readonly enough: number
  readonly too_little: number
  readonly unknown: number
  /** the same of communities whose number is estimated: never mixed with those counted */
  readonly estimated_enough: number
  readonly estimated_too_little: number
  readonly estimated_unknown: number
  /** communities whose number is neither known nor estimated */
  readonly communities_uncounted: number
  /** supply of all facilities that tell it, and how many do not */
  readonly supply: number
  readonly facilities: number
  readonly facilities_unknown: number
}

/** One facility and those who share it. */
export interface FacilitySupply {
  readonly id: string
  readonly class: string
  /** in the class's measure; null: not known */
  readonly supply: number | null
  /** people of the group within the limit, weighted by decay; those known */
  readonly comers: number
  readonly has_unknown_comers: boolean
  /** supply for each; null: not known, or nobody comes */
  readonly ratio: number | null
}

/** Bays against cars, community by community. */
export interface ParkingAnswer {
  readonly bays_per_household: number
  readonly status: RuleStatus
  /** car parks that nobody looked for: none of theirs are counted, so that shortages are such at most */
  readonly unsurveyed: readonly ('residents' | 'shared')[]
  readonly rows: readonly ParkingRow[]
}

export interface ParkingRow {
  readonly community: string
  /** null: not known */
  readonly households: number | null
  readonly is_estimated: boolean
  /** households × ratio, rounded up; null: not known */
  readonly demand: number | null
  /** bays inside the community; null: not surveyed */
  readonly own_bays: number | null
  /** its part of the residents' car parks within 150 m and shared ones within 300 m on foot */
  readonly residents_bays: number
  readonly shared_bays: number
  /** car parks within these walks whose bays nobody counted */
  readonly uncounted: number
  /** demand less bays, never below 0; null: not known */
  readonly shortage: number | null
}
