import type { ReachedPieces } from '../src/engine/catchment/cut-pieces'

/** Seeded numbers in [0, 1): mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface StreetGrid {
  readonly x: Float64Array
  readonly y: Float64Array
  /** from, to per street */
  readonly ends: Int32Array
  readonly length_m: Float64Array
}

/**
 * A made-up old town: a crooked grid of streets `block_m` apart with some missing and some doubled by a
 * lane through the block, metres around (0, 0).
 */
export function growStreets(seed: number, half_m: number, block_m: number): StreetGrid {
  const random = seededRandom(seed)
  const side = Math.ceil((2 * half_m) / block_m) + 1
  const xs: number[] = []
  const ys: number[] = []
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      xs.push((column - (side - 1) / 2 + 0.5 * (random() - 0.5)) * block_m)
      ys.push((row - (side - 1) / 2 + 0.5 * (random() - 0.5)) * block_m)
    }
  }
  const ends: number[] = []
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const node = row * side + column
      if (column + 1 < side && random() < 0.85) ends.push(node, node + 1)
      if (row + 1 < side && random() < 0.85) ends.push(node, node + side)
      if (column + 1 < side && row + 1 < side && random() < 0.15) ends.push(node, node + side + 1)
    }
  }
  const x = Float64Array.from(xs)
  const y = Float64Array.from(ys)
  const length_m = new Float64Array(ends.length / 2)
  for (let i = 0; i < length_m.length; i++)
    length_m[i] = Math.hypot(x[ends[2 * i]] - x[ends[2 * i + 1]], y[ends[2 * i]] - y[ends[2 * i + 1]])
  return { x, y, ends: Int32Array.from(ends), length_m }
}

/** All street within `limit_m` of a crossing, cut where two ways round meet. Plain, slow search. */
export function walkFrom(streets: StreetGrid, start: number, limit_m: number): ReachedPieces {
  const { x, y, ends, length_m } = streets
  const touching: number[][] = Array.from({ length: x.length }, () => [])
  for (let i = 0; i < length_m.length; i++) {
    touching[ends[2 * i]].push(i)
    touching[ends[2 * i + 1]].push(i)
  }
  const cost = new Float64Array(x.length).fill(Infinity)
  cost[start] = 0
  const open = [start]
  while (open.length > 0) {
    let nearest = 0
    for (let i = 1; i < open.length; i++) if (cost[open[i]] < cost[open[nearest]]) nearest = i
    const [node] = open.splice(nearest, 1)
    for (const street of touching[node]) {
      const other = ends[2 * street] === node ? ends[2 * street + 1] : ends[2 * street]
      const reached = cost[node] + length_m[street]
      if (reached >= cost[other] || reached > limit_m) continue
      if (cost[other] === Infinity) open.push(other)
      cost[other] = reached
    }
  }

  const xy: number[] = []
  const costs: number[] = []
  const push = (a: number, b: number, from: number, to: number, costA: number, costB: number) => {
    const at = (t: number) => [x[a] + t * (x[b] - x[a]), y[a] + t * (y[b] - y[a])]
    xy.push(...at(from), ...at(to))
    costs.push(costA, costB)
  }
  for (let i = 0; i < length_m.length; i++) {
    const a = ends[2 * i]
    const b = ends[2 * i + 1]
    const length = length_m[i]
    // t(x) = min(a + x, b + L − x): both ways round meet at `meeting`, or at the end of what is in reach
    if (cost[a] + cost[b] + length < Infinity) {
      const meeting = (cost[b] - cost[a] + length) / (2 * length)
      const top = cost[a] + meeting * length
      if (meeting > 0) push(a, b, 0, meeting, cost[a], top)
      if (meeting < 1) push(b, a, 0, 1 - meeting, cost[b], top)
    } else if (cost[a] < Infinity) push(a, b, 0, 1, cost[a], cost[a] + length)
    else if (cost[b] < Infinity) push(b, a, 0, 1, cost[b], cost[b] + length)
  }
  return { count: costs.length / 2, xy: Float64Array.from(xy), cost: Float64Array.from(costs) }
}
