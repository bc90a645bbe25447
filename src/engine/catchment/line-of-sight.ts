import type { Grid } from './grid'
import { findWalls, type Walls } from './walls-on-grid'

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

// kept between calls; see service-area.ts on re-entrance
/** walls near the piece at hand, in cells of the grid: x1, y1, x2, y2 */
let nearWalls = new Float64Array(4 * 64)
let nearIsShore = new Uint8Array(64)
let nearCount = 0
const foot = { ax: 0, ay: 0, dx: 0, dy: 0, inverse: 0, first: 0, last: 0 }

/**
 * From now on one looks from this piece, a step back from its ends, past the walls in its buffer. False: there
 * are none, everything is in view.
 */
export function lookFrom(capsule: Capsule, grid: Grid, walls: Walls): boolean {
  const { ax, ay, bx, by } = capsule
  foot.ax = ax
  foot.ay = ay
  foot.dx = bx - ax
  foot.dy = by - ay
  const length2 = foot.dx * foot.dx + foot.dy * foot.dy
  foot.inverse = length2 > 0 ? 1 / length2 : 0
  foot.first = length2 > 0 ? Math.min(0.5, STEP_BACK_M / grid.cell_m / Math.sqrt(length2)) : 0
  foot.last = 1 - foot.first
  gatherWalls(walls, grid, capsule)
  return nearCount > 0
}

/** Lists the walls that come into the box along a capsule, in cells of the grid. */
function gatherWalls(walls: Walls, { x0, y0, cell_m }: Grid, { ax, ay, bx, by, radius }: Capsule): void {
  const { x, y } = walls.lines
  const perMetre = 1 / cell_m
  const minX = x0 + (Math.min(ax, bx) - radius) * cell_m
  const minY = y0 + (Math.min(ay, by) - radius) * cell_m
  const maxX = x0 + (Math.max(ax, bx) + radius) * cell_m
  const maxY = y0 + (Math.max(ay, by) + radius) * cell_m
  const found = findWalls(walls, minX, minY, maxX, maxY)
  if (nearIsShore.length < found.length) {
    nearWalls = new Float64Array(8 * found.length)
    nearIsShore = new Uint8Array(2 * found.length)
  }
  nearCount = 0
  const length = Math.sqrt(foot.dx * foot.dx + foot.dy * foot.dy)
  const ex = length > 0 ? foot.dx / length : 1
  const ey = length > 0 ? foot.dy / length : 0
  for (const v of found) {
    const x1 = (x[v] - x0) * perMetre
    const y1 = (y[v] - y0) * perMetre
    const x2 = (x[v + 1] - x0) * perMetre
    const y2 = (y[v + 1] - y0) * perMetre
    // along the piece and across it
    const u1 = (x1 - ax) * ex + (y1 - ay) * ey
    const u2 = (x2 - ax) * ex + (y2 - ay) * ey
    if (Math.max(u1, u2) < -radius || Math.min(u1, u2) > length + radius) continue
    const w1 = (y1 - ay) * ex - (x1 - ax) * ey
    const w2 = (y2 - ay) * ex - (x2 - ax) * ey
    if (Math.max(w1, w2) < -radius || Math.min(w1, w2) > radius) continue
    const at = 4 * nearCount
    nearWalls[at] = x1
    nearWalls[at + 1] = y1
    nearWalls[at + 2] = x2
    nearWalls[at + 3] = y2
    nearIsShore[nearCount++] = walls.isShore[v]
  }
}

/**
 * Whether a wall stands between a place, in cells of the grid, and the point of the piece nearest to it. A
 * shore hides nothing by itself, because a quay or bridge may be drawn in the water; two of them are a far bank.
 */
export function isHidden(x: number, y: number): boolean {
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
