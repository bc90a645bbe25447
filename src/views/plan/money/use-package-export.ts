import { useState } from 'react'
import type { PlanPackage } from '../../../model/package'
import type { PackageAnswer } from '../../../model/package-answer'
import type { Scenario } from '../../../model/scenario'
import { COST_PACK } from '../../../model/cost-pack'
import { WORKS_PACK } from '../../../model/works-pack'
import { useLanguage, useProject, useView } from '../../app-context'
import { namePack } from '../../basis-line'
import { PROGRAM_VERSION } from '../../program-version'
import { tellDataDates } from '../../result-basis'
import { downloadText } from '../../table/download-text'
import { sheetName } from '../../table/matrix-sheets'
import { saveWorkbook } from '../../table/save-workbook'
import { writeCsv } from '../../table/write-csv'
import { useNames } from '../../use-names'
import { packageRows, packageSheets } from './package-sheets'

interface PackageExport {
  readonly isBusy: boolean
  readonly hasFailed: boolean
  readonly saveCsv: () => void
  readonly saveXlsx: () => Promise<void>
}

/** Exports of a package: cost, funding and votes, with what they rest on. */
export function usePackageExport(
  scenario: Scenario,
  decided: PlanPackage,
  answer: PackageAnswer,
): PackageExport {
  const language = useLanguage()
  const { words, locale } = language
  const names = useNames()
  const rules = useView((view) => view.rules)
  const summary = useProject((project) => project.summary)
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const packName = (pack: { readonly name_zh: string; readonly name_en: string; readonly version: string }) =>
    `${locale === 'zh' ? pack.name_zh : pack.name_en} ${pack.version}`
  const sheets = () =>
    packageSheets({
      scenario,
      decided,
      answer,
      names,
      language,
      basis: [
        [words.table.name, summary?.name ?? ''],
        [words.topBar.rules, namePack(rules, language)],
        [words.money.prices, packName(COST_PACK)],
        [words.works.title, packName(WORKS_PACK)],
        [words.consent.title, `${words.consent.law} ${words.consent.lawStatus}`],
        [words.money.perPerson, words.money.perPersonHint],
        [words.money.sharingBasis, words.money.basisHint[answer.sharing.basis]],
        [words.tables.sheet.dataDate, tellDataDates(summary) ?? words.data.noDate],
        [words.tables.sheet.sources, words.tables.sheet.program(PROGRAM_VERSION)],
        ['', words.tables.sheet.disclaimer],
      ],
    })
  const file = words.money.file(scenario.name)
  return {
    isBusy,
    hasFailed,
    saveCsv: () => downloadText(`${file}.csv`, writeCsv(packageRows(sheets())), 'text/csv;charset=utf-8'),
    async saveXlsx() {
      setBusy(true)
      setFailed(false)
      try {
        await saveWorkbook(
          file,
          sheets().map((each) => ({ ...each, name: sheetName(words, each.name) })),
        )
      } catch {
        setFailed(true)
      } finally {
        setBusy(false)
      }
    },
  }
}
