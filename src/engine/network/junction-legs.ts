import type { Street } from '../../model/layers'
import { type CarriagewayRank, carriagewayRank, type ForeignLeg } from './carriageways'
import type { EdgeColumns } from './edge-columns'
import { type LegPath, traceLeg } from './leg-path'

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
  /** a road nobody walks on, as far out as its signals stand; null: a walked one */
  readonly foreign: LegPath | null
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
): Leg[] {
  const legs = ends.map((end): Leg => {
    const index = edges.street[end >> 1]
    const street = index < 0 ? undefined : streets[index]
    const isCrossing = street !== undefined && isCrossingLine(street)
    return {
      end,
      street: index,
      bearing: bearingOf(traceLeg(edges, end, BEARING_M)),
      rank: street === undefined || isCrossing ? 0 : carriagewayRank(street),
      isCrossing,
      foreign: null,
    }
  })
  for (const leg of foreign)
    legs.push({
      end: -1,
      street: leg.street,
      bearing: bearingOf(leg.path),
      rank: carriagewayRank(streets[leg.street]),
      isCrossing: false,
      foreign: leg.path,
    })
  return legs.sort(
    (a, b) => a.bearing - b.bearing || (a.end < 0 ? 1 : 0) - (b.end < 0 ? 1 : 0) || a.end - b.end,
  )
}

/** A line that is itself a crossing: it says how it crosses and is no road. */
export function isCrossingLine(street: Street): boolean {
  return street.crossing !== undefined && carriagewayRank(street) === 0
}

/** Direction of the place on a path that is BEARING_M along it, or of its end. */
function bearingOf(path: LegPath): number {
  let walked = 0
  let i = 2
  let part = 1
  for (; i < path.length; i += 2) {
    const length = Math.hypot(path[i] - path[i - 2], path[i + 1] - path[i - 1])
    part = Math.min(1, (BEARING_M - walked) / length)
    walked += length
    if (walked >= BEARING_M || i + 2 >= path.length) break
  }
  const x = path[i - 2] + part * (path[i] - path[i - 2])
  const y = path[i - 1] + part * (path[i + 1] - path[i - 1])
  return Math.atan2(y - path[1], x - path[0])
}
