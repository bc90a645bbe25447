import type { Metres } from '../../model/units'
import { findCapsuleChords, wholeAbove, wholeBelow } from '../geometry/capsule-chords'
import type { CutPieces } from './cut-pieces'
import { EAST, type Grid, layGrid, NORTH, PARTS, SOUTH, toShare, WEST } from './grid'
import { keepDisc, type Shore, traceShore } from './shore'

/**
 * Which grid nodes the bands cover, and how far the cover goes on from each node along the four grid lines
 * that meet there. Exact on the grid lines: no interpolation.
 */
export interface BandField {
  readonly grid: Grid
  readonly bands: number
  /** 32-bit words per row in the bit rows; the last one is always 0 */
  readonly words: number
  /** one bit per node, `words` per row, `rows` per band: the band covers the node, wet or dry */
  readonly covered: Int32Array
  /** the same without the nodes in the water: the band holds the node */
  readonly inside: Int32Array
  /**
   * how far what the band adds covers the grid line beyond the node, in 1/256 of a cell; 0: nothing that
   * ends before the next node. `bands` layers of four per node: east, north, west, south
   */
  readonly beyond: Uint8Array
  /** null: no water */
  readonly shore: Shore | null
}

export interface FieldOptions {
  readonly cell_m: Metres
  readonly buffer_m: Metres
  /** flat rings in local metres, even-odd */
  readonly water: readonly Float64Array[]
  /** a place whose disc stays although it lies in the water; null: none */
  readonly keep: readonly [Metres, Metres] | null
}

// kept between calls; see service-area.ts on re-entrance
let coveredScratch = new Int32Array(0)
let insideScratch = new Int32Array(0)
let beyondScratch = new Uint8Array(0)
let enter = new Float64Array(0)
let leave = new Float64Array(0)

/** Covers a grid with everything within `buffer_m` of the cuts, and takes the water out. */
export function coverGrid(cuts: CutPieces, bands: number, options: FieldOptions): BandField {
  const { buffer_m, water, keep } = options
  const grid = layGrid(cuts, options.cell_m, buffer_m)
  const nodes = grid.columns * grid.rows
  const words = (grid.columns >> 5) + 2
  const lines = Math.max(grid.columns, grid.rows)
  if (coveredScratch.length < words * grid.rows * bands)
    coveredScratch = new Int32Array(words * grid.rows * bands)
  if (beyondScratch.length < nodes * 4 * bands) beyondScratch = new Uint8Array(nodes * 4 * bands)
  if (enter.length < lines) {
    enter = new Float64Array(lines)
    leave = new Float64Array(lines)
  }
  const covered = coveredScratch.subarray(0, words * grid.rows * bands).fill(0)
  const beyond = beyondScratch.subarray(0, nodes * 4 * bands).fill(0)
  coverCuts(cuts, grid, words, buffer_m, covered, beyond)
  // what a band covers, all larger ones cover
  const layer = words * grid.rows
  for (let i = layer; i < covered.length; i++) covered[i] |= covered[i - layer]
  if (water.length === 0) return { grid, bands, words, covered, inside: covered, beyond, shore: null }

  const shore = traceShore(grid, water)
  if (keep !== null) keepDisc(grid, shore, keep[0], keep[1], buffer_m)
  if (insideScratch.length < covered.length) insideScratch = new Int32Array(covered.length)
  const inside = insideScratch.subarray(0, covered.length)
  inside.set(covered)
  for (let row = 0, node = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++, node++)
      if (shore.isWater[node] === 1)
        for (let at = row * words + (column >> 5); at < inside.length; at += layer)
          inside[at] &= ~(1 << column)
  return { grid, bands, words, covered, inside, beyond, shore }
}

function coverCuts(
  { xy, band, count }: CutPieces,
  { x0, y0, cell_m, columns, rows }: Grid,
  words: number,
  buffer_m: Metres,
  covered: Int32Array,
  beyond: Uint8Array,
): void {
  const perMetre = 1 / cell_m
  const radius = buffer_m * perMetre
  for (let i = 0; i < count; i++) {
    const ax = (xy[4 * i] - x0) * perMetre
    const ay = (xy[4 * i + 1] - y0) * perMetre
    const bx = (xy[4 * i + 2] - x0) * perMetre
    const by = (xy[4 * i + 3] - y0) * perMetre
    const length2 = (bx - ax) * (bx - ax) + (by - ay) * (by - ay)
    const scale = length2 > 0 ? radius / Math.sqrt(length2) : 0
    const firstNode = band[i] * columns * rows

    const firstRow = wholeAbove(Math.min(ay, by) - radius)
    const lastRow = wholeBelow(Math.max(ay, by) + radius)
    findCapsuleChords(ax, ay, bx, by, radius, scale, firstRow, lastRow, enter, leave)
    coverRows(firstRow, lastRow, band[i] * rows * words, words, covered, firstNode, columns, beyond)

    const firstColumn = wholeAbove(Math.min(ax, bx) - radius)
    const lastColumn = wholeBelow(Math.max(ax, bx) + radius)
    findCapsuleChords(ay, ax, by, bx, radius, scale, firstColumn, lastColumn, enter, leave)
    extendColumns(firstColumn, lastColumn, firstNode, columns, beyond)
  }
}

/** Marks the nodes on the chords found, and how far the cover goes on to the east and west. */
function coverRows(
  first: number,
  last: number,
  firstWord: number,
  words: number,
  covered: Int32Array,
  firstNode: number,
  columns: number,
  beyond: Uint8Array,
): void {
  for (let row = first, i = 0; row <= last; row++, i++) {
    const from = enter[i]
    const to = leave[i]
    const west = wholeAbove(from)
    const east = wholeBelow(to)
    // a chord between two nodes covers none
    if (west > east) continue
    let word = firstWord + row * words + (west >> 5)
    const lastWord = firstWord + row * words + (east >> 5)
    let bits = -1 << west
    for (; word < lastWord; word++) {
      covered[word] |= bits
      bits = -1
    }
    covered[word] |= bits & (-1 >>> (31 - (east & 31)))
    const start = firstNode + row * columns
    raise(beyond, (start + west) * 4 + WEST, toShare(west - from))
    raise(beyond, (start + east) * 4 + EAST, toShare(to - east))
  }
}

/** How far the cover goes on to the north and south. */
function extendColumns(
  first: number,
  last: number,
  firstNode: number,
  columns: number,
  beyond: Uint8Array,
): void {
  for (let column = first, i = 0; column <= last; column++, i++) {
    const from = enter[i]
    const to = leave[i]
    const south = wholeAbove(from)
    const north = wholeBelow(to)
    if (south > north) continue
    const start = firstNode + column
    raise(beyond, (start + south * columns) * 4 + SOUTH, toShare(south - from))
    raise(beyond, (start + north * columns) * 4 + NORTH, toShare(to - north))
  }
}

/** The larger of both; without a branch, which no processor could foresee here. */
function raise(values: Uint8Array, at: number, value: number): void {
  const more = value - values[at]
  values[at] += more & ~(more >> 31)
}

/**
 * How far a band's cover goes from a node inside towards a neighbor outside, in 1/256 of a cell, 1–255.
 * `isCovered`: the neighbor is covered and outside only because it is wet. Grows or stays from band to band.
 */
export function measureBeyond(
  { beyond, bands, shore }: BandField,
  node: number,
  neighbor: number,
  side: number,
  band: number,
  isCovered: boolean,
): number {
  const layer = beyond.length / bands
  let parts = 1
  // over water the shore alone decides
  if (isCovered) parts = PARTS - 1
  else
    for (let k = 0, at = side; k <= band; k++, at += layer) {
      const more = beyond[at + node * 4] - parts
      parts += more & ~(more >> 31)
      // rows and columns differ by a rounding over a neighbor right on the edge: then it ends there
      if (beyond[at + neighbor * 4] > 0) parts = PARTS - 1
    }
  return shore === null ? parts : Math.min(parts, shore.before[node * 4 + side])
}
