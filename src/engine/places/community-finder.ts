import Flatbush from 'flatbush'

import type { Community } from '../../model/layers'
import { boundsOf, isInside, type Rings } from '../geometry/rings'

/** Finds a building's community: the one it names, else the one it stands in; −1: none. */
export function communityFinder(
  communities: readonly Community[],
  rings: readonly Rings[],
): (named: string | undefined, x: number, y: number) => number {
  const byId = new Map(communities.map((community, i) => [community.id, i]))
  const tree = communities.length === 0 ? null : new Flatbush(communities.length)
  for (const ring of rings) tree?.add(...boundsOf(ring))
  tree?.finish()
  return (named, x, y) => {
    if (named !== undefined) return byId.get(named) ?? -1
    const hits = tree?.search(x, y, x, y).sort((a, b) => a - b) ?? []
    return hits.find((i) => isInside(rings[i], x, y)) ?? -1
  }
}
