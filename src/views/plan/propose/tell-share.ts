import type { Language } from '../../app-context'

/** A small share: 3 %, 0.4 %, and never 0 % where there is something. */
export function tellShare(share: number, { locale }: Language): string {
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB'
  const percent = (value: number, digits: number): string =>
    new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: digits }).format(value)
  if (share > 0 && share < 0.0005) return `< ${percent(0.001, 1)}`
  return percent(share, share < 0.1 ? 1 : 0)
}
