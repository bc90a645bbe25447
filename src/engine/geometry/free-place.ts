import type { Geometry } from 'geojson'
import type { LonLat } from '../../model/units'
import { LocalFrame, roundDegrees } from './local-frame'
import { boundsOf, distanceToRings, isInside, representativePoint, ringsOf, type Rings } from './rings'

/** Places are first looked for so far apart, metres (J): signs at that distance can be told apart at street level. */
const APART_M = 40
/** Nearer than this two places are one. */
const LEAST_M = 2.5
/** From the edge a place keeps this part of the distance between places. */
const FROM_EDGE = 0.25

/**
 * A place inside of an outline for something of which nothing else is known: its middle, see `representativePoint`,
 * and where that is taken the place nearest to it that is free, on a grid through it; where all of the grid is taken
 * on one half as wide, down to `LEAST_M`, and then the middle again. Equal input gives equal places, and a further
 * place never moves those that were given before.
 */
export function freePlace(outline: Geometry, taken: readonly LonLat[]): LonLat {
  const middle = representativePoint(outline)
  const frame = new LocalFrame(middle[0], middle[1])
  const others = taken.map(([lon, lat]): [number, number] => [frame.x(lon), frame.y(lat)])
  const rings = ringsOf(outline, frame)
  for (let apart = APART_M; apart >= LEAST_M; apart /= 2) {
    const isFree = ([x, y]: readonly [number, number]): boolean =>
      others.every(([ox, oy]) => Math.hypot(ox - x, oy - y) >= apart * 0.9)
    const place = isFree([0, 0]) ? ([0, 0] as const) : gridAround(rings, apart).find(isFree)
    if (place !== undefined) return [roundDegrees(frame.lon(place[0])), roundDegrees(frame.lat(place[1]))]
  }
  return [roundDegrees(middle[0]), roundDegrees(middle[1])]
}

/** Points of the grid through the origin that lie well inside, the nearest to it first, then by angle. */
function gridAround(rings: Rings, apart: number): readonly (readonly [number, number])[] {
  const [minX, minY, maxX, maxY] = boundsOf(rings)
  const points: [number, number][] = []
  for (let i = Math.ceil(minX / apart); i * apart <= maxX; i++)
    for (let j = Math.ceil(minY / apart); j * apart <= maxY; j++) {
      const [x, y] = [i * apart, j * apart]
      if (isInside(rings, x, y) && distanceToRings(rings, x, y) >= apart * FROM_EDGE) points.push([x, y])
    }
  return points.sort(([ax, ay], [bx, by]) => ax * ax + ay * ay - bx * bx - by * by || ax - bx || ay - by)
}
