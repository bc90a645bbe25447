import Papa from 'papaparse'

import { decodeText } from './decode-text'
import { DataError } from '../../model/issue'
import type { TableRow, TableSheet } from './table-sheet'

/** What cells may be set apart by; the one that stands most often in the first line with any is meant. */
const DELIMITERS = [',', '\t', ';'] as const

/**
 * A CSV as a table (RFC 4180: quotes, line breaks in quoted cells), whatever sets its cells apart. Text is UTF-8 or
 * UTF-16 by its mark, else GB18030, which Excel in China writes. An apostrophe that keeps a text from being taken for
 * a formula goes.
 * @throws DataError file-unreadable: of neither encoding, or a quote that is never closed
 */
export function readCsv(bytes: Uint8Array): TableSheet {
  const text = decodeText(bytes)
  if (text === null) throw new DataError({ code: 'file-unreadable', facts: { reason: 'encoding' } })
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: findDelimiter(text) })
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  if (open !== undefined)
    throw new DataError({
      code: 'file-unreadable',
      facts: { reason: 'quote-open', row: (open.row ?? data.length - 1) + 1 },
    })
  const rows = data.flatMap((cells, i): TableRow[] =>
    cells.some((cell) => cell.trim() !== '') ? [{ row: i + 1, cells: cells.map(readCell) }] : [],
  )
  return { name: '', rows }
}

function readCell(text: string): string | null {
  const cell = text.trim()
  if (cell === '') return null
  return /^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell
}

function findDelimiter(text: string): string {
  const line = /[^\r\n]*[,\t;][^\r\n]*/.exec(text)?.[0] ?? ''
  let best: string = DELIMITERS[0]
  let most = 0
  for (const delimiter of DELIMITERS) {
    const count = line.split(delimiter).length
    if (count > most) [best, most] = [delimiter, count]
  }
  return best
}
