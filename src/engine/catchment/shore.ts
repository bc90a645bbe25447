import type { Metres } from '../../model/units'
import { CapsuleChords } from '../geometry/capsule-chords'
import type { Rings } from '../geometry/rings'
import { EAST, type Grid, keepClear, nodeFrom, nodeTo, NORTH, PARTS, SOUTH, toParts, WEST } from './grid'

/** Where water begins on the lines of a grid. */
export interface Shore {
  /** one bit per node, `words` 32-bit words per row: the node lies in the water */
  readonly water: Int32Array
  readonly words: number
  /**
   * how far it is from a node on land to the first shore along the grid line, in 1/256 of a cell; 255 also
   * where none comes before the next node. Four per node: east, north, west, south
   */
  readonly before: Uint8Array
}

/** A bit per node just east of where a row crosses the shores of one area an odd number of times. */
interface Turns {
  readonly bits: Int32Array
  readonly words: number
  /** the rows where there are any */
  first: number
  last: number
}

// kept between calls; see service-area.ts on re-entrance
let waterScratch = new Int32Array(0)
/** all 0 between calls */
let turnScratch = new Int32Array(0)
let beforeScratch = new Uint8Array(0)

/**
 * Lays water on the grid: every area even-odd in itself, all of them together. Rings are flat x,y in local
 * metres, closed or not. Water that lies between two neighboring nodes is missed.
 */
export function traceShore(grid: Grid, words: number, areas: readonly Rings[]): Shore {
  const nodes = grid.columns * grid.rows
  const size = words * grid.rows
  if (waterScratch.length < size) {
    waterScratch = new Int32Array(size)
    turnScratch = new Int32Array(size)
  }
  if (beforeScratch.length < nodes * 4) beforeScratch = new Uint8Array(nodes * 4)
  const water = waterScratch.subarray(0, size).fill(0)
  const before = beforeScratch.subarray(0, nodes * 4).fill(255)
  for (const rings of areas) {
    const turns = { bits: turnScratch, words, first: grid.rows, last: -1 }
    for (const ring of rings) traceRing(grid, ring, turns, before)
    fillTurns(turns, water)
  }
  return { water, words, before }
}

/** Water is where an odd number of shores lies to the west. Leaves the turns clear for the next area. */
function fillTurns({ bits, words, first, last }: Turns, water: Int32Array): void {
  for (let row = first; row <= last; row++) {
    // all bits of the parity that comes in from the west
    let parity = 0
    for (let word = row * words; word < (row + 1) * words; word++) {
      // every bit becomes the parity of itself and those before it
      let odd = bits[word]
      odd ^= odd << 1
      odd ^= odd << 2
      odd ^= odd << 4
      odd ^= odd << 8
      odd ^= odd << 16
      odd ^= parity
      parity = odd >> 31
      bits[word] = 0
      water[word] |= odd
    }
  }
}

function traceRing(grid: Grid, ring: Float64Array, turns: Turns, before: Uint8Array): void {
  const { x0, y0, cell_m } = grid
  const perMetre = 1 / cell_m
  let ax = (ring[ring.length - 2] - x0) * perMetre
  let ay = (ring[ring.length - 1] - y0) * perMetre
  for (let i = 0; i < ring.length; i += 2) {
    const bx = (ring[i] - x0) * perMetre
    const by = (ring[i + 1] - y0) * perMetre
    crossLines(grid, ax, ay, bx, by, turns, before)
    ax = bx
    ay = by
  }
}

/**
 * Notes where a straight piece, in cells of the grid, crosses grid lines: how far it is from the nodes to
 * either side, and, for an area, the turn between dry and wet.
 */
export function crossLines(
  grid: Grid,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  turns: Turns | null,
  before: Uint8Array,
): void {
  if (Math.max(ay, by) <= 0 || Math.min(ay, by) >= grid.rows || Math.min(ax, bx) >= grid.columns) return
  const isBesideWest = Math.max(ax, bx) <= 0
  // beyond the grid to the west a shore still decides what is water; elsewhere it is out of sight
  if (!isBesideWest || turns !== null) crossRows(grid, ax, ay, bx, by, turns, before)
  if (!isBesideWest) crossColumns(grid, ax, ay, bx, by, before)
}

function crossRows(
  { columns, rows }: Grid,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  turns: Turns | null,
  before: Uint8Array,
): void {
  const last = Math.min(rows - 1, Math.ceil(Math.max(ay, by)) - 1)
  for (let row = Math.max(0, Math.ceil(Math.min(ay, by))); row <= last; row++) {
    const x = ax + ((row - ay) / (by - ay)) * (bx - ax)
    const east = Math.max(0, Math.ceil(x))
    if (east >= columns) continue
    const node = row * columns + east
    if (turns !== null) {
      turns.bits[row * turns.words + (east >> 5)] ^= 1 << east
      if (row < turns.first) turns.first = row
      if (row > turns.last) turns.last = row
    }
    if (east > 0) lower(before, (node - 1) * 4 + EAST, keepClear(toParts(x - (east - 1))))
    lower(before, node * 4 + WEST, keepClear(toParts(east - x)))
  }
}

function crossColumns(
  { columns, rows }: Grid,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  before: Uint8Array,
): void {
  const last = Math.min(columns - 1, Math.ceil(Math.max(ax, bx)) - 1)
  for (let column = Math.max(0, Math.ceil(Math.min(ax, bx))); column <= last; column++) {
    const y = ay + ((column - ax) / (bx - ax)) * (by - ay)
    const north = Math.ceil(y)
    if (north < 0 || north > rows) continue
    const node = north * columns + column
    if (north > 0) lower(before, (node - columns) * 4 + NORTH, keepClear(toParts(y - (north - 1))))
    if (north < rows) lower(before, node * 4 + SOUTH, keepClear(toParts(north - y)))
  }
}

function lower(values: Uint8Array, at: number, value: number): void {
  if (value < values[at]) values[at] = value
}

/** Makes a disc of land around a place, whatever the water there. */
export function keepDisc(grid: Grid, shore: Shore, x: Metres, y: Metres, radius_m: Metres): void {
  const { x0, y0, cell_m, columns } = grid
  const { water, words, before } = shore
  const cx = (x - x0) / cell_m
  const cy = (y - y0) / cell_m
  const chords = new CapsuleChords()
  chords.set(cx, cy, cx, cy, radius_m / cell_m, 0)
  for (let row = chords.first; row <= chords.last; row++) {
    const from = toParts(chords.enterAt(row))
    const to = toParts(chords.leaveAt(row))
    const west = nodeFrom(from)
    const east = nodeTo(to)
    for (let column = west; column <= east; column++) {
      const node = row * columns + column
      const word = row * words + (column >> 5)
      // what was water gets its edges from the disc alone
      if (((water[word] >>> column) & 1) === 1) before.fill(0, node * 4, node * 4 + 4)
      water[word] &= ~(1 << column)
    }
    if (west > east) continue
    lift(before, (row * columns + west) * 4 + WEST, keepClear(west * PARTS - from))
    lift(before, (row * columns + east) * 4 + EAST, keepClear(to - east * PARTS))
  }
  chords.set(cy, cx, cy, cx, radius_m / cell_m, 0)
  for (let column = chords.first; column <= chords.last; column++) {
    const from = toParts(chords.enterAt(column))
    const to = toParts(chords.leaveAt(column))
    const south = nodeFrom(from)
    const north = nodeTo(to)
    if (south > north) continue
    lift(before, (south * columns + column) * 4 + SOUTH, keepClear(south * PARTS - from))
    lift(before, (north * columns + column) * 4 + NORTH, keepClear(to - north * PARTS))
  }
}

function lift(values: Uint8Array, at: number, value: number): void {
  if (value > values[at]) values[at] = value
}
