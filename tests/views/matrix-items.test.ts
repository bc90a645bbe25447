import { expect, test } from 'vitest'
import { arrangeHeadings } from '../../src/views/table/matrix-columns'
import { listItems } from '../../src/views/table/matrix-items'
import { cleanText, matrixSheets, sheetName } from '../../src/views/table/matrix-sheets'
import { walkStep } from '../../src/views/table/walk-step'
import { wordsZh } from '../../src/views/words.zh'
import { smallAssessment } from './small-assessment'

const assessment = smallAssessment(
  [
    { id: 'c0', subdistrict: '甲', people: 100, cells: [['served', 10]] },
    { id: 'c1', subdistrict: '乙', people: 40, cells: [['unserved', 900]] },
    { id: 'c2', subdistrict: '甲', people: 60, cells: [['unknown', null]] },
    { id: 'c3', subdistrict: '甲', cells: [['unserved', null]] },
  ],
  [true],
)
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

test('groups head their rows, keep their order, and sum what is shown', () => {
  const items = listItems(assessment, [3, 2, 1, 0], true, compare)
  expect(items.map((item) => (item.kind === 'row' ? item.row : item.subdistrict))).toEqual([
    '乙',
    1,
    '甲',
    3,
    2,
    0,
  ])
  const group = items[2]
  if (group.kind !== 'group') throw new Error('no group')
  expect(group.people).toBe(160)
  // c3's people are not known: it counts among the communities alone
  expect(group.totalOf(0)).toMatchObject({
    people_served: 100,
    people_unserved: 0,
    people_unknown: 60,
    communities_served: 1,
    communities_unserved: 1,
    communities_unknown: 1,
  })
  expect(listItems(assessment, [2, 0], false, compare)).toEqual([
    { kind: 'row', row: 2 },
    { kind: 'row', row: 0 },
  ])
})

test('a workbook has the table as shown, the subtotals, and what all of it rests on', () => {
  const items = listItems(assessment, [0, 1, 2, 3], true, compare)
  const sheets = matrixSheets({
    assessment,
    rows: [1, 0],
    columns: [0],
    classOf: () => '菜市场',
    modeOf: () => null,
    nameOf: (id) => id,
    words: wordsZh,
    items,
    basis: [['规则集', '试 1.0']],
  })
  expect(sheets.map(({ name }) => name)).toEqual(['小区设施覆盖', '街道小计', '依据'])
  expect(sheets[0].rows.slice(1).map(([id]) => id)).toEqual(['c1', 'c0'])
  expect(sheets[1].rows[1]).toEqual(['乙', 1, 40, 0, 40, 0, '按人口'])
  expect(sheets[1].rows[2]).toEqual(['甲', 3, 160, 100, 0, 60, '按人口'])
  expect(sheets[2].rows[1]).toEqual(['规则集', '试 1.0'])
})

test('no text can break a workbook', () => {
  expect(cleanText('a\u0000b\ud800c\u000b')).toBe('a b c ')
  expect(cleanText('翠苑😀')).toBe('翠苑😀')
  expect(cleanText('x'.repeat(40_000))).toHaveLength(32_767)
  expect(sheetName(wordsZh, 'a/b:[c]*?')).toBe('a b  c')
  expect(sheetName(wordsZh, '//')).toBe(wordsZh.table.label)
})

test('the edge of a step of walking time belongs to the nearer one', () => {
  expect([0, 300, 300.5, 600, 900, 1200, 1201].map(walkStep)).toEqual([0, 0, 1, 1, 2, 3, 4])
})

test('pinned columns come first in the order they were pinned, hidden ones not at all', () => {
  const headings = ['A', 'B', 'C', 'D'].map((code, column) => ({ code, column, family: 'elder' as const }))
  const { pinned, free } = arrangeHeadings(headings, ['C', 'A', 'gone'], ['B', 'C'])
  expect(pinned.map(({ code }) => code)).toEqual(['C', 'A'])
  expect(free.map(({ code }) => code)).toEqual(['D'])
})
