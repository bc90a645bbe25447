import { cleanText, hasHidden } from '../../model/clean-text'
import type { TableCell, TableRow, TableSheet } from './table-sheet'

/** Tables without hidden characters. */
interface CleanSheets {
  readonly clean: readonly TableSheet[]
  /** rows that had any, the first of them, and one of its cells as it is now */
  readonly rows: number
  readonly row: number | null
  readonly example: string
}

/**
 * Takes hidden characters out of every cell, so that headings, words and numbers are known for what they are. Lines
 * within a cell stay, but for those of a vertical tab or a new page: whether they are a note's is for `cleanRecords` to say.
 */
export function cleanSheets(sheets: readonly TableSheet[]): CleanSheets {
  let rows = 0
  let first: number | null = null
  let example = ''
  const cleanRow = (row: TableRow): TableRow => {
    let cells: (TableCell | undefined)[] | null = null
    // a survey of a city has millions of cells, nearly all of them clean
    for (let i = 0; i < row.cells.length; i++) {
      const cell = row.cells[i]
      if (typeof cell !== 'string' || !hasHidden(cell)) continue
      // oxlint-disable-next-line no-control-regex
      const clean = cleanText(cell, 'note').replaceAll(/[\u000b\u000c]+/g, ' ')
      if (clean === cell) continue
      cells ??= [...row.cells]
      cells[i] = clean === '' ? null : clean
      if (first === null) example = clean.slice(0, 60)
      first ??= row.row
    }
    if (cells === null) return row
    rows++
    return { ...row, cells }
  }
  const clean = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(cleanRow) }))
  return { clean, rows, row: first, example }
}
