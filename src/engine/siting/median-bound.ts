import { type CostMatrix, weightedCost } from './cost-matrix'
import { cheaper, improveBySwaps, NO_WAY } from './interchange'

/** Whether a site may be part of an answer: it is not, it is, or both are open. */
export const CLOSED = 0
export const CHOSEN = 1
export const OPEN = 2

/** A p-median with some sites decided: what a branch looks at. */
export interface MedianState {
  /** CLOSED, CHOSEN or OPEN; one per site */
  readonly site: Uint8Array
  /** what serving each demand point is worth, from the state this one came from */
  readonly price: Float64Array
}

/** What the bound tells of a state. */
export interface MedianBound {
  /** the best choice seen, here or before */
  readonly best: readonly number[]
  readonly bestCost: number
  /** no choice that fits the state costs less */
  readonly bound: number
  /** the state with more decided: whatever could not be part of a better choice, or must be */
  readonly state: MedianState
  /** the open site to branch on; −1: none is open */
  readonly branch: number
}

/** A p-median with its costs weighted once. */
export interface Median {
  readonly matrix: CostMatrix
  readonly p: number
  /** weight × cost, NO_WAY for none; as in the matrix */
  readonly ways: Float64Array
  /** true: all costs are whole, so that a better choice is better by at least 1 */
  readonly isWhole: boolean
}

export function medianOf(matrix: CostMatrix, p: number): Median {
  const { sites, cost, weight } = matrix
  return {
    matrix,
    p,
    ways: Float64Array.from(cost, (c, at) => Math.min(c, NO_WAY) * weight[Math.floor(at / sites)]),
    isWhole: cost.every((c) => Number.isInteger(c) || c === Infinity) && weight.every(Number.isInteger),
  }
}

/** Where the search begins: nothing decided, each point priced at its second cheapest way among a good choice. */
export function startMedian({ matrix, ways }: Median, good: readonly number[]): MedianState {
  const { sites, demands } = matrix
  const price = Float64Array.from({ length: demands }, (_, i) => {
    const costs = good.map((j) => ways[i * sites + j]).sort((a, b) => a - b)
    return costs[1] ?? costs[0] ?? 0
  })
  return { site: new Uint8Array(sites).fill(OPEN), price }
}

/** Whether nothing can lie between a bound and the best choice. */
export function isClosed(bound: number, bestCost: number, isWhole: boolean): boolean {
  return bestCost - bound < (isWhole ? 1 - 1e-6 : 1e-9 * Math.abs(bestCost))
}

/** rounds without a better bound before the step is halved */
const PATIENCE = 20
/** every so many rounds the relaxation's own choice is bettered by swaps: it is often the optimum */
const SWAP_EVERY = 50

/**
 * Lagrangian bound of the p-median (Cornuejols, Fisher and Nemhauser 1977): every demand point may be served
 * any number of times, at a price λ for each. The least of that is Σ λ plus the `p` smallest site sums
 * ρ_j = Σ min(0, w d − λ); its maximum over λ, found by subgradient steps (Held, Wolfe and Crowder 1974), is the
 * bound of the linear relaxation. Sites whose ρ does not fit between bound and best choice are decided.
 */
export function boundMedian(
  median: Median,
  from: MedianState,
  known: { readonly best: readonly number[]; readonly bestCost: number },
  rounds: number,
): MedianBound {
  const { matrix, p, ways, isWhole } = median
  const { sites, demands } = matrix
  const site = from.site.slice()
  let { best, bestCost } = known
  let price = from.price
  let bestPrice = price
  let bound = -Infinity
  let branch = -1
  let [scale, since] = [1.5, 0]
  const rho = new Float64Array(sites)
  for (let round = 0; round < rounds; round++) {
    const chosen: number[] = []
    const open: number[] = []
    site.forEach((is, j) => {
      if (is === CHOSEN) chosen.push(j)
      else if (is === OPEN) open.push(j)
    })
    const free = p - chosen.length
    // the state asks for more or fewer sites than there may be: no choice fits
    if (free < 0 || open.length < free) return { best, bestCost, bound: Infinity, state: from, branch: -1 }
    rho.fill(0)
    let value = 0
    for (let i = 0; i < demands; i++) {
      const at = i * sites
      const limit = price[i]
      value += limit
      for (const j of chosen) if (ways[at + j] < limit) rho[j] += ways[at + j] - limit
      for (const j of open) if (ways[at + j] < limit) rho[j] += ways[at + j] - limit
    }
    open.sort((a, b) => rho[a] - rho[b] || a - b)
    const choice = [...chosen, ...open.slice(0, free)]
    for (const j of choice) value += rho[j]
    if (value > bound + 1e-9 * Math.abs(value)) {
      bound = value
      bestPrice = price
      // the site the relaxation wants most is the one whose fate tells most
      branch = free > 0 ? open[0] : -1
      since = 0
    } else if (++since % PATIENCE === 0) scale /= 2
    const proposal = round % SWAP_EVERY === 0 ? improveBySwaps(matrix, p, choice) : choice
    best = cheaper(matrix, best, proposal)
    bestCost = weightedCost(matrix, best)
    if (isClosed(bound, bestCost, isWhole) || scale < 1e-4) break
    const limit = isWhole ? bestCost - 1 + 1e-6 : bestCost + 1e-9 * Math.abs(bestCost)
    decideSites(site, rho, open, free, value, limit)
    const served = new Int32Array(demands)
    let norm = 0
    for (let i = 0; i < demands; i++) {
      for (const j of choice) if (ways[i * sites + j] < price[i]) served[i]++
      norm += (1 - served[i]) ** 2
    }
    if (norm === 0) break
    const step = (scale * (bestCost * 1.001 - value)) / norm
    price = price.map((each, i) => each + step * (1 - served[i]))
  }
  if (branch >= 0 && site[branch] !== OPEN) branch = site.indexOf(OPEN)
  if (branch < 0) {
    // everything is decided: one choice is left, and it may be better than the best
    const rest = [...site.keys()].filter((j) => site[j] === CHOSEN)
    if (rest.length > 0 && rest.length <= p) best = cheaper(matrix, best, rest)
    bestCost = weightedCost(matrix, best)
  }
  return { best, bestCost, bound, state: { site, price: bestPrice }, branch }
}

/** An open site that would lift this bound beyond `limit` by coming in (or staying out) stays out (or comes in). */
function decideSites(
  site: Uint8Array,
  rho: Float64Array,
  open: readonly number[],
  free: number,
  value: number,
  limit: number,
): void {
  if (free === 0) {
    for (const j of open) site[j] = CLOSED
    return
  }
  if (open.length <= free) return
  const [last, next] = [rho[open[free - 1]], rho[open[free]]]
  open.forEach((j, rank) => {
    if (rank >= free && value + rho[j] - last > limit) site[j] = CLOSED
    if (rank < free && value - rho[j] + next > limit) site[j] = CHOSEN
  })
}
