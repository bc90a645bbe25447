import type { CostMatrix, SitingAnswer } from './cost-matrix'
import { nearestCosts } from './cost-matrix'
import type { MipLimits, SolveMip } from './mip'
import { solveSetCover } from './set-cover'

/**
 * The p-center problem (Hakimi 1964): `p` sites such that the farthest demand point (with weight) is as near as
 * can be. The answer is one of the costs there are: bisection over them, each step a set cover (Minieka 1970).
 * No answer: objective Infinity.
 */
export async function solvePCenter(
  matrix: CostMatrix,
  p: number,
  solve: SolveMip,
  limits: MipLimits,
): Promise<SitingAnswer> {
  const all = new Set<number>()
  for (let i = 0; i < matrix.demands; i++)
    if (matrix.weight[i] > 0)
      for (let j = 0; j < matrix.sites; j++) {
        const cost = matrix.cost[i * matrix.sites + j]
        if (cost < Infinity) all.add(cost)
      }
  // nobody to serve
  if (!matrix.weight.some((w) => w > 0)) return { sites: [], objective: 0, bound: 0, isOptimal: true }
  const radii = [...all].sort((a, b) => a - b)
  let [low, high] = [0, radii.length]
  let best: SitingAnswer | null = null
  let isProven = true
  while (low < high) {
    const middle = (low + high) >> 1
    const cover = await solveSetCover(matrix, radii[middle], solve, { ...limits, gap: 0 })
    const isReached = cover.uncoverable.length === 0 && cover.sites.length > 0 && cover.sites.length <= p
    // out of time without a cover of p sites: whether there is one stays open
    if (!isReached && cover.uncoverable.length === 0 && cover.bound <= p) isProven = false
    if (isReached) {
      best = cover
      high = middle
    } else low = middle + 1
  }
  if (best === null) return { sites: [], objective: Infinity, bound: Infinity, isOptimal: isProven }
  const nearest = nearestCosts(matrix, best.sites)
  let objective = 0
  for (let i = 0; i < matrix.demands; i++)
    if (matrix.weight[i] > 0) objective = Math.max(objective, nearest[i])
  return { sites: best.sites, objective, bound: isProven ? objective : 0, isOptimal: isProven }
}
