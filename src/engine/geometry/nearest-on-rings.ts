import { clampedFoot, type Rings } from './rings'

/** A point on the edge of an area, and how far it is from where it was asked for. */
export interface EdgePoint {
  readonly x: number
  readonly y: number
  readonly distance_m: number
}

/** The point of the ring edges nearest to (x, y), the first of equally near ones; null: there are no edges. */
export function nearestOnRings(rings: Rings, x: number, y: number): EdgePoint | null {
  let best: EdgePoint | null = null
  for (const ring of rings)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const t = clampedFoot(x, y, ring[i], ring[i + 1], ring[i + 2], ring[i + 3])
      const footX = ring[i] + t * (ring[i + 2] - ring[i])
      const footY = ring[i + 1] + t * (ring[i + 3] - ring[i + 1])
      const distance_m = Math.hypot(footX - x, footY - y)
      if (best === null || distance_m < best.distance_m) best = { x: footX, y: footY, distance_m }
    }
  return best
}
