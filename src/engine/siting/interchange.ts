import { type CostMatrix, weightedCost } from './cost-matrix'

/** Stands for "no way": so dear that any way is cheaper, and still exact to add. */
export const NO_WAY = 1e12

/**
 * A good choice of `p` sites for the least weighted cost: greedy, then single swaps while one betters it
 * (Teitz and Bart 1968, gains as Whitaker 1983 tells them). Of equal swaps the first by index. Fewer sites come
 * back only where there are fewer.
 */
export function improveBySwaps(
  matrix: CostMatrix,
  p: number,
  from: readonly number[] | null = null,
): number[] {
  const { sites, demands, cost, weight } = matrix
  const priced = Float64Array.from(cost, (c) => Math.min(c, NO_WAY))
  const isOpen = new Uint8Array(sites)
  for (const j of from ?? addGreedily(matrix, priced, p)) isOpen[j] = 1
  const nearest = new Int32Array(demands)
  const first = new Float64Array(demands)
  const second = new Float64Array(demands)
  const loss = new Float64Array(sites)
  // every swap lowers the cost, and there are finitely many choices
  for (;;) {
    rank(priced, sites, isOpen, nearest, first, second)
    let best = { gain: 1e-9, enter: -1, leave: -1 }
    for (let enter = 0; enter < sites; enter++) {
      if (isOpen[enter] === 1) continue
      // what closing each open site costs once `enter` is open, and what opening it saves whoever leaves
      loss.fill(0)
      let saved = 0
      for (let i = 0; i < demands; i++) {
        const entering = priced[i * sites + enter]
        if (entering < first[i]) saved += weight[i] * (first[i] - entering)
        else loss[nearest[i]] += weight[i] * (Math.min(entering, second[i]) - first[i])
      }
      for (let leave = 0; leave < sites; leave++)
        if (isOpen[leave] === 1 && saved - loss[leave] > best.gain)
          best = { gain: saved - loss[leave], enter, leave }
    }
    if (best.enter < 0) break
    isOpen[best.enter] = 1
    isOpen[best.leave] = 0
  }
  return [...isOpen.keys()].filter((j) => isOpen[j] === 1)
}

/** For each demand point the nearest open site, its cost, and the cost of the second nearest. */
function rank(
  priced: Float64Array,
  sites: number,
  isOpen: Uint8Array,
  nearest: Int32Array,
  first: Float64Array,
  second: Float64Array,
): void {
  for (let i = 0; i < nearest.length; i++) {
    let [at, c1, c2] = [-1, Infinity, Infinity]
    for (let j = 0; j < sites; j++) {
      if (isOpen[j] === 0) continue
      const c = priced[i * sites + j]
      if (c < c1) {
        c2 = c1
        c1 = c
        at = j
      } else if (c < c2) c2 = c
    }
    nearest[i] = at
    first[i] = c1
    second[i] = Math.min(c2, NO_WAY)
  }
}

function addGreedily({ sites, demands, weight }: CostMatrix, priced: Float64Array, p: number): number[] {
  const chosen: number[] = []
  const now = new Float64Array(demands).fill(NO_WAY)
  while (chosen.length < Math.min(p, sites)) {
    let [best, bestGain] = [-1, -1]
    for (let j = 0; j < sites; j++) {
      if (chosen.includes(j)) continue
      let gain = 0
      for (let i = 0; i < demands; i++) gain += weight[i] * Math.max(0, now[i] - priced[i * sites + j])
      if (gain > bestGain) [best, bestGain] = [j, gain]
    }
    chosen.push(best)
    for (let i = 0; i < demands; i++) now[i] = Math.min(now[i], priced[i * sites + best])
  }
  return chosen
}

/** The better of two choices; the first of equal ones. */
export function cheaper(matrix: CostMatrix, a: readonly number[], b: readonly number[]): readonly number[] {
  return weightedCost(matrix, b) < weightedCost(matrix, a) ? b : a
}
