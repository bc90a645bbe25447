import type { Rings } from '../geometry/rings'
import { SECOND_CHOICE_DETOUR_M } from '../network/snap'
import type { AccessPoint } from './access-point'
import { accessAt, maxSnapOf, type PlaceContext } from './place-context'

/** Samples of the outline closer than this cannot miss a nearer street by more than half of it, metres. */
const OUTLINE_STEP_M = 10

/** The access point with the shortest connector from anywhere on an outline; null: no street in reach. */
export function nearestToOutline(context: PlaceContext, rings: Rings, zone: number): AccessPoint | null {
  let best: AccessPoint | null = null
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const dx = ring[i + 2] - ring[i]
      const dy = ring[i + 3] - ring[i + 1]
      const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / OUTLINE_STEP_M))
      for (let k = 0; k < steps; k++) {
        const farthest = maxSnapOf(context)
        // a street that is preferred may be this much farther than the one it is preferred to
        const maxDistance_m =
          best === null ? farthest : Math.min(farthest, best.connector_m + SECOND_CHOICE_DETOUR_M)
        const snap = context.snaps.nearest(ring[i] + (dx * k) / steps, ring[i + 1] + (dy * k) / steps, {
          maxDistance_m,
          zone,
        })
        if (snap !== null && (best === null || snap.distance_m < best.connector_m))
          best = accessAt(snap, zone)
      }
    }
  }
  return best
}
