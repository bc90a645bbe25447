import type { Metres } from '../../model/units'
import { CapsuleChords } from '../geometry/capsule-chords'
import type { Rings } from '../geometry/rings'
import type { CutPieces } from './cut-pieces'
import { EAST, type Grid, layGrid, nodeFrom, nodeTo, NORTH, PARTS, raise, SOUTH, toParts, WEST } from './grid'
import { coverSeen } from './cover-seen'
import { type GridWalls, isNearWall, layWalls, type Walls } from './walls-on-grid'
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
  /** areas, even-odd each, local metres */
  readonly water: readonly Rings[]
  /** what hides the ground behind it; null: nothing */
  readonly walls: Walls | null
  /** a place, the last of the cuts, whose disc stays although water or walls would take it; null: none */
  readonly keep: readonly [Metres, Metres] | null
}

// kept between calls; see service-area.ts on re-entrance
let coveredScratch = new Int32Array(0)
let insideScratch = new Int32Array(0)
let beyondScratch = new Uint8Array(0)
const chords = new CapsuleChords()

/** Covers a grid with everything within `buffer_m` of the cuts, and takes the water out. */
export function coverGrid(cuts: CutPieces, bands: number, options: FieldOptions): BandField {
  const { buffer_m, water, walls, keep } = options
  const grid = layGrid(cuts, options.cell_m, buffer_m)
  const nodes = grid.columns * grid.rows
  const words = (grid.columns >> 5) + 2
  if (coveredScratch.length < words * grid.rows * bands)
    coveredScratch = new Int32Array(words * grid.rows * bands)
  if (beyondScratch.length < nodes * 4 * bands) beyondScratch = new Uint8Array(nodes * 4 * bands)
  const covered = coveredScratch.subarray(0, words * grid.rows * bands).fill(0)
  const beyond = beyondScratch.subarray(0, nodes * 4 * bands).fill(0)
  const laid = walls === null ? null : layWalls(grid, walls)
  coverCuts(cuts, grid, words, buffer_m, covered, beyond, laid, keep === null ? -1 : cuts.count - 1)
  // what a band covers, all larger ones cover
  const layer = words * grid.rows
  for (let i = layer; i < covered.length; i++) covered[i] |= covered[i - layer]
  if (water.length === 0) return { grid, bands, words, covered, inside: covered, beyond, shore: null }

  const shore = traceShore(grid, words, water)
  if (keep !== null) keepDisc(grid, shore, keep[0], keep[1], buffer_m)
  if (insideScratch.length < covered.length) insideScratch = new Int32Array(covered.length)
  const inside = insideScratch.subarray(0, covered.length)
  for (let i = 0; i < inside.length; i++) inside[i] = covered[i] & ~shore.water[i % layer]
  return { grid, bands, words, covered, inside, beyond, shore }
}

function coverCuts(
  { xy, band, count }: CutPieces,
  grid: Grid,
  words: number,
  buffer_m: Metres,
  covered: Int32Array,
  beyond: Uint8Array,
  walls: GridWalls | null,
  kept: number,
): void {
  const { x0, y0, cell_m, columns, rows } = grid
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

    if (walls !== null && i !== kept && isNearWall(walls, grid, ax, ay, bx, by, radius)) {
      const capsule = { ax, ay, bx, by, radius, scale }
      const firstWord = band[i] * rows * words
      if (coverSeen(walls, grid, capsule, firstWord, words, covered, firstNode, beyond)) continue
    }
    chords.set(ax, ay, bx, by, radius, scale)
    coverRows(band[i] * rows * words, words, covered, firstNode, columns, beyond)
    chords.set(ay, ax, by, bx, radius, scale)
    extendColumns(firstNode, columns, beyond)
  }
}

/** Marks the nodes on the rows' chords, and how far the cover goes on to the east and west. */
function coverRows(
  firstWord: number,
  words: number,
  covered: Int32Array,
  firstNode: number,
  columns: number,
  beyond: Uint8Array,
): void {
  const { first, last } = chords
  for (let row = first; row <= last; row++) {
    const from = toParts(chords.enterAt(row))
    const to = toParts(chords.leaveAt(row))
    const west = nodeFrom(from)
    const east = nodeTo(to)
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
    raise(beyond, (start + west) * 4 + WEST, west * PARTS - from)
    raise(beyond, (start + east) * 4 + EAST, to - east * PARTS)
  }
}

/** How far the cover goes on to the north and south, on the columns' chords. */
function extendColumns(firstNode: number, columns: number, beyond: Uint8Array): void {
  const { first, last } = chords
  for (let column = first; column <= last; column++) {
    const from = toParts(chords.enterAt(column))
    const to = toParts(chords.leaveAt(column))
    const south = nodeFrom(from)
    const north = nodeTo(to)
    if (south > north) continue
    const start = firstNode + column
    raise(beyond, (start + south * columns) * 4 + SOUTH, south * PARTS - from)
    raise(beyond, (start + north * columns) * 4 + NORTH, to - north * PARTS)
  }
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
