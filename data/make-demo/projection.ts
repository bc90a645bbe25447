import type { LineString as GeoLine, Polygon } from 'geojson'

import { type Line, type P, type Ring, ringArea } from './plane'

// the middle of the drawing, on the map; the sphere is the one the product measures on
const MIDDLE: P = [1500, 1250]
const LON = 120.12
const LAT = 30.28
const METRES_PER_LAT = (6_371_008.8 * Math.PI) / 180
const METRES_PER_LON = METRES_PER_LAT * Math.cos((LAT * Math.PI) / 180)

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Metres of the drawing to longitude and latitude, rounded to a centimetre. */
export function toLonLat(p: P): [number, number] {
  return [round(LON + (p[0] - MIDDLE[0]) / METRES_PER_LON), round(LAT + (p[1] - MIDDLE[1]) / METRES_PER_LAT)]
}

/** Longitude and latitude back to metres of the drawing. */
export function toMetres(c: readonly number[]): P {
  return [MIDDLE[0] + (c[0] - LON) * METRES_PER_LON, MIDDLE[1] + (c[1] - LAT) * METRES_PER_LAT]
}

export function toLineString(line: Line): GeoLine {
  const coordinates = line.map(toLonLat)
  return {
    type: 'LineString',
    coordinates: coordinates.filter((c, i) => i === 0 || c.join() !== coordinates[i - 1]?.join()),
  }
}

/** Outer rings run counter-clockwise, holes clockwise. */
export function toPolygon(outer: Ring, holes: readonly Ring[] = []): Polygon {
  return {
    type: 'Polygon',
    coordinates: [closeRing(outer, true), ...holes.map((hole) => closeRing(hole, false))],
  }
}

function closeRing(ring: Ring, isCounterClockwise: boolean): [number, number][] {
  const turned = ringArea(ring) > 0 === isCounterClockwise ? ring : [...ring].reverse()
  const c = turned.map(toLonLat).filter((q, i, all) => i === 0 || q.join() !== all[i - 1]?.join())
  return [...c, c[0]]
}
