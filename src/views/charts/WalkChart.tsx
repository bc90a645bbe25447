import type { WalkBin, WalkRest } from '../../model/walk-distribution'
import { useActions, useLanguage, useProject, useResults, useView } from '../app-context'
import { tellResultBasis } from '../result-basis'
import { useNames } from '../use-names'
import { ChartFrame } from './ChartFrame'
import { Histogram, type HistogramColumn } from './Histogram'

interface WalkChartProps {
  readonly code: string
  readonly subject: string
}

const BINS_TO_LIMIT = 5

/** People by their walk to the nearest of a class; by communities where no people are known. */
export function WalkChart({ code, subject }: WalkChartProps) {
  const language = useLanguage()
  const { words, format } = language
  const { charts, pending, noPeople } = words.tables
  const actions = useActions()
  const pack = useView((view) => view.rules)
  const judging = useView((view) => view.judging)
  const scenarios = useProject((project) => project.summary?.scenarios)
  const names = useNames()
  const walks = useResults((results) => results.summaries.walks)
  const title = `${names.classOf(code)} · ${charts.walkTitle} · ${subject}`
  if (walks === null || walks.code !== code)
    return (
      <section className="chart" aria-label={title}>
        <div className="chart-head">
          <h3>{title}</h3>
        </div>
        <p className="caption" role="status">
          {pending}
        </p>
      </section>
    )
  const hasPeople = walks.people !== null
  const isTime = walks.limit_unit === 's'
  const edge = (value: number) => String(isTime ? Math.round((value / 60) * 10) / 10 : Math.round(value))
  const unit = hasPeople ? charts.peopleAxis : charts.communitiesAxis
  const counted = (value: number) => format.count(value)
  const binColumn = (bin: WalkBin): HistogramColumn => {
    const served = hasPeople ? bin.people_served : bin.communities_served
    const unserved = hasPeople ? bin.people_unserved : bin.communities_unserved
    return {
      key: String(bin.to),
      label: edge(bin.to),
      served,
      unserved,
      unknown: 0,
      told: `${charts.within(edge(bin.from), edge(bin.to))} ${isTime ? words.unit.minutes : words.unit.m}: ${counted(served + unserved)} ${unit}`,
      onChoose: () => actions.mark(bin.ids),
    }
  }
  const restColumn = (name: string, rest: WalkRest, isUnknown: boolean): HistogramColumn => {
    const amount = hasPeople ? rest.people : rest.ids.length
    return {
      key: name,
      label: name,
      served: 0,
      unserved: isUnknown ? 0 : amount,
      unknown: isUnknown ? amount : 0,
      told: `${name}: ${counted(amount)} ${unit}`,
      onChoose: () => actions.mark(rest.ids),
    }
  }
  const hints = [
    ...(hasPeople ? [] : [noPeople]),
    charts.walkHint,
    // part of the picture that is exported
    ...(judging === 'access' ? [] : [words.supply.accessOnly(words.supply.judgings[judging])]),
  ]
  const last = walks.bins[walks.bins.length - 1]
  const bins = walks.bins.map(binColumn)
  const rest = [
    restColumn(charts.beyond(edge(last.to)), walks.beyond, false),
    restColumn(charts.none, walks.none, false),
    restColumn(charts.unknown, walks.unknown, true),
  ]
  return (
    <ChartFrame
      title={title}
      hint={hints.join(' ')}
      basis={tellResultBasis(walks.basis, pack, scenarios, language)}
      figures={{
        head: [
          charts.walkAxis[walks.limit_unit],
          words.verdict.served,
          words.verdict.unserved,
          words.verdict.unknown,
        ],
        rows: [
          ...walks.bins.map((bin, index) => ({
            ...bins[index],
            label: charts.within(edge(bin.from), edge(bin.to)),
          })),
          ...rest,
        ].map(({ label, served, unserved, unknown }) => [
          label,
          counted(served),
          counted(unserved),
          counted(unknown),
        ]),
      }}
      renderChart={(width) => (
        <Histogram
          label={title}
          bins={bins}
          limitAfter={BINS_TO_LIMIT}
          limitLabel={charts.limit(format.limit(walks.limit, walks.limit_unit))}
          rest={rest}
          axis={charts.walkAxis[walks.limit_unit]}
          unit={unit}
          count={counted}
          width={width}
        />
      )}
    />
  )
}
