import type { Position } from './near-walks'

/** In the frame, metres. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The smallest box around some positions; of none: one that nothing is in, and that meets nothing. */
export function boxAround(positions: Iterable<Position>): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positions) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

/** The smallest box around both. */
export function joinBoxes(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** A box and so much around it. */
export function growBox([west, south, east, north]: Box, by_m: number): Box {
  return [west - by_m, south - by_m, east + by_m, north + by_m]
}

/** What two boxes share. */
export function meetBoxes(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
}

/** Whether two boxes share a place. */
export function doBoxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

/** Whether a position lies in a box. */
export function isWithin([west, south, east, north]: Box, [x, y]: Position): boolean {
  return x >= west && x <= east && y >= south && y <= north
}
