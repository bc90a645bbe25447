import { expect, test } from 'vitest'
import type { IndicatorCount, IndicatorReason } from '../../src/model/indicator-tally'
import type { Indicator } from '../../src/model/rule-pack'
import { SHIPPED_PACKS } from '../../src/model/rules/shipped-packs'
import type { Language } from '../../src/views/app-context'
import { createFormatters } from '../../src/views/format'
import { indicatorRows } from '../../src/views/rules/indicator-rows'
import { tellRange } from '../../src/views/rules/tell-figure'
import { tellIndicator } from '../../src/views/rules/tell-indicator'
import { wordsEn } from '../../src/views/words.en'
import { wordsZh } from '../../src/views/words.zh'

const zh: Language = { locale: 'zh', words: wordsZh, format: createFormatters('zh', wordsZh) }
const en: Language = { locale: 'en', words: wordsEn, format: createFormatters('en', wordsEn) }
const all = SHIPPED_PACKS.flatMap(({ indicators = [] }) => indicators)
const indicatorOf = (code: string): Indicator => all.find((each) => each.code === code)!

const land = {
  measure: 'land_m2',
  group: 'all',
  supply: 700,
  facilities: 2,
  people: 1250,
  people_estimated: 250,
} as const

function counted(code: string, more: Partial<IndicatorCount>): IndicatorCount {
  return {
    code,
    method: indicatorOf(code).method,
    judged: 'area',
    met: 0,
    unmet: 0,
    unknown: 1,
    share: null,
    missing: null,
    value: null,
    entered: [],
    reasons: [],
    absent: [],
    ...more,
  }
}

const NAMES = { classOf: (code: string) => code, community: (id: string) => `小区 ${id}` }

const tell = (code: string, more: Partial<IndicatorCount>, language = zh) =>
  tellIndicator(indicatorOf(code), counted(code, more), NAMES, language)

test('a ratio with its unit, its bounds and what it was computed from', () => {
  const value = { ...land, least: 0.56, most: 0.56 }
  expect(tell('IND_SPORT_HZ', { unmet: 1, unknown: 0, value })).toEqual({
    verdict: '合计未达',
    isUnknown: false,
    value: '0.56 m²/人',
    from: '用地 700 m²（2 处） ÷ 1,250 人（其中估算 250）',
    entered: [],
    reasons: [],
  })
  expect(tell('IND_SPORT_HZ', { value: { ...value, most: null } }).value).toBe('≥ 0.56 m²/人')
  expect(tell('IND_SPORT_HZ', { value: { ...value, least: 0 } }).value).toBe('≤ 0.56 m²/人')
  expect(tell('IND_SPORT_HZ', { value: { ...value, least: null, most: null } }).value).toBe('未知')
  expect(tell('IND_SPORT_HZ', { value: { ...value, least: 0.4 } }, en).value).toBe('0.4–0.56 m²/person')
  expect(tell('IND_SPORT_HZ', { value: { ...value, least: 0, most: null } }).value).toBe('未知')
  const places = { ...land, measure: 'capacity', group: 'age_6_11', least: 0, most: 10 } as const
  expect(tell('CK04', { value: places }).value).toBe('缺 ≤ 10 个位子')
})

test('the unknown says which data to bring, in both languages, and in the file', () => {
  const needs: readonly IndicatorReason[] = [{ code: 'needs-survey' }]
  expect(tell('CC12', { judged: 'communities', unknown: 3, reasons: needs })).toMatchObject({
    verdict: '未知',
    reasons: ['须现场调查：坡道、扶手、电梯等无障碍设施的现状'],
  })
  const reasons: readonly IndicatorReason[] = [
    { code: 'not-surveyed', classes: ['SPORT_M'] },
    { code: 'no-size', measure: 'land_m2', facilities: 3 },
    { code: 'no-people', group: 'all', communities: 2 },
  ]
  const value = { ...land, least: 0, most: null }
  expect(tell('IND_SPORT_HZ', { value, reasons }, en).reasons).toEqual([
    'More may be there than on record: SPORT_M. Add them, or confirm in Data that the class was surveyed',
    '3 facilities lack land area; add it to the table',
    '2 communities lack residents; add it to the table',
  ])
  const indicators = [indicatorOf('IND_SPORT_HZ'), indicatorOf('CC12')]
  const counts = new Map([['IND_SPORT_HZ', counted('IND_SPORT_HZ', { value, reasons })]])
  const [head, first, second] = indicatorRows({ indicators, counts, names: NAMES, language: zh })
  const at = head.indexOf('未知原因与需补资料')
  expect(first[at]).toContain('3 处设施缺用地面积')
  // a number nobody verified asks for the planner, and what was not counted is not met
  expect([second[head.indexOf('判断')], second[head.indexOf('请规划师核对')]]).toEqual([
    '未知',
    '请规划师核对',
  ])
  expect(new Set([head, first, second].map((row) => row.length)).size).toBe(1)
})

test('what was entered is marked so, with its unit, date and source, on the page and in the file', () => {
  const entry = { code: 'SURFACE_BAYS', unit: '%', date: '2024-05-01', source: '街道台账', note: '' } as const
  const entered = [
    { ...entry, community: 'a', value: 9.5, verdict: 'met' },
    { ...entry, community: 'b', value: 12, note: '抽样', verdict: 'unmet' },
  ] as const
  const more = { judged: 'communities', met: 1, unmet: 1, unknown: 3, entered } as const
  expect(tell('SURFACE_BAYS', more)).toMatchObject({
    verdict: '达标 1 · 未达 1 · 未知 3（填报）',
    value: null,
    entered: [
      '填报 小区 a：9.5 %，达标（2024-05-01、来源：街道台账）',
      '填报 小区 b：12 %，未达（2024-05-01、来源：街道台账、抽样）',
    ],
  })
  const counts = new Map([['SURFACE_BAYS', counted('SURFACE_BAYS', more)]])
  const indicators = [indicatorOf('SURFACE_BAYS')]
  const [head, row] = indicatorRows({ indicators, counts, names: NAMES, language: zh })
  expect(row[head.indexOf('填报值与来源')]).toContain('填报 小区 b：12 %，未达')
  // it is no computed value
  expect([row[head.indexOf('数值')], row[head.indexOf('计算依据')]]).toEqual([null, null])
  const found = {
    ...entry,
    code: 'CK09',
    unit: '',
    community: null,
    value: 'unmet',
    verdict: 'unmet',
  } as const
  expect(tell('CK09', { unmet: 1, unknown: 0, entered: [found] }, en)).toMatchObject({
    verdict: 'Total: not met (entered)',
    entered: ['Entered, All communities together: not met (2024-05-01, source: 街道台账)'],
  })
})

test('every unit of a shipped indicator or parameter has its Chinese', () => {
  const told = new Set(['', 'm²', '%', ...Object.keys(wordsZh.indicators.unitOf)])
  const rows = [...all, ...SHIPPED_PACKS.flatMap(({ parameters = [] }) => parameters)]
  expect([...new Set(rows.map(({ unit }) => unit))].filter((unit) => !told.has(unit))).toEqual([])
})

test('both ends of a range are written alike', () => {
  expect(tellRange([5000, 12_000], zh)).toBe('5,000–12,000')
  expect(tellRange([1000, 3000], zh)).toBe('1,000–3,000')
})
