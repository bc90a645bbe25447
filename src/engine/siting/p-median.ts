import { type CostMatrix, type SitingAnswer, weightedCost } from './cost-matrix'
import { improveBySwaps, NO_WAY } from './interchange'
import {
  boundMedian,
  CHOSEN,
  CLOSED,
  isClosed,
  medianOf,
  type MedianState,
  startMedian,
} from './median-bound'
import { checkpoint, type Run } from '../run'

const FIRST_ROUNDS = 1200
/** a branch starts from its parent's prices and needs fewer */
const BRANCH_ROUNDS = 80

/** When to stop without a proof; branches are what there is to count, the engine has no clock. */
export interface MedianLimits {
  readonly branches: number
}

/**
 * The p-median problem (Hakimi 1964): `p` sites such that Σ weight × cost to the nearest is least. Swaps find a
 * good choice, a Lagrangian bound tells how good; where the two do not meet, sites are decided one by one, both
 * ways, the worst bound first kept for last (depth first, the site taken before the site left), with the bound
 * again in each branch. No way for some point with weight: objective Infinity.
 */
export async function solveMedian(
  matrix: CostMatrix,
  p: number,
  limits: MedianLimits,
  run: Run,
): Promise<SitingAnswer> {
  const median = medianOf(matrix, p)
  let best: readonly number[] = improveBySwaps(matrix, p)
  let bestCost = weightedCost(matrix, best)
  const root = boundMedian(median, startMedian(median, best), { best, bestCost }, FIRST_ROUNDS)
  ;({ best, bestCost } = root)
  if (bestCost >= NO_WAY) return { sites: [...best], objective: Infinity, bound: Infinity, isOptimal: true }
  const waiting: { readonly state: MedianState; readonly bound: number }[] = []
  const branchOn = (state: MedianState, branch: number, bound: number): void => {
    for (const fate of [CLOSED, CHOSEN]) {
      const site = state.site.slice()
      site[branch] = fate
      waiting.push({ state: { site, price: state.price }, bound })
    }
  }
  if (root.branch >= 0 && !isClosed(root.bound, bestCost, median.isWhole))
    branchOn(root.state, root.branch, root.bound)
  let branches = 0
  while (waiting.length > 0 && branches < limits.branches) {
    const next = waiting.pop()
    if (next === undefined || isClosed(next.bound, bestCost, median.isWhole)) continue
    if (branches++ % 32 === 0) await checkpoint(run, 'siting', branches, limits.branches)
    const found = boundMedian(median, next.state, { best, bestCost }, BRANCH_ROUNDS)
    ;({ best, bestCost } = found)
    const bound = Math.max(next.bound, found.bound)
    if (found.branch < 0 || isClosed(bound, bestCost, median.isWhole)) continue
    branchOn(found.state, found.branch, bound)
  }
  const open = waiting.filter(({ bound }) => !isClosed(bound, bestCost, median.isWhole))
  const isOptimal = open.length === 0
  const bound = isOptimal ? bestCost : Math.min(...open.map((each) => each.bound))
  return { sites: [...best].sort((a, b) => a - b), objective: bestCost, bound, isOptimal }
}
