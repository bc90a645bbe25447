import { type Assessment, type Eligibility, VERDICTS, type Verdict } from '../../model/assessment'
import type { Basis } from '../../model/profile'

/** What the table is narrowed to; null and '' let everything through. */
export interface MatrixFilter {
  readonly name: string
  readonly subdistrict: string | null
  readonly eligibility: Eligibility['verdict'] | null
  /** with `verdict`: this class has that verdict; without a class: any required class has it */
  readonly classCode: string | null
  readonly verdict: Verdict | null
}

export const NO_MATRIX_FILTER: MatrixFilter = {
  name: '',
  subdistrict: null,
  eligibility: null,
  classCode: null,
  verdict: null,
}

export const ROW_COLUMNS = ['name', 'subdistrict', 'eligibility', 'builtYear', 'people', 'missing'] as const
export type RowColumn = (typeof ROW_COLUMNS)[number]

export type MatrixSort =
  | { readonly by: RowColumn; readonly isDescending: boolean }
  | { readonly by: 'class'; readonly code: string; readonly isDescending: boolean }

/** Indexes of the communities that pass the filter, in the assessment's order. */
export function filterRows(assessment: Assessment, filter: MatrixFilter): number[] {
  const { communities, classes, status } = assessment
  const wantedName = filter.name.trim().toLowerCase()
  const wantedStatus = filter.verdict === null ? -1 : VERDICTS.indexOf(filter.verdict)
  const columns = classes.flatMap((column, index) =>
    (filter.classCode === null ? column.required : column.code === filter.classCode) ? [index] : [],
  )
  const rows: number[] = []
  for (let row = 0; row < communities.length; row++) {
    const community = communities[row]
    if (wantedName !== '' && !community.name.toLowerCase().includes(wantedName)) continue
    if (filter.subdistrict !== null && community.subdistrict !== filter.subdistrict) continue
    if (filter.eligibility !== null && community.eligibility.verdict !== filter.eligibility) continue
    if (
      wantedStatus >= 0 &&
      !columns.some((column) => status[row * classes.length + column] === wantedStatus)
    )
      continue
    rows.push(row)
  }
  return rows
}

const ELIGIBILITY_ORDER: readonly Eligibility['verdict'][] = [
  'eligible',
  'by-exception',
  'not-eligible',
  'data-missing',
]

/** A row's value in a column; null: not known, which sorts last whichever way the order goes. */
function valueOf(
  assessment: Assessment,
  row: number,
  sort: MatrixSort,
  column: number,
  basis: Basis,
): number | string | null {
  const community = assessment.communities[row]
  if (sort.by === 'class') {
    if (column < 0) return null
    const at = row * assessment.classes.length + column
    const walk = (basis === 'distance' ? assessment.nearest_m : assessment.nearest_s)[at]
    if (!Number.isNaN(walk)) return walk
    // nothing reached is farther than anything reached, but an unknown verdict is not a distance
    return VERDICTS[assessment.status[at]] === 'unserved' ? Number.POSITIVE_INFINITY : null
  }
  const values: Readonly<Record<RowColumn, number | string | null>> = {
    name: community.name === '' ? null : community.name,
    subdistrict: community.subdistrict,
    eligibility: ELIGIBILITY_ORDER.indexOf(community.eligibility.verdict),
    builtYear: community.built_year,
    people: community.people,
    missing: community.missing,
  }
  return values[sort.by]
}

/** The rows in order; equal values keep the assessment's order, unknown ones come last. */
export function sortRows(
  assessment: Assessment,
  rows: readonly number[],
  sort: MatrixSort,
  basis: Basis,
  compareText: (a: string, b: string) => number,
): number[] {
  const column =
    sort.by === 'class' ? assessment.classes.findIndex((candidate) => candidate.code === sort.code) : -1
  const values = new Map(rows.map((row) => [row, valueOf(assessment, row, sort, column, basis)]))
  const direction = sort.isDescending ? -1 : 1
  return [...rows].sort((a, b) => {
    const x = values.get(a) ?? null
    const y = values.get(b) ?? null
    if (x === null || y === null) return x === y ? a - b : x === null ? 1 : -1
    const order =
      typeof x === 'string' && typeof y === 'string' ? compareText(x, y) : x === y ? 0 : x < y ? -1 : 1
    return order === 0 ? a - b : order * direction
  })
}

/** Sub-districts that occur, sorted. */
export function listSubdistricts(
  assessment: Assessment,
  compareText: (a: string, b: string) => number,
): string[] {
  const found = new Set<string>()
  for (const community of assessment.communities)
    if (community.subdistrict !== null) found.add(community.subdistrict)
  return [...found].sort(compareText)
}
