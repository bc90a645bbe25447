import type { Assessment, ClassTotal } from '../../model/assessment'
import { groupBySubdistrict, peopleOfRows, totalOfRows } from '../../model/sum-rows'

/** A sub-district in the grouped table. */
export interface GroupItem {
  readonly kind: 'group'
  /** null: no sub-district on record */
  readonly subdistrict: string | null
  /** its communities as shown, as indexes into the assessment's communities */
  readonly rows: readonly number[]
  readonly people: number | null
  /** of a class, as index into the assessment's classes; summed when first asked for */
  readonly totalOf: (column: number) => ClassTotal
}

/** A line of the shown table: a community (index), or the head of a group with its subtotal. */
export type MatrixItem = { readonly kind: 'row'; readonly row: number } | GroupItem

/** The lines of the table; the order of rows is kept inside groups. */
export function listItems(
  assessment: Assessment,
  rows: readonly number[],
  isGrouped: boolean,
  compareText: (a: string, b: string) => number,
): readonly MatrixItem[] {
  if (!isGrouped) return rows.map(rowItem)
  return groupBySubdistrict(assessment, rows, compareText).flatMap((group): MatrixItem[] => [
    groupItem(assessment, group.subdistrict, group.rows),
    ...group.rows.map(rowItem),
  ])
}

function rowItem(row: number): MatrixItem {
  return { kind: 'row', row }
}

function groupItem(assessment: Assessment, subdistrict: string | null, rows: readonly number[]): GroupItem {
  const totals = new Map<number, ClassTotal>()
  return {
    kind: 'group',
    subdistrict,
    rows,
    people: peopleOfRows(assessment, rows),
    totalOf(column) {
      let total = totals.get(column)
      if (total === undefined) totals.set(column, (total = totalOfRows(assessment, rows, column)))
      return total
    },
  }
}
