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

/**
 * The history once the worker has refused a step, and what it brought was taken back: that from before the step. Where others
 * followed it they stay, without what was refused. `step`: the history from before it, and with it.
 */
export function historyWithout(
  { project, view }: Stores,
  step: { readonly before: PlanHistory; readonly after: PlanHistory },
  refused: Partial<PlanSnapshot>,
  kept: Partial<PlanSnapshot>,
): PlanHistory {
  const { planHistory } = project.getState()
  const history = planHistory === step.after ? step.before : planHistory
  const mend = (snapshot: PlanSnapshot): PlanSnapshot =>
    isOf(snapshot, refused) ? { ...snapshot, ...kept } : snapshot
  const [past, future] = [history.past.map(mend), history.future.map(mend)]
  // a step back to what is there is none
  const now = { ...snapPlan({ project, view }), ...kept }
  const last = past.findLastIndex((snapshot) => !isOf(snapshot, now))
  return { past: past.slice(0, last + 1), future }
}

function isOf(snapshot: PlanSnapshot, values: Partial<PlanSnapshot>): boolean {
  return (Object.keys(values) as (keyof PlanSnapshot)[]).every((key) => snapshot[key] === values[key])
}
