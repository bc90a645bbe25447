import type { Geometry } from 'geojson'
import { DataError, type Issue } from '../../model/issue'
import { type JsonValue, type LayerName, LAYERS } from '../../model/layers'
import type { UnplacedSpace } from '../../model/unplaced-space'
import { readWkt } from '../../model/wkt'
import type { Run } from '../run'
import { guessLayerByContent, guessLayerByName } from './guess-layer'
import { type RawRow, RecordMaker } from './make-record'
import { readRows } from './read-geojson'
import type { ReadResult } from './read-result'
import { readHeading, readShift } from './table-headings'
import type { TableCell, TableRow, TableSheet } from './table-sheet'
import { readTableValue } from './table-values'
import { cleanSheets } from './clean-sheets'

/** Rows above which the headings are: a title, the office, the date. */
const MOST_TITLE_ROWS = 20
/** So many known headings make a row of headings. */
const LEAST_HEADINGS = 2

/** What is known of a table before its cells are looked at. */
export interface TableFile {
  readonly name: string
  readonly format: 'csv' | 'xlsx'
  readonly layer: LayerName | undefined
}

interface Column {
  readonly index: number
  readonly heading: string
  /** a field, a place, or null: kept under its heading */
  readonly field: string | null
}

/**
 * A table as records: one row each, below a row of headings in Chinese or English. Places are longitude and latitude
 * in decimal degrees or WKT. A candidate space without a place is kept apart, among `unplaced`; any other row without a
 * place is left out and told.
 * Columns nobody knows are kept with the record.
 * @throws DataError table-no-heading, table-no-position, or what `readRows` throws
 */
export async function readTable(
  sheets: readonly TableSheet[],
  file: TableFile,
  run: Run,
): Promise<ReadResult> {
  const { clean, row: cleanedRow, ...cleaned } = cleanSheets(sheets)
  const found = findHeadings(clean)
  if (found === null) throw new DataError({ code: 'table-no-heading' })
  const { sheet, at, columns } = found
  const issues: Issue[] = []
  if (cleanedRow !== null)
    issues.push({ severity: 'warning', code: 'text-cleaned', row: cleanedRow, facts: cleaned })
  const others = clean.filter((other) => other !== sheet && other.rows.length > 0).map(({ name }) => name)
  if (others.length > 0)
    issues.push({
      severity: 'info',
      code: 'table-sheets-skipped',
      facts: { sheet: sheet.name, sheets: shorten(others) },
    })
  const hasPlaces = columns.some(({ field }) => field?.startsWith('@'))
  const unknown = columns.filter(({ field }) => field === null).map(({ heading }) => heading)
  if (unknown.length > 0)
    issues.push({ severity: 'info', code: 'table-columns-kept', facts: { columns: shorten(unknown) } })

  const rows: RawRow[] = []
  const nowhere: RawRow[] = []
  const missing: Issue[] = []
  const zeroes: Issue[] = []
  for (const tableRow of sheet.rows.slice(at + 1)) {
    const raw = makeRow(tableRow, columns, zeroes)
    if ('code' in raw) missing.push(raw)
    else if (raw.geometry === null) nowhere.push(raw)
    else rows.push(raw)
  }
  const layer = file.layer ?? guessLayer(file.name, [...rows, ...nowhere])
  if (!hasPlaces && !(layer === 'spaces' && isSpaceTable(file, columns, nowhere)))
    throw new DataError({ code: 'table-no-position', facts: { row: sheet.rows[at].row } })
  const waiting = layer === 'spaces' ? nowhere.filter(isSpaceRow) : []
  missing.push(...nowhere.filter((raw) => !waiting.includes(raw)).map(tellNowhere))
  const result = await readRows(rows, { name: file.name, format: file.format, crs: 'WGS84', layer }, run)
  const unplaced = makeUnplaced(waiting, file.name, result)
  const misplaced = [...missing, ...zeroes].map((issue) =>
    layer === undefined ? issue : { ...issue, layer },
  )
  const all = [...misplaced, ...result.issues].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
  const shift = columns
    .map(({ heading, field }) => (field?.startsWith('@') ? readShift(heading) : null))
    .find(Boolean)
  return {
    ...result,
    ...(shift ? { shift } : {}),
    ...(unplaced.length === 0 ? {} : { unplaced }),
    features: result.features + missing.length + unplaced.length,
    accepted: result.accepted + unplaced.length,
    rejected: result.rejected + missing.length,
    issues: [...issues, ...all],
  }
}

/** The first sheet that has a row of headings, and the row with most of them. */
function findHeadings(sheets: readonly TableSheet[]) {
  for (const sheet of sheets) {
    let best: { sheet: TableSheet; at: number; columns: readonly Column[] } | null = null
    let most = LEAST_HEADINGS - 1
    for (const [at, { cells }] of sheet.rows.slice(0, MOST_TITLE_ROWS).entries()) {
      const columns = readColumns(cells)
      const known = columns.filter(({ field }) => field !== null).length
      if (known > most) [best, most] = [{ sheet, at, columns }, known]
    }
    if (best !== null) return best
  }
  return null
}

/** Of two columns that mean the same field the first does; the other is kept under its heading. */
function readColumns(cells: TableRow['cells']): Column[] {
  const taken = new Set<string>()
  const columns: Column[] = []
  for (const [index, cell] of cells.entries()) {
    if (cell === null || cell === undefined) continue
    const heading = String(cell).trim()
    const known = readHeading(heading)
    const field = known !== null && !taken.has(known) ? known : null
    if (field !== null) taken.add(field)
    columns.push({ index, heading, field })
  }
  return columns
}

/** A row as it will be read; what is wrong with its place as an issue. `told`: further issues are added to. */
function makeRow({ row, cells }: TableRow, columns: readonly Column[], told: Issue[]): RawRow | Issue {
  const properties: Record<string, JsonValue> = {}
  const places = new Map<string, TableCell>()
  for (const { index, heading, field } of columns) {
    const cell = cells[index] ?? null
    if (cell === null) continue
    if (field?.startsWith('@')) places.set(field, cell)
    else if (field === 'extra') set(properties, field, readExtra(cell))
    else if (field === null) set(properties, heading, cell)
    else set(properties, field, readTableValue(field, cell))
  }
  const { id: own, name, ...fields } = properties
  const id = typeof own === 'string' || typeof own === 'number' ? { id: String(own) } : {}
  const about = { row, ...id }
  const label = labelOf(name)
  const geometry = places.size === 0 ? null : readPlace(places)
  // what a form writes where nobody filled in a place
  if (geometry?.type === 'Point' && geometry.coordinates.every((degrees) => degrees === 0)) {
    told.push({ severity: 'warning', code: 'position-zero', ...about, facts: label })
    return { ...about, properties: name === undefined ? fields : { ...fields, name }, geometry: null }
  }
  if (geometry === null && places.size > 0) {
    const value = shorten([...places.values()].map(String))
    return { severity: 'error', code: 'position-invalid', ...about, facts: { ...label, value } }
  }
  return { ...about, properties: name === undefined ? fields : { ...fields, name }, geometry }
}

function labelOf(name: JsonValue | undefined): Record<string, string> {
  return typeof name === 'string' ? { name } : {}
}

/** Whether a table without any places is one of spaces for sure: areas alone many tables have. */
function isSpaceTable(file: TableFile, columns: readonly Column[], rows: readonly RawRow[]): boolean {
  const kinds: readonly JsonValue[] = LAYERS.spaces.fields.kind.values
  return (
    file.layer === 'spaces' ||
    guessLayerByName(file.name) === 'spaces' ||
    columns.some(({ field }) => field === 'community') ||
    rows.some(({ properties: { kind } }) => kind !== undefined && kinds.includes(kind))
  )
}

const SUM = /^(?:合计|总计|小计|共计|sum|(?:sub)?total)$/i

/** Whether a row adds up the others. */
function isSumRow({ id, properties }: RawRow): boolean {
  return [id, ...Object.values(properties)].some(
    (value) => typeof value === 'string' && SUM.test(value.trim()),
  )
}

/** Whether a row without a place tells of a space at all, and is not the sum of the others. */
function isSpaceRow(raw: RawRow): boolean {
  const { id, properties } = raw
  const { name, kind, community } = properties
  return !isSumRow(raw) && [id, name, kind, community].some((value) => value !== undefined && value !== null)
}

function tellNowhere(raw: RawRow): Issue {
  const { row, id, properties } = raw
  if (isSumRow(raw)) return { severity: 'info', code: 'table-sum', row, facts: {} }
  const own = id === undefined ? {} : { id: String(id) }
  return { severity: 'error', code: 'position-missing', row, ...own, facts: labelOf(properties['name']) }
}

/** Rows as spaces without a place; what is wrong with their fields is told with the other rows of the file. */
function makeUnplaced(rows: readonly RawRow[], file: string, result: ReadResult): UnplacedSpace[] {
  // the maker asks for a place: any will do, for it is left out again
  const anywhere: Geometry = { type: 'Point', coordinates: [0, 0] }
  const maker = new RecordMaker('spaces', result.issues as Issue[])
  for (const raw of rows) maker.add({ ...raw, geometry: anywhere })
  return maker.records.map(({ geometry: _anywhere, ...space }, i) => ({ ...space, file, row: rows[i].row }))
}

/** A column named __proto__ is a column like any other. */
function set(target: Record<string, JsonValue>, name: string, value: JsonValue): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
}

/** Fields that no schema knows, as the export of this tool writes them. */
function readExtra(cell: TableCell): JsonValue {
  if (typeof cell !== 'string') return cell
  try {
    return JSON.parse(cell) as JsonValue
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return cell
  }
}

function readPlace(places: ReadonlyMap<string, TableCell>): Geometry | null {
  const wkt = places.get('@wkt')
  if (wkt !== undefined) return readWkt(String(wkt))
  const place = places.get('@place')
  const [lon, lat] =
    place === undefined
      ? [places.get('@lon'), places.get('@lat')]
      : String(place)
          .normalize('NFKC')
          .trim()
          .split(/\s*[,;、\s]\s*/)
  const [x, y] = [readDegrees(lon), readDegrees(lat)]
  return x === null || y === null ? null : { type: 'Point', coordinates: [x, y] }
}

/** 120.1523 or 120°9′8.3″; null: neither. */
function readDegrees(value: TableCell | undefined): number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  // NFKC writes ″ as two single strokes
  const text = value
    .normalize('NFKC')
    .replaceAll(/["″秒]|['′’]{2}/g, '″')
    .trim()
  const parts =
    /^[EN]?\s*(\d{1,3})\s*[°度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*″\s*)?[EN]?$/i.exec(
      text,
    )
  if (parts !== null) return Number(parts[1]) + Number(parts[2] ?? 0) / 60 + Number(parts[3] ?? 0) / 3600
  return /^[+-]?\d+(\.\d+)?°?[EN]?$/i.test(text) ? parseFloat(text) : null
}

/** What the rows say counts more than what somebody called the file, unless that is a layer's own name. */
function guessLayer(name: string, rows: readonly RawRow[]): LayerName | undefined {
  const said = guessLayerByName(name)
  if (said !== null && name.toLowerCase().includes(said)) return said
  // a list without places can only be one of points
  const anywhere: Geometry = { type: 'Point', coordinates: [0, 0] }
  const shown = rows.map((row) => (row.geometry === null ? { ...row, geometry: anywhere } : row))
  return guessLayerByContent(shown) ?? said ?? undefined
}

/** A list as a fact: short enough for a sentence. */
function shorten(list: readonly string[]): string {
  const text = list.join('、').replaceAll(/\s+/g, ' ')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
