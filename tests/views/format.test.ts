import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFormatters } from '../../src/views/format'
import { wordsEn } from '../../src/views/words.en'
import { wordsZh } from '../../src/views/words.zh'

const zh = createFormatters('zh', wordsZh)
const en = createFormatters('en', wordsEn)

describe('formatters', () => {
  it('show metres whole and kilometres in tenths', () => {
    expect(zh.metres(419.6)).toBe('420 m')
    expect(zh.metres(1240)).toBe('1,240 m')
    expect(zh.metres(12_345)).toBe('12.3 km')
  })

  it('choose the unit by the rounded value', () => {
    expect(zh.metres(9999.4)).toBe('9,999 m')
    expect(zh.metres(9999.6)).toBe('10.0 km')
  })

  it('show seconds as minutes in tenths', () => {
    expect(zh.minutes(350)).toBe('5.8 分钟')
    expect(en.minutes(350)).toBe('5.8 min')
  })

  it('show people and area with their unit', () => {
    expect(zh.people(12_345)).toBe('12,345 人')
    expect(zh.area(350)).toBe('350 m²')
    expect(zh.area(12_400)).toBe('1.24 公顷')
    expect(en.area(1_350_000)).toBe('1.35 km²')
    expect(zh.floor(350)).toBe('350 m²')
    expect(zh.floor(302_000)).toBe('30.2 万 m²')
    expect(en.floor(302_000)).toBe('302,000 m²')
  })

  it('show limits without needless decimals', () => {
    expect(zh.limit(300, 'm')).toBe('300 m')
    expect(zh.limit(300, 's')).toBe('5 分钟')
    expect(zh.band(15, 'min')).toBe('15 分钟')
  })

  it('say that a missing number is unknown, never 0', () => {
    for (const missing of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      for (const show of [zh.count, zh.metres, zh.minutes, zh.people, zh.area, zh.share])
        expect(show(missing)).toBe('未知')
      expect(en.walk(missing, 'm')).toBe('Unknown')
    }
  })

  it('say 0 when it is known to be 0', () => {
    expect(zh.people(0)).toBe('0 人')
    expect(zh.metres(0)).toBe('0 m')
  })

  it('always show a unit on a known walk', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (value) => {
        expect(zh.walk(value, 'm')).toMatch(/ k?m$/)
        expect(zh.walk(value, 's')).toMatch(/ 分钟$/)
      }),
    )
  })
})
