/** A seeded stream of numbers in [0, 1): the same seed gives the same stream (mulberry32). */
export interface Random {
  next(): number
  /** uniform in [low, high) */
  between(low: number, high: number): number
  /** integer in [low, high] */
  integer(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
  /** an independent stream, so that adding a house here does not move one elsewhere */
  fork(name: string): Random
}

export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (items) => items[Math.floor(next() * items.length)],
    chance: (probability) => next() < probability,
    fork: (name) => {
      let hash = seed >>> 0
      for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0
      return makeRandom(hash)
    },
  }
}
