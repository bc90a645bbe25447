import { expect, test } from 'vitest'
import type { Community } from '../../src/model/layers'
import type { UnitDeficit, UnitReport } from '../../src/model/unit-report'
import type { Language } from '../../src/views/app-context'
import { createFormatters } from '../../src/views/format'
import { countUncounted } from '../../src/model/count-uncounted'
import { countKinds } from '../../src/views/plan/propose/count-kinds'
import { boxOfUnit } from '../../src/views/plan/units/box-of-unit'
import { tellMissing, tellPeople, tellWithin } from '../../src/views/plan/units/tell-deficit'
import { wordsZh } from '../../src/views/words.zh'

const ZH: Language = { locale: 'zh', words: wordsZh, format: createFormatters('zh', wordsZh) }

const deficit: UnitDeficit = {
  class: 'NURSERY',
  people_unserved: 1000,
  people_unknown: 0,
  people_within: 800,
  communities_unserved: 0,
  communities_unknown: 0,
  communities_within: 0,
  needed: null,
  least_m2: 200,
  spaces: 1,
  spaces_m2: 250,
}

test('who misses a class is told in people, and in communities where nobody is counted', () => {
  expect(tellMissing(deficit, ZH)).toBe('1,000 人未覆盖')
  expect(tellWithin(deficit, ZH)).toBe('单元内空间可覆盖 800 人')
  const mixed = { ...deficit, communities_unserved: 2, communities_within: 1, communities_unknown: 1 }
  expect(tellMissing(mixed, ZH)).toBe('1,000 人、2 个小区未覆盖')
  expect(tellWithin(mixed, ZH)).toBe('单元内空间可覆盖 800 人、1 个小区 · 另有 1 个小区未知')
  // nobody counted is not nobody there
  expect(tellMissing({ ...mixed, people_unserved: 0 }, ZH)).toBe('2 个小区未覆盖')
  expect(tellWithin({ ...deficit, people_within: 0 }, ZH)).toBe('单元内空间都够不着')
})

const of = (people: number | null, uncounted: number, people_estimated = 0) =>
  tellPeople(
    { people, uncounted, people_estimated, estimated: Math.sign(people_estimated) } as UnitReport,
    ZH,
  )

test('people of a unit are unknown, or so many at least, where some are not counted', () => {
  expect([of(null, 3), of(900, 1), of(900, 0)]).toEqual(['人口未知', '至少 900 人', '900 人'])
  expect([of(null, 1, 500), of(null, 0, 500), of(900, 1, 500)]).toEqual([
    '至少 500 人',
    '500 人',
    '至少 1,400 人',
  ])
})

test('of how many communities a plan can say nothing: neither counted nor estimated', () => {
  const rows = [
    { id: 'a', people: null, people_estimated: null },
    { id: 'b', people: null, people_estimated: 700 },
    { id: 'c', people: 900, people_estimated: null },
  ]
  expect(countUncounted(rows, null)).toEqual({ uncounted: 1, estimated: 1, all: 3 })
  expect(countUncounted(rows, ['a'])).toEqual({ uncounted: 1, estimated: 0, all: 1 })
})

test('measures of a side of the gain are counted by kind', () => {
  expect(countKinds(['wall:c:120,30', 'space:s:U:C:200', 'wall:d:120,30', 'path:120,30..121,30'])).toEqual([
    { kind: 'convert-space', count: 1 },
    { kind: 'open-wall', count: 2 },
    { kind: 'add-path', count: 1 },
  ])
})

const at = (lon: number): Community => ({
  id: 'a',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [lon, 30],
        [lon + 0.01, 30],
        [lon, 30.01],
        [lon, 30],
      ],
    ],
  },
})

test('a unit is looked at with what is around it, as far as its communities are there', () => {
  const records = new Map([
    ['a', at(120)],
    ['b', at(120.05)],
  ])
  const box = boxOfUnit({ id: 'u', communities: ['a', 'b', 'gone'] }, records)
  expect(box?.map((side) => Number(side.toFixed(4)))).toEqual([119.999, 29.999, 120.061, 30.011])
  expect(boxOfUnit({ id: 'u', communities: ['gone'] }, records)).toBe(null)
})
