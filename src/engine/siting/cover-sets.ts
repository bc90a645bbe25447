import type { CostMatrix } from './cost-matrix'

/** Demand points that the same sites cover, as one. */
export interface CoverSet {
  /** sites within the radius, ascending; never empty */
  readonly sites: readonly number[]
  readonly weight: number
  readonly demands: readonly number[]
}

/**
 * Demand points by the sites within `radius` (inclusive) of them: those with the same sites are one, which
 * about halves a model. Points that no site covers stand apart: nothing chosen here helps them.
 */
export function groupByCover(
  matrix: CostMatrix,
  radius: number,
): { readonly sets: readonly CoverSet[]; readonly uncoverable: readonly number[] } {
  const groups = new Map<string, { sites: number[]; weight: number; demands: number[] }>()
  const uncoverable: number[] = []
  for (let i = 0; i < matrix.demands; i++) {
    const sites: number[] = []
    for (let j = 0; j < matrix.sites; j++) if (matrix.cost[i * matrix.sites + j] <= radius) sites.push(j)
    if (sites.length === 0) {
      uncoverable.push(i)
      continue
    }
    const key = sites.join(' ')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { sites, weight: matrix.weight[i], demands: [i] })
    else {
      group.weight += matrix.weight[i]
      group.demands.push(i)
    }
  }
  return { sets: [...groups.values()], uncoverable }
}
