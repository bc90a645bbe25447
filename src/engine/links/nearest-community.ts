import { boundsOf, distanceToRings, isInside, ringsOf } from '../geometry/rings'
import type { LinkGround } from './link-state'

/** A path is told by the community that is nearest to it, within this, metres. */
const NEAR_M = 200

/** The community nearest to a place of the frame, by its edge; null: none within reach. */
export function nearestCommunity(
  { measured: { prepared } }: LinkGround,
  [x, y]: readonly [number, number],
): string | null {
  let nearest = NEAR_M
  let found: string | null = null
  for (const { id, geometry } of prepared.project.layers.communities) {
    const rings = ringsOf(geometry, prepared.network.frame)
    const [minX, minY, maxX, maxY] = boundsOf(rings)
    if (x < minX - nearest || x > maxX + nearest || y < minY - nearest || y > maxY + nearest) continue
    const away = isInside(rings, x, y) ? 0 : distanceToRings(rings, x, y)
    if (away >= nearest) continue
    nearest = away
    found = id
  }
  return found
}
