import { complexesOf } from '../engine/list-complexes'
import type { PlanQuestion } from '../engine/propose/plan-question'
import { findScenario } from '../engine/scenario/find-scenario'
import type { CallTable } from './rpc'
import type { Session } from './session'

type PlanCalls = Pick<CallTable, 'units' | 'propose' | 'checkPlan' | 'planComplexes'>

/** What plans and units are asked by comes with the first question. */
const loadPlanning = () => import('../engine/plan-pipeline')

/** What a plan is first made of, and all it may be made of. */
const MOST_KEPT = 2

/** What planning asks of the network; the plans themselves are made by the solver's worker. */
export function planCalls(current: () => Session): PlanCalls {
  let asked: readonly { readonly key: string; readonly question: PlanQuestion }[] = []
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
      let question = asked.find((each) => each.key === key)?.question
      if (question === undefined) {
        const { askPlan } = await loadPlanning()
        question = await askPlan(await session.measure(settings, run), options, run, session.project.prices)
        asked = [{ key, question }, ...asked].slice(0, MOST_KEPT)
      }
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

    planComplexes: async ({ edits, scenario: id }) => {
      const { project, corrected } = current()
      const base = id === null ? null : findScenario(project, id)
      return complexesOf(corrected, [...(base?.edits ?? []), ...edits])
    },
  }
}
