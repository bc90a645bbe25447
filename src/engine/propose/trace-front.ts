import type { FrontPoint } from '../../model/proposal'
import { planExactly } from '../siting/joint-exact'
import { groupDemand, type JointAnswer, type JointLimits, type JointProblem } from '../siting/joint-plan'
import { costOfRequired } from '../siting/joint-required'
import { serveGroups } from '../siting/joint-served'
import type { SolveMip } from '../siting/mip'
import { roundDown } from './answer-question'
import type { PlanQuestion } from './plan-question'

/**
 * Budget against people: for `count` budgets in equal steps up to what the plan without a budget costs, the plan
 * that serves most. Point by point, the dearest last; a plan of a smaller budget stands where none better was found
 * in time, so more money never serves less.
 */
export async function* traceFront(
  question: PlanQuestion,
  count: number,
  solve: SolveMip,
  limits: JointLimits,
): AsyncGenerator<FrontPoint, void> {
  const { problem } = question
  const most = await planExactly({ ...problem, budget: Infinity }, solve, limits)
  const must = costOfRequired(problem)
  let best = null as JointAnswer | null
  for (let step = 1; step <= count; step++) {
    const budget = Math.round(must + ((most.cost - must) * step) / count)
    const found: JointAnswer =
      step === count ? most : await planExactly({ ...problem, budget }, solve, limits)
    best =
      best === null || found.served > best.served
        ? found
        : { ...best, bound: Math.max(found.bound, best.served) }
    yield pointOf(question, budget, best)
  }
}

function pointOf(
  { problem, measures, demand, options }: PlanQuestion,
  budget: number,
  plan: JointAnswer,
): FrontPoint {
  return {
    budget_yuan: budget,
    cost_yuan: plan.cost,
    people_served: roundDown(peopleServed(problem, demand.people, plan.taken), options.counts),
    value: plan.served,
    bound: plan.bound,
    keys: plan.taken.map((d) => measures[d].key),
  }
}

function peopleServed(problem: JointProblem, people: Float64Array, taken: readonly number[]): number {
  const groups = groupDemand(problem)
  const shares = serveGroups(problem, groups, new Set(taken))
  return groups.reduce(
    (sum, { demands }, g) => sum + shares[g] * demands.reduce((part, i) => part + people[i], 0),
    0,
  )
}
