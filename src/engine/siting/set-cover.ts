import type { CostMatrix, SitingAnswer } from './cost-matrix'
import { type CoverSet, groupByCover } from './cover-sets'
import { MipBuilder, type MipLimits, type SolveMip } from './mip'

/** What a covering of everybody answers; `uncoverable`: demand points that no site covers, left out. */
export interface CoverAnswer extends SitingAnswer {
  readonly uncoverable: readonly number[]
}

/**
 * Location set covering problem (Toregas et al. 1971): the fewest sites, or, with `siteCost`, the cheapest,
 * such that every demand point with weight lies within `radius` of one. Points that no site covers are told
 * and left out.
 */
export async function solveSetCover(
  matrix: CostMatrix,
  radius: number,
  solve: SolveMip,
  limits: MipLimits,
  siteCost: Float64Array | null = null,
): Promise<CoverAnswer> {
  const { sets, uncoverable } = groupByCover(matrix, radius)
  const wanted = dropDominated(sets.filter(({ weight }) => weight > 0))
  const price = (j: number): number => (siteCost === null ? 1 : siteCost[j])
  const mip = new MipBuilder()
  for (let j = 0; j < matrix.sites; j++) mip.addBinary(price(j))
  for (const { sites } of wanted) mip.addRow(sites, 1, 1, Infinity)
  const answer = await solve(mip.build(), limits)
  const chosen = [...Array(matrix.sites).keys()].filter((j) => answer.x[j] > 0.5)
  return {
    sites: chosen,
    objective: answer.x.length === 0 ? Infinity : chosen.reduce((sum, j) => sum + price(j), 0),
    // numbers of sites are whole
    bound: siteCost === null ? Math.ceil(answer.bound - 1e-6) : answer.bound,
    isOptimal: answer.status === 'optimal' && limits.gap === 0,
    uncoverable: uncoverable.filter((i) => matrix.weight[i] > 0),
  }
}

/** A point whose sites include all sites of another one is covered with that one: it asks for nothing more. */
function dropDominated(sets: readonly CoverSet[]): CoverSet[] {
  const bySize = [...sets].sort((a, b) => a.sites.length - b.sites.length)
  const kept: CoverSet[] = []
  const masks: Set<number>[] = []
  for (const set of bySize) {
    const all = new Set(set.sites)
    if (masks.some((mask) => mask.size <= all.size && [...mask].every((j) => all.has(j)))) continue
    kept.push(set)
    masks.push(all)
  }
  return kept
}
