/** [west, south, east, north], in degrees or in metres of a frame. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** Holds nothing and meets nothing; what it is joined with stays as it is. */
export const EMPTY_BOX: Box = [Infinity, Infinity, -Infinity, -Infinity]

/** The smallest box around both. */
export function joinBoxes(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** What two boxes share. */
export function meetBoxes(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
}

/** Whether two boxes share a point. */
export function doBoxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

/** Whether a place lies in a box. */
export function isInBox([west, south, east, north]: Box, [x, y]: readonly [number, number]): boolean {
  return x >= west && x <= east && y >= south && y <= north
}
