import type { AnalysisBasis, Reason } from './assessment'
import type { EntryVerdict, IndicatorEntry } from './indicator-entry'
import type { Group, IndicatorMethod, SupplyMeasure } from './rule-pack'

/** Why an indicator is not known, or known of a part only, and so what data would tell it. */
export type IndicatorReason =
  // only a survey on site tells, or only a plan does; which one stands with the indicator
  | { readonly code: 'needs-survey' | 'needs-plan' }
  // the pack does not say: what is divided by what, how much is asked, how many bays a household needs, which class
  | { readonly code: 'no-ratio' | 'no-amount' | 'no-bay-ratio' | 'no-class' }
  // fewer people than one facility is for: to be judged over a larger area
  | { readonly code: 'area-too-small' }
  // the packs in use do not have these classes
  | { readonly code: 'class-absent'; readonly classes: readonly string[] }
  // more facilities of these classes may be there than are on record
  | { readonly code: 'not-surveyed'; readonly classes: readonly string[] }
  // so many communities are unknown because their verdict about one of these classes is, for this reason
  | {
      readonly code: 'verdict'
      readonly reason: Reason
      readonly communities: number
      readonly classes: readonly string[]
    }
  // of so many of the group it is not known whether one of the classes serves them
  | { readonly code: 'people-unknown'; readonly group: Group; readonly people: number }
  // so many communities lack their households or their bays
  | { readonly code: 'no-bays'; readonly communities: number }
  // so many communities lack their number of the group
  | { readonly code: 'no-people'; readonly group: Group; readonly communities: number }
  // so many entries cannot be judged: another unit than the pack's, or a finding where an amount is asked for
  | { readonly code: 'entry-unit' | 'entry-finding'; readonly entries: number }
  // entries speak of these communities, which are not there
  | { readonly code: 'entry-gone'; readonly communities: readonly string[] }
  // so many facilities on record lack their size
  | { readonly code: 'no-size'; readonly measure: SupplyMeasure; readonly facilities: number }

/** A ratio over all communities together, and what it was computed from. */
export interface IndicatorValue {
  /** in the unit of the indicator; both the same: exact. null: no bound is known */
  readonly least: number | null
  readonly most: number | null
  /** what is on record of the measure, in how many facilities; people for each facility: of the class with the fewest */
  readonly supply: number
  readonly facilities: number
  readonly measure: SupplyMeasure
  /** of the group, counted and estimated together; of them estimated */
  readonly people: number
  readonly people_estimated: number
  readonly group: Group
}

/** What the planner entered, and what it comes out at by the packs in use. */
export interface JudgedEntry extends IndicatorEntry {
  readonly verdict: EntryVerdict
}

/** An indicator counted over the communities of an assessment. */
export interface IndicatorCount {
  readonly code: string
  readonly method: IndicatorMethod
  /** `area`: all communities are judged together, as one */
  readonly judged: 'communities' | 'area'
  /** communities that meet it, that do not, and of which it is not known: they add up to all; of an area to one */
  readonly met: number
  readonly unmet: number
  readonly unknown: number
  /** share of people served, for `coverage`; null: not known, or another method */
  readonly share: number | null
  /** missing bays, for `bays`, over communities where both sides are known; null: another method, or none known */
  readonly missing: number | null
  /** for `supply`; null: another method, or the pack does not say what is divided by what */
  readonly value: IndicatorValue | null
  /** what it rests on where nothing is computed; empty: nothing was entered, or it is computed */
  readonly entered: readonly JudgedEntry[]
  /** why anything is unknown; empty only where nothing is */
  readonly reasons: readonly IndicatorReason[]
  /** classes it speaks of that the rules do not have */
  readonly absent: readonly string[]
}

export interface IndicatorTally {
  readonly basis: AnalysisBasis
  readonly indicators: readonly IndicatorCount[]
}
