import type { Geometry } from 'geojson'

/** [west, south, east, north] in degrees. */
export type DegreeBox = readonly [number, number, number, number]

/** Holds nothing and meets nothing; what it is joined with stays as it is. */
export const EMPTY_BOX: DegreeBox = [Infinity, Infinity, -Infinity, -Infinity]

/** The smallest box around both. */
export function joinBoxes(a: DegreeBox, b: DegreeBox): DegreeBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** What two boxes share. */
export function meetBoxes(a: DegreeBox, b: DegreeBox): DegreeBox {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
}

/** Whether two boxes share a point. */
export function doBoxesMeet(a: DegreeBox, b: DegreeBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

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
