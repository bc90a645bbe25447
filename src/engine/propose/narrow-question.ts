import type { ProposalOptions } from '../../model/proposal'
import type { JointProblem } from '../siting/joint-plan'
import { communitiesOf } from './communities-of'
import type { PlanQuestion } from './plan-question'

/**
 * The question of some communities out of that of more: what asking for them alone would give, without walking
 * again. Their people, what lies in them, and what lies in no community.
 */
export function narrowQuestion(
  question: PlanQuestion,
  { communities, budget_yuan }: Pick<ProposalOptions, 'communities' | 'budget_yuan'>,
): PlanQuestion {
  const { problem, demand, measures } = question
  const options = { ...question.options, communities, budget_yuan }
  const budget = budget_yuan ?? Infinity
  if (communities === null) return { ...question, options, problem: { ...problem, budget } }
  const scope = new Set(communities)
  const inScope = Uint8Array.from(question.communities, (id) => (scope.has(id) ? 1 : 0))
  const keptDemand = indexesOf(demand.community.length, (i) => inScope[demand.community[i]] === 1)
  const demandAt = numbersOf(demand.community.length, keptDemand)
  const covers = problem.covers.flatMap(({ needs, demands }) => {
    const isOurs = needs.every((d) => communitiesOf(measures[d]).every((id) => scope.has(id)))
    const own = isOurs ? demands.flatMap((i) => (demandAt[i] < 0 ? [] : [demandAt[i]])) : []
    return own.length === 0 ? [] : [{ needs, demands: own }]
  })
  const used = new Set(covers.flatMap(({ needs }) => needs))
  for (const group of problem.required) for (const d of group) used.add(d)
  const kept = indexesOf(measures.length, (d) => used.has(d))
  const decisionAt = numbersOf(measures.length, kept)
  const narrowed: JointProblem = {
    ...problem,
    budget,
    weight: pick(problem.weight, keptDemand),
    ...(problem.need === undefined ? {} : { need: pick(problem.need, keptDemand) }),
    decisions: kept.map((d) => problem.decisions[d]),
    covers: covers.map(({ needs, demands }) => ({ needs: needs.map((d) => decisionAt[d]), demands })),
    exclusive: problem.exclusive
      .map((group) => group.flatMap((d) => (decisionAt[d] < 0 ? [] : [decisionAt[d]])))
      .filter(({ length }) => length > 1),
    required: problem.required.map((group) => group.map((d) => decisionAt[d])),
  }
  return {
    ...question,
    options,
    problem: narrowed,
    measures: kept.map((d) => measures[d]),
    demand: {
      point: pick(demand.point, keptDemand),
      classIndex: pick(demand.classIndex, keptDemand),
      community: pick(demand.community, keptDemand),
      people: pick(demand.people, keptDemand),
      isUnserved: pick(demand.isUnserved, keptDemand),
    },
  }
}

function indexesOf(count: number, isKept: (i: number) => boolean): number[] {
  const kept: number[] = []
  for (let i = 0; i < count; i++) if (isKept(i)) kept.push(i)
  return kept
}

/** Where each index stands among the kept ones, −1: it is not kept. */
function numbersOf(count: number, kept: readonly number[]): Int32Array {
  const numbers = new Int32Array(count).fill(-1)
  kept.forEach((i, number) => (numbers[i] = number))
  return numbers
}

function pick<C extends Float64Array | Int32Array | Uint8Array>(column: C, kept: readonly number[]): C {
  const picked = column.slice(0, kept.length) as C
  kept.forEach((i, number) => (picked[number] = column[i]))
  return picked
}
