import type { Language } from '../../app-context'

/** An amount of money: 12.5 万元, 850 元. */
export function tellYuan(yuan: number, { words, locale }: Language): string {
  const { largeYuan, large, yuan: unit } = words.scenario
  const isLarge = Math.abs(yuan) >= largeYuan
  const digits = isLarge ? (locale === 'zh' ? 1 : 2) : 0
  const number = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: digits })
  return `${number.format(isLarge ? yuan / largeYuan : yuan)} ${isLarge ? large : unit}`
}
