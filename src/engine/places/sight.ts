import type { Geometry } from 'geojson'
import type { Community } from '../../model/layers'
import { boxOfGeometry } from '../geometry/degree-box'
import { LocalFrame } from '../geometry/local-frame'
import { distanceBetweenRings } from '../geometry/ring-distance'
import { boundsOf, distanceToRings, isInside, type Rings, ringsOf } from '../geometry/rings'

/** Where something is, metres in a frame: areas, and single points of it. */
export interface Spot {
  readonly rings: Rings
  /** doors, gates, or the one point it is drawn as; x and y side by side */
  readonly points: Float64Array
  readonly box: readonly [minX: number, minY: number, maxX: number, maxY: number]
  /** how far it may be off what is drawn, metres */
  readonly slack_m: number
}

/** So much nearer the pole than any community distances are taken, degrees: there they are the shorter ones. */
const MARGIN_DEGREES = 0.1

/** Coordinates are kept to the centimetre, and streets meet within it, metres. */
const ROUNDING_M = 0.1

/** Flat metres in which nothing is farther than it is: what is out of sight here is so for certain. */
export class SightFrame {
  private readonly frame: LocalFrame

  constructor(communities: readonly Pick<Community, 'geometry'>[]) {
    let farthest = 0
    for (const { geometry } of communities) {
      const [, south, , north] = boxOfGeometry(geometry)
      for (const lat of [south, north])
        if (Number.isFinite(lat)) farthest = Math.max(farthest, Math.abs(lat) + MARGIN_DEGREES)
    }
    this.frame = new LocalFrame(0, Math.min(89, farthest))
  }

  /** What covers some ground, with single points that belong to it and may lie outside. */
  areaOf(geometry: Geometry, points: readonly (readonly number[])[], slack_m = 0): Spot {
    const own = geometry.type === 'Point' ? [geometry.coordinates] : []
    return this.spot(ringsOf(geometry, this.frame), [...own, ...points], slack_m)
  }

  spotOf(points: readonly (readonly number[])[]): Spot {
    return this.spot([], points, 0)
  }

  private spot(rings: Rings, positions: readonly (readonly number[])[], slack_m: number): Spot {
    const points = new Float64Array(2 * positions.length)
    positions.forEach(([lon, lat], i) => points.set([this.frame.x(lon), this.frame.y(lat)], 2 * i))
    return { rings, points, box: boundsOf([...rings, points]), slack_m }
  }
}

/** How far apart things may be drawn that come within some metres of each other, the second one without slack. */
export function reachOf(sight_m: number, { slack_m }: Pick<Spot, 'slack_m'>): number {
  return sight_m + slack_m + ROUNDING_M
}

/** Whether box `a` lies within box `b`. */
export function isBoxInside(a: Spot, b: Spot): boolean {
  return a.box[0] >= b.box[0] && a.box[1] >= b.box[1] && a.box[2] <= b.box[2] && a.box[3] <= b.box[3]
}

/** Whether something comes within some metres of a place as the crow flies. */
export function isWithin(from: Spot, to: Spot, sight_m: number): boolean {
  const reach = reachOf(sight_m, from)
  if (areBoxesApart(from.box, to.box, reach)) return false
  const areAreas = from.rings.length > 0 && to.rings.length > 0
  if (areAreas && distanceBetweenRings(from.rings, to.rings) <= reach) return true
  return arePointsWithin(from.points, to, reach) || arePointsWithin(to.points, from, reach)
}

function areBoxesApart(a: Spot['box'], b: Spot['box'], by: number): boolean {
  return a[0] - b[2] > by || b[0] - a[2] > by || a[1] - b[3] > by || b[1] - a[3] > by
}

function arePointsWithin(points: Float64Array, { rings, points: others }: Spot, reach: number): boolean {
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i], points[i + 1]]
    if (rings.length > 0 && (isInside(rings, x, y) || distanceToRings(rings, x, y) <= reach)) return true
    for (let k = 0; k < others.length; k += 2)
      if (Math.hypot(others[k] - x, others[k + 1] - y) <= reach) return true
  }
  return false
}
