import type { Assessment, Reason } from './assessment'
import type { Gap } from './gap'
import type { Issue } from './issue'
import type { Basis, ProfileId } from './profile'
import type { RulePack } from './rule-pack'
import type { ScopeRule } from './scope'
import type { LonLat } from './units'

/**
 * What a verdict asks for. `access`: a facility within the limit. `supply`: enough of it for all who share it
 * (two-step floating catchment). `both`: either missing is a gap.
 */
export const JUDGINGS = ['access', 'supply', 'both'] as const
export type Judging = (typeof JUDGINGS)[number]

/**
 * How much a walk within the limit weighs in sharing supply. `none`: all the same (2SFCA). `zones`: by thirds of
 * the limit 1, 0.68, 0.22; `gaussian`: continuously from 1 to 0 (E2SFCA). See docs/method.md.
 */
export const DECAYS = ['none', 'zones', 'gaussian'] as const
export type Decay = (typeof DECAYS)[number]

/** What decides every number; printed beside every result. */
export interface AnalysisSettings {
  readonly profile: ProfileId
  readonly basis: Basis
  readonly rules: RulePack
  readonly scenario: string | null
  /** gates with opening hours are open or closed as at this minute of the day; absent or null: any time */
  readonly hour?: number | null
  /** absent: by access */
  readonly judging?: Judging
  /** how supply thins out with the walk; absent: not at all within the limit */
  readonly decay?: Decay
  /** bays each household needs; absent: the pack's figure for residents' parking, else PARKING_FIGURES */
  readonly baysPerHousehold?: number
  /** true: facilities smaller than their rule's least serve all the same; absent: they serve nobody */
  readonly countsSmall?: boolean
  /** year of judgement, for clauses that count years; the engine has no clock */
  readonly year: number
  /** absent: the plan's own numbers */
  readonly scope?: ScopeRule
  /** what the drawn bands are measured in; verdicts go by `basis` */
  readonly bandsBasis: Basis
  /** limits of the drawn bands, ascending: minutes by time, metres by distance */
  readonly bands: readonly number[]
}

/** The whole answer for one project, scenario and settings. */
export interface AnalysisView {
  readonly assessment: Assessment
  readonly gaps: readonly Gap[]
  readonly issues: readonly Issue[]
  readonly network: { readonly nodes: number; readonly edges: number; readonly street_km: number }
}

/** Where a walk or a catchment starts. */
export type Origin =
  | { readonly kind: 'community'; readonly id: string }
  | { readonly kind: 'facility'; readonly id: string }
  | { readonly kind: 'building'; readonly id: string }
  | { readonly kind: 'point'; readonly at: LonLat }

export interface CatchmentView {
  readonly origin: Origin
  /** where the walk meets the network; empty: not connected */
  readonly starts: readonly LonLat[]
  /** from small to large; rings in WGS84, outer counter-clockwise */
  readonly bands: readonly CatchmentBand[]
  readonly edgeOfData: boolean
  /** nearest facility of each class of the rule pack within the search, from this origin */
  readonly nearest: readonly NearestFacility[]
}

export interface CatchmentBand {
  readonly limit: number
  readonly limit_unit: 'm' | 'min'
  readonly street_m: number
  readonly area_m2: number
  /** people whose demand point is inside; null: no people known there */
  readonly people: number | null
  readonly polygons: readonly (readonly (readonly LonLat[])[])[]
}

export interface NearestFacility {
  readonly class: string
  readonly facility: string | null
  readonly distance_m: number | null
  readonly time_s: number | null
  readonly verdict: 'served' | 'unserved' | 'unknown'
  readonly reason: Reason
}

export interface RouteView {
  readonly facility: string
  readonly distance_m: number
  readonly time_s: number
  /** straight connectors from the origin to the network and from the network to the facility included */
  readonly line: readonly LonLat[]
}
