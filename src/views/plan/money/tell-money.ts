import type { CostSum } from '../../../model/cost'
import type { Language } from '../../app-context'

const TEN_THOUSAND = 1e4
const LARGE = { zh: 1e8, en: 1e6 } as const
const STEP = { zh: 1e4, en: 1e3 } as const

/** An amount of money in the unit people say it in: 850 元, 12.5 万元, 1.23 亿元; 12.5k yuan, 1.23M yuan. */
export function tellMoney(yuan: number, { locale, words: { money } }: Language): string {
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB'
  const say = (value: number, digits: number): string =>
    new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(value)
  const size = Math.abs(yuan)
  if (size < TEN_THOUSAND) return money.amount.plain(say(yuan, size < 100 ? 2 : 0))
  if (size < LARGE[locale]) return money.amount.thousands(say(yuan / STEP[locale], 1))
  return money.amount.large(say(yuan / LARGE[locale], 2))
}

/** A cost in the middle and its range; one without a range has none told. */
export function tellRange(
  { low_yuan, default_yuan, high_yuan }: Pick<CostSum, 'low_yuan' | 'default_yuan' | 'high_yuan'>,
  language: Language,
): { readonly middle: string; readonly range: string | null } {
  const tell = (yuan: number): string => tellMoney(yuan, language)
  const range = low_yuan === high_yuan ? null : language.words.money.range(tell(low_yuan), tell(high_yuan))
  return { middle: tell(default_yuan), range }
}
