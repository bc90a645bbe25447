import type { AnalysisBasis } from './assessment'
import type { IndicatorCount } from './indicator-tally'
import type { AgeGroup } from './rule-pack'
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
   * Communities whose people nobody counted, with places of which the same holds, or that are served in neither and have a
   * shorter, or longer, walk up to `WALK_CAP` times the limit: in none of the four numbers above.
   */
  readonly uncounted: {
    readonly gained: number
    readonly lost: number
    readonly nearer: number
    readonly farther: number
  }
  /** communities served in the first state and in the second one, their people counted or not */
  readonly communities_before: number
  readonly communities_after: number
  /** the age groups of whom anybody is gained or lost, or may be; in the order of `AGE_GROUPS` */
  readonly ages: readonly AgeChange[]
  /**
   * Σ people × (walk before − walk after) in person-minutes, over people of whom it is known in both states whether
   * they are served. A walk counts up to `WALK_CAP` times the limit; metres are minutes at the profile's speed
   */
  readonly person_minutes: number
}

/** People of one age group whose verdict of a class differs. */
export interface AgeChange {
  readonly group: AgeGroup
  readonly gained: number
  readonly lost: number
  /** communities with people gained or lost who do not know how many of this age they have: in neither number */
  readonly uncounted: number
}

/** People of one age group for whom required classes are only gained, only lost, or both. */
export interface AgeSum {
  readonly group: AgeGroup
  readonly gain: number
  readonly lose: number
  readonly both: number
  /** as in `AgeChange` */
  readonly uncounted: number
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
 * What a gap that is told by other ids became: `shifted` and `regrouped` both took and left communities. `less-known`: it
 * has fewer, but of some people of those that left it is not known any more whether they are served; `more-known`: it has
 * more, all of whose people in it were not known before.
 */
export type GapTurn =
  | 'shrunk'
  | 'less-known'
  | 'grown'
  | 'more-known'
  | 'shifted'
  | 'split'
  | 'merged'
  | 'regrouped'

/** Gaps of a class that go over into each other, since they share communities, under other ids than before. */
export interface TurnedGaps {
  readonly turn: GapTurn
  /** ids of the first state, and of the second one; never empty */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** People of a gap of whom it is known in one state alone that they are not served, and in the other one nothing. */
export interface UnknownOfGap {
  readonly id: string
  /** unserved in the first state, not known in the second one; null: of some community whose people nobody counted */
  readonly became_unknown: number | null
  /** the other way round */
  readonly became_known: number | null
}

/**
 * What became of gaps, by id. An id names the communities of a gap, so a gap that shrinks or is split goes under one
 * id and comes back under others. Each gap of the first state is in just one of `closed`, `unclear`, `remaining` and the
 * `before` of `turned`; each of the second one in just one of `fresh`, `revealed`, `remaining` and the `after` of `turned`.
 */
export interface GapChange {
  /** none of its communities is in any gap of the class any more, and all its people are served */
  readonly closed: readonly string[]
  /** the same, but of some of its people it is not known any more whether they are served: nothing was closed for them */
  readonly unclear: readonly string[]
  /** the same communities before and after */
  readonly remaining: readonly string[]
  /** none of its communities was in any gap of the class before, and somebody in it was served */
  readonly fresh: readonly string[]
  /** the same, but nobody in it was served: of all its people it was not known, so nothing was opened for them */
  readonly revealed: readonly string[]
  readonly turned: readonly TurnedGaps[]
  /** gaps of either state that hold such people; all others hold none */
  readonly unknown: readonly UnknownOfGap[]
}

/**
 * Gaps as numbers that add up: `before` − `closed` − `unclear` = `left`; `left` + `fresh` + `revealed` + `split` −
 * `merged` = `after`.
 */
export interface GapCount {
  readonly before: number
  readonly closed: number
  readonly unclear: number
  /** still there, under whichever id */
  readonly left: number
  readonly fresh: number
  readonly revealed: number
  /** so many more, and so many fewer, because gaps fell apart or grew together */
  readonly split: number
  readonly merged: number
  readonly after: number
  /** of `left`: one for one, with fewer or with more communities, as in `GapTurn` */
  readonly shrunk: number
  readonly less_known: number
  readonly grown: number
  readonly more_known: number
}

/** Communities whose people nobody counted: in no sum of people, though something happens to somebody there. */
export interface UncountedCommunities {
  /** required classes are only gained by somebody, and lost by somebody */
  readonly gain: number
  readonly lose: number
  /** somebody's walk to a required class is another by a metre or second of the basis */
  readonly minutes: number
  /** minutes saved on the way to required classes: each of these communities weighs one, its homes by their shares */
  readonly saved_minutes: number
  /** all whose people nobody counted, and all communities there are */
  readonly all: number
  readonly of: number
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
  readonly uncounted: UncountedCommunities
  /** the same by age, every group, in the order of `AGE_GROUPS` */
  readonly ages: readonly AgeSum[]
  /** over the required classes */
  readonly person_minutes: number
  readonly indicators: readonly IndicatorChange[]
}
