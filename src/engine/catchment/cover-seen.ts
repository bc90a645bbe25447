import { CapsuleChords } from '../geometry/capsule-chords'
import { EAST, type Grid, nodeFrom, nodeTo, NORTH, PARTS, raise, SOUTH, toParts, WEST } from './grid'
import { type Capsule, isHidden, lookFrom } from './line-of-sight'
import type { GridWalls } from './walls-on-grid'

/** Halvings when looking for the edge of a shadow between two nodes: to 1/16 of a cell. */
const HALVINGS = 4

// what a window's node is
const OUTSIDE = 0
const SEEN = 1
const HIDDEN = 2

// kept between calls; see service-area.ts on re-entrance
let windowStates = new Uint8Array(256)
/** where the cover begins and ends on each row and column of the window, in parts */
let ends = new Int32Array(256)
const chords = new CapsuleChords()

/**
 * Covers what can be seen of a capsule from its street: every node by the point of the piece nearest to it.
 * Writes as `coverGrid` does: one bit per node, and how far the cover goes on towards nodes outside, which
 * ends at the first wall. False, and nothing written: no wall comes that near, all of the capsule is seen.
 */
export function coverSeen(
  laid: GridWalls,
  grid: Grid,
  capsule: Capsule,
  firstWord: number,
  words: number,
  covered: Int32Array,
  firstNode: number,
  beyond: Uint8Array,
): boolean {
  const { ax, ay, bx, by, radius, scale } = capsule
  const { columns } = grid
  if (!lookFrom(capsule, grid, laid.walls)) return false

  // chords of the columns, then of the rows, in a window with a free margin
  const left = Math.floor(Math.min(ax, bx) - radius) - 1
  const wide = Math.ceil(Math.max(ax, bx) + radius) + 2 - left
  const low = Math.floor(Math.min(ay, by) - radius) - 1
  const high = Math.ceil(Math.max(ay, by) + radius) + 2 - low
  if (windowStates.length < wide * high) windowStates = new Uint8Array(wide * high * 2)
  if (ends.length < 2 * wide) ends = new Int32Array(4 * wide)
  const states = windowStates.fill(OUTSIDE, 0, wide * high)
  chords.set(ay, ax, by, bx, radius, scale)
  for (let column = chords.first; column <= chords.last; column++) {
    ends[2 * (column - left)] = toParts(chords.enterAt(column))
    ends[2 * (column - left) + 1] = toParts(chords.leaveAt(column))
  }
  chords.set(ax, ay, bx, by, radius, scale)
  const { first, last } = chords
  for (let row = first; row <= last; row++) {
    const east = nodeTo(toParts(chords.leaveAt(row)))
    const word = firstWord + row * words
    for (let column = nodeFrom(toParts(chords.enterAt(row))); column <= east; column++) {
      // a node that some street has covered already needs no second look
      const isCovered = ((covered[word + (column >> 5)] >>> column) & 1) === 1
      states[(row - low) * wide + column - left] = isCovered || !isHidden(column, row) ? SEEN : HIDDEN
    }
  }

  // mark what is seen, and how far its cover goes towards what is not
  for (let row = first; row <= last; row++) {
    const from = toParts(chords.enterAt(row))
    const to = toParts(chords.leaveAt(row))
    for (let column = nodeFrom(from), east = nodeTo(to); column <= east; column++) {
      const at = (row - low) * wide + column - left
      if (states[at] !== SEEN) continue
      covered[firstWord + row * words + (column >> 5)] |= 1 << column
      const node = row * columns + column
      const out = (firstNode + node) * 4
      const western = states[at - 1]
      const eastern = states[at + 1]
      const southern = states[at - wide]
      const northern = states[at + wide]
      if (western !== SEEN)
        raise(beyond, out + WEST, reachOf(laid, node, WEST, column, row, western, column * PARTS - from))
      if (eastern !== SEEN)
        raise(beyond, out + EAST, reachOf(laid, node, EAST, column, row, eastern, to - column * PARTS))
      const south = row * PARTS - ends[2 * (column - left)]
      if (southern !== SEEN)
        raise(beyond, out + SOUTH, reachOf(laid, node, SOUTH, column, row, southern, south))
      const north = ends[2 * (column - left) + 1] - row * PARTS
      if (northern !== SEEN)
        raise(beyond, out + NORTH, reachOf(laid, node, NORTH, column, row, northern, north))
    }
  }
  return true
}

/**
 * Parts of the cell as far as is seen along a grid line from a node: to the end of the cover or the first
 * wall; else, towards a hidden node, to the edge of its shadow.
 */
function reachOf(
  { before }: GridWalls,
  node: number,
  side: number,
  column: number,
  row: number,
  neighbor: number,
  parts: number,
): number {
  const toWall = before[node * 4 + side]
  // rows and columns may differ by a rounding over a node right on the edge
  if (neighbor === OUTSIDE) return Math.min(PARTS - 1, parts, toWall)
  if (toWall < PARTS - 1) return toWall
  const stepX = side === EAST ? 1 / PARTS : side === WEST ? -1 / PARTS : 0
  const stepY = side === NORTH ? 1 / PARTS : side === SOUTH ? -1 / PARTS : 0
  let seen = 0
  let hidden = PARTS
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (seen + hidden) >> 1
    if (isHidden(column + middle * stepX, row + middle * stepY)) hidden = middle
    else seen = middle
  }
  return seen
}
