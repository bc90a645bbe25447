/** What a cell of a table holds; dates are ISO text. Null: it is empty. */
export type TableCell = string | number | boolean | null

export interface TableRow {
  /** as the spreadsheet numbers it, from 1 */
  readonly row: number
  readonly cells: readonly (TableCell | undefined)[]
}

/** One sheet of a workbook, or a CSV as a whole; rows without anything in them are left out. */
export interface TableSheet {
  /** '' in a CSV */
  readonly name: string
  readonly rows: readonly TableRow[]
}
