import { useMemo } from 'react'
import type { PriceChange } from '../../model/cost'
import type { Comparison } from '../../model/comparison'
import { addSums, sumCosts } from '../../model/cost-sum'
import { countGaps } from '../../model/count-gaps'
import { useLanguage, useProject, useResults, useView } from '../app-context'
import { summarizeAssessment } from '../assess/headline'
import { hasUnverified, tellCostSum } from '../scenario/tell-cost'
import { tellGapPeople } from '../gaps/tell-gap-people'
import { countPlaces, tellPlaces, tellPlacesShortly } from '../gaps/tell-places'
import { useEditing } from '../scenario/use-editing'
import { usePlanEffect } from '../scenario/use-plan-effect'
import { useNames } from '../use-names'
import { tellEffect } from '../tell-uncounted'

const TOP_GAPS = 3
const NO_PRICES: readonly PriceChange[] = []

/** Few numbers in big type: how it is, or, of a scenario, what it changes; and what to do first. */
export function PresentFigures() {
  const { words } = useLanguage()
  const analysis = useResults((results) => results.analysis)
  const { shown } = useEditing()
  const isDragged = useView((view) => view.dragged !== null)
  const { effect, isUnderWay, isStale } = usePlanEffect(shown)
  // what is dragged is followed
  const isBusy = isStale || (isUnderWay && !isDragged)
  if (analysis === null) return <p>{words.empty.noAnalysis}</p>
  return (
    <dl className="present-figures" aria-busy={isBusy}>
      {effect === null ? <StateFigures /> : <ChangeFigures comparison={effect.comparison} />}
      <TopGaps />
    </dl>
  )
}

/** What a scenario changes against the state as it is. */
function ChangeFigures({ comparison }: { readonly comparison: Comparison }) {
  const language = useLanguage()
  const { words, format } = language
  const { people, gaps, person_minutes: minutes, uncounted } = comparison
  const { gain, lose, walked } = tellEffect(comparison, language)
  const { closed, before, ...others } = countGaps(gaps)
  const became = [
    [others.shrunk, words.compare.gapShrunk],
    [others.unclear, words.compare.gapUnclearCount],
    [others.less_known, words.compare.gapLessKnown],
    [others.fresh, words.compare.gapFreshCount],
  ] as const
  const parts = became.flatMap(([count, tell]) => (count > 0 ? [tell(format.count(count))] : []))
  const cost = usePlanCost()
  return (
    <>
      <div title={words.scenario.gainHint}>
        <dt>{words.scenario.gain}</dt>
        <dd className={people.gain + uncounted.gain > 0 ? 'is-gain' : undefined}>{gain.text}</dd>
        {gain.note === null ? null : <dd className="present-note">{gain.note}</dd>}
      </div>
      {people.lose + people.both + uncounted.lose > 0 ? (
        <div title={words.scenario.loseHint}>
          <dt>{words.scenario.lose}</dt>
          <dd className="is-loss">{lose.text}</dd>
          {lose.note === null ? null : <dd className="present-note">{lose.note}</dd>}
        </div>
      ) : null}
      <div title={words.scenario.minutesHint}>
        <dt>{minutes < 0 ? words.scenario.minutesLonger : words.scenario.minutes}</dt>
        <dd className={minutes < -0.5 ? 'is-loss' : minutes > 0.5 ? 'is-gain' : undefined}>
          {walked.text}
          {walked.text === words.unknown ? null : <small> {words.scenario.personMinutes}</small>}
        </dd>
        {walked.note === null ? null : <dd className="present-note">{walked.note}</dd>}
      </div>
      <div>
        <dt>{words.talk.gapsClosed}</dt>
        <dd>
          {format.count(closed)}
          <small>
            {' / '}
            {format.count(before)}
          </small>
        </dd>
        {parts.length === 0 ? null : <dd className="present-note">{parts.join(' · ')}</dd>}
      </div>
      {cost === null ? null : (
        <div>
          <dt>{cost.hasWorks ? words.talk.costWithWorks : words.talk.cost}</dt>
          <dd>
            {cost.text}
            {cost.unknown > 0 ? <small> {words.talk.costUnknown(format.count(cost.unknown))}</small> : null}
          </dd>
          {cost.isUnverified ? <dd className="present-note">{words.talk.costUnverified}</dd> : null}
        </div>
      )}
    </>
  )
}

/** What the scenario that is shown costs, its chosen works included; null: not reckoned yet. */
function usePlanCost() {
  const language = useLanguage()
  const scenario = useView((view) => view.scenario)
  const weight = useResults((results) => (scenario === null ? undefined : results.scenarioWeights[scenario]))
  const prices = useProject((project) => project.summary?.prices ?? NO_PRICES)
  return useMemo(() => {
    if (weight === undefined) return null
    const costs = weight.outcomes.filter(({ refusal }) => refusal === null).map(({ cost }) => cost)
    const { works } = weight
    const sum = addSums(sumCosts(costs), works)
    const { default_yuan: yuan } = sum
    return {
      text: tellCostSum({ ...sum, low_yuan: yuan, high_yuan: yuan }, language),
      // where nothing is known the sum itself says so
      unknown: sum.high_yuan > 0 ? sum.unknown : 0,
      hasWorks: works.high_yuan > 0 || works.unknown > 0,
      // prices of works are defaults of the same pack
      isUnverified: works.high_yuan > 0 || hasUnverified(costs, prices),
    }
  }, [weight, prices, language])
}

function StateFigures() {
  const { words, format } = useLanguage()
  const analysis = useResults((results) => results.analysis)
  const headline = useMemo(
    () => (analysis === null ? null : summarizeAssessment(analysis.assessment)),
    [analysis],
  )
  if (headline === null) return null
  return (
    <>
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
    </>
  )
}

/** The gravest gaps that are left. */
function TopGaps() {
  const language = useLanguage()
  const { words, format } = language
  const names = useNames()
  const gaps = useResults((results) => results.analysis?.gaps)
  const worst = gaps?.slice(0, TOP_GAPS) ?? []
  if (worst.length === 0) return null
  return (
    <div className="present-gaps">
      <dt>{words.present.topGaps}</dt>
      {worst.map((gap) => (
        <dd key={gap.id}>
          <span
            className="clip grow"
            title={`${names.classOf(gap.class)} ${tellPlaces(gap.places, names, language)}`}
          >
            {names.classOf(gap.class)}
            <small>
              {' '}
              {countPlaces(gap.places, language)}
              {tellPlacesShortly(gap.places, names, language)}
            </small>
          </span>
          <strong className="figure">
            {gap.people === null
              ? `${format.count(gap.places.length)} ${gap.places.length === 1 ? words.unit.community : words.unit.communities}`
              : tellGapPeople(gap, language)}
          </strong>
        </dd>
      ))}
    </div>
  )
}
