import type { CostMatrix, SitingAnswer } from './cost-matrix'
import { type CoverSet, groupByCover } from './cover-sets'
import { MipBuilder, type MipLimits, type SolveMip } from './mip'

/**
 * Maximal covering location problem (Church and ReVelle 1974): `p` sites such that as much weight as possible
 * lies within `radius` of one. Greedy first, then exact: max Σ w u with u ≤ Σ y of its sites, Σ y ≤ p. The cover
 * of a set needs no whole numbers: with whole y it is whole by itself.
 */
export async function solveMaximalCover(
  matrix: CostMatrix,
  p: number,
  radius: number,
  solve: SolveMip,
  limits: MipLimits,
): Promise<SitingAnswer> {
  const { sets } = groupByCover(matrix, radius)
  const greedy = chooseGreedily(sets, matrix.sites, p)
  const mip = new MipBuilder()
  for (let j = 0; j < matrix.sites; j++) mip.addBinary(0)
  const sites = [...Array(matrix.sites).keys()]
  mip.addRow(sites, 1, 0, p)
  for (const set of sets) {
    const u = mip.addShare(-set.weight)
    mip.addRow([u, ...set.sites], [1, ...set.sites.map(() => -1)], -Infinity, 0)
  }
  const start = new Float64Array(mip.columnCount)
  for (const j of greedy) start[j] = 1
  sets.forEach((set, s) => {
    if (set.sites.some((j) => start[j] === 1)) start[matrix.sites + s] = 1
  })
  const answer = await solve(mip.build(), { ...limits, start })
  const isBetter = answer.x.length > 0 && -answer.cost > weightOf(sets, greedy) + 1e-9
  const chosen = isBetter ? sites.filter((j) => answer.x[j] > 0.5) : greedy
  const objective = weightOf(sets, chosen)
  return {
    sites: chosen,
    objective,
    bound: Math.max(objective, -answer.bound),
    isOptimal: answer.status === 'optimal' && limits.gap === 0,
  }
}

/** Site by site the one that adds most weight, equal ones by index; ends early when nothing is added. */
export function chooseGreedily(sets: readonly CoverSet[], siteCount: number, p: number): number[] {
  const chosen: number[] = []
  const isCovered = new Uint8Array(sets.length)
  while (chosen.length < p) {
    const gain = new Float64Array(siteCount)
    sets.forEach((set, s) => {
      if (isCovered[s] === 0) for (const j of set.sites) gain[j] += set.weight
    })
    let best = -1
    for (let j = 0; j < siteCount; j++) if (gain[j] > 0 && (best < 0 || gain[j] > gain[best])) best = j
    if (best < 0) break
    chosen.push(best)
    sets.forEach((set, s) => {
      if (set.sites.includes(best)) isCovered[s] = 1
    })
  }
  return chosen.sort((a, b) => a - b)
}

function weightOf(sets: readonly CoverSet[], chosen: readonly number[]): number {
  const isChosen = new Set(chosen)
  return sets.reduce((sum, set) => sum + (set.sites.some((j) => isChosen.has(j)) ? set.weight : 0), 0)
}
