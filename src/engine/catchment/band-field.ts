import type { Metres } from '../../model/units'
import { findCapsuleChords } from '../geometry/capsule-chords'
import type { CutPieces } from './cut-pieces'
import { EAST, type Grid, layGrid, NORTH, PARTS, SOUTH, toShare, WEST } from './grid'
import { keepDisc, type Shore, traceShore } from './shore'

/**
 * Which grid nodes the bands cover, and how far the cover goes on from each node along the four grid lines
 * that meet there. Exact on the grid lines: no interpolation.
 */
export interface BandField extends Grid {
  readonly bands: number
  /** smallest band that covers the node, water or not, one per node; `bands`: none */
  readonly covered: Uint8Array
  /** smallest band that holds the node: as `covered`, `bands` in the water */
  readonly level: Uint8Array
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
let coveredScratch = new Uint8Array(0)
let levelScratch = new Uint8Array(0)
let beyondScratch = new Uint8Array(0)
let enter = new Float64Array(0)
let leave = new Float64Array(0)

/** Covers a grid with everything within `buffer_m` of the cuts, and takes the water out. */
export function coverGrid(cuts: CutPieces, bands: number, options: FieldOptions): BandField {
  const { buffer_m, water, keep } = options
  const grid = layGrid(cuts, options.cell_m, buffer_m)
  const nodes = grid.columns * grid.rows
  const lines = Math.max(grid.columns, grid.rows)
  if (coveredScratch.length < nodes) coveredScratch = new Uint8Array(nodes)
  if (beyondScratch.length < nodes * 4 * bands) beyondScratch = new Uint8Array(nodes * 4 * bands)
  if (enter.length < lines) {
    enter = new Float64Array(lines)
    leave = new Float64Array(lines)
  }
  const covered = coveredScratch.subarray(0, nodes).fill(bands)
  const beyond = beyondScratch.subarray(0, nodes * 4 * bands).fill(0)
  coverCuts(cuts, bands, grid, buffer_m, covered, beyond)
  if (water.length === 0) return { ...grid, bands, covered, level: covered, beyond, shore: null }

  const shore = traceShore(grid, water)
  if (keep !== null) keepDisc(grid, shore, keep[0], keep[1], buffer_m)
  if (levelScratch.length < nodes) levelScratch = new Uint8Array(nodes)
  const level = levelScratch.subarray(0, nodes)
  for (let node = 0; node < nodes; node++) level[node] = shore.isWater[node] === 1 ? bands : covered[node]
  return { ...grid, bands, covered, level, beyond, shore }
}

function coverCuts(
  { xy, band, count }: CutPieces,
  bands: number,
  { x0, y0, cell_m, columns }: Grid,
  buffer_m: Metres,
  covered: Uint8Array,
  beyond: Uint8Array,
): void {
  const radius = buffer_m / cell_m
  // largest band first, so that smaller ones write over it
  for (let k = bands - 1; k >= 0; k--) {
    const layer = k * covered.length * 4
    for (let i = 0; i < count; i++) {
      if (band[i] !== k) continue
      const ax = (xy[4 * i] - x0) / cell_m
      const ay = (xy[4 * i + 1] - y0) / cell_m
      const bx = (xy[4 * i + 2] - x0) / cell_m
      const by = (xy[4 * i + 3] - y0) / cell_m

      const firstRow = Math.ceil(Math.min(ay, by) - radius)
      const lastRow = Math.floor(Math.max(ay, by) + radius)
      findCapsuleChords(ax, ay, bx, by, radius, firstRow, lastRow, enter, leave)
      coverRows(k, layer, firstRow, lastRow, columns, covered, beyond)

      const firstColumn = Math.ceil(Math.min(ax, bx) - radius)
      const lastColumn = Math.floor(Math.max(ax, bx) + radius)
      findCapsuleChords(ay, ax, by, bx, radius, firstColumn, lastColumn, enter, leave)
      extendColumns(layer, firstColumn, lastColumn, columns, beyond)
    }
  }
}

/** Marks the nodes on the chords found, and how far the cover goes on to the east and west. */
function coverRows(
  band: number,
  layer: number,
  first: number,
  last: number,
  columns: number,
  covered: Uint8Array,
  beyond: Uint8Array,
): void {
  for (let row = first, i = 0; row <= last; row++, i++) {
    const west = Math.ceil(enter[i])
    const east = Math.floor(leave[i])
    // a chord between two nodes covers none
    if (west > east) continue
    const start = row * columns
    for (let node = start + west; node <= start + east; node++) covered[node] = band
    const toWest = layer + (start + west) * 4 + WEST
    const toEast = layer + (start + east) * 4 + EAST
    const westShare = toShare(west - enter[i])
    const eastShare = toShare(leave[i] - east)
    if (westShare > beyond[toWest]) beyond[toWest] = westShare
    if (eastShare > beyond[toEast]) beyond[toEast] = eastShare
  }
}

/** How far the cover goes on to the north and south. */
function extendColumns(
  layer: number,
  first: number,
  last: number,
  columns: number,
  beyond: Uint8Array,
): void {
  for (let column = first, i = 0; column <= last; column++, i++) {
    const south = Math.ceil(enter[i])
    const north = Math.floor(leave[i])
    if (south > north) continue
    const toSouth = layer + (south * columns + column) * 4 + SOUTH
    const toNorth = layer + (north * columns + column) * 4 + NORTH
    const southShare = toShare(south - enter[i])
    const northShare = toShare(leave[i] - north)
    if (southShare > beyond[toSouth]) beyond[toSouth] = southShare
    if (northShare > beyond[toNorth]) beyond[toNorth] = northShare
  }
}

/**
 * How far a band's cover goes from a node inside towards the neighbor outside, in 1/256 of a cell, 1–255.
 * Grows or stays from band to band.
 */
export function measureBeyond(
  field: BandField,
  node: number,
  neighbor: number,
  side: number,
  band: number,
): number {
  const { covered, beyond, shore } = field
  const layer = covered.length * 4
  let parts = 1
  // the neighbor is covered but wet: the shore alone decides
  if (covered[neighbor] <= band) parts = PARTS - 1
  else
    for (let k = 0, at = node * 4 + side; k <= band; k++, at += layer)
      if (beyond[at] > parts) parts = beyond[at]
  return shore === null ? parts : Math.min(parts, shore.before[node * 4 + side])
}
