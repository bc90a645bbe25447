import type { ReachedPieces } from '../../../src/engine/catchment/service-area'

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
