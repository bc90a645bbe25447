import type { Street } from '../../model/layers'
import type { LonLat } from '../../model/units'
import { boxOfGeometry, type DegreeBox } from '../geometry/degree-box'
import { LocalFrame } from '../geometry/local-frame'
import { clampedFoot } from '../geometry/rings'

/** A place on a street, and how far it is from where it was asked for. */
export interface StreetPlace {
  readonly id: string
  readonly at: LonLat
  readonly distance_m: number
}

/** The place on the streets nearest to another one, the first of equally near; null: none within `within_m`. */
export function nearestStreet(streets: readonly Street[], at: LonLat, within_m: number): StreetPlace | null {
  const frame = new LocalFrame(at[0], at[1])
  let best: StreetPlace | null = null
  let nearest = within_m
  const boxes = boxesOf(streets)
  for (let k = 0; k < streets.length; k++) {
    // most streets are far away: their boxes say so
    if (
      frame.x(boxes[4 * k]) > nearest ||
      frame.y(boxes[4 * k + 1]) > nearest ||
      frame.x(boxes[4 * k + 2]) < -nearest ||
      frame.y(boxes[4 * k + 3]) < -nearest
    )
      continue
    const { id, geometry } = streets[k]
    const { coordinates } = geometry
    let [ax, ay] = [frame.x(coordinates[0][0]), frame.y(coordinates[0][1])]
    for (let i = 1; i < coordinates.length; i++) {
      const [bx, by] = [frame.x(coordinates[i][0]), frame.y(coordinates[i][1])]
      if (
        Math.min(ax, bx) <= nearest &&
        Math.max(ax, bx) >= -nearest &&
        Math.min(ay, by) <= nearest &&
        Math.max(ay, by) >= -nearest
      ) {
        const t = clampedFoot(0, 0, ax, ay, bx, by)
        const [x, y] = [ax + t * (bx - ax), ay + t * (by - ay)]
        const distance_m = Math.hypot(x, y)
        if (distance_m < nearest || (best === null && distance_m <= nearest)) {
          nearest = distance_m
          const end = t === 0 ? coordinates[i - 1] : t === 1 ? coordinates[i] : null
          best = { id, at: end === null ? [frame.lon(x), frame.lat(y)] : [end[0], end[1]], distance_m }
        }
      }
      ax = bx
      ay = by
    }
  }
  return best
}

// records and their layer never change: a plan without paths asks of the same list again and again
const boxesOfLayer = new WeakMap<readonly Street[], Float64Array>()
// a plan with paths has another list, of nearly the same streets
const boxOfLine = new WeakMap<Street['geometry'], DegreeBox>()

/** West, south, east and north of every street, degrees. */
function boxesOf(streets: readonly Street[]): Float64Array {
  let boxes = boxesOfLayer.get(streets)
  if (boxes !== undefined) return boxes
  boxes = new Float64Array(4 * streets.length)
  for (const [k, { geometry }] of streets.entries()) {
    let box = boxOfLine.get(geometry)
    if (box === undefined) boxOfLine.set(geometry, (box = boxOfGeometry(geometry)))
    boxes.set(box, 4 * k)
  }
  boxesOfLayer.set(streets, boxes)
  return boxes
}
