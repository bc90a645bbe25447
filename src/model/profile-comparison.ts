import type { AnalysisBasis, ClassColumn, ClassTotal } from './assessment'
import type { ProfileId } from './profile'

/** What differs for one class from the profile compared with; people at places whose verdict changes. */
export interface ClassDifference {
  readonly code: string
  /** served for the one compared with, and not for this one */
  readonly people_losing: number
  /** the other way round */
  readonly people_gaining: number
  /** known for one of the two only */
  readonly people_unclear: number
  readonly communities_losing: number
  readonly communities_gaining: number
  readonly communities_unclear: number
}

/** One profile's answer, in columns as in an assessment: entry `community * classes + class`. */
export interface ProfileAnswer {
  readonly profile: ProfileId
  readonly basis: AnalysisBasis
  readonly totals: readonly ClassTotal[]
  readonly status: Uint8Array
  /** walk of the median resident, metres or seconds by the basis; NaN: none reached */
  readonly nearest: Float32Array
  /** against the first profile; of the first itself nothing differs */
  readonly differences: readonly ClassDifference[]
}

/** Several profiles on one network; the first is the one the others are compared with. */
export interface ProfileComparison {
  readonly communities: readonly string[]
  readonly classes: readonly ClassColumn[]
  readonly answers: readonly ProfileAnswer[]
  /** false: no community's people are known, and everything goes by communities */
  readonly hasPeople: boolean
}

/**
 * The elderly-friendly 5-minute circle: every required class of the 5-minute tier within five minutes of
 * the elder profile. A place lacks it if one class is known to be missing, and is unknown if none is but
 * one is not known.
 */
export interface ElderCircle {
  readonly basis: AnalysisBasis
  readonly limit_s: number
  /** required classes of the 5-minute tier, in the order of the pack */
  readonly classes: readonly ClassColumn[]
  /** the same over all people, class by class */
  readonly totals: readonly ClassTotal[]
  readonly communities: readonly ElderCircleRow[]
  /** elders by verdict, over communities whose elders are known; null: known of none */
  readonly elders: {
    readonly complete: number
    readonly incomplete: number
    readonly unknown: number
  } | null
}

export interface ElderCircleRow {
  readonly id: string
  readonly verdict: 'complete' | 'incomplete' | 'unknown'
  readonly elders: number | null
  /** shares of the community's places by people, 0–1; the three add up to 1 */
  readonly complete: number
  readonly incomplete: number
  readonly unknown: number
  /** classes that its median resident lacks, and those not known for it */
  readonly missing: readonly string[]
  readonly unclear: readonly string[]
}
