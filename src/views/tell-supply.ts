import type { SupplyNorm } from '../model/supply'
import type { Language } from './app-context'

/** An amount for each `per` of a group, as the rule's figure has it; null: not known. */
export function tellAmount(
  perHead: number,
  { measure, per, group }: SupplyNorm,
  { words, locale }: Language,
): string {
  const format = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { maximumSignificantDigits: 3 })
  return words.supply.per(
    format.format(perHead * per),
    words.supply.measure[measure],
    String(per),
    words.supply.group[group],
  )
}

/** Supply for each, known, bounded on one side or both; null: nothing at all is known. */
export function tellBounds(least: number, most: number, norm: SupplyNorm, language: Language): string | null {
  const { words } = language
  if (Number.isNaN(least) || Number.isNaN(most)) return null
  // single precision columns of sums
  if (Math.abs(most - least) <= 1e-5 * Math.abs(least)) return tellAmount(least, norm, language)
  if (Number.isFinite(most)) return words.supply.upTo(tellAmount(most, norm, language))
  return least > 0 ? words.supply.atLeast(tellAmount(least, norm, language)) : null
}

/** The figure of the rule. */
export function tellNorm(norm: SupplyNorm, language: Language): string {
  return language.words.supply.norm(tellAmount(norm.at_least / norm.per, norm, language))
}
