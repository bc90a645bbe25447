import type { Locale } from '../store/state'
import type { Words } from './words.zh'

/** A number that may be missing: null, undefined and NaN all mean "not known". */
type Maybe = number | null | undefined

/** Numbers as the interface shows them: unit always there, unknown said as such and never as 0. */
export interface Formatters {
  /** 1,225 */
  readonly count: (value: Maybe) => string
  /** to a tenth */
  readonly tenths: (value: Maybe) => string
  /** 420 m, 12.3 km; input in metres */
  readonly metres: (value: Maybe) => string
  /** 5.8 min; input in seconds */
  readonly minutes: (value: Maybe) => string
  /** 12,345 people */
  readonly people: (value: Maybe) => string
  /** 350 m², 1.2 ha, 1.35 km²; input in m² */
  readonly area: (value: Maybe) => string
  /** 350 m², 30.2 万 m²: floors are not told in hectares, which measure land; input in m² */
  readonly floor: (value: Maybe) => string
  /** 87 %; input 0–1 */
  readonly share: (value: Maybe) => string
  /** 120.12345, 30.27654 */
  readonly lonLat: (at: readonly [number, number]) => string
  /** metres or minutes by the unit of a limit (seconds become minutes) */
  readonly walk: (value: Maybe, unit: 'm' | 's') => string
  /** a limit of a rule: like a walk, but 5 min and not 5.0 min */
  readonly limit: (value: number, unit: 'm' | 's') => string
  /** 07:30; input in minutes since midnight */
  readonly clock: (minute: number) => string
  /** the limit of a drawn band, metres or minutes */
  readonly band: (limit: number, unit: 'm' | 'min') => string
}

function isKnown(value: Maybe): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** The formatters of one language. */
export function createFormatters(locale: Locale, words: Words): Formatters {
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB'
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
  const tenths = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const hundredths = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const { unit, unknown } = words

  const metres = (value: Maybe) => {
    if (!isKnown(value)) return unknown
    // the switch to km is decided on the rounded value, so 9,999.6 m is not shown as "10,000 m"
    return Math.round(value) < 10_000
      ? `${whole.format(value)} ${unit.m}`
      : `${tenths.format(value / 1000)} ${unit.km}`
  }
  const minutes = (value: Maybe) =>
    isKnown(value) ? `${tenths.format(value / 60)} ${unit.minutes}` : unknown

  return {
    count: (value) => (isKnown(value) ? whole.format(value) : unknown),
    tenths: (value) => (isKnown(value) ? tenths.format(value) : unknown),
    metres,
    minutes,
    people: (value) =>
      isKnown(value) ? `${whole.format(value)} ${value === 1 ? unit.person : unit.people}` : unknown,
    area: (value) => {
      if (!isKnown(value)) return unknown
      if (Math.round(value) < 10_000) return `${whole.format(value)} ${unit.m2}`
      if (value < 1_000_000) return `${hundredths.format(value / 10_000)} ${unit.hectare}`
      return `${hundredths.format(value / 1_000_000)} ${unit.km2}`
    },
    floor: (value) => {
      if (!isKnown(value)) return unknown
      return locale === 'en' || Math.round(value) < 10_000
        ? `${whole.format(value)} ${unit.m2}`
        : `${hundredths.format(value / 10_000)} ${unit.tenThousandM2}`
    },
    share: (value) => (isKnown(value) ? percent.format(value) : unknown),
    lonLat: ([lon, lat]) => `${lon.toFixed(5)}, ${lat.toFixed(5)}`,
    limit: (value, of) => (of === 'm' ? metres(value) : `${hundredths.format(value / 60)} ${unit.minutes}`),
    band: (limit, of) => (of === 'm' ? metres(limit) : `${hundredths.format(limit)} ${unit.minutes}`),
    clock: (minute) =>
      [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
    walk: (value, of) => (of === 'm' ? metres(value) : minutes(value)),
  }
}
