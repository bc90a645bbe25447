import { useEffect } from 'react'
import { emptyPackage, type PlanPackage } from '../../../model/package'
import type { PackageAnswer } from '../../../model/package-answer'
import type { Scenario } from '../../../model/scenario'
import { useActions, useProject, useResults, useView } from '../../app-context'

const NONE: readonly Scenario[] = []

/** The scenario that is shown, what is decided about it, and what follows; null: none is shown, or not there yet. */
export interface ShownPackage {
  readonly scenarios: readonly Scenario[]
  readonly scenario: Scenario | null
  readonly decided: PlanPackage | null
  readonly answer: PackageAnswer | null
}

/** Keeps the package of the shown scenario up to date for as long as somebody looks at it. */
export function usePackage(): ShownPackage {
  const actions = useActions()
  useEffect(() => {
    actions.setWantsPackage(true)
    return () => actions.setWantsPackage(false)
  }, [actions])
  const scenarios = useProject((project) => project.summary?.scenarios ?? NONE)
  const shown = useView((view) => view.scenario)
  const scenario = scenarios.find(({ id }) => id === shown) ?? null
  const kept = useProject((project) => project.summary?.packages.find((each) => each.scenario === shown))
  const answer = useResults((results) => results.packageAnswer)
  return {
    scenarios,
    scenario,
    decided: scenario === null ? null : (kept ?? emptyPackage(scenario.id)),
    answer: answer?.scenario === scenario?.id ? answer : null,
  }
}
