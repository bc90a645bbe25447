import type { EditCost, PriceChange } from '../../model/cost'
import { COST_PACK } from '../../model/cost-pack'
import type { RuleStatus } from '../../model/rule-pack'
import type { Language } from '../app-context'
import { tellRange } from '../tell-money'

/** The cost of one edit with its range; where it comes from is told apart (`statusOfCost`). */
export function tellCost(cost: EditCost | null, language: Language): string {
  const { scenario: say } = language.words
  if (cost === null) return say.costUnknown
  if (cost.high_yuan === 0 && cost.item === null) return say.costNone
  const { middle, range } = tellRange(cost, language)
  return range === null ? middle : say.costRange(middle, range)
}

/** How far the price can be trusted; null: not known, or the user's own figure or price. `prices`: the user's own. */
export function statusOfCost(cost: EditCost | null, prices: readonly PriceChange[]): RuleStatus | null {
  if (prices.some(({ code }) => code === cost?.item)) return null
  return COST_PACK.items.find(({ code }) => code === cost?.item)?.status ?? null
}

/** Name of the item a cost goes by; null: none. */
export function itemOfCost(cost: EditCost | null, { locale }: Language): string | null {
  const item = COST_PACK.items.find(({ code }) => code === cost?.item)
  return item === undefined ? null : locale === 'zh' ? item.name_zh : item.name_en
}

/** Costs added up, and how many are not known. */
export function sumCosts(costs: readonly (EditCost | null)[]): {
  readonly sum: EditCost
  readonly unknown: number
} {
  const known = costs.filter((cost) => cost !== null)
  const add = (pick: (cost: EditCost) => number) => known.reduce((sum, cost) => sum + pick(cost), 0)
  return {
    sum: {
      low_yuan: add((cost) => cost.low_yuan),
      default_yuan: add((cost) => cost.default_yuan),
      high_yuan: add((cost) => cost.high_yuan),
      item: null,
      amount: 1,
      unit: null,
    },
    unknown: costs.length - known.length,
  }
}
