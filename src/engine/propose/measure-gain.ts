import type { SharingGain, SharingSide } from '../../model/proposal'
import { type Cover, type Decision, groupDemand, isFeasible } from '../siting/joint-plan'
import { serveGroups } from '../siting/joint-served'
import { checkpoint, type Run } from '../run'
import { roundDown } from './answer-question'
import { CarriedOut } from './carry-out'
import { communitiesOf } from './communities-of'
import type { LayEdits } from './list-openings'
import type { PlanContext } from './plan-context'
import type { PlanQuestion } from './plan-question'

/** Who serves whom there is: nothing limits it. */
const EXISTING: Decision = { cost: 0, site: -1, area: 0, capacity: Infinity, rule: null }

/**
 * The gain of sharing as its plans measure when they are carried out: together, all that is done on one network; alone, what
 * each community does on a network of its own, and its own people. Where nothing helps anything else this is what was
 * promised. The capacities of the question count, a new assessment by access knows none. Should each for itself serve
 * more so than the plan of all, they do that together. `question`: the one the gain was found for; `lay`: as carrying
 * edits out would.
 */
export async function measureGain(
  context: PlanContext,
  question: PlanQuestion,
  gain: SharingGain,
  lay: LayEdits,
  run: Run,
): Promise<SharingGain> {
  const carried = new CarriedOut(context, question, lay)
  const apart = await eachForItself(question, carried, decisionsOf(question, gain.alone), run)
  await checkpoint(run, 'reach', 1, 1)
  let { together } = gain
  let joint = allTogether(question, carried, decisionsOf(question, together))
  const most = sum(apart)
  if (sum(joint) < most && isWithinBudget(question, gain)) {
    together = { ...gain.alone, people_at_most: together.people_at_most }
    joint = allTogether(question, carried, decisionsOf(question, together))
  }
  const { counts } = question.options
  return {
    ...gain,
    alone: sideOf(gain.alone, most, counts),
    together: sideOf(together, sum(joint), counts),
    communities: question.communities.flatMap((id, k) =>
      apart[k] > 0 || joint[k] > 0
        ? [{ id, alone: roundDown(apart[k], counts), together: roundDown(joint[k], counts) }]
        : [],
    ),
  }
}

function decisionsOf({ measures }: PlanQuestion, { keys }: SharingSide): number[] {
  const wanted = new Set(keys)
  return measures.flatMap(({ key }, d) => (wanted.has(key) ? [d] : []))
}

/** Whether all may do what each did for itself. */
function isWithinBudget(question: PlanQuestion, { alone, budget_yuan }: SharingGain): boolean {
  const problem = { ...question.problem, budget: budget_yuan ?? Infinity }
  return isFeasible(problem, new Set(decisionsOf(question, alone)))
}

/** People served by community where each carries out what is its own, with what is nobody's. */
async function eachForItself(
  question: PlanQuestion,
  carried: CarriedOut,
  taken: readonly number[],
  run: Run,
): Promise<Float64Array> {
  const { communities, demand, measures } = question
  const existing = question.problem.decisions.length
  const asked = new Set(demand.community)
  const covers: Cover[] = []
  for (const [k, id] of communities.entries()) {
    if (!asked.has(k)) continue
    const own = taken.filter((d) => communitiesOf(measures[d]).every((owner) => owner === id))
    if (own.length === 0) continue
    await checkpoint(run, 'reach', k, communities.length)
    covers.push(...carried.coversOf(own, (community) => community === k, existing))
  }
  return served(question, covers)
}

/** People served by community where everything is carried out, for everybody. */
function allTogether(question: PlanQuestion, carried: CarriedOut, taken: readonly number[]): Float64Array {
  return served(
    question,
    carried.coversOf(taken, () => true, question.problem.decisions.length),
  )
}

/** The most that covers serve under capacities, everybody once for each class; by community. */
function served({ problem, demand, communities }: PlanQuestion, covers: readonly Cover[]): Float64Array {
  const carriedOut = {
    ...problem,
    weight: demand.people,
    decisions: [...problem.decisions, EXISTING],
    covers,
  }
  const groups = groupDemand(carriedOut)
  const shares = serveGroups(carriedOut, groups, new Set(covers.flatMap(({ needs }) => needs)))
  const people = new Float64Array(communities.length)
  groups.forEach(({ demands }, g) => {
    for (const i of demands) people[demand.community[i]] += demand.people[i] * shares[g]
  })
  return people
}

function sideOf(side: SharingSide, people: number, counts: PlanQuestion['options']['counts']): SharingSide {
  const people_served = roundDown(people, counts)
  return { ...side, people_served, people_at_most: Math.max(people_served, side.people_at_most) }
}

function sum(people: Float64Array): number {
  return people.reduce((total, each) => total + each, 0)
}
