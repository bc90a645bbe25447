import { nearestOnRings } from '../geometry/nearest-on-rings'
import { distanceToRings, type Rings } from '../geometry/rings'

/** Edges this near to each other run along one wall, or along an alley between two, metres (J). */
const ALONG_M = 12
/** Steps in which an edge is walked along, metres. */
const STEP_M = 5

/** How two outlines lie to each other. */
export interface EdgePair {
  /** the straight line between their nearest places: x, y of one and of the other */
  readonly nearest: readonly [number, number, number, number]
  readonly distance_m: number
  /** length of the first one's edge that runs along the second one's, metres, to the step */
  readonly along_m: number
}

/** Measures the edges of two areas against each other, by places every few metres along the first. */
export function measureEdges(a: Rings, b: Rings): EdgePair | null {
  let nearest: EdgePair['nearest'] | null = null
  let distance_m = Infinity
  let along_m = 0
  for (const ring of a)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [dx, dy] = [ring[i + 2] - ring[i], ring[i + 3] - ring[i + 1]]
      const length = Math.hypot(dx, dy)
      const steps = Math.max(1, Math.ceil(length / STEP_M))
      for (let s = 0; s < steps; s++) {
        const t = (s + 0.5) / steps
        const [x, y] = [ring[i] + t * dx, ring[i + 1] + t * dy]
        const d = distanceToRings(b, x, y)
        if (d <= ALONG_M) along_m += length / steps
        if (d >= distance_m) continue
        const there = nearestOnRings(b, x, y)
        if (there === null) continue
        distance_m = d
        nearest = [x, y, there.x, there.y]
      }
    }
  return nearest === null ? null : { nearest, distance_m, along_m }
}
