import { useState } from 'react'
import type { Assessment } from '../../model/assessment'
import { useLanguage, useProject, useView } from '../app-context'
import { namePack, tellHour, tellScenario } from '../basis-line'
import { PROGRAM_VERSION } from '../program-version'
import { tellDataDates, tellResultBasis } from '../result-basis'
import { useNames } from '../use-names'
import { useModeOf } from '../use-shown-rows'
import { downloadText } from './download-text'
import { matrixCsvRows } from './matrix-csv'
import type { MatrixItem } from './matrix-items'
import { matrixSheets, sheetName } from './matrix-sheets'
import type { ShownColumns } from './MatrixToolbar'
import { saveWorkbook } from './save-workbook'
import { writeCsv } from './write-csv'

interface Shown {
  readonly assessment: Assessment
  readonly columns: ShownColumns
  readonly rows: readonly number[]
  readonly items: readonly MatrixItem[]
}

interface MatrixExport {
  readonly isBusy: boolean
  readonly hasFailed: boolean
  readonly saveCsv: () => void
  readonly saveXlsx: () => Promise<void>
}

/** Exports of what the table shows, in its order, with what it rests on. */
export function useMatrixExport({ assessment, columns, rows, items }: Shown): MatrixExport {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const modeOf = useModeOf()
  const pack = useView((view) => view.rules)
  const summary = useProject((project) => project.summary)
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const shownRows = items.flatMap((item) => (item.kind === 'row' ? [item.row] : []))
  const input = {
    assessment,
    rows: shownRows.length === rows.length ? shownRows : rows,
    columns: [...columns.pinned, ...columns.free].map(({ column }) => column),
    classOf: names.classOf,
    modeOf,
    nameOf: names.community,
    words,
  }
  const { basis } = assessment
  return {
    isBusy,
    hasFailed,
    saveCsv: () =>
      downloadText(
        `${words.table.csvName}.csv`,
        writeCsv(
          matrixCsvRows({ ...input, basisLine: tellResultBasis(basis, pack, summary?.scenarios, language) }),
        ),
        'text/csv;charset=utf-8',
      ),
    async saveXlsx() {
      setBusy(true)
      setFailed(false)
      const { sheet, scope } = words.tables
      const lines: (readonly [string, string])[] = [
        [words.table.name, summary?.name ?? ''],
        [
          words.topBar.scenario,
          tellScenario(basis.scenario, summary?.scenarios, language) || words.topBar.scenarioNow,
        ],
        [words.topBar.basis, words.basis[basis.basis]],
        [words.topBar.profile, words.profile[basis.profile]],
        [words.hour.label, tellHour(basis.hour, language)],
        [words.topBar.rules, `${namePack(pack, language)} ${basis.rule_pack_hash}`],
        [scope.builtBy, `${basis.scope.built_by_year}`],
        [scope.renovatedWithin, `${basis.scope.renovated_within_years}`],
        [scope.strongWill, `${Math.round(basis.scope.strong_will * 100)}%`],
        [scope.title, scope.judgedIn(basis.year)],
        [sheet.dataDate, tellDataDates(summary) ?? words.data.noDate],
        [sheet.sources, sheet.program(PROGRAM_VERSION)],
        ['', sheet.disclaimer],
      ]
      try {
        const sheets = matrixSheets({ ...input, items, basis: lines })
        await saveWorkbook(
          words.table.csvName,
          sheets.map((each) => ({ ...each, name: sheetName(words, each.name) })),
        )
      } catch {
        setFailed(true)
      } finally {
        setBusy(false)
      }
    },
  }
}
