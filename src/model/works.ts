import type { EditCost } from './cost'
import type { VoteType } from './consent'
import type { HostingRuleId } from './hosting'
import type { RuleStatus } from './rule-pack'

interface Named {
  readonly code: string
  readonly name_zh: string
  readonly name_en: string
}

interface Sourced {
  readonly source_zh: string
  readonly source_en: string
  readonly status: RuleStatus
}

/** What in the data says whether a community needs an item. `survey`: nothing does, somebody has to look. */
export type NeedRule =
  | { readonly kind: 'survey' }
  /** dwellings of so many storeys or more without an elevator */
  | { readonly kind: 'lifts'; readonly storeys: number }
  | { readonly kind: 'parking'; readonly bays_per_household: number }
  /** a gate that is not step-free */
  | { readonly kind: 'step-free' }
  | { readonly kind: 'management' }
  /** renovated as a whole within so many years */
  | { readonly kind: 'renovated'; readonly within_years: number }
  /** not served of the item's classes, by the rules */
  | { readonly kind: 'classes' }

/** One thing of a package 综合改一次 that a community may have done. */
export interface WorkItem extends Named, Sourced {
  /** one of the five groups */
  readonly group: string
  /** one of the seven things the plan wants done at once; null: none of them */
  readonly plan_item: string | null
  /** 基础类, 完善类, 提升类; null: of the plan alone */
  readonly category: 'basic' | 'improving' | 'upgrading' | null
  readonly need: NeedRule
  /** facility classes that it brings: an edit of the scenario that does the same stands for it */
  readonly classes?: readonly string[]
  /** what it is priced by; absent: by no item of its own */
  readonly cost_item?: string
  /** code of an item whose price holds it, where that one is chosen */
  readonly priced_with?: string
  /** nothing is built: rules, agreements */
  readonly is_free?: boolean
  /** how owners decide on it by itself: the mapping is a judgement unless the status says V */
  readonly vote: VoteType
  readonly vote_status: RuleStatus
  readonly phase: string
  /** opens the ground */
  readonly digs?: boolean
  /** makes a surface that opening the ground would spoil */
  readonly covers?: boolean
}

/** Where a space lies that may not take some uses. */
export type SpaceTrait = 'in-housing' | 'below-ground' | 'in-green'

/** What is compared. Things of a scenario or package are named `item:`, `use:` or `edit:` and a code or kind. */
export type ConflictCheck =
  /** rules of hosting, about the spaces that the scenario converts */
  | { readonly kind: 'hosting'; readonly rules: readonly HostingRuleId[] }
  /** uses in spaces of a trait */
  | { readonly kind: 'space'; readonly uses: readonly string[]; readonly trait: SpaceTrait }
  /** one of `these`, and one of `those` where there are any, in one community */
  | { readonly kind: 'together'; readonly these: readonly string[]; readonly those?: readonly string[] }

/** Two things, or a thing and its place, that do not go together, or only if. */
export interface ConflictRule extends Sourced {
  readonly id: string
  readonly title_zh: string
  readonly title_en: string
  readonly text_zh: string
  readonly text_en: string
  /** not allowed, allowed if, or something to look at */
  readonly level: 'block' | 'condition' | 'check'
  readonly check: ConflictCheck
}

/** Works, their order and what does not go together: data with sources, like a rule pack. */
export interface WorksPack {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly version: string
  /** ISO date */
  readonly date: string
  readonly groups: readonly (Named & Sourced)[]
  readonly plan_items: readonly (Named & Sourced)[]
  /** in the order they are done */
  readonly phases: readonly (Named & Sourced)[]
  readonly items: readonly WorkItem[]
  readonly conflicts: readonly ConflictRule[]
}

/** What the user says of one item in one community. */
export interface WorkChoice {
  readonly item: string
  readonly choice: 'chosen' | 'left-out'
  /** in the unit of its price */
  readonly amount?: number
  /** by the user's word; absent: price × amount */
  readonly cost_yuan?: number
  readonly note?: string
}

export interface CommunityWorks {
  readonly community: string
  readonly choices: readonly WorkChoice[]
}

/** What the data say about one item in one community, with the figures that say it. */
export interface WorkNeed {
  readonly verdict: 'needed' | 'not-needed' | 'unknown'
  readonly code: NeedCode
  readonly facts: Readonly<Record<string, number | string>>
}

export type NeedCode =
  | 'survey'
  | 'lift-missing'
  | 'lift-there'
  | 'lift-not-recorded'
  | 'lift-no-tall'
  | 'storeys-not-recorded'
  | 'bays-short'
  | 'bays-enough'
  | 'bays-not-recorded'
  | 'steps-at-gates'
  | 'gates-step-free'
  | 'gates-not-recorded'
  | 'management-weak'
  | 'management-professional'
  | 'management-not-recorded'
  | 'renovated-recently'
  | 'not-renovated'
  | 'renovation-not-recorded'
  | 'class-unserved'
  | 'class-served'
  | 'class-unknown'

/** How the cost of a chosen item is found. */
export type WorkCost =
  | { readonly kind: 'priced'; readonly cost: EditCost }
  /** held by the price of another chosen item */
  | { readonly kind: 'included'; readonly by: string }
  /** by the edits of the scenario that do the same, by their index */
  | { readonly kind: 'edits'; readonly edits: readonly number[] }
  | { readonly kind: 'free' }
  | { readonly kind: 'unknown' }

/** One item in one community. */
export interface WorkState {
  readonly item: string
  readonly need: WorkNeed
  /** null: nothing said */
  readonly choice: 'chosen' | 'left-out' | null
  /** edits of the scenario that do the same in this community */
  readonly edits: readonly number[]
  /** null: it is not chosen */
  readonly cost: WorkCost | null
}

/** A rule that something of a package goes against. */
export interface Conflict {
  readonly rule: string
  /** null: of an edit that is in no community */
  readonly community: string | null
  readonly level: ConflictRule['level'] | 'unknown'
  /** indexes of edits, and codes of chosen items, that meet */
  readonly edits: readonly number[]
  readonly items: readonly string[]
}

/** The works of a community in the order they are done. */
export interface WorkOrder {
  readonly phases: readonly { readonly phase: string; readonly items: readonly string[] }[]
  /** chosen items that open the ground: so many times, were each done by itself */
  readonly digging: readonly string[]
  /** items that open the ground, are not chosen and not known to be needless, beside surfaces that they would spoil */
  readonly later: readonly string[]
}
