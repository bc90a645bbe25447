import { complexesOf } from '../engine/list-complexes'
import { findScenario } from '../engine/scenario/find-scenario'
import type { CallTable } from './rpc'
import type { Session } from './session'

type PlanCalls = Pick<CallTable, 'units' | 'propose' | 'checkPlan' | 'planComplexes'>

/** What plans and units are asked by comes with the first question. */
const loadPlanning = () => import('../engine/plan-pipeline')

/** What planning asks of the network; the plans themselves are made by the solver's worker. */
export function planCalls(current: () => Session): PlanCalls {
  return {
    units: async ({ settings, units }, run) => {
      const session = current()
      const { reportOf, unitsOf } = await loadPlanning()
      const measured = await session.measure(settings, run)
      const { assessment } = await session.judge(settings, run)
      const proposed = unitsOf(measured, assessment)
      return { proposed, reports: await reportOf(measured, assessment, units ?? proposed.units, run) }
    },

    propose: async ({ options, settings }, run) => {
      const session = current()
      const { askPlan } = await loadPlanning()
      return askPlan(await session.measure(settings, run), options, run, session.project.prices)
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
