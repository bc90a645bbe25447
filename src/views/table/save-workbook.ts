import { downloadBlob } from './download-text'
import { cleanText, type WorkSheet } from './matrix-sheets'

const LEAST_WIDTH = 8
const MOST_WIDTH = 40

/** Hands sheets to the browser as an .xlsx file. The writer is loaded when first asked for. */
export async function saveWorkbook(name: string, sheets: readonly WorkSheet[]): Promise<void> {
  const { default: writeWorkbook } = await import('write-excel-file/universal')
  const blob = await writeWorkbook(
    sheets.map(({ name: sheet, rows }) => ({
      sheet,
      // the head and the names stay in sight
      stickyRowsCount: 1,
      columns: (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) })),
      data: rows.map((row, index) =>
        row.map((value) => {
          if (value === null) return null
          const weight = index === 0 ? ({ fontWeight: 'bold' } as const) : {}
          // a text stays a text, whatever it begins with
          return typeof value === 'number'
            ? { value, type: Number, ...weight }
            : { value: cleanText(value), type: String, ...weight }
        }),
      ),
    })),
  ).toBlob()
  downloadBlob(`${name}.xlsx`, blob)
}

/** Wide enough for the longest of the first rows; a Chinese character is two wide. */
function widthOf(rows: WorkSheet['rows'], column: number): number {
  const longest = rows.slice(0, 50).reduce((most, row) => {
    const text = String(row[column] ?? '')
    // oxlint-disable-next-line no-control-regex
    return Math.max(most, text.length + (text.match(/[^\u0000-\u00ff]/g)?.length ?? 0))
  }, 0)
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, longest + 1))
}
