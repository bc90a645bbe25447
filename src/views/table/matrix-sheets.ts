import type { Assessment } from '../../model/assessment'
import { shareOfClass } from '../assess/class-share'
import type { Words } from '../words.zh'
import { matrixCsvRows, type MatrixCsvInput, type TableRow } from './matrix-csv'
import type { GroupItem, MatrixItem } from './matrix-items'

/** One sheet of a workbook: its name, and rows of which the first is the head. */
export interface WorkSheet {
  readonly name: string
  readonly rows: readonly TableRow[]
}

interface MatrixSheetsInput extends Omit<MatrixCsvInput, 'basisLine'> {
  readonly items: readonly MatrixItem[]
  /** what the numbers rest on, a name and a value each */
  readonly basis: readonly (readonly [name: string, value: string])[]
}

/** The shown table as sheets: communities, subtotals where it is grouped, and what all of it rests on. */
export function matrixSheets(input: MatrixSheetsInput): WorkSheet[] {
  const { words, items, basis } = input
  const { matrix } = words.tables
  const groups = items.filter((item) => item.kind === 'group')
  // the basis has a sheet of its own: its column would say it a thousand times
  const rows = matrixCsvRows({ ...input, basisLine: '' }).map((row) => row.slice(0, -1))
  return [
    { name: matrix.sheetMatrix, rows },
    ...(groups.length === 0 ? [] : [{ name: matrix.subtotals, rows: subtotalRows(input, groups) }]),
    {
      name: matrix.sheetBasis,
      rows: [[words.tables.sheet.csvField, words.tables.sheet.csvValue], ...basis.map((line) => [...line])],
    },
  ]
}

/** People by verdict for each sub-district and class; communities where no people are known. */
function subtotalRows(
  { assessment, columns, classOf, words }: MatrixSheetsInput,
  groups: readonly GroupItem[],
): TableRow[] {
  const { matrix } = words.tables
  const head = [
    words.table.subdistrict,
    words.unit.communities,
    words.table.people,
    ...columns.flatMap((column) => {
      const name = classOf(assessment.classes[column].code)
      return [matrix.served, matrix.unserved, matrix.unknown].map((verdict) => `${name} ${verdict}`)
    }),
    matrix.people,
  ]
  return [
    head,
    ...groups.map((group): TableRow => {
      const unit = unitOf(assessment, group)
      return [
        group.subdistrict ?? matrix.noSubdistrict,
        group.rows.length,
        group.people,
        ...columns.flatMap((column) => {
          const { served, unserved, unknown } = shareOfClass(group.totalOf(column), unit)
          return [served, unserved, unknown]
        }),
        unit === 'people' ? words.tables.byPeople : words.tables.byCommunities,
      ]
    }),
  ]
}

function unitOf({ communities }: Assessment, { rows }: GroupItem): 'people' | 'communities' {
  return rows.some((row) => communities[row].people !== null) ? 'people' : 'communities'
}

// halves of characters, control characters, and what XML has no place for
const UNWRITABLE =
  // oxlint-disable-next-line no-control-regex
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A text as a workbook can hold it. */
export function cleanText(text: string): string {
  return text.replaceAll(UNWRITABLE, ' ').slice(0, MOST)
}

/** Characters a cell holds at most. */
const MOST = 32_767

const NAME_MOST = 31

/** A sheet's name without what is not allowed in one. */
export function sheetName(words: Words, name: string): string {
  const clean = cleanText(name)
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, NAME_MOST)
  return clean === '' ? words.table.label : clean
}
