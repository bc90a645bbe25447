import { complexesOf } from '../engine/list-complexes'
import type { Measured } from '../engine/pipeline'
import type { PlanQuestion } from '../engine/propose/plan-question'
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

/** What planning asks of the network; the plans themselves are made by the solver's worker. */
export function planCalls(current: () => Session): PlanCalls {
  let asked: readonly { readonly key: string; readonly question: PlanQuestion }[] = []
  const questionOf = async (
    { key, options }: { readonly key: string; readonly options: ProposalOptions },
    measured: () => Promise<Measured>,
    run: Run,
  ): Promise<PlanQuestion> => {
    const known = asked.find((each) => each.key === key)
    if (known !== undefined) return known.question
    const { askPlan } = await loadPlanning()
    const question = await askPlan(await measured(), options, run, current().project.prices)
    asked = [{ key, question }, ...asked].slice(0, MOST_KEPT)
    return question
  }
  return {
    units: async ({ settings, units }, run) => {
      const session = current()
      const { reportOf, unitsOf } = await loadPlanning()
      const measured = await session.measure(settings, run)
      const { assessment } = await session.judge(settings, run)
      const proposed = unitsOf(measured, assessment)
      return { proposed, reports: await reportOf(measured, assessment, units ?? proposed.units, run) }
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
