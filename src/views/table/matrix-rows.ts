import { type Assessment, ELIGIBILITY_VERDICTS, VERDICTS } from '../../model/assessment'
import type { Mode } from '../../model/mode'
import type { Basis } from '../../model/profile'
import type { RowColumn, TableFilter, TableSort } from '../../store/table-state'

/** The mode decided or surveyed for a community by id; null: none. */
export type ModeOf = (id: string) => Mode | null

/** What a community is called, by id. */
export type NameOf = (id: string) => string

/** Indexes of the communities that pass the filter, in the assessment's order. */
export function filterRows(
  assessment: Assessment,
  filter: TableFilter,
  modeOf: ModeOf,
  nameOf: NameOf,
): number[] {
  const { communities, classes, status } = assessment
  const wantedName = filter.name.trim().toLowerCase()
  const wantedStatus = filter.verdict === null ? -1 : VERDICTS.indexOf(filter.verdict)
  const columns = classes.flatMap((column, index) =>
    (filter.classCode === null ? column.required : column.code === filter.classCode) ? [index] : [],
  )
  const rows: number[] = []
  for (let row = 0; row < communities.length; row++) {
    const community = communities[row]
    if (wantedName !== '' && !nameOf(community.id).toLowerCase().includes(wantedName)) continue
    if (filter.subdistrict !== null && community.subdistrict !== filter.subdistrict) continue
    if (filter.mode !== null && (modeOf(community.id) ?? 'undecided') !== filter.mode) continue
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

/** A row's value in a column; null: not known, which sorts last whichever way the order goes. */
function valueOf(
  assessment: Assessment,
  row: number,
  sort: TableSort,
  column: number,
  basis: Basis,
  modeOf: ModeOf,
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
    eligibility: ELIGIBILITY_VERDICTS.indexOf(community.eligibility.verdict),
    mode: modeOf(community.id),
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
  sort: TableSort,
  basis: Basis,
  compareText: (a: string, b: string) => number,
  modeOf: ModeOf,
  nameOf: NameOf,
): number[] {
  const column =
    sort.by === 'class' ? assessment.classes.findIndex((candidate) => candidate.code === sort.code) : -1
  const values = new Map(rows.map((row) => [row, valueOf(assessment, row, sort, column, basis, modeOf)]))
  const tell = (row: number): string => nameOf(assessment.communities[row].id)
  const direction = sort.isDescending ? -1 : 1
  return [...rows].sort((a, b) => {
    const x = values.get(a) ?? null
    const y = values.get(b) ?? null
    // without a name they go by what they are told by, behind those with one
    if (x === null && y === null) return sort.by === 'name' ? compareText(tell(a), tell(b)) || a - b : a - b
    if (x === null || y === null) return x === null ? 1 : -1
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
