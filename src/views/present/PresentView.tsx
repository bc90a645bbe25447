import './present.css'
import { useMemo } from 'react'
import { useActions, useLanguage, useProject, useResults, useView } from '../app-context'
import { summarizeAssessment } from '../assess/headline'
import { LegendContents } from '../assess/MapLegend'
import { tellBasis, tellScenario } from '../basis-line'
import { tellDataDates } from '../result-basis'
import { Icon } from '../ui/Icon'
import { useNames } from '../use-names'

const TOP_GAPS = 3

/** For a meeting: the map, a title, what it rests on, the legend and few numbers in big type. */
export function PresentView() {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const summary = useProject((project) => project.summary)
  const basis = useView((view) => view.basis)
  const bandsBasis = useView((view) => view.bandsBasis)
  const profile = useView((view) => view.profile)
  const hour = useView((view) => view.hour)
  const judging = useView((view) => view.judging)
  const rules = useView((view) => view.rules)
  const scenario = tellScenario(
    useView((view) => view.scenario),
    summary?.scenarios,
    language,
  )
  const dates = tellDataDates(summary)
  const isUnchecked = rules.rules.some((rule) => rule.status !== 'V')
  const notes = [
    ...(dates === null ? [] : [words.present.dataDates(dates)]),
    ...(isUnchecked ? [words.present.ruleWarning] : []),
  ]
  return (
    <>
      <header className="present-head">
        <div className="present-title">
          <h1>
            {words.present.title(summary?.name ?? words.appName)}
            {summary?.fictional ? <span className="badge">{words.fictional}</span> : null}
          </h1>
          <p>{tellBasis({ basis, bandsBasis, profile, hour, rules, judging }, scenario, language)}</p>
          {notes.length === 0 ? null : <p className="caption">{notes.join(' · ')}</p>}
        </div>
        <div className="present-actions">
          <button type="button" className="plain icon-button present-button" onClick={() => window.print()}>
            <Icon name="print" /> {words.present.print}
          </button>
          <button
            type="button"
            className="plain icon-button present-button"
            aria-keyshortcuts="Escape"
            onClick={() => actions.setWorkspace('assess')}
          >
            <Icon name="close" /> {words.present.exit} <kbd aria-hidden="true">{words.present.exitHint}</kbd>
          </button>
        </div>
      </header>
      <aside className="legend present-legend" aria-label={words.legend.title}>
        <div className="legend-parts">
          <LegendContents />
        </div>
      </aside>
      <footer className="present-foot">
        <Figures />
      </footer>
    </>
  )
}

function Figures() {
  const { words, format } = useLanguage()
  const names = useNames()
  const analysis = useResults((results) => results.analysis)
  const headline = useMemo(
    () => (analysis === null ? null : summarizeAssessment(analysis.assessment)),
    [analysis],
  )
  if (analysis === null || headline === null) return <p>{words.empty.noAnalysis}</p>
  const worst = analysis.gaps.slice(0, TOP_GAPS)
  return (
    <dl className="present-figures">
      <div>
        <dt>{words.present.communities}</dt>
        <dd>{format.count(headline.communities)}</dd>
      </div>
      <div>
        <dt>{words.present.eligible}</dt>
        <dd>
          {headline.eligibilityUnknown === headline.communities
            ? words.unknown
            : format.count(headline.eligible)}
        </dd>
      </div>
      <div>
        <dt>{words.present.people}</dt>
        <dd>{format.count(headline.people)}</dd>
      </div>
      <div>
        <dt>{words.present.classesMet}</dt>
        <dd>
          {format.count(headline.classesMet)}
          <small> {words.assess.headline.classesOf(format.count(headline.classesRequired))}</small>
        </dd>
      </div>
      {worst.length === 0 ? null : (
        <div className="present-gaps">
          <dt>{words.present.topGaps}</dt>
          {worst.map((gap) => (
            <dd key={gap.id}>
              <span className="clip grow">
                {names.classOf(gap.class)}
                <small> {gap.places.map((id) => names.community(id)).join(words.listSeparator)}</small>
              </span>
              <strong className="figure">
                {gap.people === null
                  ? `${format.count(gap.places.length)} ${gap.places.length === 1 ? words.unit.community : words.unit.communities}`
                  : format.people(gap.people)}
              </strong>
            </dd>
          ))}
        </div>
      )}
    </dl>
  )
}
