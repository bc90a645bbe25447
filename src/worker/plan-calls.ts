import { complexesOf } from '../engine/list-complexes'
import type { Judged, Measured } from '../engine/pipeline'
import type { PlanQuestion } from '../engine/propose/plan-question'
import type { UnitEvidence } from '../engine/units/report-units'
import type { ProposedUnits } from '../model/unit-report'
import { findScenario } from '../engine/scenario/find-scenario'
import type { CallTable } from './rpc'
import type { Session } from './session'
import type { ProposalOptions } from '../model/proposal'
import type { Run } from '../engine/run'

type PlanCalls = Pick<CallTable, 'units' | 'propose' | 'checkPlan' | 'checkGain' | 'planComplexes'>

/** What plans and units are asked by comes with the first question. */
const loadPlanning = () => import('../engine/plan-pipeline')

/** What a plan is first made of, and all it may be made of. */
const MOST_KEPT = 2

/** What units are proposed from and added up from, whatever the user has made of them. */
interface UnitGround {
  readonly proposed: ProposedUnits
  readonly evidence: UnitEvidence
}

/** What planning asks of the network; the plans themselves are made by the solver's worker. */
export function planCalls(current: () => Session): PlanCalls {
  /** of what was judged last, as long as that is kept: another name or another unit changes none of it */
  let grounds = new WeakMap<Judged, UnitGround>()
  let asked: readonly { readonly key: string; readonly question: PlanQuestion }[] = []
  const questionOf = async (
    { key, options }: { readonly key: string; readonly options: ProposalOptions },
    measured: () => Promise<Measured>,
    run: Run,
  ): Promise<PlanQuestion> => {
    const known = asked.find((each) => each.key === key)
    if (known !== undefined) return known.question
    const { askPlan } = await loadPlanning()
    const question = await askPlan(await measured(), options, run, { prices: current().project.prices })
    asked = [{ key, question }, ...asked].slice(0, MOST_KEPT)
    return question
  }
  const groundOf = async (judged: Judged, run: Run): Promise<UnitGround> => {
    const known = grounds.get(judged)
    if (known !== undefined) return known
    const { evidenceOf, unitsOf } = await loadPlanning()
    const { measured, view } = judged
    const proposed = unitsOf(measured, view.assessment)
    const ground = { proposed, evidence: await evidenceOf(measured, view.assessment, run) }
    grounds = new WeakMap([[judged, ground]])
    return ground
  }
  return {
    units: async ({ settings, units }, run) => {
      const { reportUnits } = await loadPlanning()
      const { proposed, evidence } = await groundOf(await current().judgeState(settings, run), run)
      return { proposed, reports: reportUnits(units ?? proposed.units, evidence) }
    },

    propose: async ({ key, options, settings, to }, run) => {
      const session = current()
      const question = await questionOf({ key, options }, () => session.measure(settings, run), run)
      to.postMessage(question)
      return { classes: question.classes }
    },

    checkPlan: async ({ edits, classes, communities, gaps, counts, settings }, run) => {
      const session = current()
      const { checkEdits } = await loadPlanning()
      return checkEdits(
        await session.measure(settings, run),
        edits,
        { classes, communities, gaps, counts },
        run,
      )
    },

    checkGain: async ({ settings, gain, ...ofQuestion }, run) => {
      const measured = await current().measure(settings, run)
      const { checkGain } = await loadPlanning()
      return checkGain(measured, await questionOf(ofQuestion, async () => measured, run), gain, run)
    },

    planComplexes: async ({ edits, scenario: id }) => {
      const { project, corrected } = current()
      const base = id === null ? null : findScenario(project, id)
      return complexesOf(corrected, [...(base?.edits ?? []), ...edits])
    },
  }
}
