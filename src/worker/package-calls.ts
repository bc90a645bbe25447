import { compareJudged } from '../engine/compare/compare-judged'
import { describePackage } from '../engine/package/describe-package'
import { packageInput } from '../engine/package/package-input'
import type { Judged } from '../engine/pipeline'
import { partOfRun } from '../engine/run'
import { findScenario } from '../engine/scenario/find-scenario'
import type { Comparison } from '../model/comparison'
import { readVerdicts } from '../model/read-verdicts'
import type { CallTable } from './rpc'
import type { Session } from './session'

type PackageCalls = Pick<CallTable, 'setPackages' | 'describePackage'>

/** A scenario as a project: its money, votes and works. */
export function packageCalls(current: () => Session, replace: (next: Session) => void): PackageCalls {
  let compared: readonly [before: Judged, after: Judged, comparison: Comparison] | null = null

  /** What is typed into a package asks again and again about the same two states. */
  function compareOnce(before: Judged, after: Judged): Comparison {
    if (compared === null || compared[0] !== before || compared[1] !== after)
      compared = [before, after, compareJudged(before, after)]
    return compared[2]
  }

  return {
    setPackages: async ({ packages, prices }) => {
      replace(current().withKept({ packages, prices }))
      return null
    },

    describePackage: async ({ scenario: id, settings }, run) => {
      const session = current()
      const { project, corrected } = session
      const scenario = findScenario(project, id)
      if (scenario === null) return null
      const before = await session.judgeState({ ...settings, scenario: null }, partOfRun(run, 0, 2))
      const after = await session.judgeState({ ...settings, scenario: scenario.id }, partOfRun(run, 1, 2))
      return describePackage({
        ...packageInput(corrected, scenario, settings.year),
        verdictOf: readVerdicts(before.view.assessment),
        comparison: compareOnce(before, after),
      })
    },
  }
}
