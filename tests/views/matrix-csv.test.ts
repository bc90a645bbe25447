import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matrixCsvRows } from '../../src/views/table/matrix-csv'
import { writeCsv } from '../../src/views/table/write-csv'
import { wordsZh } from '../../src/views/words.zh'
import { smallAssessment } from './small-assessment'

describe('writing CSV', () => {
  it('starts with a byte-order mark and ends lines with CRLF', () => {
    expect(
      writeCsv([
        ['a', 1],
        ['b', null],
      ]),
    ).toBe('\uFEFFa,1\r\nb,\r\n')
  })

  it('quotes commas, quotes and line ends', () => {
    expect(writeCsv([['a,b', 'say "x"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""x""","two\nlines"\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('defuses %j', (text) => {
    const cell = writeCsv([[text]])
      .slice(1, -2)
      .replace(/^"/, '')
    expect(cell.startsWith("'")).toBe(true)
  })

  it('leaves numbers numbers', () => {
    expect(writeCsv([[-5, 0, Number.NaN]])).toBe('\uFEFF-5,0,\r\n')
  })

  it('lets no text cell start with what a spreadsheet computes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = writeCsv([[text]])
          .slice(1, -2)
          .replace(/^"/, '')
        expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

describe('the table as CSV', () => {
  const assessment = smallAssessment(
    [
      {
        id: 'c0',
        name: '=翠苑',
        people: 900,
        cells: [
          ['served', 199.6],
          ['unserved', null],
        ],
      },
      {
        id: 'c1',
        cells: [
          ['unknown', null],
          ['served', 40],
        ],
      },
    ],
    [true, true],
  )
  const rows = matrixCsvRows({
    assessment,
    rows: [1, 0],
    columns: [1, 0],
    classOf: (code) => `类${code}`,
    modeOf: (id) => (id === 'c0' ? 'rebuild' : null),
    nameOf: (id) => assessment.communities.find((row) => row.id === id)?.name ?? '',
    words: wordsZh,
    basisLine: '标准距离 · 成年人',
  })

  it('has the rows and columns in the order shown', () => {
    expect(rows[0].slice(8, 12)).toEqual(['类B 结果', '类B （m）', '类A 结果', '类A （m）'])
    expect(rows.slice(1).map(([id]) => id)).toEqual(['c1', 'c0'])
  })

  it('leaves unknown cells empty and never says 0', () => {
    expect(rows[1].slice(2, 12)).toEqual([null, '符合', '未定', null, null, 0, '已覆盖', 40, '未知', null])
    expect(rows[2].slice(6, 12)).toEqual([900, 1, '未覆盖', null, '已覆盖', 200])
  })

  it('says in every row what it rests on', () => {
    expect(rows.slice(1).every((row) => row.at(-1) === '标准距离 · 成年人')).toBe(true)
  })

  it('is rectangular', () => {
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
  })
})
