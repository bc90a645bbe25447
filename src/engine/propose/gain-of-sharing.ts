import type { SharingGain, SharingSide } from '../../model/proposal'
import { planExactly } from '../siting/joint-exact'
import {
  groupDemand,
  isFeasible,
  type JointAnswer,
  type JointLimits,
  type JointProblem,
} from '../siting/joint-plan'
import { serveGroups } from '../siting/joint-served'
import type { SolveMip } from '../siting/mip'
import { roundDown } from './answer-question'
import { communitiesOf } from './communities-of'
import type { PlanQuestion } from './plan-question'

/**
 * What communities serve together more than each for itself, with the same money and the same spaces, gates, walls and
 * paths: those of the communities alone; what lies in no community is left out on both sides. Alone, each of these helps
 * only the people of its own community, nothing is opened to neighbors, a wall or path of several is left as it is, and
 * the money is divided among the communities in the way that serves most: no division by anybody does better, so the
 * gain is never told too high. Everybody counts once for each class, whatever the plan itself is weighed by.
 */
export async function gainOfSharing(
  question: PlanQuestion,
  solve: SolveMip,
  limits: JointLimits,
): Promise<SharingGain> {
  const together = ownSpacesOnly(question)
  const alone = eachForItself(question, together)
  const apart = await planExactly(alone, solve, limits)
  const joint = atLeast(together, await planExactly(together, solve, limits), apart)
  const sides = [served(question, alone, apart), served(question, together, joint)]
  const { options, communities } = question
  return {
    budget_yuan: options.budget_yuan,
    alone: sideOf(question, apart, sides[0]),
    together: sideOf(question, joint, sides[1]),
    communities: communities.flatMap((id, k) =>
      sides.some((side) => side[k] > 0)
        ? [
            {
              id,
              alone: roundDown(sides[0][k], options.counts),
              together: roundDown(sides[1][k], options.counts),
            },
          ]
        : [],
    ),
  }
}

/** Everybody counts once, and only what is in communities is used; demands of the user stay. */
function ownSpacesOnly({ problem, measures, demand }: PlanQuestion): JointProblem {
  const asked = new Set(problem.required.flat())
  const decisions = problem.decisions.map((decision, d) =>
    communitiesOf(measures[d]).length === 0 && !asked.has(d)
      ? { ...decision, rule: 'never' as const }
      : decision,
  )
  return { ...problem, weight: demand.people, decisions }
}

/**
 * Whatever is done serves only the people of the community it is done in; what must be outside of all communities is
 * nobody's own and serves everybody, as it does together. What belongs to several nobody does alone.
 */
function eachForItself({ measures, demand, communities }: PlanQuestion, from: JointProblem): JointProblem {
  const numberOf = new Map(communities.map((id, k) => [id, k]))
  const owners = measures.map(communitiesOf)
  const decisions = from.decisions.map((decision, d) =>
    measures[d].edit.kind === 'share-facility' || owners[d].length > 1
      ? { ...decision, rule: 'never' as const }
      : decision,
  )
  const serves = (d: number, community: number): boolean =>
    owners[d].every((id) => numberOf.get(id) === community)
  const covers = from.covers.map(({ needs, demands }) => ({
    needs,
    demands: demands.filter((i) => needs.every((d) => serves(d, demand.community[i]))),
  }))
  // nobody can be asked to open alone what is opened to neighbors
  const required = from.required
    .map((group) => group.filter((d) => decisions[d].rule === null))
    .filter(({ length }) => length > 0)
  return { ...from, decisions, covers, required }
}

/** What each does for itself can be done together too. */
function atLeast(problem: JointProblem, answer: JointAnswer, other: JointAnswer): JointAnswer {
  const groups = groupDemand(problem)
  const taken = new Set(other.taken)
  if (!isFeasible(problem, taken)) return answer
  const shares = serveGroups(problem, groups, taken)
  const weight = groups.reduce((sum, group, g) => sum + group.weight * shares[g], 0)
  return weight > answer.served
    ? {
        ...answer,
        taken: other.taken,
        served: weight,
        cost: other.cost,
        bound: Math.max(weight, answer.bound),
      }
    : answer
}

/** People newly served by a plan, by community. */
function served(
  { demand, communities }: PlanQuestion,
  problem: JointProblem,
  plan: JointAnswer,
): Float64Array {
  const people = new Float64Array(communities.length)
  const groups = groupDemand(problem)
  const shares = serveGroups(problem, groups, new Set(plan.taken))
  groups.forEach(({ demands }, g) => {
    for (const i of demands) people[demand.community[i]] += demand.people[i] * shares[g]
  })
  return people
}

function sideOf(
  { measures, options: { counts } }: PlanQuestion,
  { taken, cost, bound }: JointAnswer,
  people: Float64Array,
): SharingSide {
  return {
    people_served: roundDown(
      people.reduce((sum, each) => sum + each, 0),
      counts,
    ),
    people_at_most: roundDown(bound, counts),
    cost_yuan: cost,
    keys: taken.map((d) => measures[d].key),
  }
}
