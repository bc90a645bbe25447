import type { Metres } from './units'

/** V verified · P partly · M to be checked · J judgement · D derived. Anything but V is shown with 「请规划师核对」. */
export type RuleStatus = 'V' | 'P' | 'M' | 'J' | 'D'

/** 5/10/15-minute circle, or B: the housing block 居住街坊. Tiers never substitute for each other. */
export type Tier = '15' | '10' | '5' | 'B'

export type ClassFamily =
  | 'elder'
  | 'child'
  | 'parking'
  | 'sport'
  | 'education'
  | 'health'
  | 'culture'
  | 'service'
  | 'commerce'
  | 'transport'
  | 'municipal'

/**
 * Who a class is for, counted by the survey's fields of the same name. `all`: residents. A community whose
 * survey lacks the field has an unknown number of them, never zero.
 */
export const GROUPS = [
  'all',
  'households',
  'age_0_2',
  'age_3_5',
  'age_6_11',
  'age_12_14',
  'age_60_plus',
  'age_80_plus',
] as const
export type Group = (typeof GROUPS)[number]

/** Where one number comes from, and how sure it is. */
export interface FigureSource {
  /** document, e.g. "GB 50180-2018" */
  readonly document: string
  /** clause or table, e.g. "C.0.2"; empty where the document has none */
  readonly clause: string
  /** edition or year of the document */
  readonly edition: string
  readonly status: RuleStatus
  readonly note?: string
}

/** Numbers of a rule that may have a source of their own; the rest stand on the source of the rule. */
export type FigureField = 'radius_m' | 'building_m2' | 'land_m2' | 'supply' | 'required' | 'tiers'

/** What of a facility counts as supply. */
export type SupplyMeasure = 'capacity' | 'building_m2' | 'land_m2' | 'facilities'

/** How much of a class a group of people needs: `at_least` of the measure for every `per` of the group. */
export interface SupplyRule {
  readonly measure: SupplyMeasure
  readonly at_least: number
  readonly per: number
  readonly group: Group
}

/** One facility class and what the pack asks of it. */
export interface Rule {
  /** facility class code, e.g. ELDER_DAYCARE */
  readonly code: string
  readonly name_zh: string
  readonly name_en: string
  readonly family: ClassFamily
  readonly tiers: readonly Tier[]
  /** service radius as the source gives it; null: the source gives none */
  readonly radius_m: Metres | null
  /** [least, most] m² each; null where the source gives none */
  readonly building_m2: readonly [number | null, number | null] | null
  readonly land_m2: readonly [number | null, number | null] | null
  /** m² per 1000 persons, derived from size ÷ tier population: an indicator, not in the standard */
  readonly per1000_building_derived: string | null
  readonly per1000_land_derived: string | null
  /** true: 应配建; false: 根据实际情况按需配建 */
  readonly required: boolean
  readonly users: readonly string[]
  readonly note: string
  /** document and clause */
  readonly source: string
  readonly status: RuleStatus
  /** the mark as written in the source table, e.g. "M (350: P S6)" */
  readonly status_note: string
  /** whose need the class answers; absent: everybody's */
  readonly group?: Group
  /** absent or null: the pack asks for reach only */
  readonly supply?: SupplyRule | null
  /** sources of single numbers that differ from the rule's own */
  readonly figures?: Readonly<Partial<Record<FigureField, FigureSource>>>
}

export interface RulePack {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly version: string
  /** ISO date */
  readonly date: string
  /** walk distance of each tier in metres, used where a rule gives no radius */
  readonly tier_walk_m: Readonly<Record<Tier, Metres>>
  readonly tier_source: string
  readonly tier_status: Readonly<Record<Tier, RuleStatus>>
  readonly rules: readonly Rule[]
}

/**
 * The walk a verdict uses, in metres, and where it comes from: the rule's own radius, or, where the
 * source gives none, the walk of its smallest tier (then the status is D, derived).
 */
export function verdictLimit(
  pack: RulePack,
  rule: Rule,
): { limit_m: Metres; status: RuleStatus; basis: 'radius' | 'tier' } {
  if (rule.radius_m !== null) return { limit_m: rule.radius_m, status: rule.status, basis: 'radius' }
  const smallest = Math.min(...rule.tiers.map((tier) => pack.tier_walk_m[tier]))
  return { limit_m: smallest, status: 'D', basis: 'tier' }
}
