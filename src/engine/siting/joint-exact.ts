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
import { PlanWeigher } from './plan-weigher'

/**
 * The plan that serves most within the budget: greedy first, then a mixed-integer program that starts from it.
 * y: a decision is taken; t: both decisions of a pair; u: a group is served; f: the part of a group that a
 * decision of limited capacity serves. Without a better answer in time the greedy plan stands, with the bound.
 * Of plans that serve the same the solver's one is taken as it is; its cost is not made least.
 */
export async function planExactly(
  problem: JointProblem,
  solve: SolveMip,
  limits: JointLimits,
): Promise<JointAnswer> {
  const groups = groupDemand(problem)
  const greedy = planGreedily(problem, groups)
  const model = modelJointly(problem, groups)
  const start = startFrom(problem, groups, new Set(greedy))
  const tellBetter = limits.onBetter
  let best = servedBy(problem, groups, new Set(greedy))
  const onBetter = (x: Float64Array): void => {
    const plan = takenOf(problem, x)
    const weight = servedBy(problem, groups, new Set(plan))
    if (weight <= best || !isFeasible(problem, new Set(plan))) return
    best = weight
    tellBetter?.(plan)
  }
  const answer = await solve(model, {
    ...limitsOf(limits, 'most', start),
    ...(tellBetter === undefined ? {} : { onBetter }),
  })
  const found = takenOf(problem, answer.x)
  const served = answer.x.length === 0 ? -1 : servedBy(problem, groups, new Set(found))
  const all = groups.reduce((sum, { weight }) => sum + weight, 0)
  const greedyServed = servedBy(problem, groups, new Set(greedy))
  const [taken, most] =
    served > greedyServed ? [dropIdle(problem, groups, found), served] : [greedy, greedyServed]
  return {
    taken,
    served: most,
    cost: taken.reduce((sum, d) => sum + problem.decisions[d].cost, 0),
    // nobody serves more than everybody within reach, whatever the solver had time to say
    bound:
      answer.status === 'optimal' && limits.gap === 0 ? most : Math.max(most, Math.min(all, -answer.bound)),
    isOptimal: answer.status === 'optimal' && limits.gap === 0,
    isCutShort: answer.status === 'feasible' || answer.status === 'none',
    mayServeMore: 0,
  }
}

/** The decisions that an answer to the program takes; none where there is no answer. */
export function takenOf({ decisions }: JointProblem, x: Float64Array): number[] {
  return decisions.flatMap((_, d) => (x[d] > 0.5 ? [d] : []))
}

/**
 * Takes out, dearest first, what serves nobody the others do not serve, and puts the cheapest that does as well where
 * one of several is required: a solver has no reason to save.
 */
export function dropIdle(
  problem: JointProblem,
  groups: readonly DemandGroup[],
  plan: readonly number[],
): number[] {
  const { decisions, required } = problem
  const weigher = new PlanWeigher(problem, groups)
  const kept = new Set(plan)
  // what is left out serves nobody, so the parts stay as they were weighed
  const whole = weigher.weigh(kept)
  const isAsGood = (other: ReadonlySet<number>, changed: readonly number[]): boolean =>
    weigher.difference(whole, other, changed).weight >= -IDLE
  const byCost = [...plan].sort((a, b) => decisions[b].cost - decisions[a].cost || b - a)
  for (const d of byCost) {
    const rest = new Set(kept)
    rest.delete(d)
    const bereft = required.filter((group) => group.includes(d) && !group.some((e) => rest.has(e)))
    if (bereft.length === 0) {
      if (isAsGood(rest, [d])) kept.delete(d)
      continue
    }
    const cheaper = bereft[0]
      .filter((e) => decisions[e].cost < decisions[d].cost)
      .sort((a, b) => decisions[a].cost - decisions[b].cost || a - b)
      .find((e) => {
        const swapped = new Set([...rest, e])
        return isFeasible(problem, swapped) && isAsGood(swapped, [d, e])
      })
    if (cheaper === undefined) continue
    kept.delete(d)
    kept.add(cheaper)
  }
  return [...kept].sort((a, b) => a - b)
}

/** Less than this is nobody. */
const IDLE = 1e-9
