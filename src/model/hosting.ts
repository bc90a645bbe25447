import type { RuleStatus } from './rule-pack'
import type { ComplexRule, Service } from './service-complex'

/** Where in a building, or on what ground, a space lies. */
export const PLACES = ['vacant', 'waste', 'floor_1', 'floor_2_3', 'floor_4_up', 'basement', 'roof'] as const
export type Place = (typeof PLACES)[number]

/** 0 no · 1 with conditions · 2 fits; null: the combination makes no sense */
export type Fit = 0 | 1 | 2 | null

/** What a space may become. Several uses may serve the same facility class. */
export interface HostedUse {
  readonly code: string
  /** facility classes of the rule packs that it counts as */
  readonly classes: readonly string[]
  readonly name_zh: string
  readonly name_en: string
  readonly fit: Readonly<Record<Place, Fit>>
  readonly least_m2: number
  /** which service of the guide to embedded services it is (J); absent: none of them */
  readonly service?: Service
  /** true: too small a space may be pooled with others */
  readonly may_pool?: boolean
  /** what is counted beside area, and how much each takes */
  readonly unit?: 'bay' | 'place'
  readonly unit_m2?: number
  readonly source_zh: string
  readonly source_en: string
  readonly status: RuleStatus
  readonly note: string
}

export const HOSTING_RULES = [
  ...(['HR01', 'HR02', 'HR03', 'HR04', 'HR05', 'HR06', 'HR07', 'HR08', 'HR09', 'HR10'] as const),
  ...(['HR11', 'HR12', 'HR13', 'HR14', 'HR15', 'HR16', 'HR17', 'HR18', 'HR19', 'HR20'] as const),
  ...(['MATRIX', 'AREA', 'TENURE'] as const),
] as const
export type HostingRuleId = (typeof HOSTING_RULES)[number]

/** One rule as people read it; the check is code, `engine/suitability/rules`. */
export interface HostingRule {
  readonly id: HostingRuleId
  readonly level: 'block' | 'warn' | 'info'
  readonly text_zh: string
  readonly text_en: string
  readonly source_zh: string
  readonly source_en: string
  readonly status: RuleStatus
  /** codes of uses; "*": all */
  readonly uses: readonly string[]
}

/** What hosting is judged by: data with sources, like a rule pack. */
export interface HostingPack {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly version: string
  /** ISO date */
  readonly date: string
  readonly uses: readonly HostedUse[]
  readonly rules: readonly HostingRule[]
  /** for spaces of one site that are split among three uses or more */
  readonly complex_rules: readonly ComplexRule[]
}

/**
 * What one rule says of one space and use. `block`: not allowed. `condition`: allowed if. `warn`: look at it.
 * `unknown`: a fact is missing that could block it. `info`: worth knowing.
 */
export interface HostingFinding {
  readonly rule: HostingRuleId
  readonly level: 'block' | 'condition' | 'warn' | 'unknown' | 'info'
  /** which of the rule's sentences applies; each has words in both dictionaries */
  readonly code: HostingCode
  readonly facts: Readonly<Record<string, string | number>>
}

export type HostingCode =
  | 'below-ground'
  | 'storey-too-high'
  | 'storey-high-limited'
  | 'storey-senior-class'
  | 'sun-too-short'
  | 'outdoor-none'
  | 'outdoor-allows'
  | 'entrance-not-own'
  | 'three-classes-at-most'
  | 'not-a-care-facility'
  | 'lift-missing'
  | 'height-beyond-32'
  | 'persons-at-most'
  | 'fumes-in-housing'
  | 'fumes-near-housing'
  | 'flue-needed'
  | 'not-on-ground-floor'
  | 'area-below'
  | 'fire-lane-check'
  | 'too-near-buildings'
  | 'fire-cell-needed'
  | 'permission-needed'
  | 'civil-defense-permit'
  | 'appraisal-needed'
  | 'heritage-no-volume'
  | 'heritage-interior-only'
  | 'noise-near-windows'
  | 'place-does-not-fit'
  | 'place-with-conditions'
  | 'may-be-pooled'
  | 'free-until'
  | 'fact-missing'

/** What a space may be for one use. `fits` has no condition open; a missing fact is a condition. */
export interface Hosting {
  readonly space: string
  readonly use: string
  readonly verdict: 'fits' | 'conditions' | 'blocked'
  readonly findings: readonly HostingFinding[]
  /** area there is; null: not known */
  readonly area_m2: number | null
  /** bays or places that fit; null: not counted in these, or the area is not known */
  readonly units: number | null
}
