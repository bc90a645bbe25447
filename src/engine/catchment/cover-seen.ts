import { CapsuleChords } from '../geometry/capsule-chords'
import type { Polylines, SegmentGrid } from '../geometry/segment-grid'
import { EAST, type Grid, nodeFrom, nodeTo, NORTH, PARTS, raise, SOUTH, toParts, WEST } from './grid'
import { crossLines } from './shore'

/** Lines that hide what lies behind them, found by place. */
export interface Walls {
  readonly lines: Polylines
  readonly grid: SegmentGrid
  /** 1: the piece that begins at this vertex is the shore of an area of water. One per vertex */
  readonly isShore: Uint8Array
}

/** Walls on the lines of a grid. */
export interface GridWalls {
  readonly walls: Walls
  /**
   * how far it is from a node to the first wall along the grid line, in 1/256 of a cell; 255 also where none
   * comes before the next node. Four per node: east, north, west, south
   */
  readonly before: Uint8Array
  /** the same four as one number per node; −1: no wall beside this node */
  readonly beside: Int32Array
}

/** A reached piece with its buffer, in cells of the grid; see `CapsuleChords.set`. */
export interface Capsule {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  readonly radius: number
  readonly scale: number
}

/**
 * Seen from the end of a street a wall may stand right at it; one looks from this far back on the street,
 * metres, or from its middle.
 */
const STEP_BACK_M = 0.5

/** Halvings when looking for the edge of a shadow between two nodes: to 1/32 of a cell. */
const HALVINGS = 5

// what a window's node is
const OUTSIDE = 0
const SEEN = 1
const HIDDEN = 2

// kept between calls; see service-area.ts on re-entrance
let beforeScratch = new Uint8Array(0)
let stampOf = new Int32Array(0)
let stamp = 0
/** walls near the capsule at hand, in cells of the grid: x1, y1, x2, y2 */
let nearWalls = new Float64Array(4 * 64)
let nearIsShore = new Uint8Array(64)
let nearCount = 0
let windowStates = new Uint8Array(256)
const chords = new CapsuleChords()
const foot = { ax: 0, ay: 0, dx: 0, dy: 0, inverse: 0, first: 0, last: 0 }

/** Lays the walls on a grid; null: none comes near it. */
export function layWalls(grid: Grid, walls: Walls): GridWalls | null {
  const { x0, y0, cell_m, columns, rows } = grid
  const { x, y } = walls.lines
  const found = walls.grid.within(x0, y0, x0 + columns * cell_m, y0 + rows * cell_m)
  if (found.length === 0) return null
  const size = columns * rows * 4
  if (beforeScratch.length < size) beforeScratch = new Uint8Array(size)
  const before = beforeScratch.subarray(0, size).fill(255)
  const perMetre = 1 / cell_m
  for (const v of found)
    crossLines(
      grid,
      (x[v] - x0) * perMetre,
      (y[v] - y0) * perMetre,
      (x[v + 1] - x0) * perMetre,
      (y[v + 1] - y0) * perMetre,
      null,
      before,
    )
  return { walls, before, beside: new Int32Array(beforeScratch.buffer, 0, columns * rows) }
}

/** Whether a wall crosses a grid line near a piece and its buffer. */
export function isNearWall(
  { beside }: GridWalls,
  { columns }: Grid,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  radius: number,
): boolean {
  const west = Math.floor(Math.min(ax, bx) - radius)
  const east = Math.ceil(Math.max(ax, bx) + radius)
  const north = Math.ceil(Math.max(ay, by) + radius)
  for (let row = Math.floor(Math.min(ay, by) - radius); row <= north; row++)
    for (let node = row * columns + west, last = row * columns + east; node <= last; node++)
      if (beside[node] !== -1) return true
  return false
}

/**
 * Covers what can be seen of a capsule from its street: every node by the point of the piece nearest to it.
 * Writes as `coverGrid` does: one bit per node, and how far the cover goes on towards nodes outside, which
 * ends at the first wall.
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
): void {
  const { ax, ay, bx, by, radius, scale } = capsule
  const { columns } = grid
  aimFrom(capsule, grid.cell_m)
  gatherWalls(laid.walls, grid, capsule)

  // which nodes are seen, in a window with a free margin
  chords.set(ax, ay, bx, by, radius, scale)
  const { first, last } = chords
  const left = Math.floor(Math.min(ax, bx) - radius) - 1
  const wide = Math.ceil(Math.max(ax, bx) + radius) + 2 - left
  const high = last - first + 3
  if (windowStates.length < wide * high) windowStates = new Uint8Array(wide * high * 2)
  const states = windowStates.fill(OUTSIDE, 0, wide * high)
  for (let row = first; row <= last; row++) {
    const east = nodeTo(toParts(chords.leaveAt(row)))
    for (let column = nodeFrom(toParts(chords.enterAt(row))); column <= east; column++)
      states[(row - first + 1) * wide + column - left] = isHidden(column, row) ? HIDDEN : SEEN
  }

  // mark them, and how far their cover goes to the east and west
  for (let row = first; row <= last; row++) {
    const from = toParts(chords.enterAt(row))
    const to = toParts(chords.leaveAt(row))
    for (let column = nodeFrom(from), east = nodeTo(to); column <= east; column++) {
      const at = (row - first + 1) * wide + column - left
      if (states[at] !== SEEN) continue
      covered[firstWord + row * words + (column >> 5)] |= 1 << column
      const node = row * columns + column
      if (states[at - 1] !== SEEN) {
        const parts = states[at - 1] === HIDDEN ? PARTS - 1 : column * PARTS - from
        raise(beyond, (firstNode + node) * 4 + WEST, shorten(laid, node, WEST, column, row, parts))
      }
      if (states[at + 1] !== SEEN) {
        const parts = states[at + 1] === HIDDEN ? PARTS - 1 : to - column * PARTS
        raise(beyond, (firstNode + node) * 4 + EAST, shorten(laid, node, EAST, column, row, parts))
      }
    }
  }

  // the same to the north and south
  chords.set(ay, ax, by, bx, radius, scale)
  for (let column = chords.first; column <= chords.last; column++) {
    const from = toParts(chords.enterAt(column))
    const to = toParts(chords.leaveAt(column))
    for (let row = first; row <= last; row++) {
      const at = (row - first + 1) * wide + column - left
      if (states[at] !== SEEN) continue
      const node = row * columns + column
      if (states[at - wide] !== SEEN) {
        const parts = states[at - wide] === HIDDEN ? PARTS - 1 : Math.min(PARTS - 1, row * PARTS - from)
        raise(beyond, (firstNode + node) * 4 + SOUTH, shorten(laid, node, SOUTH, column, row, parts))
      }
      if (states[at + wide] !== SEEN) {
        const parts = states[at + wide] === HIDDEN ? PARTS - 1 : Math.min(PARTS - 1, to - row * PARTS)
        raise(beyond, (firstNode + node) * 4 + NORTH, shorten(laid, node, NORTH, column, row, parts))
      }
    }
  }
}

/** Parts of the cell as far as is seen along a grid line: to a wall on it, else to the edge of a shadow. */
function shorten(
  { before }: GridWalls,
  node: number,
  side: number,
  column: number,
  row: number,
  parts: number,
): number {
  const toWall = before[node * 4 + side]
  if (toWall < PARTS - 1) return Math.min(parts, toWall)
  const stepX = side === EAST ? 1 / PARTS : side === WEST ? -1 / PARTS : 0
  const stepY = side === NORTH ? 1 / PARTS : side === SOUTH ? -1 / PARTS : 0
  if (!isHidden(column + parts * stepX, row + parts * stepY)) return parts
  let seen = 0
  let hidden = parts
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (seen + hidden) >> 1
    if (isHidden(column + middle * stepX, row + middle * stepY)) hidden = middle
    else seen = middle
  }
  return seen
}

/** From now on one looks from this piece, a step back from its ends. */
function aimFrom({ ax, ay, bx, by }: Capsule, cell_m: number): void {
  foot.ax = ax
  foot.ay = ay
  foot.dx = bx - ax
  foot.dy = by - ay
  const length2 = foot.dx * foot.dx + foot.dy * foot.dy
  foot.inverse = length2 > 0 ? 1 / length2 : 0
  foot.first = length2 > 0 ? Math.min(0.5, STEP_BACK_M / cell_m / Math.sqrt(length2)) : 0
  foot.last = 1 - foot.first
}

/** Lists the walls within the box of a capsule, in cells of the grid, each once. */
function gatherWalls({ lines, grid: cells, isShore }: Walls, grid: Grid, capsule: Capsule): void {
  const { x, y } = lines
  const { x0, y0, cell_m } = grid
  const { ax, ay, bx, by, radius } = capsule
  if (stampOf.length < x.length || stamp > 0x7ffffff0) {
    stampOf = new Int32Array(x.length)
    stamp = 0
  }
  stamp++
  nearCount = 0
  const perMetre = 1 / cell_m
  const west = Math.max(cells.firstColumn, cells.cellOf(x0 + (Math.min(ax, bx) - radius) * cell_m))
  const east = Math.min(cells.lastColumn, cells.cellOf(x0 + (Math.max(ax, bx) + radius) * cell_m))
  const south = Math.max(cells.firstRow, cells.cellOf(y0 + (Math.min(ay, by) - radius) * cell_m))
  const north = Math.min(cells.lastRow, cells.cellOf(y0 + (Math.max(ay, by) + radius) * cell_m))
  for (let row = south; row <= north; row++)
    for (let column = west; column <= east; column++) {
      const bucket = cells.bucketOf(column, row)
      for (let i = cells.start[bucket]; i < cells.start[bucket + 1]; i++) {
        const v = cells.pieces[i]
        if (stampOf[v] === stamp) continue
        stampOf[v] = stamp
        if (nearCount === nearIsShore.length) growNear()
        const at = 4 * nearCount
        nearWalls[at] = (x[v] - x0) * perMetre
        nearWalls[at + 1] = (y[v] - y0) * perMetre
        nearWalls[at + 2] = (x[v + 1] - x0) * perMetre
        nearWalls[at + 3] = (y[v + 1] - y0) * perMetre
        nearIsShore[nearCount++] = isShore[v]
      }
    }
}

function growNear(): void {
  const walls = new Float64Array(nearWalls.length * 2)
  const shores = new Uint8Array(nearIsShore.length * 2)
  walls.set(nearWalls)
  shores.set(nearIsShore)
  nearWalls = walls
  nearIsShore = shores
}

/**
 * Whether a wall stands between a place, in cells of the grid, and the point of the piece nearest to it. A
 * shore hides nothing by itself, because a quay or bridge may be drawn in the water; two of them are a far bank.
 */
function isHidden(x: number, y: number): boolean {
  let t = ((x - foot.ax) * foot.dx + (y - foot.ay) * foot.dy) * foot.inverse
  t = t < foot.first ? foot.first : t > foot.last ? foot.last : t
  const fx = foot.ax + t * foot.dx
  const fy = foot.ay + t * foot.dy
  const dx = fx - x
  const dy = fy - y
  let shores = 0
  for (let i = 0; i < nearCount; i++) {
    const at = 4 * i
    const cx = nearWalls[at]
    const cy = nearWalls[at + 1]
    const ex = nearWalls[at + 2]
    const ey = nearWalls[at + 3]
    const c = dx * (cy - y) - dy * (cx - x)
    const e = dx * (ey - y) - dy * (ex - x)
    if (c > 0 === e > 0) continue
    const a = (ex - cx) * (y - cy) - (ey - cy) * (x - cx)
    const b = (ex - cx) * (fy - cy) - (ey - cy) * (fx - cx)
    if (a * b >= 0) continue
    if (nearIsShore[i] === 0) return true
    shores++
  }
  return shores > 1
}
