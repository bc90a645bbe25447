import { useState } from 'react'
import type { CommunityRow } from '../../../model/assessment'
import { isSameCommunities } from '../../../model/renovation-unit'
import type { FrontPoint, ProposalOptions } from '../../../model/proposal'
import type { PlanningState } from '../../../store/planning-state'
import { freeName } from '../../scenario/free-name'
import { useEditing } from '../../scenario/use-editing'
import { useActions, useLanguage, usePlanning, useResults } from '../../app-context'
import { tellMoney } from '../../tell-money'
import { Section } from '../../ui/Section'
import { countUncounted } from '../../../model/count-uncounted'
import { useUnitCommunities } from '../units/use-unit-communities'
import { UncountedNote } from '../UncountedNote'
import { frontAxes } from './front-axes'
import { FrontChart } from './FrontChart'
import { NobodyCounted } from './NobodyCounted'
import { Obstacles } from './Obstacles'
import { tellServed } from './tell-served'
import { tellShare } from './tell-share'

const POINTS = 12
const NO_ROWS: readonly CommunityRow[] = []

/** Budget against people: as points come in, and one of them kept as a scenario. */
export function FrontBlock() {
  const { words, format } = useLanguage()
  const actions = useActions()
  const front = usePlanning((planning) => planning.front)
  const isCurrent = usePlanning((planning) => planning.front?.key === planning.wantedKey)
  const communities = useUnitCommunities()
  const wishes = usePlanning((planning) => planning.wishes)
  const [kept, setKept] = useState<KeptPoint | null>(null)
  // points of other conditions are still plans, and told as such; what other communities could do is not asked about
  const shown = front !== null && isSameCommunities(front.communities, communities) ? front : null
  // kept, one of them is the scenario that is shown: of course other points over it would be others
  const isKeptJustNow = kept !== null && kept.key === shown?.key && kept.wishes === wishes
  const isOld = shown !== null && !isCurrent && !isKeptJustNow
  const rows = useResults((results) => results.analysis?.assessment.communities ?? NO_ROWS)
  const counted = countUncounted(rows, front?.communities ?? null)
  const { uncounted, all } = counted
  const isNobodyCounted = front?.counts === 'people' && uncounted > 0 && uncounted === all
  return (
    <Section
      title={words.propose.front}
      aside={
        shown?.isRunning === true
          ? words.propose.frontPending(format.count(shown.points.length), format.count(POINTS))
          : undefined
      }
    >
      {shown?.isRunning === true ? (
        <div className="line">
          <span className="grow" />
          <button type="button" className="plain bar-button" onClick={() => actions.stopPlanning('front')}>
            {words.propose.stop}
          </button>
        </div>
      ) : shown?.isStopped === true ? (
        <div className="line">
          <p className="caption grow" role="status">
            {words.propose.frontStopped(format.count(shown.points.length), format.count(POINTS))}
          </p>
          <button type="button" className="plain bar-button" onClick={() => void actions.askFront()}>
            {words.propose.frontAsk}
          </button>
        </div>
      ) : null}
      {shown === null ? (
        <div className="line">
          <p className="caption grow">{words.propose.frontHint}</p>
          <button type="button" className="plain bar-button" onClick={() => void actions.askFront()}>
            {words.propose.frontAsk}
          </button>
        </div>
      ) : (
        <>
          {isOld && !shown.isRunning ? (
            <div className="line">
              <p className="plan-stale grow">{words.propose.gainStale}</p>
              {shown.isStopped ? null : (
                <button type="button" className="plain bar-button" onClick={() => void actions.askFront()}>
                  {words.propose.frontAsk}
                </button>
              )}
            </div>
          ) : null}
          <Obstacles obstacles={shown.obstacles} />
          {shown.obstacles.length > 0 ? null : isNobodyCounted && !shown.isRunning ? (
            <NobodyCounted
              count={all}
              label={words.propose.frontByCommunities}
              onCountCommunities={() => actions.askFront()}
            />
          ) : (
            <Front
              points={shown.points}
              counts={shown.counts}
              isRunning={shown.isRunning}
              isStopped={shown.isStopped}
              keptAs={isKeptJustNow ? kept.name : null}
              onKeep={(name) => setKept({ key: shown.key, name, wishes })}
            />
          )}
          {shown.counts === 'people' && uncounted < all && shown.points.length > 0 ? (
            <UncountedNote of={counted} className="caption" />
          ) : null}
        </>
      )}
    </Section>
  )
}

/** A point that became a scenario, of which front, and what had been wished for then. */
interface KeptPoint {
  readonly key: string
  readonly name: string
  readonly wishes: PlanningState['wishes']
}

interface FrontProps {
  readonly points: readonly FrontPoint[]
  readonly counts: ProposalOptions['counts']
  readonly isRunning: boolean
  readonly isStopped: boolean
  /** of the scenario a point has just become; null: none has */
  readonly keptAs: string | null
  readonly onKeep: (name: string) => void
}

function Front({ points, counts, isRunning, isStopped, keptAs, onKeep }: FrontProps) {
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const { scenarios } = useEditing()
  const [chosen, setChosen] = useState<number | null>(null)
  const point = chosen === null ? undefined : points[chosen]
  const axes = frontAxes(points)
  // without a scale an axis would say numbers that nothing has
  if (axes === null)
    return isStopped ? null : (
      <p className="front-empty caption">
        {isRunning ? words.propose.frontFirst : words.propose.frontNobody}
      </p>
    )
  return (
    <>
      <FrontChart axes={axes} points={points} counts={counts} chosen={chosen} onChoose={setChosen} />
      {point === undefined ? (
        <p className="caption">{words.propose.frontHint}</p>
      ) : (
        <>
          <p className="figure">
            {words.propose.frontChosen(
              tellMoney(point.cost_yuan, language),
              tellServed(counts, language).total(point.people_served),
              format.count(point.keys.length),
            )}
          </p>
          {point.bound - point.value > point.value * 1e-6 ? (
            <p className="caption">
              {words.propose.bound}
              {words.issueWhere.colon}
              {words.propose.boundAt(tellShare((point.bound - point.value) / point.value, language))}
            </p>
          ) : null}
          <p className="caption">
            {words.propose.cost}
            {words.issueWhere.colon}
            {words.propose.costHint}
          </p>
          <button
            type="button"
            className="plain bar-button"
            onClick={() => {
              if (chosen === null) return
              const name = freeName(scenarios, words.propose.planName, 1)
              actions.adoptPoint(chosen, name)
              onKeep(name)
            }}
          >
            {words.propose.frontAdopt}
          </button>
          {keptAs === null ? null : (
            <p className="caption" role="status">
              {words.propose.adopted(keptAs)}{' '}
              <button type="button" className="plain link" onClick={() => actions.showPlanPart('scenarios')}>
                {words.propose.showAdopted}
              </button>
            </p>
          )}
        </>
      )}
    </>
  )
}
