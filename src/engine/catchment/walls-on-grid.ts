import type { Polylines, SegmentGrid } from '../geometry/segment-grid'
import type { Grid } from './grid'
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

// kept between calls; see service-area.ts on re-entrance
let beforeScratch = new Uint8Array(0)
let stampOf = new Int32Array(0)
let stamp = 0
let foundScratch = new Int32Array(256)

/** Lays the walls on a grid; null: none comes near it. */
export function layWalls(grid: Grid, walls: Walls): GridWalls | null {
  const { x0, y0, cell_m, columns, rows } = grid
  const { x, y } = walls.lines
  const found = findWalls(walls, x0, y0, x0 + columns * cell_m, y0 + rows * cell_m)
  if (found.length === 0) return null
  const size = columns * rows * 4
  if (beforeScratch.length < size) beforeScratch = new Uint8Array(size)
  const before = beforeScratch.subarray(0, size).fill(255)
  const perMetre = 1 / cell_m
  for (const v of found) {
    const ax = (x[v] - x0) * perMetre
    const ay = (y[v] - y0) * perMetre
    crossLines(grid, ax, ay, (x[v + 1] - x0) * perMetre, (y[v + 1] - y0) * perMetre, null, before)
  }
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

/** First vertices of the walls whose cells meet a box, each once. The result is reused by the next call. */
export function findWalls(
  { lines, grid }: Walls,
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
): Int32Array {
  if (stampOf.length < lines.x.length || stamp > 0x7ffffff0) {
    stampOf = new Int32Array(lines.x.length)
    stamp = 0
  }
  stamp++
  let count = 0
  const west = Math.max(grid.firstColumn, grid.cellOf(minX))
  const east = Math.min(grid.lastColumn, grid.cellOf(maxX))
  const north = Math.min(grid.lastRow, grid.cellOf(maxY))
  for (let row = Math.max(grid.firstRow, grid.cellOf(minY)); row <= north; row++)
    for (let column = west; column <= east; column++) {
      const bucket = grid.bucketOf(column, row)
      for (let i = grid.start[bucket]; i < grid.start[bucket + 1]; i++) {
        const v = grid.pieces[i]
        if (stampOf[v] === stamp) continue
        stampOf[v] = stamp
        if (count === foundScratch.length) {
          const longer = new Int32Array(2 * count)
          longer.set(foundScratch)
          foundScratch = longer
        }
        foundScratch[count++] = v
      }
    }
  return foundScratch.subarray(0, count)
}
