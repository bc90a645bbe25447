import type { ReachedPieces } from '../../../src/engine/catchment/service-area'
import type { Walls } from '../../../src/engine/catchment/walls-on-grid'
import { SegmentGrid } from '../../../src/engine/geometry/segment-grid'
import type { Segment } from './service-area-truth'

/** [x1, y1, cost1, x2, y2, cost2] per piece */
export type Piece = readonly [number, number, number, number, number, number]

export function piecesOf(list: readonly Piece[]): ReachedPieces {
  return {
    count: list.length,
    xy: Float64Array.from(list.flatMap(([x1, y1, , x2, y2]) => [x1, y1, x2, y2])),
    cost: Float64Array.from(list.flatMap(([, , c1, , , c2]) => [c1, c2])),
  }
}

/** A street walked from its first point on, one metre costs one. */
export function street(start: number, ...points: readonly (readonly [number, number])[]): Piece[] {
  let cost = start
  return points.slice(1).map(([x2, y2], i) => {
    const [x1, y1] = points[i]
    const before = cost
    cost += Math.hypot(x2 - x1, y2 - y1)
    return [x1, y1, before, x2, y2, cost] as const
  })
}

/** Straight walls as the engine is given them. */
export function wallsOf(walls: readonly Segment[], isShore = false): Walls {
  const lines = {
    count: walls.length,
    start: Int32Array.from({ length: walls.length + 1 }, (_, i) => 2 * i),
    x: Float64Array.from(walls.flatMap(([ax, , bx]) => [ax, bx])),
    y: Float64Array.from(walls.flatMap(([, ay, , by]) => [ay, by])),
  }
  const shores = new Uint8Array(2 * walls.length).fill(isShore ? 1 : 0)
  return { lines, grid: new SegmentGrid(lines), isShore: shores }
}
