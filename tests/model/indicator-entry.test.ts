import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkEntry,
  type EntryDraft,
  type IndicatorEntry,
  isRealDate,
  judgeEntry,
  withEntries,
  withoutEntry,
} from '../../src/model/indicator-entry'

const asked = (amount: readonly [number | null, number | null] | null, unit: string) => ({ amount, unit })
const at = (value: number, amount: readonly [number | null, number | null]) =>
  judgeEntry({ value, unit: 'm' }, asked(amount, 'm'))
const GREEN = { method: 'survey', ...asked([0.35, null], 'm²/person') } as const
const entry: IndicatorEntry = {
  code: 'GREEN_BLOCK_OLD',
  community: null,
  value: 0.4,
  unit: 'm²/person',
  date: '2024-05-01',
  source: '竣工图',
  note: '',
}

test('a value is judged by both bounds, each itself included', () => {
  expect([0.34, 0.35, 0.36].map((value) => at(value, [0.35, null]))).toEqual(['unmet', 'met', 'met'])
  expect([9.9, 10, 10.1].map((value) => at(value, [null, 10]))).toEqual(['met', 'met', 'unmet'])
  expect([49, 50, 150, 151].map((value) => at(value, [50, 150]))).toEqual(['unmet', 'met', 'met', 'unmet'])
})

test('what cannot be judged is unknown: another unit, no amount asked for, words where an amount is', () => {
  expect(judgeEntry({ value: 40, unit: '%' }, asked([0.35, null], 'share'))).toBe('unknown')
  expect(judgeEntry({ value: 40, unit: 'm' }, asked(null, ''))).toBe('unknown')
  expect(judgeEntry({ value: 40, unit: 'm' }, asked([null, null], 'm'))).toBe('unknown')
  expect(judgeEntry({ value: 'met', unit: '' }, asked([0.35, null], 'm'))).toBe('unknown')
  expect(judgeEntry({ value: 'unmet', unit: '' }, asked(null, ''))).toBe('unmet')
})

test('each thing that keeps an entry out has its own word', () => {
  const check = (more: Partial<EntryDraft>, indicator: Parameters<typeof checkEntry>[1] = GREEN) =>
    checkEntry({ ...entry, ...more }, indicator, [], new Set(['c']))
  expect(check({})).toEqual([])
  expect(check({ community: 'c' })).toEqual([])
  expect(check({ value: null })).toEqual(['no-value'])
  expect(check({ value: NaN })).toEqual(['no-value'])
  expect(check({ value: 'met', unit: '' })).toEqual(['needs-amount'])
  expect(check({ value: -0.1 })).toEqual(['negative'])
  expect(check({ value: 1e9 + 1 })).toEqual(['too-large'])
  expect(check({ unit: '' })).toEqual(['no-unit'])
  expect(check({ unit: '%' })).toEqual(['other-unit'])
  expect(check({ date: '2024-02-30' })).toEqual(['no-date'])
  expect(check({ source: ' ' })).toEqual(['no-source'])
  expect(check({ note: 'x'.repeat(301) })).toEqual(['too-long'])
  expect(check({ community: 'gone' })).toEqual(['no-community'])
  expect(check({}, { ...GREEN, method: 'supply' })).toEqual(['computed'])
  const percent = { method: 'survey', ...asked([60, null], '%') } as const
  expect([100, 100.1].map((value) => check({ value, unit: '%' }, percent))).toEqual([[], ['too-large']])
  const persons = { method: 'plan', ...asked([1000, 3000], 'persons') } as const
  expect(check({ value: 1000.5, unit: 'persons' }, persons)).toEqual(['not-whole'])
  // where the document asks for no amount, a finding is enough, and a number has the unit it came with
  const open = { method: 'survey', ...asked(null, '') } as const
  expect([check({ value: 'met', unit: '' }, open), check({ value: 12, unit: 'm' }, open)]).toEqual([[], []])
  expect(checkEntry({ ...entry, community: 'c' }, GREEN, [entry], new Set(['c']))).toEqual(['other-scope'])
})

test('a date is a day of the calendar', () => {
  expect(['2024-02-29', '2000-02-29', '1900-01-01'].every(isRealDate)).toBe(true)
  const wrong = [
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '1899-12-31',
    '24-1-1',
    '',
  ]
  expect(wrong.filter(isRealDate)).toEqual([])
})

test('of one indicator and place the last entry stands; the others stay', () => {
  const aPlace = fc.record({
    code: fc.constantFrom('A', 'B'),
    community: fc.constantFrom(null, 'c1', 'c2'),
    value: fc.nat(9),
  })
  fc.assert(
    fc.property(fc.array(aPlace, { maxLength: 8 }), (list) => {
      const entries = list.map((more) => ({ ...entry, ...more }))
      const kept = entries.reduce<readonly IndicatorEntry[]>(
        (before, each) => withEntries(before, [each]),
        [],
      )
      const last = new Map(entries.map((each) => [`${each.code} ${each.community}`, each]))
      expect(new Set(kept)).toEqual(new Set(last.values()))
      expect(
        kept.reduce<readonly IndicatorEntry[]>((before, each) => withoutEntry(before, each), kept),
      ).toEqual([])
    }),
    { numRuns: 100, seed: 4 },
  )
})
