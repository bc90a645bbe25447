import { DataError } from '../../model/issue'
import { bytesSource } from './byte-source'
import { readSerialDate } from './serial-date'
import { scanXml, type XmlHandler } from './scan-xml'
import type { TableCell, TableRow, TableSheet } from './table-sheet'
import { openText } from './text-chunks'
import { readZip } from './zip-read'

/** A workbook of a survey has a few MB; whoever unpacks to more than this is no table of records. */
const MOST_UNPACKED_BYTES = 200e6

/**
 * The visible sheets of an Excel workbook, as values: shared and inline texts, numbers, booleans, dates as ISO text,
 * the results of formulas that were saved with them. Errors (#N/A) are empty.
 * @throws DataError format-unknown: a zip that is no workbook; file-too-large; what `readZip` and `scanXml` throw
 */
export async function readXlsx(bytes: Uint8Array): Promise<TableSheet[]> {
  const entries = unzip(bytes)
  const workbook = entries.get('xl/workbook.xml')
  if (workbook === undefined) {
    const isShapefile = [...entries.keys()].some((name) => /\.shp$/i.test(name))
    throw new DataError({ code: 'format-unknown', facts: { format: isShapefile ? 'shapefile' : 'zip' } })
  }
  const { sheets, is1904 } = await readWorkbook(workbook)
  const targets = await readTargets(entries.get('xl/_rels/workbook.xml.rels'))
  const texts = await readTexts(entries.get('xl/sharedStrings.xml'))
  const dates = await readDateStyles(entries.get('xl/styles.xml'))
  const read: TableSheet[] = []
  for (const { name, relation } of sheets) {
    const target = targets.get(relation)
    const sheet = target === undefined ? undefined : entries.get(target)
    if (sheet !== undefined) read.push({ name, rows: await readRows(sheet, { texts, dates, is1904 }) })
  }
  return read
}

function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  try {
    return readZip(bytes, undefined, MOST_UNPACKED_BYTES).entries
  } catch (error) {
    if (!(error instanceof DataError) || error.issue.code !== 'archive-too-large') throw error
    const facts = {
      format: 'table',
      form: 'unpacked',
      size_mb: error.issue.facts?.['unpacked_mb'] ?? '?',
      limit_mb: MOST_UNPACKED_BYTES / 1e6,
    }
    throw new DataError({ code: 'file-too-large', facts })
  }
}

/** Names without what stands before a colon: some programs write every element with its namespace. */
async function scan(part: Uint8Array | undefined, handler: XmlHandler): Promise<void> {
  if (part === undefined) return
  const text = openText(bytesSource('', part))
  await scanXml(
    text,
    {
      open: (name, attributes) => handler.open(bare(name), attributes),
      close: (name) => handler.close(bare(name)),
      ...(handler.text === undefined ? {} : { text: (piece) => handler.text!(piece) }),
    },
    async () => {},
  )
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

async function readWorkbook(part: Uint8Array) {
  const sheets: { readonly name: string; readonly relation: string }[] = []
  let is1904 = false
  await scan(part, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributes['date1904'])
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return
      const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1]
      sheets.push({ name: attributes['name'] ?? '', relation: relation ?? '' })
    },
    close() {},
  })
  return { sheets, is1904 }
}

/** Paths of parts by the id of the relation that leads to them. */
async function readTargets(part: Uint8Array | undefined): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  await scan(part, {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
    close() {},
  })
  return targets
}

/** Shared texts by number; formatted pieces joined, readings (rPh) left out. */
async function readTexts(part: Uint8Array | undefined): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let readings = 0
  let isText = false
  await scan(part, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') readings++
      isText = name === 't' && readings === 0
    },
    close(name) {
      if (name === 'rPh') readings--
      if (name === 'si') texts.push(text)
      if (name === 't') isText = false
    },
    text(piece) {
      if (isText) text += piece
    },
  })
  return texts
}

/** Formats of Excel's own that show dates; those with 27 and more are the East Asian ones. */
const DATE_FORMATS: readonly (readonly [first: number, last: number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
]

/** Numbers of the cell styles that show a date. */
async function readDateStyles(part: Uint8Array | undefined): Promise<ReadonlySet<number>> {
  const codes = new Map<number, string>()
  const dates = new Set<number>()
  let style = -1
  await scan(part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') style = 0
      if (name !== 'xf' || style < 0) return
      const format = Number(attributes['numFmtId'] ?? 0)
      if (isDateFormat(format, codes.get(format))) dates.add(style)
      style++
    },
    close(name) {
      if (name === 'cellXfs') style = -1
    },
  })
  return dates
}

function isDateFormat(format: number, code: string | undefined): boolean {
  if (code === undefined) return DATE_FORMATS.some(([first, last]) => format >= first && format <= last)
  // literal texts, colors and locales are no letters of a format
  const letters = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /[yd]/i.test(letters) && !/general/i.test(letters)
}

interface SheetParts {
  readonly texts: readonly string[]
  readonly dates: ReadonlySet<number>
  readonly is1904: boolean
}

async function readRows(part: Uint8Array, parts: SheetParts): Promise<TableRow[]> {
  const rows: TableRow[] = []
  let cells: TableCell[] = []
  let row = 0
  let column = 0
  let type = ''
  let style = 0
  let value = ''
  let readings = 0
  let isValue = false
  await scan(part, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1)
        column = 0
        cells = []
      } else if (name === 'c') {
        column = readColumn(attributes['r']) ?? column
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        value = ''
      } else if (name === 'rPh') readings++
      isValue = readings === 0 && (name === 'v' || name === 't')
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') readings--
      else if (name === 'c') {
        cells[column] = readCell(type, value, parts.dates.has(style), parts)
        column++
      } else if (name === 'row' && cells.some((cell) => cell !== null && cell !== undefined))
        rows.push({ row, cells })
    },
    text(piece) {
      if (isValue) value += piece
    },
  })
  return rows
}

/** "AB12" → 27; null: the cell does not say where it is. */
function readColumn(place: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function readCell(type: string, value: string, isDate: boolean, { texts, is1904 }: SheetParts): TableCell {
  if (value.trim() === '' || type === 'e') return null
  if (type === 's') return texts[Number(value)]?.trim() || null
  if (type === 'b') return isTrue(value)
  if (type !== 'n') return value.trim()
  const number = Number(value)
  if (!Number.isFinite(number)) return value.trim()
  return isDate ? readSerialDate(number, is1904) : number
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
