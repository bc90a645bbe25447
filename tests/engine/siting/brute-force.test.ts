import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type CostMatrix, nearestCosts } from '../../../src/engine/siting/cost-matrix'
import { groupByCover } from '../../../src/engine/siting/cover-sets'
import { chooseGreedily, solveMaximalCover } from '../../../src/engine/siting/maximal-cover'
import { solvePCenter } from '../../../src/engine/siting/p-center'
import { solveMedian } from '../../../src/engine/siting/p-median'
import { solveSetCover } from '../../../src/engine/siting/set-cover'
import { solveHere } from './highs'

const PROVEN = { time_s: 20, gap: 0 }

/** Small, with ties, points without weight and pairs without a way. */
const matrices: fc.Arbitrary<CostMatrix> = fc
  .record({ sites: fc.integer({ min: 1, max: 8 }), demands: fc.integer({ min: 1, max: 9 }) })
  .chain(({ sites, demands }) =>
    fc.record({
      sites: fc.constant(sites),
      demands: fc.constant(demands),
      cost: fc
        .array(fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.constant(Infinity)), {
          minLength: sites * demands,
          maxLength: sites * demands,
        })
        .map((list) => Float64Array.from(list)),
      weight: fc
        .array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0.1, max: 3, noNaN: true })), {
          minLength: demands,
          maxLength: demands,
        })
        .map((list) => Float64Array.from(list)),
    }),
  )

/** Every choice of at most `p` sites. */
function* choicesOf(sites: number, p: number): Generator<number[]> {
  for (let mask = 0; mask < 1 << sites; mask++) {
    const chosen = [...Array(sites).keys()].filter((j) => (mask & (1 << j)) !== 0)
    if (chosen.length <= p) yield chosen
  }
}

function bestOf(matrix: CostMatrix, p: number, measure: (nearest: Float64Array) => number): number {
  let best = Infinity
  for (const chosen of choicesOf(matrix.sites, p))
    best = Math.min(best, measure(nearestCosts(matrix, chosen)))
  return best
}

const RUNS = { numRuns: 200, seed: 20231220 }

describe('against every choice there is', () => {
  test('the p-median costs the least, and is proven', async () => {
    await fc.assert(
      fc.asyncProperty(matrices, fc.integer({ min: 1, max: 8 }), async (matrix, wanted) => {
        const p = Math.min(wanted, matrix.sites)
        const slow = bestOf(matrix, p, (nearest) =>
          nearest.reduce((sum, cost, i) => sum + (matrix.weight[i] > 0 ? cost * matrix.weight[i] : 0), 0),
        )
        const answer = await solveMedian(matrix, p, { branches: 100_000 }, {})
        expect(answer.isOptimal).toBe(true)
        if (slow === Infinity) expect(answer.objective).toBe(Infinity)
        else expect(answer.objective).toBeCloseTo(slow, 6)
        expect(answer.sites.length).toBeLessThanOrEqual(p)
      }),
      RUNS,
    )
  })

  test('the maximal cover covers the most; greedy never covers more', async () => {
    await fc.assert(
      fc.asyncProperty(
        matrices,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 12 }),
        async (matrix, p, radius) => {
          const weigh = (nearest: Float64Array): number =>
            nearest.reduce((sum, cost, i) => sum + (cost <= radius ? matrix.weight[i] : 0), 0)
          const slow = -bestOf(matrix, p, (nearest) => -weigh(nearest))
          const answer = await solveMaximalCover(matrix, p, radius, solveHere, PROVEN)
          expect(answer.objective).toBeCloseTo(slow, 6)
          expect(answer.bound).toBeCloseTo(slow, 6)
          expect(weigh(nearestCosts(matrix, answer.sites))).toBeCloseTo(slow, 6)
          const greedy = chooseGreedily(groupByCover(matrix, radius).sets, matrix.sites, p)
          expect(weigh(nearestCosts(matrix, greedy))).toBeLessThanOrEqual(answer.objective + 1e-9)
        },
      ),
      RUNS,
    )
  })

  test('the set cover has the fewest sites', async () => {
    await fc.assert(
      fc.asyncProperty(matrices, fc.integer({ min: 0, max: 12 }), async (matrix, radius) => {
        const answer = await solveSetCover(matrix, radius, solveHere, PROVEN)
        const left = new Set(answer.uncoverable)
        const covers = (nearest: Float64Array): boolean =>
          nearest.every((cost, i) => cost <= radius || matrix.weight[i] === 0 || left.has(i))
        let slow = Infinity
        for (const chosen of choicesOf(matrix.sites, matrix.sites))
          if (covers(nearestCosts(matrix, chosen))) slow = Math.min(slow, chosen.length)
        expect(answer.objective).toBe(slow)
        expect(covers(nearestCosts(matrix, answer.sites))).toBe(true)
      }),
      RUNS,
    )
  })

  test('the p-center leaves the farthest as near as can be', async () => {
    await fc.assert(
      fc.asyncProperty(matrices, fc.integer({ min: 1, max: 8 }), async (matrix, p) => {
        const slow = bestOf(matrix, p, (nearest) =>
          Math.max(0, ...[...nearest].filter((_, i) => matrix.weight[i] > 0)),
        )
        const answer = await solvePCenter(matrix, p, solveHere, PROVEN)
        expect(answer.objective).toBe(slow)
      }),
      RUNS,
    )
  })
})
