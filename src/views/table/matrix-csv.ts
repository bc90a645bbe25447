import type { Assessment } from '../../model/assessment'
import { readCell } from '../assessment-cell'
import type { Words } from '../words.zh'
import type { ModeOf, NameOf } from './matrix-rows'

/** Cells of one row of a file. */
export type TableRow = (string | number | null)[]

export interface MatrixCsvInput {
  readonly assessment: Assessment
  /** communities as shown: filtered and sorted */
  readonly rows: readonly number[]
  /** classes as shown, as indexes into `assessment.classes` */
  readonly columns: readonly number[]
  readonly classOf: (code: string) => string
  readonly modeOf: ModeOf
  readonly nameOf: NameOf
  readonly words: Words
  /** basis, profile and rule pack in one line; repeated in every row so that no row loses it */
  readonly basisLine: string
}

/**
 * The shown table as rows for `writeCsv`: two columns for each class, verdict and walk to the nearest
 * (metres on distance basis, minutes on time basis). An unknown value is an empty cell.
 */
export function matrixCsvRows(input: MatrixCsvInput): TableRow[] {
  const { assessment, words, classOf } = input
  const isTime = assessment.basis.basis === 'time'
  const unit = isTime ? words.table.minutes : words.table.metres
  const header = [
    'id',
    words.table.name,
    words.table.subdistrict,
    words.table.eligibility,
    words.tables.mode.title,
    words.table.builtYear,
    words.table.people,
    words.table.missing,
    ...input.columns.flatMap((column) => {
      const name = classOf(assessment.classes[column].code)
      return [`${name} ${words.table.verdictSuffix}`, `${name} ${unit}`]
    }),
    words.table.csvBasis,
  ]
  const body = input.rows.map((row) => {
    const community = assessment.communities[row]
    const mode = input.modeOf(community.id)
    return [
      community.id,
      input.nameOf(community.id),
      community.subdistrict,
      words.eligibilityShort[community.eligibility.verdict],
      mode === null ? words.tables.mode.undecided : words.mode[mode],
      community.built_year,
      community.people,
      community.missing,
      ...input.columns.flatMap((column) => {
        const cell = readCell(assessment, row, column)
        const walk = isTime
          ? cell.nearest_s === null
            ? null
            : Math.round(cell.nearest_s / 6) / 10
          : cell.nearest_m === null
            ? null
            : Math.round(cell.nearest_m)
        return [words.verdict[cell.verdict], walk]
      }),
      input.basisLine,
    ]
  })
  return [header, ...body]
}
