import { expect, test } from 'vitest'
import type { ParkingRow, SupplyAnswer, SupplyNorm } from '../../src/model/supply'
import type { Language } from '../../src/views/app-context'
import { createFormatters } from '../../src/views/format'
import { classSheet, parkingSheet, sortLines } from '../../src/views/supply/supply-rows'
import { wordsZh } from '../../src/views/words.zh'
import { supplyTableZh } from '../../src/views/words/supply-table.zh'

const language: Language = { locale: 'zh', words: wordsZh, format: createFormatters('zh', wordsZh) }
const names = {
  community: (id: string) => `名${id}`,
  subdistrictOf: (id: string) => (id === 'a' ? '甲街道' : null),
  facility: (id: string) => `设施${id}`,
}

const park = (community: string, changes: Partial<ParkingRow>): ParkingRow => ({
  community,
  households: 100,
  is_estimated: false,
  demand: 70,
  own_bays: 20,
  residents_bays: 0,
  shared_bays: 0,
  uncounted: 0,
  shortage: 50,
  ...changes,
})

/** 2 m² for each resident; a has 1 of the 2, b between 1 and no bound, c is not known at all. */
const answer = {
  communities: ['a', 'b', 'c'],
  classes: [
    {
      code: 'GREEN',
      limit: 300,
      limit_unit: 'm',
      norm: { measure: 'land_m2', at_least: 2, per: 1, group: 'all', status: 'M' } as SupplyNorm,
    },
    { code: 'BANK', limit: 500, limit_unit: 'm', norm: null },
  ],
  least: Float32Array.of(1, NaN, 1, NaN, NaN, NaN),
  most: Float32Array.of(1, NaN, Infinity, NaN, NaN, NaN),
  enough_share: Float32Array.of(0, NaN, 0.25, NaN, NaN, NaN),
  unknown_share: Float32Array.of(0, NaN, 0.75, NaN, 1, NaN),
  within: Float32Array.of(300, NaN, 300, NaN, NaN, NaN),
  within_people: Float32Array.of(200, NaN, 0, NaN, NaN, NaN),
  second: Int32Array.of(-1, 0, -1, -1, -1, -1),
  second_m: Float32Array.of(NaN, 420.4, NaN, NaN, NaN, NaN),
  second_s: Float32Array.of(NaN, 350, NaN, NaN, NaN, NaN),
  two_share: Float32Array.of(0, 0.5, 0, 0, NaN, NaN),
  facility_ids: ['f'],
  parking: {
    bays_per_household: 0.7,
    status: 'J',
    unsurveyed: ['residents'],
    rows: [
      park('a', {}),
      park('b', { own_bays: null, shortage: null }),
      park('c', { households: 10, is_estimated: true, demand: 7, shortage: 0 }),
    ],
  },
} as unknown as SupplyAnswer

const input = { answer, rows: [0, 1, 2], names, language, say: supplyTableZh }

test('bays against cars: unknown is unknown and never nothing, an estimate is marked', () => {
  const { headings, lines } = parkingSheet(input)
  // a file has numbers alone: that they are bounds stands above them
  const { shortage, shortageMost, ...others } = supplyTableZh.parking
  expect(headings.map(({ title }) => title).slice(2)).toEqual([...Object.values(others), shortageMost])
  const surveyed = { ...answer, parking: { ...answer.parking, unsurveyed: [] } }
  expect(parkingSheet({ ...input, answer: surveyed }).headings[8].title).toBe(shortage)
  const told = lines.map(({ cells }) => cells.map(({ text }) => text).join(' '))
  expect(told).toEqual([
    '名a 甲街道 100 70 20 未调查 0 0 至多 50',
    '名b 未知 100 70 未知 未调查 0 0 未知',
    '名c 未知 估算 10 估算 7 20 未调查 0 0 0',
  ])
  expect(lines.map(({ cells }) => cells[8].tone)).toEqual(['unserved', 'unknown', undefined])
})

test('supply for each stands between its bounds; a class without a figure has the second nearest only', () => {
  const green = classSheet(input, 0)
  expect(green.headings[2].title).toBe('人均供给（m² 用地）')
  expect(green.lines.map(({ cells }) => cells.slice(2, 6).map(({ text }) => text))).toEqual([
    ['1', '0%', '0%', '1.5'],
    ['≥ 1', '25%', '75%', '未知'],
    ['未知', '未知', '100%', '未知'],
  ])
  expect(green.lines[0].cells[2].tone).toBe('unserved')
  expect(green.lines[1].cells[2].tone).toBeUndefined()
  const bank = classSheet(input, 1)
  expect(bank.headings).toHaveLength(6)
  expect(bank.lines[0].cells.slice(2).map(({ text }) => text)).toEqual(['设施f', '420', '5.8', '50%'])
})

test('what is not known comes last, whichever way the order goes', () => {
  const { lines } = parkingSheet(input)
  const ids = (isDescending: boolean) =>
    sortLines(lines, 8, isDescending, (a, b) => (a < b ? -1 : 1)).map(({ id }) => id)
  expect(ids(true)).toEqual(['a', 'c', 'b'])
  expect(ids(false)).toEqual(['c', 'a', 'b'])
})
