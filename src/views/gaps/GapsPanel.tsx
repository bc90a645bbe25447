import './gaps.css'
import { Dropdown, Segmented } from 'antd'
import { useState } from 'react'
import { type GapOrder, isFilteredByPlace } from '../../model/gap-filter'
import { gapsToGeoJson } from '../../model/gap-geojson'
import { useActions, useLanguage, useProject, useResults, useView } from '../app-context'
import { AnalysisPending } from '../assess/AnalysisPending'
import { tellBasis, tellScenario } from '../basis-line'
import { downloadText } from '../table/download-text'
import { writeCsv } from '../table/write-csv'
import { EmptyState } from '../ui/EmptyState'
import { useRestedHover } from '../ui/use-rested-hover'
import { WindowedList } from '../ui/WindowedList'
import { useNames } from '../use-names'
import { ClassSums } from './ClassSums'
import { GapFilters } from './GapFilters'
import { GapRow } from './GapRow'
import { gapsCsvRows } from './gaps-csv'
import { type ListedGaps, useGaps } from './use-gaps'

const ROW_HEIGHT = 68
/** More than these are summed by class first: nobody reads thousands one by one. */
const MANY = 300

/** Where people lack a service, worst first. */
export function GapsPanel() {
  const { words } = useLanguage()
  const actions = useActions()
  const analysis = useResults((results) => results.analysis)
  const filter = useView((view) => view.gapFilter)
  const [order, setOrder] = useState<GapOrder>('severity')
  const [wanted, setWanted] = useState<'class' | 'place' | null>(null)
  const listed = useGaps(order)
  const isByPlace = isFilteredByPlace(filter)
  const hover = useRestedHover()
  const how = wanted ?? (filter.code === null && (listed?.sum.gaps ?? 0) > MANY ? 'class' : 'place')

  return (
    <>
      <div className="panel-head">
        <div className="line">
          <h2 className="grow">{words.gaps.title}</h2>
          {listed === null ? null : <GapExport listed={listed} />}
        </div>
        <GapFilters order={order} onOrder={setOrder} />
        {listed === null ? null : (
          <>
            <GapSums listed={listed} />
            <Segmented<'class' | 'place'>
              block
              size="small"
              aria-label={words.gapList.view}
              value={how}
              onChange={setWanted}
              options={[
                { value: 'class', label: words.gapList.byClass },
                { value: 'place', label: words.gapList.byPlace },
              ]}
            />
          </>
        )}
      </div>
      {analysis === null || listed === null ? (
        <AnalysisPending />
      ) : listed.gaps.length === 0 ? (
        <EmptyState title={words.gaps.none} hint={words.gaps.noneHint} />
      ) : how === 'class' ? (
        <ClassSums
          gaps={listed.gaps}
          peopleOf={listed.peopleOf}
          onClass={(code) => {
            actions.setGapFilter({ ...filter, code })
            setWanted(null)
          }}
        />
      ) : (
        <WindowedList
          items={listed.gaps}
          rowHeight={ROW_HEIGHT}
          label={words.gaps.title}
          keyOf={(gap) => gap.id}
          render={(gap) => (
            <GapRow
              gap={gap}
              rank={listed.rankOf.get(gap.id) ?? 0}
              within={isByPlace ? listed.peopleOf(gap) : null}
              isByShortfall={order === 'shortfall'}
              onHover={hover}
            />
          )}
        />
      )}
    </>
  )
}

/** How many gaps, and for how many people: of several classes a person counts several times, and it says so. */
function GapSums({ listed: { gaps, sum } }: { readonly listed: ListedGaps }) {
  const { words, format } = useLanguage()
  const isOneClass = gaps.every((gap) => gap.class === gaps[0].class)
  const isByPlace = useView((view) => isFilteredByPlace(view.gapFilter))
  return (
    <p className="caption gap-sums" role="status">
      <span className="figure">{words.gaps.summary(format.count(sum.gaps))}</span>
      {sum.people === null ? null : isOneClass ? (
        <span className="figure">
          {words.gapList.people(
            sum.is_least ? words.atLeast(format.people(sum.people)) : format.people(sum.people),
          )}
        </span>
      ) : (
        <span className="figure" title={words.gapList.countsHint}>
          {words.gapList.counts(
            sum.is_least ? words.atLeast(format.count(sum.people)) : format.count(sum.people),
          )}
        </span>
      )}
      {isByPlace && sum.gaps > 0 ? (
        <span title={words.gapList.withinHint}>{words.gapList.within}</span>
      ) : null}
      {sum.uncounted === 0 ? null : (
        <span>
          {sum.uncounted === sum.gaps
            ? words.gapList.allUncounted
            : words.gapList.uncounted(format.count(sum.uncounted))}
        </span>
      )}
    </p>
  )
}

/** The gaps as filtered, as a file. */
function GapExport({ listed: { gaps, rankOf, peopleOf } }: { readonly listed: ListedGaps }) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const basis = useResults((results) => results.analysis?.assessment.basis ?? null)
  const view = useView((state) => state)
  const scenarios = useProject((project) => project.summary?.scenarios)
  const save = (what: string) => {
    if (basis === null) return
    const within = isFilteredByPlace(view.gapFilter) ? peopleOf : null
    if (what === 'csv') {
      const isTime = basis.basis === 'time'
      const rows = gapsCsvRows({
        gaps,
        rankOf,
        within,
        isTime,
        names,
        words,
        basisLine: tellBasis(view, tellScenario(view.scenario, scenarios, language), language),
      })
      downloadText('lifecircle-gaps.csv', writeCsv(rows), 'text/csv')
    } else {
      const text = gapsToGeoJson(gaps, basis, names.community, within)
      downloadText('lifecircle-gaps.geojson', text, 'application/geo+json')
    }
  }
  return (
    <Dropdown
      trigger={['click']}
      disabled={gaps.length === 0}
      menu={{
        items: [
          { key: 'csv', label: words.gapList.exportCsv },
          { key: 'geojson', label: words.gapList.exportGeoJson },
        ],
        onClick: ({ key }) => save(key),
      }}
    >
      <button type="button" className="plain link caption" title={words.gapList.exportHint}>
        {words.gapList.export}
      </button>
    </Dropdown>
  )
}
