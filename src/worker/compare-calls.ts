import { compareJudged } from '../engine/compare/compare-judged'
import type { Judged } from '../engine/pipeline'
import { partOfRun } from '../engine/run'
import { findScenario } from '../engine/scenario/find-scenario'
import type { CallTable } from './rpc'
import type { Session } from './session'

type CompareCalls = Pick<CallTable, 'compare' | 'foresee'>

/** What scenarios change against each other and against the base. */
export function compareCalls(current: () => Session): CompareCalls {
  return {
    foresee: async ({ edits, settings }, { isCancelled, breathe }) => {
      const session = current()
      // nobody waits for it: nothing is told of how far it is
      const run = { isCancelled, breathe }
      const after = await session.foresee(settings, edits, run)
      const base = await session.judgeState({ ...settings, scenario: null }, run)
      return [compareJudged(base, after, session.project.entered)]
    },

    compare: async ({ pairs, settings }, run) => {
      const session = current()
      const asked = [...new Set(pairs.flat())]
      for (const scenario of asked)
        if (scenario !== null && findScenario(session.project, scenario) === null)
          throw new Error(`there is no scenario ${scenario} to compare`)
      const judged = new Map<string | null, Judged>()
      for (const [i, scenario] of asked.entries())
        judged.set(
          scenario,
          await session.judgeState({ ...settings, scenario }, partOfRun(run, i, asked.length), true),
        )
      const stateOf = (scenario: string | null): Judged => {
        const state = judged.get(scenario)
        if (state === undefined) throw new Error(`scenario ${scenario} was not judged`)
        return state
      }
      return pairs.map(([before, after]) =>
        compareJudged(stateOf(before), stateOf(after), session.project.entered),
      )
    },
  }
}
