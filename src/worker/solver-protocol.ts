import type { PlanQuestion } from '../engine/propose/plan-question'
import type { JointProgress } from '../engine/siting/joint-plan'
import type { FrontPoint, Measure, Obstacle, Proposal, SharingGain } from '../model/proposal'

/** How long to look, and how near the best is near enough; see `MipLimits`. */
export interface SolverLimits {
  readonly time_s: number
  readonly gap: number
}

/** What the solver's worker is asked. */
export interface SolverTask {
  /** the plan that is found at once; one that was told as better; a plan; what sharing gains; or plans of so many budgets */
  readonly kind: 'greedy' | 'better' | 'plan' | 'gain' | 'front'
  readonly question: PlanQuestion
  /** in the place of the question's own: money changes no walk */
  readonly budget_yuan: number | null
  readonly limits: SolverLimits
  /** budgets of a front */
  readonly count?: number
  /** decisions of the plan that was told as better */
  readonly taken?: readonly number[]
}

/**
 * The same as the page asks it: the question is large and comes from the engine's worker through this port, so that the page
 * is held up by neither taking it in nor handing it on.
 */
export type SolverOrder = Omit<SolverTask, 'question'> & { readonly question: MessagePort }

/** What it has found so far, in the measure of its goal: of «cheapest» the first is who is served most. */
export type SolverProgress = JointProgress

/** What it says while it works, and at the end. */
export type SolverNews =
  | { readonly type: 'progress'; readonly progress: SolverProgress }
  /** why there is no plan, and nothing follows but `done`; or, before the plan, what its money does not reach */
  | { readonly type: 'obstacles'; readonly obstacles: readonly Obstacle[] }
  /** the plan that is found at once */
  | { readonly type: 'greedy'; readonly proposal: Proposal }
  /** a plan better than the one found at once, by its decisions: to be described if no other comes */
  | { readonly type: 'better'; readonly taken: readonly number[] }
  | { readonly type: 'plan'; readonly proposal: Proposal }
  /** with the measures of both sides */
  | { readonly type: 'gain'; readonly gain: SharingGain; readonly measures: readonly Measure[] }
  /** with the measures of its plan */
  | { readonly type: 'point'; readonly point: FrontPoint; readonly measures: readonly Measure[] }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly message: string }
