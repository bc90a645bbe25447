import type { Building, Space } from '../../model/layers'
import { boxOfGeometry, doBoxesMeet, growBox } from '../geometry/degree-box'
import type { LocalFrame } from '../geometry/local-frame'
import { distanceBetweenRings } from '../geometry/ring-distance'
import { isInside, representativePoint, type Rings, ringsOf } from '../geometry/rings'

/** Outlines this near touch: two that share an edge are seldom drawn on the same line, metres (J). */
const TOUCHING_M = 1

/**
 * Spaces of one community that make one site: their outlines touch, or they lie in the same building. What touches
 * what touches is one. Groups and their spaces in the order given.
 */
export function groupSpaces(
  spaces: readonly Space[],
  buildings: readonly Building[],
  frame: LocalFrame,
): Space[][] {
  const spots = spaces.map((space) => {
    const [lon, lat] = representativePoint(space.geometry)
    const at: readonly [number, number] = [frame.x(lon), frame.y(lat)]
    const rings: Rings =
      space.geometry.type === 'Point' ? [Float64Array.of(...at)] : ringsOf(space.geometry, frame)
    return { space, at, rings, box: growBox(boxOfGeometry(space.geometry), TOUCHING_M) }
  })
  const groupOf = spaces.map((_, i) => i)
  const join = (a: number, b: number): void => {
    const [kept, gone] = [Math.min(groupOf[a], groupOf[b]), Math.max(groupOf[a], groupOf[b])]
    groupOf.forEach((group, i) => {
      if (group === gone) groupOf[i] = kept
    })
  }
  for (let b = 1; b < spots.length; b++)
    for (let a = 0; a < b; a++) {
      if (spaces[a].community !== spaces[b].community || groupOf[a] === groupOf[b]) continue
      if (!doBoxesMeet(spots[a].box, spots[b].box)) continue
      if (distanceBetweenRings(spots[a].rings, spots[b].rings) <= TOUCHING_M) join(a, b)
    }
  if (spaces.length > 1)
    for (const { geometry } of buildings) {
      const box = boxOfGeometry(geometry)
      const near = spots.flatMap((spot, i) => (doBoxesMeet(spot.box, box) ? [i] : []))
      if (near.length < 2) continue
      const rings = ringsOf(geometry, frame)
      const inside = near.filter((i) => isInside(rings, ...spots[i].at))
      for (const i of inside.slice(1))
        if (spaces[i].community === spaces[inside[0]].community) join(inside[0], i)
    }
  const groups = new Map<number, Space[]>()
  spaces.forEach((space, i) => groups.set(groupOf[i], [...(groups.get(groupOf[i]) ?? []), space]))
  return [...groups.values()]
}
