import type { CostItem, CostSum, CostUnit, EditCost, PriceChange } from '../../model/cost'
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

/** The prices a cost goes by, and how much of each; empty: not known, the user's own figure, or nothing is built. */
export function pricesOfCost(
  cost: EditCost | null,
): readonly { readonly item: CostItem; readonly amount: number; readonly unit: CostUnit | null }[] {
  return [cost, cost?.besides].flatMap((part) =>
    COST_PACK.items
      .filter(({ code }) => code === part?.item)
      .map((item) => ({ item, amount: part?.amount ?? 0, unit: part?.unit ?? null })),
  )
}

/**
 * How far the prices can be trusted, by the least sure of them; null: not known, or the user's own figure or prices.
 * `prices`: the user's own.
 */
export function statusOfCost(cost: EditCost | null, prices: readonly PriceChange[]): RuleStatus | null {
  const statuses = pricesOfCost(cost)
    .filter(({ item }) => !prices.some(({ code }) => code === item.code))
    .map(({ item }) => item.status)
  return statuses.find((status) => status !== 'V') ?? statuses[0] ?? null
}

/** How a cost comes about: price × amount, each; null: it goes by no price. */
export function tellReckoning(cost: EditCost | null, { words, format, locale }: Language): string | null {
  const parts = pricesOfCost(cost).map(({ item, amount, unit }) => {
    const told = `${format.count(amount)}${unit === null ? '' : ` ${words.money.unit[unit]}`}`
    return words.money.reckoned(locale === 'zh' ? item.name_zh : item.name_en, told)
  })
  return parts.length === 0 ? null : parts.join(' + ')
}

/** Costs added up; a sum that rests on nothing known is unknown. */
export function tellCostSum(sum: CostSum, language: Language): string {
  const isUnknown = sum.high_yuan === 0 && sum.unknown > 0
  return tellCost(isUnknown ? null : { ...sum, item: null, amount: 1, unit: null }, language)
}

/** Of how many edits a sum does not know the cost; null: of none, or of all, which the sum itself says. */
export function tellUnpriced(sum: CostSum, edits: number, { words, format }: Language): string | null {
  if (sum.unknown === 0 || sum.unknown === edits) return null
  const unknown = format.count(sum.unknown)
  return sum.high_yuan === 0 ? words.scenario.costRestFree(unknown) : words.scenario.costSumUnknown(unknown)
}

/** Whether a sum rests on a price that nobody has verified. */
export function hasUnverified(costs: readonly (EditCost | null)[], prices: readonly PriceChange[]): boolean {
  return costs.some((cost) => {
    const status = statusOfCost(cost, prices)
    return status !== null && status !== 'V'
  })
}

/** Names of the items a cost goes by; null: none. */
export function itemOfCost(cost: EditCost | null, { locale }: Language): string | null {
  const items = pricesOfCost(cost)
  if (items.length === 0) return null
  return items.map(({ item }) => (locale === 'zh' ? item.name_zh : item.name_en)).join(' + ')
}
