import type { AnalysisBasis } from './assessment'
import type { IndicatorMethod } from './rule-pack'

/** An indicator counted over the communities of an assessment. */
export interface IndicatorCount {
  readonly code: string
  readonly method: IndicatorMethod
  /** communities that meet it, that do not, and of which it is not known; they add up to all */
  readonly met: number
  readonly unmet: number
  readonly unknown: number
  /** share of people served, for `coverage`; null: not known, or another method */
  readonly share: number | null
  /** missing bays, for `bays`, over communities where both sides are known; null: another method, or none known */
  readonly missing: number | null
  /** classes it speaks of that the rules do not have */
  readonly absent: readonly string[]
}

export interface IndicatorTally {
  readonly basis: AnalysisBasis
  readonly indicators: readonly IndicatorCount[]
}
