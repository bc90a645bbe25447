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
  const delimiter = findDelimiter(text)
  const rows: TableRow[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let number = 1
  const endCell = (): void => {
    cells.push(isQuoted ? cell : cell.trim())
    cell = ''
    isQuoted = false
  }
  const endRow = (): void => {
    endCell()
    if (cells.some((each) => each.trim() !== '')) rows.push({ row: number, cells: cells.map(readCell) })
    cells = []
    number++
  }
  for (let at = 0; at < text.length; at++) {
    const c = text[at]
    if (c === '"' && cell.trim() === '' && !isQuoted) {
      const end = findQuoteEnd(text, at)
      if (end === -1)
        throw new DataError({ code: 'file-unreadable', facts: { reason: 'quote-open', row: number } })
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      isQuoted = true
      at = end
    } else if (c === delimiter) endCell()
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[at + 1] === '\n') at++
      endRow()
    } else if (!isQuoted) cell += c
    // what stands after a closing quote belongs to the cell, white space aside
    else if (c.trim() !== '') cell += c
  }
  endRow()
  return { name: '', rows }
}

function findQuoteEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return -1
}

function readCell(text: string): string | null {
  if (text.trim() === '') return null
  return /^'+[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text
}

function decodeText(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const encodings = isWide ? [bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030']
  for (const encoding of encodings)
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  throw new DataError({ code: 'file-unreadable', facts: { reason: 'encoding' } })
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
