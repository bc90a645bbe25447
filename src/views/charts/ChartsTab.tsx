import './charts.css'
import { useEffect, useMemo, useState } from 'react'
import type { AnalysisView } from '../../model/analysis'
import { NO_FILTER } from '../../store/table-state'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { tellResultBasis } from '../result-basis'
import { orderClasses } from '../table/matrix-columns'
import { NativeSelect } from '../ui/NativeSelect'
import { EmptyState } from '../ui/EmptyState'
import { useNames } from '../use-names'
import { useShownRows } from '../use-shown-rows'
import { DistrictChart } from './DistrictChart'
import { TierChart } from './TierChart'
import { WalkChart } from './WalkChart'

type Of = 'all' | 'shown' | 'selected'

/** Tier scores, walks and sub-districts, of all communities, of those the table shows, or of one. */
export function ChartsTab({ analysis }: { readonly analysis: AnalysisView }) {
  const language = useLanguage()
  const scenarios = useProject((project) => project.summary?.scenarios)
  const { words, format } = language
  const say = words.tables.charts
  const { assessment } = analysis
  const actions = useActions()
  const names = useNames()
  const pack = useView((view) => view.rules)
  const theme = useView((view) => view.mapTheme)
  const filter = useView((view) => view.table.filter)
  const selected = useView((view) => (view.selection?.kind === 'community' ? view.selection.id : null))
  const shownRows = useShownRows(analysis)
  const isFiltered = filter !== NO_FILTER
  const [wanted, setOf] = useState<Of>('shown')
  const selectedRow = selected === null ? -1 : assessment.communities.findIndex(({ id }) => id === selected)
  const of: Of =
    (wanted === 'selected' && selectedRow < 0) || (wanted === 'shown' && !isFiltered) ? 'all' : wanted
  const rows = useMemo(
    () =>
      of === 'selected'
        ? [selectedRow]
        : of === 'shown'
          ? shownRows
          : assessment.communities.map((_, row) => row),
    [of, selectedRow, shownRows, assessment],
  )
  const headings = useMemo(() => orderClasses(assessment, pack), [assessment, pack])
  const required = headings.find(({ column }) => assessment.classes[column].required) ?? headings[0]
  // the class on the map is the class of the charts
  const code = theme.kind === 'class' ? theme.code : (required?.code ?? null)
  useEffect(() => {
    if (code === null) return undefined
    const communities = of === 'all' ? null : rows.map((row) => assessment.communities[row].id)
    actions.askWalks({ code, communities })
    return undefined
  }, [actions, code, of, rows, assessment])
  const basis = tellResultBasis(assessment.basis, pack, scenarios, language)
  const subject =
    of === 'all'
      ? say.all
      : of === 'shown'
        ? say.shown(format.count(rows.length))
        : say.selected(names.community(assessment.communities[selectedRow].id))
  return (
    <>
      <div className="drawer-bar">
        <span className="caption">{say.of}</span>
        <NativeSelect<Of>
          label={say.of}
          className="is-wide"
          value={of}
          onChange={setOf}
          options={[
            { value: 'all', label: say.all },
            ...(isFiltered
              ? [{ value: 'shown' as const, label: say.shown(format.count(shownRows.length)) }]
              : []),
            ...(selectedRow >= 0
              ? [
                  {
                    value: 'selected' as const,
                    label: names.community(assessment.communities[selectedRow].id),
                  },
                ]
              : []),
          ]}
        />
        <span className="caption">{say.class}</span>
        <NativeSelect
          label={say.class}
          className="is-wide"
          value={code ?? ''}
          onChange={(value) => actions.setMapTheme({ kind: 'class', code: value })}
          options={headings.map((heading) => ({ value: heading.code, label: names.classOf(heading.code) }))}
        />
        <span className="grow" />
        {isFiltered ? (
          <button
            type="button"
            className="plain link"
            onClick={() => {
              actions.setTable({ filter: NO_FILTER })
              actions.mark([])
            }}
          >
            {words.table.clearFilters}
          </button>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={say.emptyRows} />
      ) : (
        <div className="charts">
          <TierChart assessment={assessment} pack={pack} rows={rows} subject={subject} basis={basis} />
          {code === null ? null : <WalkChart code={code} subject={subject} />}
          <DistrictChart
            assessment={assessment}
            rows={rows}
            code={theme.kind === 'class' ? theme.code : null}
            subject={subject}
            basis={basis}
          />
        </div>
      )}
    </>
  )
}
