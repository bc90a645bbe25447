import { useMemo } from 'react'
import type { AnalysisView } from '../../model/analysis'
import { NO_FILTER } from '../../store/table-state'
import { useActions, useLanguage, useView } from '../app-context'
import { EmptyState } from '../ui/EmptyState'
import { useCompareText, useShownRows } from '../use-shown-rows'
import { CheckedBar } from './CheckedBar'
import { arrangeHeadings, orderClasses } from './matrix-columns'
import { listItems } from './matrix-items'
import { listSubdistricts } from './matrix-rows'
import { MatrixGrid } from './MatrixGrid'
import { MatrixToolbar } from './MatrixToolbar'

/** Communities × classes with filters, order, groups and export; what is shown is what is exported. */
export function MatrixTable({ analysis }: { readonly analysis: AnalysisView }) {
  const { words } = useLanguage()
  const actions = useActions()
  const pack = useView((view) => view.rules)
  const isGrouped = useView((view) => view.table.isGrouped)
  const pinnedClasses = useView((view) => view.table.pinnedClasses)
  const hidden = useView((view) => view.table.hidden)
  const checked = useView((view) => view.table.checked)
  const { assessment } = analysis
  const compareText = useCompareText()
  const all = useMemo(() => orderClasses(assessment, pack), [assessment, pack])
  const columns = useMemo(() => arrangeHeadings(all, pinnedClasses, hidden), [all, pinnedClasses, hidden])
  const subdistricts = useMemo(() => listSubdistricts(assessment, compareText), [assessment, compareText])
  const rows = useShownRows(analysis)
  const items = useMemo(
    () => listItems(assessment, rows, isGrouped, compareText),
    [assessment, rows, isGrouped, compareText],
  )
  return (
    <>
      <MatrixToolbar
        assessment={assessment}
        columns={columns}
        all={all}
        subdistricts={subdistricts}
        rows={rows}
        items={items}
      />
      {checked.length === 0 ? null : <CheckedBar />}
      {rows.length === 0 ? (
        <EmptyState title={words.table.none}>
          <p>
            <button
              type="button"
              className="plain link"
              onClick={() => actions.setTable({ filter: NO_FILTER })}
            >
              {words.table.clearFilters}
            </button>
          </p>
        </EmptyState>
      ) : (
        <MatrixGrid assessment={assessment} columns={columns} items={items} rows={rows} />
      )}
    </>
  )
}
