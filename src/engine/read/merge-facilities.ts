import Flatbush from 'flatbush'

import { LocalFrame } from '../geometry/local-frame'
import { isInside, ringsOf } from '../geometry/rings'
import type { FoundFacility } from './collect-facilities'

/** Two points of one name and class this near are one thing mapped twice, metres. */
const SAME_SPOT_M = 15
/** A metro station is one place with its lines' platforms apart, metres. */
const SAME_STATION_M = 400

/**
 * Leaves out what is mapped twice: a point or area inside an area of the same class, when their names agree
 * or one has none (the school, its building, its label), and points of the same class and name on one spot
 * (the bus stop and its platform). The area stays before the point, the larger before the smaller, then the
 * first in the list. Order is kept.
 */
export function mergeFacilities(found: readonly FoundFacility[]): FoundFacility[] {
  if (found.length === 0) return []
  const frame = new LocalFrame(...found[0].point)
  const tree = new Flatbush(found.length)
  const boxes = found.map(({ area, point }) => {
    const x = frame.x(point[0])
    const y = frame.y(point[1])
    const rings = area === null ? [] : ringsOf(area.geometry, frame)
    let [minX, minY, maxX, maxY] = [x, y, x, y]
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        minX = Math.min(minX, ring[i])
        maxX = Math.max(maxX, ring[i])
        minY = Math.min(minY, ring[i + 1])
        maxY = Math.max(maxY, ring[i + 1])
      }
    }
    tree.add(minX, minY, maxX, maxY)
    return { x, y, rings }
  })
  tree.finish()
  const isBefore = (a: number, b: number): boolean => {
    const sizeA = found[a].area?.area_m2 ?? 0
    const sizeB = found[b].area?.area_m2 ?? 0
    return sizeA === sizeB ? a < b : sizeA > sizeB
  }
  return found.filter(({ record }, i) => {
    const { x, y } = boxes[i]
    const reach = record.class === 'METRO' ? SAME_STATION_M : SAME_SPOT_M
    return !tree.search(x - reach, y - reach, x + reach, y + reach).some((j) => {
      if (j === i || found[j].record.class !== record.class || !isBefore(j, i)) return false
      const areBothNamed = record.name !== undefined && found[j].record.name !== undefined
      if (areBothNamed && record.name !== found[j].record.name) return false
      if (boxes[j].rings.length > 0 && isInside(boxes[j].rings, x, y)) return true
      const isPoint = found[i].area === null && found[j].area === null
      const isStation = record.class === 'METRO'
      if (!areBothNamed || !(isPoint || isStation)) return false
      return Math.hypot(boxes[j].x - x, boxes[j].y - y) <= reach
    })
  })
}
