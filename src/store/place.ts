import type { Geometry, Position } from 'geojson'
import type { LonLat } from '../model/units'

/** The point a record is marked at: itself, the middle of a line, the centroid of the largest outer ring. */
export function placeOf(geometry: Geometry): LonLat {
  switch (geometry.type) {
    case 'Point':
      return lonLat(geometry.coordinates)
    case 'LineString':
      return lonLat(geometry.coordinates[geometry.coordinates.length >> 1])
    case 'Polygon':
      return centroid(geometry.coordinates[0]).at
    case 'MultiPolygon': {
      const rings = geometry.coordinates.map(([ring]) => centroid(ring))
      return rings.reduce((best, ring) => (ring.area > best.area ? ring : best)).at
    }
    default:
      throw new Error(`no place for a ${geometry.type}`)
  }
}

/** [west, south, east, north] of any geometry. */
export function boxOf(
  geometry: Exclude<Geometry, { type: 'GeometryCollection' }>,
): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  stretch(box, geometry.coordinates)
  return box
}

type Nested = number | readonly Nested[]

function stretch(box: [number, number, number, number], coordinates: Nested): void {
  if (typeof coordinates === 'number') return
  const [lon, lat] = coordinates
  if (typeof lon === 'number' && typeof lat === 'number') {
    if (lon < box[0]) box[0] = lon
    if (lat < box[1]) box[1] = lat
    if (lon > box[2]) box[2] = lon
    if (lat > box[3]) box[3] = lat
  } else for (const part of coordinates) stretch(box, part)
}

function lonLat(position: Position): LonLat {
  return [position[0], position[1]]
}

function centroid(ring: Position[]): { at: LonLat; area: number } {
  // relative to the first vertex, to keep digits
  const [x0, y0] = lonLat(ring[0])
  let doubled = 0
  let x = 0
  let y = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const ax = ring[i][0] - x0
    const ay = ring[i][1] - y0
    const bx = ring[i + 1][0] - x0
    const by = ring[i + 1][1] - y0
    const cross = ax * by - bx * ay
    doubled += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  if (doubled === 0) return { at: [x0, y0], area: 0 }
  return { at: [x0 + x / (3 * doubled), y0 + y / (3 * doubled)], area: Math.abs(doubled) / 2 }
}
