import Flatbush from 'flatbush'

import { LocalFrame } from '../geometry/local-frame'
import { boxOfGeometry, EMPTY_BOX } from '../geometry/degree-box'
import { isInsideDegrees } from '../geometry/rings'
import type { OsmArea } from './collect-areas'
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
  // in degrees; metres are measured around each point: nothing depends on what else is in the file
  const tree = new Flatbush(found.length)
  for (const { area, point } of found) {
    const [west, south, east, north] = area === null ? EMPTY_BOX : boxOfGeometry(area.geometry)
    tree.add(
      Math.min(west, point[0]),
      Math.min(south, point[1]),
      Math.max(east, point[0]),
      Math.max(north, point[1]),
    )
  }
  tree.finish()
  const isBefore = (a: number, b: number): boolean => {
    const sizeA = found[a].area?.area_m2 ?? 0
    const sizeB = found[b].area?.area_m2 ?? 0
    return sizeA === sizeB ? a < b : sizeA > sizeB
  }
  return found.filter(({ record, point: [lon, lat] }, i) => {
    const isStation = record.class === 'METRO'
    const reach = isStation ? SAME_STATION_M : SAME_SPOT_M
    const frame = new LocalFrame(lon, lat)
    const dx = reach / frame.metresPerLon
    const dy = reach / frame.metresPerLat
    return !tree.search(lon - dx, lat - dy, lon + dx, lat + dy).some((j) => {
      const { record: other, area, point } = found[j]
      if (j === i || other.class !== record.class || !isBefore(j, i)) return false
      const areBothNamed = record.name !== undefined && other.name !== undefined
      if (areBothNamed && record.name !== other.name) return false
      if (area !== null && isInsideArea(area, lon, lat)) return true
      const isPoint = found[i].area === null && area === null
      if (!areBothNamed || !(isPoint || isStation)) return false
      return Math.hypot(frame.x(point[0]), frame.y(point[1])) <= reach
    })
  })
}

function isInsideArea({ geometry }: OsmArea, lon: number, lat: number): boolean {
  return geometry.type === 'Polygon'
    ? isInsideDegrees(geometry.coordinates, lon, lat)
    : isInsideDegrees(geometry.coordinates.flat(), lon, lat)
}
