import { useState } from 'react'
import type { ScenarioTable } from '../../store/compare-view'
import { useLanguage, useProject, useResults, useView } from '../app-context'
import { tellResultBasis } from '../result-basis'
import { downloadText } from '../table/download-text'
import { saveWorkbook } from '../table/save-workbook'
import { writeCsv } from '../table/write-csv'
import { useNames } from '../use-names'
import { compareCsvRows, compareSheets } from './compare-sheets'
import { nameColumn } from './name-column'

/** The whole comparison as files. */
export function CompareExport({ table }: { readonly table: ScenarioTable }) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const pack = useView((view) => view.rules)
  const weights = useResults((results) => results.scenarioWeights)
  const scenarios = useProject((project) => project.summary?.scenarios)
  const [hasFailed, setFailed] = useState(false)
  const input = () => ({
    table,
    weights,
    pack,
    columnNames: table.columns.map((column) => nameColumn(column, scenarios, words)),
    names,
    basisLine: tellResultBasis({ ...table.comparisons[0].basis, scenario: null }, pack, scenarios, language),
    language,
  })
  const saveXlsx = async () => {
    setFailed(false)
    try {
      await saveWorkbook(words.compare.fileName, compareSheets(input()))
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      {hasFailed ? <span className="caption is-loss">{words.tables.exportFailed}</span> : null}
      <button
        type="button"
        className="plain bar-button"
        onClick={() =>
          downloadText(
            `${words.compare.fileName}.csv`,
            writeCsv(compareCsvRows(input())),
            'text/csv;charset=utf-8',
          )
        }
      >
        {words.tables.exportCsv}
      </button>
      <button type="button" className="plain bar-button" onClick={() => void saveXlsx()}>
        {words.tables.exportXlsx}
      </button>
    </>
  )
}
