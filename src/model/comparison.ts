import type { AnalysisBasis } from './assessment'
import type { IndicatorCount } from './indicator-tally'
import type { LonLat } from './units'

/** A walk counts in saved minutes up to so many times the limit; nothing in reach counts as that walk. */
export const WALK_CAP = 2

/** People whose verdict of one class differs between two states of the same places. */
export interface ClassChange {
  readonly code: string
  readonly required: boolean
  /** people served in the first state and in the second one */
  readonly served_before: number
  readonly served_after: number
  /** people served only in the second state, and only in the first one */
  readonly gained: number
  readonly lost: number
  /** people served in both whose walk is shorter, or longer, by at least a metre or second of the basis */
  readonly nearer: number
  readonly farther: number
  /**
   * Σ people × (walk before − walk after) in person-minutes, over people of whom it is known in both states whether
   * they are served. A walk counts up to `WALK_CAP` times the limit; metres are minutes at the profile's speed
   */
  readonly person_minutes: number
}

/** What one community gains and loses. */
export interface CommunityChange {
  readonly id: string
  /** classes whose verdict of the community turned to served, and away from it */
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  /** person-classes: Σ over all classes of people gained, and lost; null: its people are not known */
  readonly people_gained: number | null
  readonly people_lost: number | null
  /** over the required classes; null: its people are not known */
  readonly person_minutes: number | null
}

/**
 * Gaps by id. An id names the communities of a gap, so a gap that shrinks goes under one id and comes back under
 * another: `gone` and `leftover` tell such ones from what is closed for good and what is really new.
 */
export interface GapChange {
  /** ids of the first state that the second one does not have */
  readonly closed: readonly string[]
  readonly remaining: readonly string[]
  /** ids that only the second state has */
  readonly fresh: readonly string[]
  /** of `closed`: none of its communities is in any gap of the class any more */
  readonly gone: readonly string[]
  /** of `fresh`: each of its communities was in a gap of the class before */
  readonly leftover: readonly string[]
}

/** A place whose people are newly served, or no longer served, of some class. */
export interface PlaceChange {
  readonly at: LonLat
  readonly community: string
  /** null: not known */
  readonly people: number | null
  /** indexes into `Comparison.classes` */
  readonly gained: readonly number[]
  readonly lost: readonly number[]
}

/** An indicator of the rules in both states. */
export interface IndicatorChange {
  readonly code: string
  readonly before: IndicatorCount
  readonly after: IndicatorCount
}

/** What the second of two states changes against the first one. Unknown never counts as served. */
export interface Comparison {
  /** of the second state; the first one differs in its scenario alone */
  readonly basis: AnalysisBasis
  /** in the order of the rule pack; every class */
  readonly classes: readonly ClassChange[]
  /** only communities something changes for, in the order of their layer */
  readonly communities: readonly CommunityChange[]
  readonly gaps: GapChange
  readonly places: readonly PlaceChange[]
  /** people for whom at least one required class is gained and none lost, lost and none gained, both */
  readonly people: { readonly gain: number; readonly lose: number; readonly both: number }
  /** over the required classes */
  readonly person_minutes: number
  readonly indicators: readonly IndicatorChange[]
}
