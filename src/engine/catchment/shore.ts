import type { Metres } from '../../model/units'
import { findCapsuleChords } from '../geometry/capsule-chords'
import { EAST, type Grid, NORTH, SOUTH, toShare, WEST } from './grid'

/** Where water begins on the lines of a grid. */
export interface Shore {
  /** 1: the node lies in the water */
  readonly isWater: Uint8Array
  /**
   * how far it is from a node on land to the first shore along the grid line, in 1/256 of a cell; 255 also
   * where none comes before the next node. Four per node: east, north, west, south
   */
  readonly before: Uint8Array
}

// kept between calls; see service-area.ts on re-entrance
let waterScratch = new Uint8Array(0)
let beforeScratch = new Uint8Array(0)

/**
 * Lays water on the grid. Rings are flat x,y in local metres, even-odd over all of them, closed or not.
 * Water that lies between two neighboring nodes is missed.
 */
export function traceShore(grid: Grid, rings: readonly Float64Array[]): Shore {
  const { columns, rows } = grid
  const nodes = columns * rows
  if (waterScratch.length < nodes) {
    waterScratch = new Uint8Array(nodes)
    beforeScratch = new Uint8Array(nodes * 4)
  }
  const isWater = waterScratch.subarray(0, nodes).fill(0)
  const before = beforeScratch.subarray(0, nodes * 4).fill(255)
  const shore = { isWater, before }
  for (const ring of rings) traceRing(grid, ring, shore)

  // so far the nodes just east of each crossing are marked: water is where an odd number lies to the west
  for (let row = 0, node = 0; row < rows; row++) {
    let parity = 0
    for (let column = 0; column < columns; column++, node++) isWater[node] = parity ^= isWater[node]
  }
  return shore
}

function traceRing(grid: Grid, ring: Float64Array, shore: Shore): void {
  const { x0, y0, cell_m, columns, rows } = grid
  let ax = (ring[ring.length - 2] - x0) / cell_m
  let ay = (ring[ring.length - 1] - y0) / cell_m
  for (let i = 0; i < ring.length; i += 2) {
    const bx = (ring[i] - x0) / cell_m
    const by = (ring[i + 1] - y0) / cell_m
    const isNear = Math.max(ay, by) > 0 && Math.min(ay, by) < rows && Math.min(ax, bx) < columns
    // beyond the grid to the west a shore still decides what is water; elsewhere it is out of sight
    if (isNear) {
      crossRows(grid, ax, ay, bx, by, shore)
      if (Math.max(ax, bx) > 0) crossColumns(grid, ax, ay, bx, by, shore)
    }
    ax = bx
    ay = by
  }
}

function crossRows(
  { columns, rows }: Grid,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  { isWater, before }: Shore,
): void {
  const last = Math.min(rows - 1, Math.ceil(Math.max(ay, by)) - 1)
  for (let row = Math.max(0, Math.ceil(Math.min(ay, by))); row <= last; row++) {
    const x = ax + ((row - ay) / (by - ay)) * (bx - ax)
    const east = Math.max(0, Math.ceil(x))
    if (east >= columns) continue
    const node = row * columns + east
    isWater[node] ^= 1
    if (east > 0) lower(before, (node - 1) * 4 + EAST, toShare(x - (east - 1)))
    lower(before, node * 4 + WEST, toShare(east - x))
  }
}

function crossColumns(
  { columns, rows }: Grid,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  { before }: Shore,
): void {
  const last = Math.min(columns - 1, Math.ceil(Math.max(ax, bx)) - 1)
  for (let column = Math.max(0, Math.ceil(Math.min(ax, bx))); column <= last; column++) {
    const y = ay + ((column - ax) / (bx - ax)) * (by - ay)
    const north = Math.ceil(y)
    if (north < 0 || north > rows) continue
    const node = north * columns + column
    if (north > 0) lower(before, (node - columns) * 4 + NORTH, toShare(y - (north - 1)))
    if (north < rows) lower(before, node * 4 + SOUTH, toShare(north - y))
  }
}

function lower(values: Uint8Array, at: number, value: number): void {
  if (value < values[at]) values[at] = value
}

/** Makes a disc of land around a place, whatever the water there. */
export function keepDisc(grid: Grid, shore: Shore, x: Metres, y: Metres, radius_m: Metres): void {
  const { x0, y0, cell_m, columns, rows } = grid
  const { isWater, before } = shore
  const cx = (x - x0) / cell_m
  const cy = (y - y0) / cell_m
  const radius = radius_m / cell_m
  const enter = new Float64Array(Math.ceil(2 * radius) + 1)
  const leave = new Float64Array(enter.length)

  const firstRow = Math.max(0, Math.ceil(cy - radius))
  const lastRow = Math.min(rows - 1, Math.floor(cy + radius))
  findCapsuleChords(cx, cy, cx, cy, radius, 0, firstRow, lastRow, enter, leave)
  for (let row = firstRow, i = 0; row <= lastRow; row++, i++) {
    const west = Math.ceil(enter[i])
    const east = Math.floor(leave[i])
    for (let column = west; column <= east; column++) {
      const node = row * columns + column
      // what was water gets its edges from the disc alone
      if (isWater[node] === 1) before.fill(0, node * 4, node * 4 + 4)
      isWater[node] = 0
    }
    if (west > east) continue
    lift(before, (row * columns + west) * 4 + WEST, toShare(west - enter[i]))
    lift(before, (row * columns + east) * 4 + EAST, toShare(leave[i] - east))
  }

  const firstColumn = Math.max(0, Math.ceil(cx - radius))
  const lastColumn = Math.min(columns - 1, Math.floor(cx + radius))
  findCapsuleChords(cy, cx, cy, cx, radius, 0, firstColumn, lastColumn, enter, leave)
  for (let column = firstColumn, i = 0; column <= lastColumn; column++, i++) {
    const south = Math.ceil(enter[i])
    const north = Math.floor(leave[i])
    if (south > north) continue
    lift(before, (south * columns + column) * 4 + SOUTH, toShare(south - enter[i]))
    lift(before, (north * columns + column) * 4 + NORTH, toShare(leave[i] - north))
  }
}

function lift(values: Uint8Array, at: number, value: number): void {
  if (value > values[at]) values[at] = value
}
