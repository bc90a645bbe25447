import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { planExactly } from '../../../src/engine/siting/joint-exact'
import { planGreedily } from '../../../src/engine/siting/joint-greedy'
import {
  type Cover,
  type Decision,
  findCollisions,
  groupDemand,
  isFeasible,
  type JointProblem,
} from '../../../src/engine/siting/joint-plan'
import { servedBy } from '../../../src/engine/siting/joint-served'
import { solveHere } from './highs'

const PROVEN = { time_s: 20, gap: 0 }

const problems: fc.Arbitrary<JointProblem> = fc
  .record({
    decisions: fc.integer({ min: 1, max: 8 }),
    demands: fc.integer({ min: 1, max: 8 }),
    sites: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ decisions, demands, sites }) => {
    const index = fc.nat({ max: decisions - 1 })
    return fc.record({
      weight: fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: demands, maxLength: demands })
        .map((list) => Float64Array.from(list)),
      decisions: fc.array(
        fc.record({
          cost: fc.integer({ min: 0, max: 6 }),
          site: fc.integer({ min: -1, max: sites - 1 }),
          area: fc.integer({ min: 1, max: 5 }),
          capacity: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 12 })),
          rule: fc.oneof(
            { weight: 8, arbitrary: fc.constant(null) },
            fc.constantFrom('must' as const, 'never' as const),
          ),
        }),
        { minLength: decisions, maxLength: decisions },
      ),
      covers: fc.array(
        fc.record({
          needs: fc.uniqueArray(index, { minLength: 1, maxLength: 2 }),
          demands: fc
            .uniqueArray(fc.nat({ max: demands - 1 }), { minLength: 1 })
            .map((list) => list.sort((a, b) => a - b)),
        }),
        { maxLength: 12 },
      ),
      exclusive: fc.array(fc.uniqueArray(index, { minLength: 2, maxLength: 3 }), {
        maxLength: decisions > 1 ? 2 : 0,
      }),
      siteArea: fc.array(fc.integer({ min: 2, max: 9 }), { minLength: sites, maxLength: sites }),
      budget: fc.integer({ min: 0, max: 20 }),
    })
  })

/** What a set of decisions serves, the slow way: the least cut of demand → decisions, over all subsets of who is left out. */
function slowServed({ weight, covers, decisions }: JointProblem, taken: ReadonlySet<number>): number {
  const by = [...weight].map(
    (_, i) =>
      new Set(
        covers
          .filter(({ needs, demands }) => demands.includes(i) && needs.every((d) => taken.has(d)))
          .map(({ needs }) => needs[0]),
      ),
  )
  // Hall's condition as a cut: for each choice of demand, its weight outside plus the room of all who serve it
  let least = Infinity
  for (let mask = 0; mask < 1 << weight.length; mask++) {
    const serving = new Set<number>()
    let cut = 0
    by.forEach((list, i) => {
      if ((mask & (1 << i)) === 0) cut += weight[i]
      else for (const d of list) serving.add(d)
    })
    for (const d of serving) cut += decisions[d].capacity
    least = Math.min(least, cut)
  }
  return least
}

function bestOfAll(problem: JointProblem): number {
  let best = -Infinity
  const must = problem.decisions.flatMap(({ rule }, d) => (rule === 'must' ? [d] : []))
  for (let mask = 0; mask < 1 << problem.decisions.length; mask++) {
    const taken = new Set(problem.decisions.flatMap((_, d) => ((mask & (1 << d)) === 0 ? [] : [d])))
    if (must.every((d) => taken.has(d)) && isFeasible(problem, taken))
      best = Math.max(best, slowServed(problem, taken))
  }
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
  siteArea: [400],
  budget: 11,
}

/** The town with some decisions that must be. */
function forced(...musts: readonly number[]): JointProblem {
  return {
    ...town,
    decisions: town.decisions.map((each, d) => (musts.includes(d) ? { ...each, rule: 'must' } : each)),
  }
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

  test('takes a room and the gate that brings the neighbors to it', async () => {
    expect(await planExactly(town, solveHere, PROVEN)).toEqual({
      taken: [0, 1],
      served: 210,
      cost: 11,
      bound: 210,
      isOptimal: true,
    })
    // one yuan less and the gate is out of reach
    expect((await planExactly({ ...town, budget: 10 }, solveHere, PROVEN)).taken).toEqual([0])
  })

  test('a must that cannot be paid, or does not fit, is told as what collides', () => {
    expect(findCollisions(forced(0, 1))).toEqual([])
    expect(findCollisions({ ...forced(0), budget: 9 })).toEqual([
      { kind: 'must-beyond-budget', cost: 10, budget: 9 },
    ])
    expect(findCollisions({ ...forced(0, 2), budget: 99 })).toEqual([
      { kind: 'must-beyond-area', site: 0, area: 600, available: 400 },
    ])
    expect(findCollisions({ ...forced(0, 1), exclusive: [[0, 1]] })).toEqual([
      { kind: 'must-exclude-each-other', decisions: [0, 1] },
    ])
  })
})
