import type { AnalysisSettings } from '../../model/analysis'
import {
  type Assessment,
  type ClassColumn,
  type Reason,
  REASONS,
  VERDICTS,
  type Verdict,
} from '../../model/assessment'
import { limitOf } from '../../model/class-limit'
import { assess } from '../assessment/assess'
import { CommunityJudge, readReasons, surveyedReason, VERDICT_OF } from '../assessment/community-judge'
import { accessEvidence } from '../assessment/collect-evidence'
import type { Evidence } from '../assessment/evidence'
import { SurveyDoubt } from '../places/survey-doubt'
import type { CatchmentContext } from '../catchment/draw-catchment'
import { lookoutOf } from '../catchment/lookout'
import { measureClass, startMeasuring } from '../catchment/measure-class'
import { measureOpened } from '../catchment/measure-opened'
import { measureClip } from '../catchment/measure-reach'
import { emptyReach, type Reach, type ReachInput, type WalkColumns } from '../catchment/reach'
import { ReachDraft } from '../catchment/reach-draft'
import type { NetworkBase } from '../network/open-gates'
import type { DemandPoint } from '../places/place-people'
import { checkpoint, type Run } from '../run'

/** A prepared project, as an explanation looks at it. */
export type ExplainContext = CatchmentContext & {
  /** the network before its gates: what other gates are opened over */
  readonly base: NetworkBase
}

/** Everything measured and judged of one class. */
export interface ClassState {
  readonly on: ExplainContext
  readonly settings: AnalysisSettings
  readonly reach: Reach
  /** what verdicts rest on: an explanation goes by access, whatever the map is judged by */
  readonly evidence: Evidence
  readonly assessment: Assessment
  readonly column: ClassColumn
}

/** The same settings with one class in the rule pack; an unknown code: RangeError. */
export function settingsOfClass(settings: AnalysisSettings, code: string): AnalysisSettings {
  const rules = settings.rules.rules.filter((rule) => rule.code === code)
  if (rules.length === 0) throw new RangeError(`no class ${code} in the rule pack`)
  return { ...settings, rules: { ...settings.rules, rules } }
}

/**
 * What a full run says of one class: the same measuring and judging, with a rule pack of one. `settings`: see
 * `settingsOfClass`. `isVerdictOnly`: walks beyond the limit are not looked for; verdicts, people and walks within
 * it are the same.
 */
export async function measureState(
  on: ExplainContext,
  settings: AnalysisSettings,
  run: Run,
  { isVerdictOnly } = { isVerdictOnly: false },
): Promise<ClassState> {
  await checkpoint(run, 'reach', 0, 1)
  const reach = measureOne(on, settings, isVerdictOnly ? limitCost(settings) : lookoutOf(settings.basis))
  return judgeState(
    on,
    settings,
    reach,
    isVerdictOnly ? null : (measureOpened(on, reach, settings)?.cost ?? null),
  )
}

/** The limit of the one class, in the search's unit. */
export function limitCost({ rules, basis }: AnalysisSettings): number {
  return limitOf(rules, rules.rules[0], basis).limit * 1000
}

/** Walks of everybody to one class; where the data ends matters within its limit only. */
function measureOne(on: ReachInput, settings: AnalysisSettings, lookout: number): Reach {
  const clipCost = measureClip(on, settings, limitCost(settings))
  const draft = new ReachDraft({ ...emptyReach(on, settings), clipCost })
  measureClass(draft, 0, { ...startMeasuring(on, settings), lookout })
  return draft.reach
}

/** Judges one class by walks that were measured. `openedCost`: see `measureOpened`; it changes reasons only. */
export function judgeState(
  on: ExplainContext,
  settings: AnalysisSettings,
  reach: Reach,
  openedCost: WalkColumns | null = null,
): ClassState {
  const evidence = accessEvidence({ reach, openedCost })
  const assessment = assess(on.project, on.people, evidence, settings, settings.year)
  return { on, settings, reach, evidence, assessment, column: assessment.classes[0] }
}

/** People and communities newly served from one state to another; people null: no number is known. */
export function gainOf(
  before: ClassState,
  after: ClassState,
): { gained: number | null; communities: number } {
  const isKnown = before.on.people.people.some((people) => people !== null)
  const [was, is] = [before.assessment.totals[0], after.assessment.totals[0]]
  return {
    gained: isKnown ? is.people_served - was.people_served : null,
    communities: is.communities_served - was.communities_served,
  }
}

/** Who is asked about: a community, one of the places where people are counted, or a place besides them. */
export type Asked =
  | { readonly kind: 'community'; readonly index: number }
  | { readonly kind: 'demand'; readonly point: number }
  | { readonly kind: 'extra'; readonly demand: DemandPoint }

/** How somebody stands with a class. */
export interface Standing {
  readonly verdict: Verdict
  readonly reason: Reason
  /** in the search's units; −1: no walk within the lookout */
  readonly cost: number
  readonly other: number
  /** index into the services, −1: none */
  readonly facility: number
  /** the place that speaks; null: a community without any */
  readonly demand: DemandPoint | null
  /** cost to where the data ends, −1: out of the lookout */
  readonly clipCost: number
  /** shares by verdict; null: not a community */
  readonly shares: readonly number[] | null
}

/** How who is asked about stands in a state. */
export function standingOf(state: ClassState, asked: Asked): Standing {
  const { on, reach, evidence, column } = state
  const doubt = SurveyDoubt.of(on.project, [column], state.settings.profile, reach.members)
  switch (asked.kind) {
    case 'community': {
      const judge = new CommunityJudge(on.people, evidence, doubt)
      const point = judge.judge(asked.index, 0, column)
      const shares = [...judge.shares]
      const standing = readStanding(reach, point, judge.reason, on.people.points[point] ?? null)
      return { ...standing, shares }
    }
    case 'demand':
      return readStanding(
        reach,
        asked.point,
        surveyedReason(
          readReasons(evidence, 0, column)(asked.point),
          doubt,
          on.people.points[asked.point],
          0,
        ),
        on.people.points[asked.point],
      )
    case 'extra': {
      const people = { ...on.people, points: [asked.demand] }
      const there = { ...on, people }
      const own = measureOne(there, state.settings, lookoutOf(state.settings.basis))
      const openedCost = measureOpened(there, own, state.settings)?.cost ?? null
      const seen = accessEvidence({ reach: own, openedCost })
      const reason = surveyedReason(readReasons(seen, 0, column)(0), doubt, asked.demand, 0)
      return readStanding(own, 0, reason, asked.demand)
    }
    default:
      throw new Error(`unknown asked ${JSON.stringify(asked satisfies never)}`)
  }
}

function readStanding(reach: Reach, point: number, reason: number, demand: DemandPoint | null): Standing {
  const [cost, other, facility] = [reach.cost[0], reach.other[0], reach.facility[0]]
  const isReached = point >= 0 && cost[point] >= 0
  return {
    verdict: VERDICTS[VERDICT_OF[reason]],
    reason: REASONS[reason],
    cost: isReached ? cost[point] : -1,
    other: isReached ? other[point] : -1,
    facility: isReached ? facility[point] : -1,
    demand,
    clipCost: point >= 0 ? reach.clipCost[point] : -1,
    shares: null,
  }
}

/** A cost and the measure carried along, as millimetres and milliseconds. */
export function measuresOf(
  { basis }: Pick<AnalysisSettings, 'basis'>,
  cost: number,
  other: number,
): { mm: number; ms: number } {
  return basis === 'distance' ? { mm: cost, ms: other } : { mm: other, ms: cost }
}
