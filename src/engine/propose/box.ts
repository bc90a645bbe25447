import { type Box, EMPTY_BOX } from '../geometry/box'
import type { Position } from './near-walks'

/** The smallest box around some positions; of none: one that nothing is in, and that meets nothing. Metres, in the frame. */
export function boxAround(positions: Iterable<Position>): Box {
  let [west, south, east, north] = EMPTY_BOX
  for (const [x, y] of positions) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

/** A box and so many metres around it. */
export function growBox([west, south, east, north]: Box, by_m: number): Box {
  return [west - by_m, south - by_m, east + by_m, north + by_m]
}
