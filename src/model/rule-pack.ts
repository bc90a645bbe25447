import type { Metres } from './units'

/** V verified · P partly · M to be checked · J judgement · D derived. Anything but V is shown with 「请规划师核对」. */
export const RULE_STATUSES = ['V', 'P', 'M', 'J', 'D'] as const
export type RuleStatus = (typeof RULE_STATUSES)[number]

/** 5/10/15-minute circle, or B: the housing block 居住街坊. Tiers never substitute for each other. */
export const TIERS = ['15', '10', '5', 'B'] as const
export type Tier = (typeof TIERS)[number]

/** In the order of families everywhere: the four the plan fills first, then the rest. */
export const CLASS_FAMILIES = [
  'elder',
  'child',
  'parking',
  'sport',
  'education',
  'health',
  'culture',
  'service',
  'commerce',
  'transport',
  'municipal',
] as const
export type ClassFamily = (typeof CLASS_FAMILIES)[number]

/** The groups that are people of an age; 60+ has those of 80+ in it. */
export const AGE_GROUPS = [
  'age_0_2',
  'age_3_5',
  'age_6_11',
  'age_12_14',
  'age_60_plus',
  'age_80_plus',
] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]

/**
 * Who a class is for, counted by the survey's fields of the same name. `all`: residents. A community whose
 * survey lacks the field has an unknown number of them, never zero.
 */
export const GROUPS = ['all', 'households', ...AGE_GROUPS] as const
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
  /** id of the pack the number is from, where several are combined */
  readonly pack?: string
  /** what stood here before, oldest first: numbers of earlier packs, or the one a user has changed */
  readonly replaced?: readonly ReplacedFigure[]
}

/** A number that another one has taken the place of. */
export interface ReplacedFigure {
  readonly value: FigureValue
  readonly source: Omit<FigureSource, 'replaced'>
}

/** Numbers of a rule that may have a source of their own; the rest stand on the source of the rule. */
export const FIGURE_FIELDS = [
  'tiers',
  'radius_m',
  'building_m2',
  'land_m2',
  'width_m',
  'supply',
  'old_area_factor',
  'required',
] as const
export type FigureField = (typeof FIGURE_FIELDS)[number]

/** Least and most; null where the source gives none. */
export type Range = readonly [number | null, number | null]

/** A value of any figure; null or an empty list of tiers: the source gives none. */
export type FigureValue = number | boolean | Range | SupplyRule | readonly Tier[] | null

/** What of a facility counts as supply. */
export const SUPPLY_MEASURES = ['capacity', 'building_m2', 'land_m2', 'facilities'] as const
export type SupplyMeasure = (typeof SUPPLY_MEASURES)[number]

/** How much of a class a group of people needs: `at_least` of the measure for every `per` of the group. */
export interface SupplyRule {
  readonly measure: SupplyMeasure
  readonly at_least: number
  readonly per: number
  readonly group: Group
}

/** How much of the measure one of the group needs. */
export function normOf({ at_least, per }: SupplyRule): number {
  return at_least / per
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
  readonly building_m2: Range | null
  readonly land_m2: Range | null
  /** least width of a park; absent or null: none */
  readonly width_m?: Metres | null
  /** m² per 1000 persons, derived from size ÷ tier population: an indicator, not in the standard */
  readonly per1000_building_derived: string | null
  readonly per1000_land_derived: string | null
  /** true: 应配建; false: 根据实际情况按需配建 */
  readonly required: boolean
  readonly users: readonly string[]
  readonly note: string
  /** document as the pack lists it, a space, and the clause */
  readonly source: string
  readonly status: RuleStatus
  /** the mark as written in the source table, e.g. "M (350: P S6)" */
  readonly status_note: string
  /** whose need the class answers; absent: everybody's */
  readonly group?: Group
  /** absent or null: the pack asks for reach only */
  readonly supply?: SupplyRule | null
  /** in old areas that cannot comply this share of the supply is enough; absent or null: no such clause */
  readonly old_area_factor?: number | null
  /** sources of single numbers that differ from the rule's own */
  readonly figures?: Readonly<Partial<Record<FigureField, FigureSource>>>
}

/** A document that rows of a pack quote by its id. */
export interface PackDocument {
  readonly id: string
  readonly title_zh: string
  readonly title_en: string
  readonly edition: string
  readonly note?: string
}

/** How an indicator is told of an assessment. */
export const INDICATOR_METHODS = [
  // met where one of the classes serves the community
  'reach-any',
  // met where each of the classes does
  'reach-all',
  // bays needed (households × ratio) against bays on record
  'bays',
  // share of people served
  'coverage',
  // an amount per head over all communities together, as its ratio says
  'supply',
  // only a plan can tell, as when a space is filled: unknown unless the planner entered it
  'plan',
  // only a survey can tell: unknown unless the planner entered it
  'survey',
] as const
export type IndicatorMethod = (typeof INDICATOR_METHODS)[number]

export const RATIO_KINDS = [
  // the measure for every `per` of the group
  'per-head',
  // how many of the group there are for each facility; of several classes that with the fewest
  'heads-each',
  // how many of the group lack one of the measure: those not served, and those the served ones are too many by
  'missing',
] as const
export type RatioKind = (typeof RATIO_KINDS)[number]

/** What an indicator of supply divides by what. */
export interface IndicatorRatio {
  readonly kind: RatioKind
  readonly measure: SupplyMeasure
  readonly per: number
  readonly group: Group
}

/** What a document asks to be counted, beside the rules of classes. */
export interface Indicator {
  readonly code: string
  readonly name_zh: string
  readonly name_en: string
  readonly method: IndicatorMethod
  /** facility classes it speaks of */
  readonly classes: readonly string[]
  /** the amount asked for; null: the document gives none */
  readonly amount: Range | null
  /** unit of the amount, e.g. "m²/person"; empty without one */
  readonly unit: string
  /** for `supply`; absent: the pack does not say, and it stays unknown */
  readonly ratio?: IndicatorRatio
  /** for `survey` and `plan`: which data would tell it */
  readonly needs_zh?: string
  readonly needs_en?: string
  readonly source: FigureSource
}

/** A number or a list of words that a document fixes and the program goes by. */
export interface PackParameter {
  readonly code: string
  readonly name_zh: string
  readonly name_en: string
  readonly value: number | readonly string[]
  readonly unit: string
  readonly source: FigureSource
}

/** A pack that a combined one is made of. */
export interface PackMember {
  readonly id: string
  readonly version: string
  readonly hash: string
  readonly name_zh: string
  readonly name_en: string
}

/** What a pack says besides its rules and walks; packs made in passing may leave it out. */
interface PackExtras {
  readonly note_zh?: string
  readonly note_en?: string
  readonly documents?: readonly PackDocument[]
  /** where marks such as "S6" in notes lead */
  readonly references?: Readonly<Record<string, string>>
  /** sources of the tiers' walks that differ from `tier_source` */
  readonly tier_figures?: Readonly<Partial<Record<Tier, FigureSource>>>
  readonly indicators?: readonly Indicator[]
  readonly parameters?: readonly PackParameter[]
}

/** What is judged by: one pack, or several combined. */
export interface RulePack extends PackExtras {
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
  /** the packs it is combined from, in order */
  readonly members?: readonly PackMember[]
  /** true: the old-area factor has been applied to supply */
  readonly old_area?: boolean
}

/** A rule as a file has it: what its document does not say is null, and stays with the earlier pack. */
export type PackRule = Omit<Rule, 'required'> & { readonly required: boolean | null }

/** `format` of a pack file. */
export const PACK_FORMAT = 'lifecircle-rules'
/** Raised when pack files change shape. */
export const PACK_SCHEMA = 1

/** A pack as a file: shipped, shared, or a user's own. It need not say everything: packs are combined. */
export interface PackFile extends PackExtras {
  readonly format: typeof PACK_FORMAT
  readonly schema: typeof PACK_SCHEMA
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly version: string
  readonly date: string
  readonly documents: readonly PackDocument[]
  readonly tier_walk_m: Readonly<Partial<Record<Tier, Metres>>>
  readonly tier_source: string
  readonly tier_status: Readonly<Partial<Record<Tier, RuleStatus>>>
  readonly rules: readonly PackRule[]
  /** the pack it was made from by editing */
  readonly made_from?: PackMember
}

/** What to judge by: packs in their order, and whether old areas get their factor. Kept in the project. */
export interface RuleChoice {
  readonly packs: readonly PackFile[]
  readonly old_area: boolean
}

/**
 * The walk a verdict uses, in metres, and where it comes from: the rule's own radius, or, where the
 * source gives none, the walk of its smallest tier (then the status is D, derived).
 */
export function verdictLimit(
  pack: RulePack,
  rule: Rule,
): { limit_m: Metres; status: RuleStatus; basis: 'radius' | 'tier' } {
  if (rule.radius_m !== null) {
    const status = rule.figures?.radius_m?.status ?? rule.status
    return { limit_m: rule.radius_m, status, basis: 'radius' }
  }
  const smallest = Math.min(...rule.tiers.map((tier) => pack.tier_walk_m[tier]))
  return { limit_m: smallest, status: 'D', basis: 'tier' }
}
