import type { Community } from '../../model/layers'
import type { LocalFrame } from '../geometry/local-frame'
import { boundsOf, distanceToRings, isInside, type Rings, ringsOf } from '../geometry/rings'
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
  for (const { id, rings, bounds } of outlinesOf(
    prepared.project.layers.communities,
    prepared.network.frame,
  )) {
    const [minX, minY, maxX, maxY] = bounds
    if (x < minX - nearest || x > maxX + nearest || y < minY - nearest || y > maxY + nearest) continue
    const away = isInside(rings, x, y) ? 0 : distanceToRings(rings, x, y)
    if (away >= nearest) continue
    nearest = away
    found = id
  }
  return found
}

interface Outline {
  readonly id: string
  readonly rings: Rings
  readonly bounds: ReturnType<typeof boundsOf>
}

// records never change, and thousands of links ask about the same ones
const known = new WeakMap<
  readonly Community[],
  { readonly frame: LocalFrame; readonly outlines: readonly Outline[] }
>()

function outlinesOf(communities: readonly Community[], frame: LocalFrame): readonly Outline[] {
  const before = known.get(communities)
  if (before?.frame.lon0 === frame.lon0 && before.frame.lat0 === frame.lat0) return before.outlines
  const outlines = communities.map(({ id, geometry }): Outline => {
    const rings = ringsOf(geometry, frame)
    return { id, rings, bounds: boundsOf(rings) }
  })
  known.set(communities, { frame, outlines })
  return outlines
}
