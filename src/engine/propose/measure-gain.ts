import type { SharingGain, SharingSide } from '../../model/proposal'
import { type Cover, type Decision, groupDemand, isFeasible } from '../siting/joint-plan'
import { serveGroups } from '../siting/joint-served'
import { roundDown } from './answer-question'
import { type AskedCovers, CarriedOut } from './carry-out'
import { communitiesOf } from './communities-of'
import type { LayAll } from './lay-apart'
import type { PlanContext } from './plan-context'
import type { PlanQuestion } from './plan-question'

/** Who serves whom there is: nothing limits it. */
const EXISTING: Decision = { cost: 0, site: -1, area: 0, capacity: Infinity, rule: null }

/**
 * The gain of sharing as its plans measure when they are carried out: together, all that is done on one network; alone, what
 * each community does on a network of its own, and its own people. Where nothing helps anything else this is what was
 * promised. The capacities of the question count, a new assessment by access knows none. Should each for itself serve
 * more so than the plan of all, they do that together. `question`: the one the gain was found for; `layAll`: as carrying
 * edits out would.
 */
export async function measureGain(
  context: PlanContext,
  question: PlanQuestion,
  gain: SharingGain,
  layAll: LayAll,
): Promise<SharingGain> {
  const carried = new CarriedOut(context, question)
  const byEach = eachForItself(question, carried, decisionsOf(question, gain.alone))
  let { together } = gain
  const byAll = allTogether(question, carried, decisionsOf(question, together))
  await layAll([...byEach, byAll].flatMap(({ laying }) => laying ?? []))
  const apart = served(question, byEach)
  let joint = served(question, [byAll])
  const most = sum(apart)
  if (sum(joint) < most && isWithinBudget(question, gain)) {
    together = { ...gain.alone, people_at_most: together.people_at_most }
    const byThose = allTogether(question, carried, decisionsOf(question, together))
    await layAll(byThose.laying === null ? [] : [byThose.laying])
    joint = served(question, [byThose])
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

/** What each community's own, with what is nobody's, serves of its people where it is carried out. */
function eachForItself(
  { communities, demand, measures, problem }: PlanQuestion,
  carried: CarriedOut,
  taken: readonly number[],
): AskedCovers[] {
  const asked = new Set(demand.community)
  return communities.flatMap((id, k) => {
    if (!asked.has(k)) return []
    const own = taken.filter((d) => communitiesOf(measures[d]).every((owner) => owner === id))
    return own.length === 0
      ? []
      : [carried.coversOf(own, (community) => community === k, problem.decisions.length)]
  })
}

/** What everything serves where it is carried out, of everybody. */
function allTogether({ problem }: PlanQuestion, carried: CarriedOut, taken: readonly number[]): AskedCovers {
  return carried.coversOf(taken, () => true, problem.decisions.length)
}

/** The most that covers serve under capacities, everybody once for each class; by community. */
function served({ problem, demand, communities }: PlanQuestion, asked: readonly AskedCovers[]): Float64Array {
  const covers: readonly Cover[] = asked.flatMap((each) => each.covers())
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
