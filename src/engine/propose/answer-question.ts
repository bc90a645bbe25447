import type { GapOutcome, Obstacle, Proposal, ProposalOptions, Served } from '../../model/proposal'
import { coverGreedily, planCheaply } from '../siting/joint-cheapest'
import { planExactly } from '../siting/joint-exact'
import { planGreedily } from '../siting/joint-greedy'
import { findCollisions } from '../siting/joint-collisions'
import { type DemandGroup, groupDemand, type JointAnswer, type JointLimits } from '../siting/joint-plan'
import { servedBy, serveGroups } from '../siting/joint-served'
import type { SolveMip } from '../siting/mip'
import type { PlanQuestion } from './plan-question'
import { weighPlan } from './weigh-plan'

/** What of the demands made on a plan cannot hold together; empty: there is a plan. */
export function findObstacles({ problem, measures, spaces, impossible }: PlanQuestion): Obstacle[] {
  const collisions = findCollisions(problem).map((collision): Obstacle => {
    switch (collision.kind) {
      case 'must-beyond-budget':
        return {
          kind: 'beyond-budget',
          cost_yuan: collision.cost,
          budget_yuan: collision.budget,
          parts: collision.decisions.map((d) => ({
            key: measures[d].key,
            cost_yuan: problem.decisions[d].cost,
          })),
        }
      case 'must-beyond-area':
        return {
          kind: 'beyond-area',
          space: spaces[collision.site],
          area_m2: collision.area,
          available_m2: collision.available,
          parts: collision.decisions.map((d) => ({
            key: measures[d].key,
            area_m2: problem.decisions[d].area,
          })),
        }
      case 'must-exclude-each-other':
        return { kind: 'exclude-each-other', measures: collision.decisions.map((d) => measures[d].key) }
      default:
        throw new Error(`unknown collision ${JSON.stringify(collision satisfies never)}`)
    }
  })
  return [...impossible.map((each): Obstacle => ({ kind: 'impossible', ...each })), ...collisions]
}

/** A goal that the money does not reach: everybody who can be served costs more. null: it does, or it is no such goal. */
export function findShortfall({ options, cost_yuan, bound }: Proposal): Obstacle | null {
  const { objective, budget_yuan } = options
  if (objective !== 'cheapest' || budget_yuan === null || cost_yuan <= budget_yuan) return null
  return { kind: 'goal-beyond-budget', cost_yuan, least_yuan: Math.floor(bound), budget_yuan }
}

/** A plan at once, without a bound: nothing is known yet of how much better one could be. */
export function proposeGreedily(question: PlanQuestion): Proposal {
  const { problem, options } = question
  const groups = groupDemand(problem)
  return proposeTaken(
    question,
    options.objective === 'cheapest' ? coverGreedily(problem, groups) : planGreedily(problem, groups),
  )
}

/** A plan of some decisions, by index, that keep to what was asked; nothing is known of how much better one could be. */
export function proposeTaken(question: PlanQuestion, taken: readonly number[]): Proposal {
  const { problem, options } = question
  const groups = groupDemand(problem)
  const cost = taken.reduce((sum, d) => sum + problem.decisions[d].cost, 0)
  const served = servedBy(problem, groups, new Set(taken))
  const all = groups.reduce((sum, { weight }) => sum + weight, 0)
  const bound = options.objective === 'cheapest' ? 0 : all
  const unknown = { isOptimal: false, isCutShort: false, mayServeMore: 0 }
  return describe(question, groups, { taken, served, cost, bound, ...unknown })
}

/**
 * The best plan the solver finds in time, never worse than the greedy one, with what no plan exceeds. Told nothing
 * of obstacles: see `findObstacles` first.
 */
export async function proposeExactly(
  question: PlanQuestion,
  solve: SolveMip,
  limits: JointLimits,
): Promise<Proposal> {
  const { problem, options } = question
  const plan = options.objective === 'cheapest' ? planCheaply : planExactly
  return describe(question, groupDemand(problem), await plan(problem, solve, limits))
}

function describe(question: PlanQuestion, groups: readonly DemandGroup[], answer: JointAnswer): Proposal {
  const { options, problem, measures, demand, classes, communities } = question
  const { taken } = answer
  const { counts } = options
  const isCheapest = options.objective === 'cheapest'
  const value = isCheapest ? answer.cost : answer.served
  const isCoverage = options.objective !== 'nearest'
  const byClass = new Float64Array(classes.length)
  const byCommunity = new Float64Array(communities.length)
  const unserved = isCoverage ? demand.people.reduce((sum, people) => sum + people, 0) : 0
  const gaps = tallyGaps(question)
  let [served, within] = [0, 0]
  if (isCoverage) {
    const shares = serveGroups(problem, groups, new Set(taken))
    groups.forEach(({ demands }, g) => {
      for (const i of demands) {
        const part = demand.people[i] * shares[g]
        served += part
        within += demand.people[i]
        gaps.serve(i, part)
        byClass[demand.classIndex[i]] += part
        byCommunity[demand.community[i]] += part
      }
    })
  }
  const sum = (price: 'low_yuan' | 'default_yuan' | 'high_yuan'): number =>
    Math.round(taken.reduce((total, d) => total + measures[d].cost[price], 0))
  return {
    options,
    measures: weighPlan(question, groups, taken),
    cost_yuan: sum('default_yuan'),
    low_yuan: sum('low_yuan'),
    high_yuan: sum('high_yuan'),
    people_served: roundDown(served, counts),
    by_class: listServed(classes, byClass, counts),
    by_community: listServed(communities, byCommunity, counts),
    by_gap: isCoverage ? gaps.list() : [],
    people_unserved: round(unserved, counts),
    people_beyond: round(round(unserved, counts) - round(within, counts), counts),
    value,
    bound: answer.bound,
    gap: gapOf(value, answer.bound, isCheapest),
    isOptimal: answer.isOptimal,
    isCutShort: answer.isCutShort,
    goal_gap: answer.served <= 0 ? 0 : answer.mayServeMore / answer.served,
  }
}

/** People of the chosen gaps: how many there are, are served, and are reached by any measure. */
function tallyGaps({ options: { gaps, counts }, demand, classes, communities }: PlanQuestion): {
  readonly serve: (i: number, part: number) => void
  readonly list: () => GapOutcome[]
} {
  const targets = gaps ?? []
  const gapOf = new Map<string, number>()
  targets.forEach((gap, g) => {
    for (const place of gap.places) gapOf.set(`${gap.class} ${place}`, g)
  })
  const indexOf = (i: number): number =>
    gapOf.get(`${classes[demand.classIndex[i]]} ${communities[demand.community[i]]}`) ?? -1
  const sums = targets.map(() => ({ people: 0, served: 0, within: 0 }))
  if (targets.length > 0)
    demand.people.forEach((people, i) => {
      const g = indexOf(i)
      if (g >= 0) sums[g].people += people
    })
  return {
    serve(i, part) {
      const g = targets.length === 0 ? -1 : indexOf(i)
      if (g < 0) return
      sums[g].served += part
      sums[g].within += demand.people[i]
    },
    list: () =>
      targets.map(({ id }, g) => {
        const people = round(sums[g].people, counts)
        return {
          id,
          people,
          people_served: roundDown(sums[g].served, counts),
          people_beyond: round(people - round(sums[g].within, counts), counts),
        }
      }),
  }
}

/** How much better a plan could be at most, as a share of this one. */
function gapOf(value: number, bound: number, isCheapest: boolean): number {
  const better = isCheapest ? value - bound : bound - value
  if (better <= 0) return 0
  return value <= 0 ? Infinity : better / value
}

function listServed(ids: readonly string[], people: Float64Array, counts: Counts): Served[] {
  return ids.flatMap((id, i) => (people[i] > 0 ? [{ id, people: roundDown(people[i], counts) }] : []))
}

type Counts = ProposalOptions['counts']

/** People are told one by one, communities by tenths: of one that is served in part. */
const PARTS: Readonly<Record<Counts, number>> = { people: 1, communities: 10 }

function round(number: number, counts: Counts): number {
  return Math.round(number * PARTS[counts]) / PARTS[counts]
}

/** A promise is never rounded up. */
export function roundDown(people: number, counts: Counts): number {
  return Math.floor(people * PARTS[counts] + 1e-6) / PARTS[counts]
}

/** A loss is never rounded down. */
export function roundUp(people: number, counts: Counts): number {
  return Math.max(0, Math.ceil(people * PARTS[counts] - 1e-6)) / PARTS[counts]
}
