import type { RuleStatus } from './rule-pack'

/** What an amount of an item is counted in. */
export type CostUnit = 'm2' | 'm2_floor' | 'bay' | 'place' | 'each'

/** A price with its range, editable; everything but V is shown as 「未核实默认值」. */
export interface CostItem {
  readonly code: string
  readonly name_zh: string
  readonly name_en: string
  readonly unit: CostUnit
  readonly low_yuan: number
  readonly default_yuan: number
  readonly high_yuan: number
  readonly status: RuleStatus
  readonly source: string
}

/** Prices, and which of them each measure takes. */
export interface CostPack {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly version: string
  /** ISO date */
  readonly date: string
  readonly items: readonly CostItem[]
  /** item of each hosted use, in a room and on open land */
  readonly uses: Readonly<Record<string, { readonly room: string; readonly land: string }>>
  /** item of a new or opened gate, counted each */
  readonly gate: string
  /** item of a path, by its area: length × width */
  readonly path: string
  readonly path_width_m: number
}

/** What one edit costs, and how that was reckoned. */
export interface EditCost {
  readonly low_yuan: number
  readonly default_yuan: number
  readonly high_yuan: number
  /** null: the user's own figure */
  readonly item: string | null
  readonly amount: number
  readonly unit: CostUnit | null
  /** a second item that is in the sums; absent: none */
  readonly besides?: { readonly item: string; readonly amount: number; readonly unit: CostUnit }
}

/** The user's own price of an item, in place of the shipped one. */
export interface PriceChange {
  readonly code: string
  readonly low_yuan: number
  readonly default_yuan: number
  readonly high_yuan: number
}

/** Costs added up. What is not known is counted, never taken for zero. */
export interface CostSum {
  readonly low_yuan: number
  readonly default_yuan: number
  readonly high_yuan: number
  /** how many of the costs are not known: the sums are what is known at least */
  readonly unknown: number
}
