import type { Assessment } from '../../model/assessment'
import type { ClassFamily, RulePack } from '../../model/rule-pack'
import { groupByFamily } from '../families'
import { ROW_COLUMNS, type RowColumn } from '../../store/table-state'

/** A class column of the table: where it is in the assessment, and under which heading. */
export interface ClassHeading {
  readonly code: string
  /** index into the assessment's classes */
  readonly column: number
  readonly family: ClassFamily
}

/** Classes in the order of families; a class the assessment does not have is left out. */
export function orderClasses(assessment: Assessment, pack: RulePack): readonly ClassHeading[] {
  const columns = new Map(assessment.classes.map((column, index) => [column.code, index]))
  return groupByFamily(pack).flatMap(({ family, rules }) =>
    rules.flatMap(({ code }) => {
      const column = columns.get(code)
      return column === undefined ? [] : [{ code, column, family }]
    }),
  )
}

/** Neighbouring columns of one family, for the headings above. */
export function groupHeadings(
  headings: readonly ClassHeading[],
): readonly { readonly family: ClassFamily; readonly count: number }[] {
  const groups: { family: ClassFamily; count: number }[] = []
  for (const { family } of headings) {
    const last = groups.at(-1)
    if (last?.family === family) last.count++
    else groups.push({ family, count: 1 })
  }
  return groups
}

/** The columns that are shown: pinned ones first, in the order they were pinned, hidden ones left out. */
export function arrangeHeadings(
  headings: readonly ClassHeading[],
  pinned: readonly string[],
  hidden: readonly string[],
): { readonly pinned: readonly ClassHeading[]; readonly free: readonly ClassHeading[] } {
  const byCode = new Map(headings.map((heading) => [heading.code, heading]))
  const [isPinned, isHidden] = [new Set(pinned), new Set(hidden)]
  return {
    pinned: pinned.flatMap((code) => byCode.get(code) ?? []),
    free: headings.filter(({ code }) => !isPinned.has(code) && !isHidden.has(code)),
  }
}

/** Widths in CSS pixels; the first column stays in sight. */
export const CLASS_WIDTH = 84
export const ROW_WIDTHS: Readonly<Record<RowColumn, number>> = {
  name: 236,
  subdistrict: 104,
  eligibility: 88,
  mode: 104,
  builtYear: 64,
  people: 72,
  missing: 72,
}

/** Width of the columns that describe the community itself. */
export const ROW_COLUMNS_WIDTH = ROW_COLUMNS.reduce((sum, column) => sum + ROW_WIDTHS[column], 0)

/** Where the pinned column of an index stays, from the left edge of the table. */
export function pinnedLeft(index: number): number {
  return ROW_WIDTHS.name + index * CLASS_WIDTH
}
