import { PLAN_LIMITS } from '../../../store/planning-state'
import { useActions, useLanguage, usePlanning } from '../../app-context'
import { knownGap } from './known-gap'
import { tellBound } from './tell-bound'
import { tellShare } from './tell-share'

/** What is being done about the plan; stopped or out of time, that it was, and what the shown plan is then worth. */
export function PlanStatus() {
  const { words } = useLanguage()
  const plan = usePlanning((planning) => planning.plan)
  if (plan === null) return null
  switch (plan.phase) {
    case 'stopped':
      return <Stopped />
    case 'failed':
      return (
        <p className="is-unserved" role="status">
          {words.propose.failed}
        </p>
      )
    case 'done':
      return <CutShort />
    case 'asking':
    case 'solving':
    case 'checking':
      return <Working />
    default:
      throw new Error(`unknown phase ${String(plan.phase satisfies never)}`)
  }
}

function Working() {
  const language = useLanguage()
  const { words } = language
  const plan = usePlanning((planning) => planning.plan)
  if (plan === null || (plan.phase !== 'asking' && plan.phase !== 'solving' && plan.phase !== 'checking'))
    return null
  const { phase, proposal, isExact, progress } = plan
  const seconds = (progress?.seconds ?? 0).toFixed(1)
  const gap =
    progress === null || progress.value === null || progress.bound === null
      ? null
      : Math.abs(progress.bound - progress.value) / Math.max(1e-9, Math.abs(progress.value))
  return (
    <>
      <p className="caption" role="status">
        {words.propose.step[phase]}
        {phase !== 'solving' || progress === null ? null : (
          <span className="figure">
            {' '}
            {gap === null
              ? words.propose.progressStart(seconds)
              : words.propose.progress(tellShare(gap, language), seconds)}
          </span>
        )}
      </p>
      {phase === 'checking' || proposal === null || isExact ? null : (
        <p className="caption">{phase === 'asking' ? words.propose.greedyFirst : words.propose.greedy}</p>
      )}
    </>
  )
}

function Stopped() {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const plan = usePlanning((planning) => planning.plan)
  const isCurrent = usePlanning((planning) => planning.plan?.key === planning.wantedKey)
  if (plan === null) return null
  const { proposal, isExact, progress, measured } = plan
  const gap = proposal === null ? null : knownGap(proposal, isExact, progress)
  const step = plan.stoppedWhile ?? 'solving'
  const canMeasure = isCurrent && proposal !== null && measured === null && proposal.measures.length > 0
  return (
    <div className="plan-ended" role="status">
      <p>
        <strong>{words.propose.stopped}</strong>
        {proposal !== null && step === 'asking'
          ? words.propose.stoppedFirst
          : plan.isBetter
            ? words.propose.stoppedBetter
            : words.propose.stoppedWhile[proposal === null ? 'asking' : step]}
        {proposal === null || isExact
          ? ''
          : gap === null
            ? words.propose.worthUnknown
            : words.propose.worth(tellBound(gap, proposal, language))}
      </p>
      {canMeasure && proposal.options.objective !== 'nearest' ? (
        <p>
          {words.propose.unmeasured}{' '}
          <button type="button" className="plain link" onClick={() => void actions.measurePlan()}>
            {words.propose.measureNow}
          </button>
        </p>
      ) : null}
    </div>
  )
}

/** Out of time, or a cheapest plan of which it is not proven that nobody more can be served. */
function CutShort() {
  const language = useLanguage()
  const { words } = language
  const proposal = usePlanning((planning) => planning.plan?.proposal ?? null)
  if (proposal === null) return null
  const { isCutShort, goal_gap } = proposal
  const gap = knownGap(proposal, true, null)
  if (!isCutShort && goal_gap < 1e-6) return null
  return (
    <div className="plan-ended" role="status">
      {isCutShort ? (
        <p>
          <strong>{words.propose.timeUp(String(PLAN_LIMITS.time_s))}</strong>
          {words.propose.timeUpPlan}
          {gap === null
            ? words.propose.worthUnknown
            : words.propose.worth(tellBound(gap, proposal, language))}
        </p>
      ) : null}
      {goal_gap < 1e-6 ? null : <p>{words.propose.mayServeMore(tellShare(goal_gap, language))}</p>}
    </div>
  )
}
