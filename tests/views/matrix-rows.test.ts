import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnfiltered, NO_FILTER, type TableFilter, type TableSort } from '../../src/store/table-state'
import * as matrix from '../../src/views/table/matrix-rows'
import { smallAssessment } from './small-assessment'

const collator = new Intl.Collator('zh-CN', { numeric: true })
const compareText = (a: string, b: string) => collator.compare(a, b)
const MODES: Readonly<Record<string, 'comprehensive' | 'rebuild'>> = { c1: 'rebuild', c2: 'comprehensive' }
const modeOf = (id: string) => MODES[id] ?? null
/** As shown. */
const nameOf = (id: string) => assessment.communities.find((row) => row.id === id)?.name ?? ''
const { listSubdistricts } = matrix
const filterRows = (of: typeof assessment, filter: TableFilter) =>
  matrix.filterRows(of, filter, modeOf, nameOf)
const sortRows = (
  of: typeof assessment,
  rows: readonly number[],
  sort: TableSort,
  basis: 'distance' | 'time',
  compare: typeof compareText,
) => matrix.sortRows(of, rows, sort, basis, compare, modeOf, nameOf)

// A is required, B is not
const assessment = smallAssessment(
  [
    {
      id: 'c0',
      name: '翠苑一区',
      subdistrict: '翠苑街道',
      people: 900,
      builtYear: 1985,
      cells: [
        ['served', 200],
        ['unserved', 700],
      ],
    },
    {
      id: 'c1',
      name: '古荡新村',
      subdistrict: '古荡街道',
      people: 2000,
      eligibility: 'not-eligible',
      cells: [
        ['unserved', null],
        ['served', 100],
      ],
    },
    {
      id: 'c2',
      name: '翠苑二区',
      cells: [
        ['unknown', null],
        ['served', 50],
      ],
    },
    {
      id: 'c3',
      name: '求是村',
      subdistrict: '古荡街道',
      people: 0,
      builtYear: 1999,
      cells: [
        ['unserved', 450],
        ['unknown', null],
      ],
    },
  ],
  [true, false],
)
const all = [0, 1, 2, 3]
const sorted = (sort: TableSort, basis: 'distance' | 'time' = 'distance') =>
  sortRows(assessment, all, sort, basis, compareText)

describe('filtering the table', () => {
  it('lets everything through without a filter', () => {
    expect(filterRows(assessment, NO_FILTER)).toEqual(all)
  })

  it('finds part of a name, whatever the spaces around it', () => {
    expect(filterRows(assessment, { ...NO_FILTER, name: ' 翠苑 ' })).toEqual([0, 2])
    expect(isUnfiltered({ ...NO_FILTER, name: '翠' })).toBe(false)
    expect(isUnfiltered({ ...NO_FILTER, name: ' ' })).toBe(true)
    expect(isUnfiltered({ ...NO_FILTER, mode: 'undecided' })).toBe(false)
  })

  it('narrows to a sub-district and to a verdict on scope', () => {
    expect(filterRows(assessment, { ...NO_FILTER, subdistrict: '古荡街道' })).toEqual([1, 3])
    expect(filterRows(assessment, { ...NO_FILTER, eligibility: 'not-eligible' })).toEqual([1])
  })

  it('narrows to a verdict of one class', () => {
    const filter = { ...NO_FILTER, classCode: 'B', verdict: 'unserved' as const }
    expect(filterRows(assessment, filter)).toEqual([0])
  })

  it('without a class asks for the verdict in any required class', () => {
    expect(filterRows(assessment, { ...NO_FILTER, verdict: 'unserved' })).toEqual([1, 3])
    expect(filterRows(assessment, { ...NO_FILTER, verdict: 'unknown' })).toEqual([2])
  })
})

describe('sorting the table', () => {
  it('puts unknown people last in both directions, and a known 0 among the known', () => {
    expect(sorted({ by: 'people', isDescending: true })).toEqual([1, 0, 3, 2])
    expect(sorted({ by: 'people', isDescending: false })).toEqual([3, 0, 1, 2])
  })

  it('puts nothing reached beyond the farthest walk, and an unknown verdict last', () => {
    expect(sorted({ by: 'class', code: 'A', isDescending: true })).toEqual([1, 3, 0, 2])
    expect(sorted({ by: 'class', code: 'A', isDescending: false })).toEqual([0, 3, 1, 2])
  })

  it('sorts names as a Chinese reader expects', () => {
    const names = sorted({ by: 'name', isDescending: false }).map((row) => assessment.communities[row].name)
    expect(names).toEqual(['翠苑二区', '翠苑一区', '古荡新村', '求是村'])
  })

  it('keeps the order of equal values', () => {
    expect(sorted({ by: 'missing', isDescending: true })).toEqual([1, 3, 0, 2])
  })

  it('loses and doubles no row', () => {
    const sorts = fc.oneof(
      fc.record({
        by: fc.constantFrom('name', 'subdistrict', 'eligibility', 'people', 'builtYear', 'missing'),
        isDescending: fc.boolean(),
      }),
      fc.record({
        by: fc.constant('class' as const),
        code: fc.constantFrom('A', 'B', 'gone'),
        isDescending: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(sorts, fc.constantFrom('distance', 'time'), (sort, basis) => {
        expect(sorted(sort as TableSort, basis).toSorted((a, b) => a - b)).toEqual(all)
      }),
    )
  })

  it('lists each sub-district once', () => {
    expect(listSubdistricts(assessment, compareText)).toEqual(['翠苑街道', '古荡街道'])
  })
})

describe('communities without a name', () => {
  const labels: Readonly<Record<string, string>> = {
    c0: '未命名小区 · 近文三路（2）',
    c1: '求是村',
    c2: '未命名小区 · 近文二路',
  }
  const few = smallAssessment(
    Object.entries(labels).map(([id, name]) => ({
      id,
      name: name.startsWith('未命名') ? '' : name,
      cells: [['unknown', null]],
    })),
    [true],
  )
  const labelOf = (id: string) => labels[id]
  const order = (isDescending: boolean) =>
    matrix.sortRows(few, [0, 1, 2], { by: 'name', isDescending }, 'distance', compareText, modeOf, labelOf)

  it('are found by what they are told by', () => {
    expect(matrix.filterRows(few, { ...NO_FILTER, name: '文三' }, modeOf, labelOf)).toEqual([0])
    expect(matrix.filterRows(few, { ...NO_FILTER, name: '未命名' }, modeOf, labelOf)).toEqual([0, 2])
  })

  it('stand behind those with one, in their own order', () => {
    expect(order(false)).toEqual([1, 2, 0])
    expect(order(true)).toEqual([1, 2, 0])
  })
})

describe('modes', () => {
  it('are filtered, undecided ones too, and sort with undecided last', () => {
    expect(filterRows(assessment, { ...NO_FILTER, mode: 'rebuild' })).toEqual([1])
    expect(filterRows(assessment, { ...NO_FILTER, mode: 'undecided' })).toEqual([0, 3])
    expect(
      sortRows(assessment, [0, 1, 2, 3], { by: 'mode', isDescending: true }, 'distance', compareText),
    ).toEqual([1, 2, 0, 3])
  })
})
