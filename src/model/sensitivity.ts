import type { AnalysisBasis } from './assessment'

/**
 * What is computed with other values of what nobody knows exactly. Where two give the same number, the one
 * that stands first here is named.
 */
export const VARIANT_IDS = [
  'judged',
  'slower',
  'faster',
  'no-delays',
  'snap-near',
  'snap-far',
  'least-favorable',
  'most-favorable',
] as const
export type VariantId = (typeof VARIANT_IDS)[number]

/** One way to compute people served. */
export interface Variant {
  readonly id: VariantId
  /** speed of walking as a multiple of the profile's */
  readonly speed_factor: number
  /** false: waiting at roads, gates, bridges and elevators costs nothing */
  readonly has_delays: boolean
  /** a place farther than this from every street is not connected, metres */
  readonly max_snap_m: number
}

/** How far the people served by one class depend on the variants; communities whose people are known. */
export interface ClassSensitivity {
  readonly code: string
  readonly people_served_least: number
  /** as judged; never outside least and most */
  readonly people_served: number
  readonly people_served_most: number
  readonly least_by: VariantId
  readonly most_by: VariantId
  /** people whose verdict, unknown being one, is not the same in all variants */
  readonly people_flipping: number
  /** the same as a share of all people, 0–1; null: no people known */
  readonly flip_share: number | null
}

/** The sensitivity band of a whole assessment. */
export interface Sensitivity {
  readonly basis: AnalysisBasis
  /** what was computed, the judged way first; on distance basis speed and delays have no effect and are not varied */
  readonly variants: readonly Variant[]
  /** in the order of the rule pack */
  readonly classes: readonly ClassSensitivity[]
}
