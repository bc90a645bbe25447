import './propose.css'
import type { CommunityRow } from '../../../model/assessment'
import type { ProposalOptions, SharingGain, SharingSide } from '../../../model/proposal'
import type { GainRun } from '../../../store/planning-state'
import { isSameCommunities } from '../../../model/renovation-unit'
import { useActions, useLanguage, usePlanning, useProject, useResults } from '../../app-context'
import { tellMoney } from '../../tell-money'
import { useNames } from '../../use-names'
import { countUncounted } from '../../../model/count-uncounted'
import { UncountedNote } from '../UncountedNote'
import { useUnitCommunities } from '../units/use-unit-communities'
import { countKinds } from './count-kinds'
import { Obstacles } from './Obstacles'
import { tellServed } from './tell-served'
import { tellShare } from './tell-share'

/** What communities serve together more than each for itself; computed when somebody asks. */
export function GainBlock() {
  const { words, format } = useLanguage()
  const actions = useActions()
  const communities = useUnitCommunities()
  // what other communities gain says nothing of these
  const run = usePlanning(({ gain }) =>
    gain !== null && isSameCommunities(gain.communities, communities) ? gain : null,
  )
  const isWanted = usePlanning((planning) => planning.gain?.key === planning.wantedKey)
  // once its plan is kept and shown, it is still what that plan gains
  const isOfPlan = usePlanning((planning) => planning.gain?.key === planning.plan?.key)
  const count = useProject((project) => project.summary?.scenarios.length ?? 0)
  const gain = run?.gain ?? null
  const isRunning = run?.isRunning === true
  const rows = useResults((results) => results.analysis?.assessment.communities ?? NO_ROWS)
  const counted = countUncounted(rows, run?.communities ?? null)
  const { uncounted, all } = counted
  const isByPeople = run?.counts !== 'communities'
  const isUnknown = isByPeople && uncounted === all
  return (
    <div className="gain">
      <div className="line">
        <h3 className="unit-title grow" title={words.propose.gainHint}>
          {words.propose.gain}
        </h3>
        {isRunning ? (
          <>
            <span className="caption" role="status">
              {words.propose.gainPending}
            </span>
            <button type="button" className="plain bar-button" onClick={() => actions.stopPlanning('gain')}>
              {words.propose.stop}
            </button>
          </>
        ) : isWanted && gain !== null ? null : (
          <button type="button" className="plain bar-button" onClick={() => void actions.askGain()}>
            {words.propose.gainAsk}
          </button>
        )}
      </div>
      <Obstacles obstacles={run?.obstacles ?? []} />
      {gain === null ? (
        <p className="caption">
          {run?.isStopped === true ? `${words.propose.gainStopped} ` : ''}
          {words.propose.gainHint}
        </p>
      ) : (
        <>
          {isWanted || isOfPlan ? null : <p className="plan-stale">{words.propose.gainStale}</p>}
          {isUnknown ? (
            <p className="is-unknown">
              {words.propose.gainUncounted}{' '}
              <button
                type="button"
                className="plain link"
                onClick={() => {
                  actions.setWishes({ counts: 'communities' })
                  void actions.askGain()
                }}
              >
                {words.propose.gainByCommunities}
              </button>
            </p>
          ) : (
            <Gain gain={gain} run={run} />
          )}
          {!isByPeople || uncounted === all ? null : <UncountedNote of={counted} className="caption" />}
          {isUnknown ? null : (
            <button
              type="button"
              className="plain bar-button gain-compare"
              title={words.propose.gainCompareHint}
              onClick={() =>
                actions.compareGain({
                  alone: words.propose.gainAloneName(format.count(count + 1)),
                  together: words.propose.gainTogetherName(format.count(count + 1)),
                })
              }
            >
              {words.propose.gainCompare}
            </button>
          )}
        </>
      )}
    </div>
  )
}

const NO_ROWS: readonly CommunityRow[] = []

interface GainProps {
  readonly gain: SharingGain
  readonly run: GainRun | null
}

function Gain({ gain, run }: GainProps) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const counts = run?.counts ?? 'people'
  const { total, bare } = tellServed(counts, language)
  const { alone, together, communities } = gain
  const more = together.people_served - alone.people_served
  // one for itself may do better than was found; together no less than that
  const atLeast = Math.max(0, together.people_served - alone.people_at_most)
  const most = Math.max(1, together.people_served)
  // who gains most comes first, who would have had more alone comes last
  const changed = communities
    .filter((each) => each.alone !== each.together)
    .toSorted((a, b) => b.together - b.alone - (a.together - a.alone))
  // the rows add up to what the two plans serve
  const unchanged = communities
    .filter((each) => each.alone === each.together)
    .reduce((sum, each) => sum + each.together, 0)
  const people = total(more)
  return (
    <>
      <p className={more > 0 ? 'gain-headline is-gain' : 'gain-headline'}>
        {more <= 0
          ? words.propose.gainNone
          : alone.people_served === 0
            ? words.propose.gainMorePlain(people)
            : words.propose.gainMore(people, tellShare(more / alone.people_served, language))}
      </p>
      {more > atLeast && more > 0 ? (
        <p className="caption">{words.propose.gainAtLeast(total(alone.people_at_most), total(atLeast))}</p>
      ) : null}
      <ul className="gain-bars">
        <GainBar
          label={words.propose.gainAlone}
          side={alone}
          most={most}
          counts={counts}
          isTogether={false}
        />
        <GainBar label={words.propose.gainTogether} side={together} most={most} counts={counts} isTogether />
      </ul>
      {changed.length === 0 ? null : (
        <ul className="gain-communities caption">
          <li className="line">
            <span className="grow">{words.propose.gainCommunity[counts]}</span>
            <span>{words.propose.gainSides}</span>
          </li>
          {changed.map(({ id, alone: before, together: after }) => (
            <li key={id} className="line">
              <span className="clip grow">{names.community(id)}</span>
              <span className={after < before ? 'figure is-loss' : 'figure'}>
                {bare(before)} → {bare(after)}
              </span>
            </li>
          ))}
          {unchanged === 0 ? null : (
            <li className="line">
              <span className="clip grow">{words.propose.gainUnchanged}</span>
              <span className="figure">
                {bare(unchanged)} → {bare(unchanged)}
              </span>
            </li>
          )}
        </ul>
      )}
      <p className="caption">
        {words.propose.gainAsked(
          gain.budget_yuan === null ? words.propose.budgetNone : tellMoney(gain.budget_yuan, language),
          words.propose.classChoice[run?.classChoice ?? 'all'],
        )}{' '}
        {words.propose.gainBasis} {words.propose.gainOnce[counts]} {words.propose.cost}
        {words.issueWhere.colon}
        {words.propose.costHint}
      </p>
    </>
  )
}

interface GainBarProps {
  readonly label: string
  readonly side: SharingSide
  readonly most: number
  readonly counts: ProposalOptions['counts']
  readonly isTogether: boolean
}

function GainBar({ label, side, most, counts, isTogether }: GainBarProps) {
  const language = useLanguage()
  const { words, format } = language
  const { people_served, cost_yuan, keys } = side
  const kinds = countKinds(keys).map(
    ({ kind, count }) => `${words.scenario.kind[kind]} ${format.count(count)}`,
  )
  return (
    <li>
      <span className="line">
        <span className="grow">{label}</span>
        <strong className="figure">{tellServed(counts, language).total(people_served)}</strong>
      </span>
      <span className="plan-bar" aria-hidden="true">
        <span
          className={isTogether ? undefined : 'is-alone'}
          style={{ width: `${(people_served / most) * 100}%` }}
        />
      </span>
      <span className="caption figure">
        {tellMoney(cost_yuan, language)}
        {people_served === 0
          ? ''
          : ` · ${words.propose.costEach[counts](tellMoney(cost_yuan / people_served, language))}`}
        {kinds.length === 0 ? null : (
          <>
            <br />
            {kinds.join(' · ')}
          </>
        )}
      </span>
    </li>
  )
}
