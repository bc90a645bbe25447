import type { LocalFrame } from '../geometry/local-frame'
import type { EdgeColumns } from './edge-columns'

/** Points of an arm of a junction in the frame, x and y in turn, the junction first. */
export type LegPath = readonly number[]

/**
 * An arm along its street, to `reach_m` metres out. It goes on over other junctions: what stands 20 m out on a
 * road stands there whether or not a path meets the road before. `end`: edge × 2, + 1 for its end `to`.
 */
export function traceLeg(edges: EdgeColumns, end: number, reach_m: number): number[] {
  const { shapeStart, shapeEnd, shapeX, shapeY, street } = edges
  const step = (end & 1) === 0 ? 1 : -1
  const path: number[] = []
  let walked = 0
  for (let edge = end >> 1; ; edge += step) {
    const first = step > 0 ? shapeStart[edge] : shapeEnd[edge] - 1
    const last = step > 0 ? shapeEnd[edge] - 1 : shapeStart[edge]
    if (path.length === 0) path.push(shapeX[first], shapeY[first])
    for (let v = first; v !== last && walked < reach_m; v += step)
      walked += extend(path, shapeX[v + step], shapeY[v + step], reach_m - walked)
    const next = edge + step
    // the edges of a street stand together, in the order of its line
    if (walked >= reach_m || next < 0 || next >= edges.count || street[edge] < 0) return path
    const nextFirst = step > 0 ? shapeStart[next] : shapeEnd[next] - 1
    const goesOn =
      street[next] === street[edge] &&
      shapeX[nextFirst] === shapeX[last] &&
      shapeY[nextFirst] === shapeY[last]
    if (!goesOn) return path
  }
}

/** The same along a recorded line, from its vertex `v` on (`step` 1) or back (−1). */
export function traceLine(
  coordinates: readonly (readonly number[])[],
  v: number,
  step: 1 | -1,
  reach_m: number,
  frame: LocalFrame,
): number[] {
  const path = [frame.x(coordinates[v][0]), frame.y(coordinates[v][1])]
  let walked = 0
  for (let next = v + step; next >= 0 && next < coordinates.length && walked < reach_m; next += step)
    walked += extend(path, frame.x(coordinates[next][0]), frame.y(coordinates[next][1]), reach_m - walked)
  return path
}

/** Adds a point to a path, no more than `most_m` from its end; returns how far that is. */
function extend(path: number[], x: number, y: number, most_m: number): number {
  const fromX = path[path.length - 2]
  const fromY = path[path.length - 1]
  const length = Math.hypot(x - fromX, y - fromY)
  if (length === 0) return 0
  const part = Math.min(1, most_m / length)
  path.push(fromX + part * (x - fromX), fromY + part * (y - fromY))
  return part * length
}
