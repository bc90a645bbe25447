import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { planCheaply } from '../../../src/engine/siting/joint-cheapest'
import { findCollisions } from '../../../src/engine/siting/joint-collisions'
import { planExactly } from '../../../src/engine/siting/joint-exact'
import { planGreedily } from '../../../src/engine/siting/joint-greedy'
import {
  type Cover,
  type Decision,
  groupDemand,
  isFeasible,
  type JointProblem,
  type JointProgress,
} from '../../../src/engine/siting/joint-plan'
import { servedBy } from '../../../src/engine/siting/joint-served'
import { PlanWeigher } from '../../../src/engine/siting/plan-weigher'
import type { SolveMip } from '../../../src/engine/siting/mip'
import { outOfTime, solveHere } from './highs'

const PROVEN = { time_s: 20, gap: 0 }

const problems: fc.Arbitrary<JointProblem> = fc
  .record({
    decisions: fc.integer({ min: 1, max: 8 }),
    demands: fc.integer({ min: 1, max: 6 }),
    sites: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ decisions, demands, sites }) => {
    const index = fc.nat({ max: decisions - 1 })
    return fc.record({
      weight: fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: demands, maxLength: demands })
        .map((list) => Float64Array.from(list)),
      need: fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: demands, maxLength: demands })
        .map((list) => Float64Array.from(list)),
      decisions: fc.array(
        fc.record({
          cost: fc.integer({ min: 0, max: 6 }),
          site: fc.integer({ min: -1, max: sites - 1 }),
          area: fc.integer({ min: 1, max: 5 }),
          capacity: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 12 })),
          rule: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, fc.constant('never' as const)),
        }),
        { minLength: decisions, maxLength: decisions },
      ),
      covers: fc.array(
        fc.record({
          needs: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
          demands: fc
            .uniqueArray(fc.nat({ max: demands - 1 }), { minLength: 1 })
            .map((list) => list.sort((a, b) => a - b)),
        }),
        { maxLength: 12 },
      ),
      exclusive: fc.array(fc.uniqueArray(index, { minLength: 2, maxLength: 3 }), {
        maxLength: decisions > 1 ? 2 : 0,
      }),
      required: fc.array(fc.uniqueArray(index, { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
      siteArea: fc.array(fc.integer({ min: 2, max: 9 }), { minLength: sites, maxLength: sites }),
      budget: fc.integer({ min: 0, max: 20 }),
    })
  })
  // what must be is never of what must not be
  .map((problem) => ({
    ...problem,
    required: problem.required
      .map((group) => group.filter((d) => problem.decisions[d].rule === null))
      .filter(({ length }) => length > 0),
  }))

/**
 * What a set of decisions serves, the slow way. How much need of some demand can be served is a least cut, over all
 * subsets of who is left out. Weight: the dearest need first, each step as far as what came before leaves room.
 */
function slowServed(
  { weight, need = weight, covers, decisions }: JointProblem,
  taken: ReadonlySet<number>,
): number {
  const by = [...weight].map(
    (_, i) =>
      new Set(
        covers
          .filter(({ needs, demands }) => demands.includes(i) && needs.every((d) => taken.has(d)))
          .map(({ needs }) => needs[0]),
      ),
  )
  const mostNeed = (some: readonly number[]): number => {
    let least = Infinity
    for (let mask = 0; mask < 1 << some.length; mask++) {
      const serving = new Set<number>()
      let cut = 0
      some.forEach((i, bit) => {
        if ((mask & (1 << bit)) === 0) cut += need[i]
        else for (const d of by[i]) serving.add(d)
      })
      for (const d of serving) cut += decisions[d].capacity
      least = Math.min(least, cut)
    }
    return least
  }
  const rate = (i: number): number => weight[i] / need[i]
  const all = [...weight.keys()]
  // who needs nothing is served by whoever is there
  let served = all.filter((i) => need[i] === 0 && by[i].size > 0).reduce((sum, i) => sum + weight[i], 0)
  const dear = all.filter((i) => need[i] > 0).sort((i, j) => rate(j) - rate(i))
  dear.forEach((i, rank) => {
    served += rate(i) * (mostNeed(dear.slice(0, rank + 1)) - mostNeed(dear.slice(0, rank)))
  })
  return served
}

/** Every plan there is: looked at here by its own rules, not the engine's. */
function* plansOf(problem: JointProblem): Generator<ReadonlySet<number>> {
  const { decisions, exclusive, required, siteArea, budget } = problem
  for (let mask = 0; mask < 1 << decisions.length; mask++) {
    const list = decisions.flatMap((_, d) => ((mask & (1 << d)) === 0 ? [] : [d]))
    const sum = (of: (d: number) => number): number => list.reduce((total, d) => total + of(d), 0)
    if (
      list.every((d) => decisions[d].rule === null) &&
      sum((d) => decisions[d].cost) <= budget &&
      siteArea.every((area, s) => sum((d) => (decisions[d].site === s ? decisions[d].area : 0)) <= area) &&
      exclusive.every((group) => list.filter((d) => group.includes(d)).length <= 1) &&
      required.every((group) => list.some((d) => group.includes(d)))
    )
      yield new Set(list)
  }
}

function bestOfAll(problem: JointProblem): number {
  let best = -Infinity
  for (const taken of plansOf(problem)) best = Math.max(best, slowServed(problem, taken))
  return best
}

/** Two rooms and a gate: a small town worked out by hand. */
function decision(cost: number, more: Partial<Decision> = {}): Decision {
  return {
    cost,
    site: -1,
    area: 0,
    capacity: Infinity,
    rule: null,
    ...more,
  }
}
function cover(needs: readonly number[], ...demands: readonly number[]): Cover {
  return { needs, demands }
}

const town: JointProblem = {
  weight: Float64Array.of(100, 60, 50),
  // a room for 100 and 60; a gate; the same room for all once the gate is open
  decisions: [decision(10, { site: 0, area: 300 }), decision(1), decision(8, { site: 0, area: 300 })],
  covers: [cover([0], 0, 1), cover([0, 1], 2), cover([2], 2)],
  exclusive: [],
  required: [],
  siteArea: [400],
  budget: 11,
}

/** A solver that tells once how far it is. */
const chatty: SolveMip = async (mip, limits) => {
  limits.onProgress?.(Infinity, -7, 1)
  return solveHere(mip, { ...limits, onProgress: undefined })
}

/** The town with some decisions that must be. */
function forced(...musts: readonly number[]): JointProblem {
  return { ...town, required: musts.map((d) => [d]) }
}

describe('a joint plan', () => {
  test('serves as much as the best of all plans; greedy never more, and both keep to their limits', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        if (findCollisions(problem).length > 0) {
          expect(bestOfAll(problem)).toBe(-Infinity)
          return
        }
        const slow = bestOfAll(problem)
        const exact = await planExactly(problem, solveHere, PROVEN)
        expect(exact.served).toBeCloseTo(slow, 6)
        expect(exact.bound).toBeCloseTo(slow, 6)
        expect(isFeasible(problem, new Set(exact.taken))).toBe(true)
        const greedy = new Set(planGreedily(problem))
        expect(isFeasible(problem, greedy)).toBe(true)
        expect(slowServed(problem, greedy)).toBeLessThanOrEqual(slow + 1e-9)
      }),
      { numRuns: 200, seed: 278 },
    )
  })

  test('greedy goes back on what it took first of what is required', () => {
    // either room will do; the first is cheaper and serves more by itself, and stands where the hall could
    const problem: JointProblem = {
      weight: Float64Array.of(10, 5, 100),
      decisions: [
        decision(1, { site: 0, area: 400 }),
        decision(3, { site: 1, area: 100 }),
        decision(5, { site: 0, area: 400 }),
      ],
      covers: [cover([0], 0), cover([1], 1), cover([2], 2)],
      exclusive: [],
      required: [[0, 1]],
      siteArea: [400, 400],
      budget: 8,
    }
    expect(planGreedily(problem)).toEqual([1, 2])
  })

  test('people served are the most that capacities allow', () => {
    fc.assert(
      fc.property(problems, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (problem, picks) => {
        const taken = new Set(problem.decisions.flatMap((_, d) => (picks[d] ? [d] : [])))
        const isLimited = slowServed(problem, taken)
        expect(servedBy(problem, groupDemand(problem), taken)).toBeCloseTo(isLimited, 6)
      }),
      { numRuns: 300, seed: 6 },
    )
  })

  test('the cheapest plan that serves everybody who can be is the cheapest of all that do', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (found) => {
        const problem = { ...found, budget: Infinity }
        if (findCollisions(problem).length > 0) return
        const most = bestOfAll(problem)
        let cheapest = Infinity
        for (const taken of plansOf(problem)) {
          if (slowServed(problem, taken) < most - 1e-6) continue
          const cost = [...taken].reduce((sum, d) => sum + problem.decisions[d].cost, 0)
          cheapest = Math.min(cheapest, cost)
        }
        const answer = await planCheaply(problem, solveHere, PROVEN)
        expect(answer.served).toBeCloseTo(most, 4)
        expect([answer.cost, answer.bound]).toEqual([cheapest, cheapest])
      }),
      { numRuns: 60, seed: 53 },
    )
  })

  test('weighing two plans by where they differ is weighing both', () => {
    const picks = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(problems, picks, picks, (problem, first, second) => {
        const groups = groupDemand(problem)
        const [a, b] = [first, second].map(
          (picked) => new Set(problem.decisions.flatMap((_, d) => (picked[d] ? [d] : []))),
        )
        const weigher = new PlanWeigher(problem, groups)
        const from = weigher.weigh(a)
        const changed = problem.decisions.flatMap((_, d) => (a.has(d) === b.has(d) ? [] : [d]))
        expect(from.weight).toBeCloseTo(servedBy(problem, groups, a), 6)
        expect(from.weight + weigher.difference(from, b, changed).weight).toBeCloseTo(
          servedBy(problem, groups, b),
          6,
        )
      }),
      { numRuns: 200, seed: 3 },
    )
  })

  test('takes a room and the gate that brings the neighbors to it', async () => {
    expect(await planExactly(town, solveHere, PROVEN)).toEqual({
      taken: [0, 1],
      served: 210,
      cost: 11,
      bound: 210,
      isOptimal: true,
      isCutShort: false,
      mayServeMore: 0,
    })
    // one yuan less and the gate is out of reach
    expect((await planExactly({ ...town, budget: 10 }, solveHere, PROVEN)).taken).toEqual([0])
  })

  test('plans better than the greedy one are told as they are found, each better than the one before', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(problems, fc.boolean(), async (problem, isCheapest) => {
        if (findCollisions(problem).length > 0) return
        const told: (readonly number[])[] = []
        const limits = { ...PROVEN, onBetter: (taken: readonly number[]) => told.push(taken) }
        const open = isCheapest ? { ...problem, budget: Infinity } : problem
        const plan = await (isCheapest ? planCheaply : planExactly)(open, solveHere, limits)
        const groups = groupDemand(open)
        const served = (taken: readonly number[]): number => servedBy(open, groups, new Set(taken))
        const cost = (taken: readonly number[]): number =>
          taken.reduce((sum, d) => sum + open.decisions[d].cost, 0)
        let [most, least] = [served(planGreedily(open, groups)), Infinity]
        for (const taken of told) {
          expect(isFeasible(open, new Set(taken))).toBe(true)
          if (isCheapest) {
            expect(served(taken)).toBeGreaterThan(plan.served - 1e-4)
            expect(cost(taken)).toBeLessThan(least)
            least = cost(taken)
          } else {
            expect(served(taken)).toBeGreaterThan(most)
            most = served(taken)
          }
        }
        if (isCheapest) expect(plan.cost).toBeLessThanOrEqual(least)
        else expect(plan.served).toBeGreaterThanOrEqual(most - 1e-6)
        count += told.length
      }),
      { numRuns: 300, seed: 17 },
    )
    expect(count).toBeGreaterThan(5)
  })

  test('out of time it says so, with the start it had and no bound beyond all who can be reached', async () => {
    // 210 of the weight are within reach; the solver says nothing, or less than nothing
    const late = await planExactly(town, outOfTime(-Infinity), PROVEN)
    expect(late).toMatchObject({ served: 210, bound: 210, isOptimal: false, isCutShort: true })
    const poor = { ...town, budget: 10 }
    expect(await planExactly(poor, outOfTime(-190), PROVEN)).toMatchObject({ taken: [0], bound: 190 })
    const cheap = await planCheaply({ ...town, budget: 3 }, outOfTime(2), PROVEN)
    // as cheap as 2, and of the people nobody is left whom another plan serves
    expect(cheap).toMatchObject({ taken: [0, 1], cost: 11, bound: 2, isCutShort: true })
    expect(cheap.mayServeMore).toBe(0)
  })

  test('the cheapest plan tells how many more may be served where it is not proven that nobody is', async () => {
    // the gate and the room exclude each other: 160 of the 210 within reach, and the solver has not ruled out the rest
    const apart = { ...town, exclusive: [[0, 1]] }
    const cut = await planCheaply(apart, outOfTime(-9999), PROVEN)
    expect(cut).toMatchObject({ served: 160, mayServeMore: 50, isCutShort: true })
    expect(await planCheaply(apart, solveHere, PROVEN)).toMatchObject({ served: 160, mayServeMore: 0 })
  })

  test('progress is told in what is made best, people first and then money', async () => {
    const told: JointProgress[] = []
    await planCheaply(town, chatty, { ...PROVEN, onProgress: (progress) => told.push(progress) })
    expect(told).toEqual([
      { goal: 'most', value: null, bound: 7, seconds: 1 },
      { goal: 'cheapest', value: null, bound: -7, seconds: 1 },
    ])
  })

  test('of several that are required one is there: the better one where the money reaches, else the cheaper', async () => {
    // the gate alone, or the room with it: one of the two rooms must be
    const either = { ...town, weight: Float64Array.of(0, 0, 50), required: [[0, 2]] }
    expect((await planExactly(either, solveHere, PROVEN)).taken).toEqual([2])
    expect((await planExactly({ ...either, budget: 8 }, solveHere, PROVEN)).taken).toEqual([2])
    // nobody is served by either: the solver is indifferent, the money is not
    const nobody = { ...either, covers: [], budget: 99 }
    expect((await planExactly(nobody, solveHere, PROVEN)).taken).toEqual([2])
    expect(planGreedily(nobody)).toEqual([2])
    // the cheapest start would take the room for 8 and keep out the one for 160 people
    expect(planGreedily({ ...town, required: [[0, 2]] })).toEqual([0, 1])
    expect(findCollisions({ ...town, required: [[0, 2]], budget: 7 })).toEqual([
      { kind: 'must-beyond-budget', cost: 8, budget: 7, decisions: expect.any(Array) },
    ])
  })

  test('a must that cannot be paid, or does not fit, is told as what collides', () => {
    expect(findCollisions(forced(0, 1))).toEqual([])
    expect(findCollisions({ ...forced(0), budget: 9 })).toEqual([
      { kind: 'must-beyond-budget', cost: 10, budget: 9, decisions: [0] },
    ])
    expect(findCollisions({ ...forced(0, 2), budget: 99 })).toEqual([
      { kind: 'must-beyond-area', site: 0, area: 600, available: 400, decisions: [0, 2] },
    ])
    expect(findCollisions({ ...forced(0, 1), exclusive: [[0, 1]] })).toEqual([
      { kind: 'must-exclude-each-other', decisions: [0, 1] },
    ])
  })
})
