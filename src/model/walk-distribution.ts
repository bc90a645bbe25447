import type { AnalysisBasis } from './assessment'

/** Some people, and communities by where their median resident is; people are whole only in sum. */
export interface WalkBin {
  /** walks above `from` up to and including `to`, metres or seconds; the first bin takes 0 too */
  readonly from: number
  readonly to: number
  readonly people_served: number
  /** not served although within the limit: for another reason than the walk */
  readonly people_unserved: number
  readonly communities_served: number
  readonly communities_unserved: number
  /** ids of these communities */
  readonly ids: readonly string[]
}

/** People whose walk has no place in a bin. */
export interface WalkRest {
  readonly people: number
  /** ids of communities whose median resident is there */
  readonly ids: readonly string[]
}

/** Walks to the nearest facility of one class, by people where they are known, and by communities. */
export interface WalkDistribution {
  readonly basis: AnalysisBasis
  readonly code: string
  readonly limit: number
  readonly limit_unit: 'm' | 's'
  /** five up to the limit, so that it is an edge; fifteen in all */
  readonly bins: readonly WalkBin[]
  /** walks longer than the last bin's */
  readonly beyond: WalkRest
  /** nothing reached within the lookout */
  readonly none: WalkRest
  /** verdict unknown, whatever the walk: never in a bin */
  readonly unknown: WalkRest
  /** null: no community's people are known */
  readonly people: number | null
}
