import { askPlan, checkEdits, complexesOf, reportOf, unitsOf } from '../engine/plan-pipeline'
import { findScenario } from '../engine/scenario/find-scenario'
import type { CallTable } from './rpc'
import type { Session } from './session'

type PlanCalls = Pick<CallTable, 'units' | 'propose' | 'checkPlan' | 'planComplexes'>

/** What planning asks of the network; the plans themselves are made by the solver's worker. */
export function planCalls(current: () => Session): PlanCalls {
  return {
    units: async ({ settings, units }, run) => {
      const session = current()
      const measured = await session.measure(settings, run)
      const { assessment } = await session.judge(settings, run)
      const proposed = unitsOf(measured, assessment)
      return { proposed, reports: await reportOf(measured, assessment, units ?? proposed.units, run) }
    },

    propose: async ({ options, settings }, run) => {
      const session = current()
      return askPlan(await session.measure(settings, run), options, run, session.project.prices)
    },

    checkPlan: async ({ edits, classes, communities, gaps, settings }, run) =>
      checkEdits(await current().measure(settings, run), edits, { classes, communities, gaps }, run),

    planComplexes: async ({ edits, scenario: id }) => {
      const { project, corrected } = current()
      const base = id === null ? null : findScenario(project, id)
      return complexesOf(corrected, [...(base?.edits ?? []), ...edits])
    },
  }
}
