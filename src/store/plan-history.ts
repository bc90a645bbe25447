import type { PlanHistory, PlanSnapshot } from './plan-state'
import type { RunnerParts } from './runner-parts'

/** Steps that can be taken back. */
const KEPT_STEPS = 200

type Stores = Pick<RunnerParts, 'project' | 'view'>

/** How the plan is now. */
export function snapPlan({ project, view }: Stores): PlanSnapshot {
  const { summary } = project.getState()
  return {
    scenarios: summary?.scenarios ?? [],
    packages: summary?.packages ?? [],
    prices: summary?.prices ?? [],
    units: summary?.units ?? null,
    bookmarks: summary?.bookmarks ?? [],
    entered: summary?.entered ?? [],
    corrections: summary?.corrections ?? [],
    shown: view.getState().scenario,
  }
}

/** The history after one more step from how the plan is now; what was taken back cannot be taken again. */
export function withStep(stores: Stores): PlanHistory {
  const { past } = stores.project.getState().planHistory
  return { past: [...past.slice(1 - KEPT_STEPS), snapPlan(stores)], future: [] }
}
