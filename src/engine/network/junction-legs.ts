import type { Street } from '../../model/layers'
import { type CarriagewayRank, carriagewayRank, type ForeignLeg } from './carriageways'
import type { EdgeColumns } from './edge-columns'

/** One arm of a junction. */
export interface Leg {
  /** edge × 2, + 1 for its end `to`; −1: a road nobody walks on */
  readonly end: number
  /** index into project.layers.streets, −1: a gate's connector */
  readonly street: number
  /** direction it leaves in, radians, counter-clockwise from east */
  readonly bearing: number
  readonly rank: CarriagewayRank
  /** a mapped crossing rather than a street */
  readonly isCrossing: boolean
}

/** The direction of an arm is taken this far from the junction, so that a kink at its root does not turn it. */
const BEARING_M = 5

/**
 * The arms at a vertex in order of direction; equal directions by edge, roads nobody walks on last.
 * `ends`: the edge ends at the vertex, as in `Leg.end`.
 */
export function orderLegs(
  ends: readonly number[],
  foreign: readonly ForeignLeg[],
  edges: EdgeColumns,
  streets: readonly Street[],
  x: number,
  y: number,
): Leg[] {
  const legs = ends.map((end): Leg => {
    const index = edges.street[end >> 1]
    const street = index < 0 ? undefined : streets[index]
    const isCrossing = street !== undefined && isCrossingLine(street)
    return {
      end,
      street: index,
      bearing: bearingOf(edges, end),
      rank: street === undefined || isCrossing ? 0 : carriagewayRank(street),
      isCrossing,
    }
  })
  for (const leg of foreign)
    legs.push({
      end: -1,
      street: leg.street,
      bearing: Math.atan2(leg.toY - y, leg.toX - x),
      rank: carriagewayRank(streets[leg.street]),
      isCrossing: false,
    })
  return legs.sort(
    (a, b) => a.bearing - b.bearing || (a.end < 0 ? 1 : 0) - (b.end < 0 ? 1 : 0) || a.end - b.end,
  )
}

/** A line that is itself a crossing: it says how it crosses and is no road. */
export function isCrossingLine(street: Street): boolean {
  return street.crossing !== undefined && carriagewayRank(street) === 0
}

function bearingOf({ shapeStart, shapeX, shapeY }: EdgeColumns, end: number): number {
  const edge = end >> 1
  const step = (end & 1) === 0 ? 1 : -1
  const root = step > 0 ? shapeStart[edge] : shapeStart[edge + 1] - 1
  const last = step > 0 ? shapeStart[edge + 1] - 1 : shapeStart[edge]
  let v = root + step
  while (v !== last && Math.hypot(shapeX[v] - shapeX[root], shapeY[v] - shapeY[root]) < BEARING_M) v += step
  return Math.atan2(shapeY[v] - shapeY[root], shapeX[v] - shapeX[root])
}
