import './gaps.css'
import { Select, Switch, Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import type { Gap } from '../../model/gap'
import type { ClassFamily } from '../../model/rule-pack'
import { useActions, useLanguage, useResults, useView } from '../app-context'
import { groupByFamily } from '../families'
import { EmptyState } from '../ui/EmptyState'
import { ClassMark } from '../ui/SignMark'
import { WindowedList } from '../ui/WindowedList'
import { useNames } from '../use-names'
import { filterGaps, NO_GAP_FILTER } from './filter-gaps'
import { useShow } from '../use-show'

const ROW_HEIGHT = 68

/** Where people lack a service, worst first. */
export function GapsPanel() {
  const { words, format } = useLanguage()
  const names = useNames()
  const pack = useView((view) => view.rules)
  const analysis = useResults((results) => results.analysis)
  const [filter, setFilter] = useState(NO_GAP_FILTER)
  const gaps = useMemo(
    () => (analysis === null ? [] : filterGaps(analysis.gaps, filter, names.rules)),
    [analysis, filter, names],
  )
  // the rank is that of the whole list, so a filter does not promote anything
  const ranks = useMemo(
    () => new Map((analysis?.gaps ?? []).map((gap, index) => [gap.id, index + 1])),
    [analysis],
  )
  const groups = useMemo(() => groupByFamily(pack), [pack])
  const classes = useMemo(() => {
    const withGaps = new Set((analysis?.gaps ?? []).map((gap) => gap.class))
    return groups
      .filter(({ family }) => filter.family === null || family === filter.family)
      .flatMap(({ rules }) => rules)
      .filter(({ code }) => withGaps.has(code))
      .map(({ code }) => ({ value: code, label: names.classOf(code) }))
  }, [analysis, groups, filter.family, names])

  return (
    <>
      <div className="panel-head">
        <div className="line">
          <h2 className="grow">{words.gaps.title}</h2>
          {analysis === null ? null : (
            <span className="caption figure" title={`${words.gaps.rank} · ${words.gaps.severityHint}`}>
              {words.gaps.summary(format.count(gaps.length))}
            </span>
          )}
        </div>
        <div className="gap-filters">
          <Select<ClassFamily | ''>
            aria-label={words.gaps.filterFamily}
            value={filter.family ?? ''}
            onChange={(family) => setFilter({ ...filter, family: family === '' ? null : family, code: null })}
            options={[
              { value: '', label: words.gaps.filterFamily },
              ...groups.map(({ family }) => ({ value: family, label: words.family[family] })),
            ]}
          />
          <Select<string>
            aria-label={words.gaps.filterClass}
            value={filter.code ?? ''}
            popupMatchSelectWidth={false}
            onChange={(code) => setFilter({ ...filter, code: code === '' ? null : code })}
            options={[{ value: '', label: words.gaps.filterClass }, ...classes]}
          />
          <Tooltip title={words.gaps.firstHint}>
            <label className="line caption">
              <Switch
                size="small"
                checked={filter.onlyFirst}
                onChange={(onlyFirst) => setFilter({ ...filter, onlyFirst })}
              />
              {words.gaps.onlyFirst}
            </label>
          </Tooltip>
        </div>
      </div>
      {analysis === null ? (
        <EmptyState title={words.empty.noAnalysis} hint={words.empty.noAnalysisHint} />
      ) : gaps.length === 0 ? (
        <EmptyState title={words.gaps.none} hint={words.gaps.noneHint} />
      ) : (
        <WindowedList
          items={gaps}
          rowHeight={ROW_HEIGHT}
          label={words.gaps.title}
          keyOf={(gap) => gap.id}
          render={(gap) => <GapRow gap={gap} rank={ranks.get(gap.id) ?? 0} />}
        />
      )}
    </>
  )
}

function GapRow({ gap, rank }: { readonly gap: Gap; readonly rank: number }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const names = useNames()
  const isSelected = useView((view) => view.selection?.kind === 'gap' && view.selection.id === gap.id)
  const unit = useResults((results) => (results.analysis?.assessment.basis.basis === 'time' ? 's' : 'm'))
  const selection = { kind: 'gap' as const, id: gap.id }
  const places = gap.places.map((id) => names.community(id)).join(words.listSeparator)
  return (
    <button
      type="button"
      className="plain row-button gap-row"
      aria-current={isSelected}
      onClick={() => {
        show(selection)
      }}
      onMouseEnter={() => actions.hover(selection)}
      onMouseLeave={() => actions.hover(null)}
    >
      <span className="gap-rank figure caption">{format.count(rank)}</span>
      <span className="gap-body">
        <span className="line">
          <ClassMark code={gap.class} />
          <span className="clip grow">{names.classOf(gap.class)}</span>
          {gap.priority === 'first' ? <span className="tag priority">{words.gaps.first}</span> : null}
        </span>
        <span className="line">
          <span className={gap.people === null ? 'is-unknown' : 'figure'}>
            {gap.people === null ? words.inspector.peopleUnknown : format.people(gap.people)}
          </span>
          <span className="caption clip grow gap-shortfall">
            {gap.shortfall === null
              ? words.gaps.nothingNear
              : words.gaps.shortfall(format.walk(gap.shortfall, unit))}
          </span>
        </span>
        <span className="caption clip" title={places}>
          {gap.places.length > 1 ? `${format.count(gap.places.length)} ${words.unit.communities} · ` : ''}
          {places}
        </span>
      </span>
    </button>
  )
}
