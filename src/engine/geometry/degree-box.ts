import type { Geometry } from 'geojson'
import type { Box } from './box'

export { doBoxesMeet, EMPTY_BOX, joinBoxes, meetBoxes } from './box'

/** [west, south, east, north] in degrees. */
export type DegreeBox = Box

/** The box of a geometry's vertices; an empty geometry gives infinities, which meet nothing. */
export function boxOfGeometry(geometry: Geometry): DegreeBox {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return
    const [lon, lat] = value as unknown[]
    if (typeof lon !== 'number' || typeof lat !== 'number') {
      for (const item of value) visit(item)
      return
    }
    if (lon < box[0]) box[0] = lon
    if (lat < box[1]) box[1] = lat
    if (lon > box[2]) box[2] = lon
    if (lat > box[3]) box[3] = lat
  }
  if (geometry.type !== 'GeometryCollection') visit(geometry.coordinates)
  return box
}

/** A box grown by some metres on every side, generously: by the longest degree it touches. */
export function growBox(box: DegreeBox, by_m: number): DegreeBox {
  const lat = by_m / METRES_PER_DEGREE
  const farthest = Math.min(89, Math.max(Math.abs(box[1]), Math.abs(box[3])) + lat)
  const lon = lat / Math.cos((farthest * Math.PI) / 180)
  return [box[0] - lon, box[1] - lat, box[2] + lon, box[3] + lat]
}

/** A little less than a degree of latitude is long. */
const METRES_PER_DEGREE = 111_000
