import type { EditCost } from '../../model/cost'
import { COST_PACK } from '../../model/cost-pack'
import type { RuleStatus } from '../../model/rule-pack'
import type { Language } from '../app-context'

/** The cost of one edit with its range, in one unit; where it comes from is told apart (`statusOfCost`). */
export function tellCost(cost: EditCost | null, { words, locale }: Language): string {
  const { scenario: say } = words
  if (cost === null) return say.costUnknown
  const { low_yuan, default_yuan, high_yuan, item } = cost
  if (high_yuan === 0 && item === null) return say.costNone
  const isLarge = default_yuan >= say.largeYuan
  const digits = isLarge ? (locale === 'zh' ? 1 : 2) : 0
  const number = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: digits })
  const amount = (yuan: number) => number.format(isLarge ? yuan / say.largeYuan : yuan)
  const unit = isLarge ? say.large : say.yuan
  return low_yuan === high_yuan
    ? `${amount(default_yuan)} ${unit}`
    : say.costRange(amount(default_yuan), amount(low_yuan), amount(high_yuan), unit)
}

/** How far the price can be trusted; null: not known, or the user's own figure. */
export function statusOfCost(cost: EditCost | null): RuleStatus | null {
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
