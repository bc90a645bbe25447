import { dropIdle, planExactly, takenOf } from './joint-exact'
import { planGreedily } from './joint-greedy'
import { modelJointly, startFrom } from './joint-model'
import {
  type DemandGroup,
  groupDemand,
  isFeasible,
  type JointAnswer,
  type JointLimits,
  type JointProblem,
  limitsOf,
} from './joint-plan'
import { servedBy } from './joint-served'
import type { SolveMip } from './mip'

/** Weight that may be missing from a full cover: rounding of the solver. */
const SLACK = 1e-6

/**
 * The cheapest plan that serves everybody a plan without a budget can serve (a set cover where all can be served
 * at once, Toregas et al. 1971). What is served most is found first; then the money for it is made least. `served`
 * is its weight, `bound` the least money any such plan costs; where the solver did not prove that nobody more can be
 * served, `mayServeMore` is how much weight at most.
 */
export async function planCheaply(
  problem: JointProblem,
  solve: SolveMip,
  limits: JointLimits,
): Promise<JointAnswer> {
  const open = { ...problem, budget: Infinity }
  const groups = groupDemand(open)
  const { onBetter: tellBetter, ...quietly } = limits
  const most = await planExactly(open, solve, quietly)
  const goal = { kind: 'cheapest', weight: most.served * (1 - SLACK) } as const
  const start = startFrom(open, groups, new Set(most.taken))
  const costOf = (plan: readonly number[]): number => plan.reduce((sum, d) => sum + open.decisions[d].cost, 0)
  const isEnough = (plan: readonly number[]): boolean =>
    servedBy(open, groups, new Set(plan)) >= goal.weight * (1 - SLACK)
  let least = Infinity
  const onBetter = (x: Float64Array): void => {
    const plan = takenOf(open, x)
    if (costOf(plan) >= least || !isFeasible(open, new Set(plan)) || !isEnough(plan)) return
    least = costOf(plan)
    tellBetter?.(plan)
  }
  const answer = await solve(modelJointly(open, groups, goal), {
    ...limitsOf(limits, 'cheapest', start),
    ...(tellBetter === undefined ? {} : { onBetter }),
  })
  const found = takenOf(open, answer.x)
  const cheapest = isEnough(found) && costOf(found) < costOf(most.taken) ? found : most.taken
  const taken = dropIdle(open, groups, cheapest)
  const isOptimal = answer.status === 'optimal' && limits.gap === 0 && most.isOptimal
  return {
    taken,
    served: servedBy(open, groups, new Set(taken)),
    cost: costOf(taken),
    bound: isOptimal ? costOf(taken) : Math.min(costOf(taken), Math.max(0, answer.bound)),
    isOptimal,
    isCutShort: most.isCutShort || answer.status === 'feasible' || answer.status === 'none',
    mayServeMore: Math.max(0, most.bound - most.served),
  }
}

/** The same at once: move by move without a budget, then without what is idle. */
export function coverGreedily(problem: JointProblem, groups: readonly DemandGroup[]): number[] {
  const open = { ...problem, budget: Infinity }
  return dropIdle(open, groups, planGreedily(open, [...groups]))
}
