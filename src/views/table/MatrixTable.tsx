import { useMemo, useState } from 'react'
import type { AnalysisView } from '../../model/analysis'
import { useLanguage, useView } from '../app-context'
import { namePack, tellHour, tellJudging } from '../basis-line'
import { EmptyState } from '../ui/EmptyState'
import { useNames } from '../use-names'
import { downloadText } from './download-text'
import { matrixCsvRows } from './matrix-csv'
import { orderClasses } from './matrix-columns'
import { MatrixGrid } from './MatrixGrid'
import { MatrixToolbar } from './MatrixToolbar'
import { filterRows, listSubdistricts, type MatrixSort, NO_MATRIX_FILTER, sortRows } from './matrix-rows'
import { writeCsv } from './write-csv'

/** Communities × classes with filters, order and export; what is shown is what is exported. */
export function MatrixTable({ analysis }: { readonly analysis: AnalysisView }) {
  const language = useLanguage()
  const { words, locale } = language
  const names = useNames()
  const pack = useView((view) => view.rules)
  const [filter, setFilter] = useState(NO_MATRIX_FILTER)
  const [sort, setSort] = useState<MatrixSort>({ by: 'missing', isDescending: true })
  const { assessment } = analysis
  const compareText = useMemo(() => {
    const collator = new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en', { numeric: true })
    return (a: string, b: string) => collator.compare(a, b)
  }, [locale])
  const headings = useMemo(() => orderClasses(assessment, pack), [assessment, pack])
  const subdistricts = useMemo(() => listSubdistricts(assessment, compareText), [assessment, compareText])
  const rows = useMemo(
    () => sortRows(assessment, filterRows(assessment, filter), sort, assessment.basis.basis, compareText),
    [assessment, filter, sort, compareText],
  )

  const exportCsv = () => {
    const { basis, profile, hour, judging, rule_pack_hash } = assessment.basis
    const table = matrixCsvRows({
      assessment,
      rows,
      columns: headings.map(({ column }) => column),
      classOf: names.classOf,
      words,
      basisLine: [
        words.basis[basis],
        tellJudging(judging, language),
        words.profile[profile],
        `${words.hour.label} ${tellHour(hour, language)}`,
        namePack(pack, language),
        rule_pack_hash,
      ].join(' · '),
    })
    downloadText(`${words.table.csvName}.csv`, writeCsv(table), 'text/csv;charset=utf-8')
  }

  return (
    <>
      <MatrixToolbar
        filter={filter}
        onFilter={setFilter}
        headings={headings}
        subdistricts={subdistricts}
        shown={rows.length}
        total={assessment.communities.length}
        onExport={exportCsv}
      />
      {rows.length === 0 ? (
        <EmptyState title={words.table.none}>
          <p>
            <button type="button" className="plain link" onClick={() => setFilter(NO_MATRIX_FILTER)}>
              {words.table.clearFilters}
            </button>
          </p>
        </EmptyState>
      ) : (
        <MatrixGrid assessment={assessment} headings={headings} rows={rows} sort={sort} onSort={setSort} />
      )}
    </>
  )
}
