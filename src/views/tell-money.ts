import type { CostSum } from '../model/cost'
import type { Language } from './app-context'

const TEN_THOUSAND = 1e4
const LARGE = { zh: 1e8, en: 1e6 } as const
const STEP = { zh: 1e4, en: 1e3 } as const

/** An amount of money in the unit people say it in: 850 元, 12.5 万元, 1.23 亿元; 12.5k yuan, 1.23M yuan. */
export function tellMoney(yuan: number, language: Language): string {
  const size = sizeOf(yuan, language)
  return language.words.money.amount[size](tellNumber(yuan, size, language))
}

type Size = keyof Language['words']['money']['amount']

function sizeOf(yuan: number, { locale }: Language): Size {
  const size = Math.abs(yuan)
  return size < TEN_THOUSAND ? 'plain' : size < LARGE[locale] ? 'thousands' : 'large'
}

function tellNumber(yuan: number, size: Size, { locale }: Language): string {
  const [unit, maximumFractionDigits] =
    size === 'plain'
      ? [1, Math.abs(yuan) < 100 ? 2 : 0]
      : size === 'thousands'
        ? [STEP[locale], 1]
        : [LARGE[locale], 2]
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB'
  return new Intl.NumberFormat(tag, { maximumFractionDigits }).format(yuan / unit)
}

/** Two amounts; the unit is said once where it is the same. */
function tellBetween(low_yuan: number, high_yuan: number, language: Language): string {
  const { money } = language.words
  const [low, high] = [sizeOf(low_yuan, language), sizeOf(high_yuan, language)]
  if (low !== high) return money.range(tellMoney(low_yuan, language), tellMoney(high_yuan, language))
  const numbers = money.range(tellNumber(low_yuan, low, language), tellNumber(high_yuan, high, language))
  return money.amount[low](numbers)
}

/** A cost in the middle and its range; one without a range has none told. */
export function tellRange(
  { low_yuan, default_yuan, high_yuan }: Pick<CostSum, 'low_yuan' | 'default_yuan' | 'high_yuan'>,
  language: Language,
): { readonly middle: string; readonly range: string | null } {
  const range = low_yuan === high_yuan ? null : tellBetween(low_yuan, high_yuan, language)
  return { middle: tellMoney(default_yuan, language), range }
}

/** Money that is not yet promised, or promised beyond what is needed. */
export function tellRemainder(yuan: number, language: Language): string {
  const { money } = language.words
  return (yuan < 0 ? money.atOver : money.atLeft)(tellMoney(Math.abs(yuan), language))
}
