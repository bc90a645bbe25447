import { ONE_WALL_M, SHARED_WALL_M } from '../../model/shared-wall'
import { nearestOnRings } from '../geometry/nearest-on-rings'
import type { Rings } from '../geometry/rings'

/** Edges this near to each other run along one wall, or along an alley between two. */
const ALONG_M = SHARED_WALL_M
/** Edges this near touch. */
const TOUCHING_M = ONE_WALL_M
/** Steps in which an edge is walked along, metres. */
const STEP_M = 5

/** Places this much farther apart than the nearest ones still face each other, metres (J). */
const FACING_SLACK_M = 10

/** A straight line from one outline to the other: x, y at each end. */
type Across = readonly [number, number, number, number]

/** How two outlines lie to each other. */
export interface EdgePair {
  /** from places of the first to the nearest of the second, where the two are nearest to each other, or nearly so */
  readonly across: readonly Across[]
  /** length of the first one's edge that runs along the second one's, metres, to the step */
  readonly along_m: number
}

/** Measures the edges of two areas against each other, by places every few metres along the first. */
export function measureEdges(a: Rings, b: Rings): EdgePair {
  const found: { readonly across: Across; readonly distance_m: number }[] = []
  let along_m = 0
  for (const ring of a)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [dx, dy] = [ring[i + 2] - ring[i], ring[i + 3] - ring[i + 1]]
      const length = Math.hypot(dx, dy)
      const steps = Math.max(1, Math.ceil(length / STEP_M))
      for (let s = 0; s < steps; s++) {
        const t = (s + 0.5) / steps
        const [x, y] = [ring[i] + t * dx, ring[i + 1] + t * dy]
        const there = nearestOnRings(b, x, y)
        if (there === null) continue
        const { distance_m } = there
        found.push({ across: [x, y, there.x, there.y], distance_m })
        // beside it, not ahead: the sides of a corner do not run along
        const ahead = Math.abs((there.x - x) * dx + (there.y - y) * dy)
        const isBeside = distance_m <= TOUCHING_M || ahead <= Math.SQRT1_2 * distance_m * length
        if (distance_m <= ALONG_M && isBeside) along_m += length / steps
      }
    }
  const least = Math.min(...found.map(({ distance_m }) => distance_m))
  const facing = found.filter(({ distance_m }) => distance_m <= least + FACING_SLACK_M)
  return { across: facing.map(({ across }) => across), along_m }
}
