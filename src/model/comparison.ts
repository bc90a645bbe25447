import type { LonLat } from './units'

/** People whose verdict of one class differs between two states of the same places. */
export interface ClassChange {
  readonly code: string
  /** people served in the first state and in the second one */
  readonly served_before: number
  readonly served_after: number
  /** people served only in the second state, and only in the first one */
  readonly gained: number
  readonly lost: number
  /** people served in both whose walk is shorter, or longer, by at least a metre or second of the basis */
  readonly nearer: number
  readonly farther: number
  /** Σ people × (walk before − walk after) over places served in both, in person-minutes */
  readonly person_minutes: number
}

/** What one community gains and loses. */
export interface CommunityChange {
  readonly id: string
  /** classes whose verdict of the community turned to served, and away from it */
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  /** person-classes: Σ over classes of people gained, and lost */
  readonly people_gained: number
  readonly people_lost: number
}

/** Gaps by id: those of the first state that are gone, those that stay, those only the second one has. */
export interface GapChange {
  readonly closed: readonly string[]
  readonly remaining: readonly string[]
  readonly fresh: readonly string[]
}

/** What the second of two states changes against the first one. Unknown never counts as served. */
export interface Comparison {
  /** in the order of the rule pack; every class */
  readonly classes: readonly ClassChange[]
  /** only communities something changes for, in the order of their layer */
  readonly communities: readonly CommunityChange[]
  readonly gaps: GapChange
  /** places of people newly served or no longer served of some class, to be drawn */
  readonly places: readonly {
    readonly at: LonLat
    readonly people: number
    readonly gained: number
    readonly lost: number
  }[]
  /** people for whom at least one required class is gained and none lost, lost and none gained, both */
  readonly people: { readonly gain: number; readonly lose: number; readonly both: number }
}
