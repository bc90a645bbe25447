/**
 * What it costs each demand point to use each site: entry `demand * sites + site`, Infinity where there is no way.
 * `weight`: how much each demand point counts (people), never negative.
 */
export interface CostMatrix {
  readonly sites: number
  readonly demands: number
  readonly cost: Float64Array
  readonly weight: Float64Array
}

/** What a location model answers. */
export interface SitingAnswer {
  /** indexes of the chosen sites, ascending */
  readonly sites: readonly number[]
  /** in the model's own measure: weighted cost, weight covered, number of sites, farthest cost */
  readonly objective: number
  /** no answer is better than this */
  readonly bound: number
  readonly isOptimal: boolean
}

/** The cheapest of some sites for each demand point; Infinity: none has a way. */
export function nearestCosts({ demands, sites, cost }: CostMatrix, chosen: readonly number[]): Float64Array {
  const nearest = new Float64Array(demands).fill(Infinity)
  for (let i = 0; i < demands; i++)
    for (const j of chosen) nearest[i] = Math.min(nearest[i], cost[i * sites + j])
  return nearest
}

/** Σ weight × cost to the nearest of some sites; points without weight count nothing, whatever their way. */
export function weightedCost(matrix: CostMatrix, chosen: readonly number[]): number {
  const nearest = nearestCosts(matrix, chosen)
  let sum = 0
  for (let i = 0; i < matrix.demands; i++) if (matrix.weight[i] > 0) sum += matrix.weight[i] * nearest[i]
  return sum
}

/** Weight of the demand points within `radius` (inclusive) of some sites. */
export function coveredWeight(matrix: CostMatrix, chosen: readonly number[], radius: number): number {
  const nearest = nearestCosts(matrix, chosen)
  let sum = 0
  for (let i = 0; i < matrix.demands; i++) if (nearest[i] <= radius) sum += matrix.weight[i]
  return sum
}
