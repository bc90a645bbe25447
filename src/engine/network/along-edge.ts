import type { Metres } from '../../model/units'
import type { WalkNetwork } from './walk-network'

/** The courses of edges, metres in the frame. */
export type EdgeShapes = Pick<WalkNetwork, 'shapeStart' | 'shapeEnd' | 'shapeX' | 'shapeY'>

/** The place at a fraction of an edge, metres of the frame. */
export function placeOnEdge(
  { shapeStart, shapeEnd, shapeX, shapeY }: EdgeShapes,
  edge: number,
  at: number,
): readonly [x: Metres, y: Metres] {
  const [first, last] = [shapeStart[edge], shapeEnd[edge] - 1]
  let left = at * lengthOf(shapeX, shapeY, first, last)
  for (let v = first; v < last; v++) {
    const piece = Math.hypot(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
    if (left <= piece && piece > 0) {
      const t = left / piece
      return [shapeX[v] + t * (shapeX[v + 1] - shapeX[v]), shapeY[v] + t * (shapeY[v + 1] - shapeY[v])]
    }
    left -= piece
  }
  return [shapeX[last], shapeY[last]]
}

/** The place of an edge nearest to a point: its fraction, and the square of how far it is, metres. */
export function nearestOnEdge(
  { shapeStart, shapeEnd, shapeX, shapeY }: EdgeShapes,
  edge: number,
  x: Metres,
  y: Metres,
): { at: number; d2: number } {
  const [first, last] = [shapeStart[edge], shapeEnd[edge] - 1]
  const total = lengthOf(shapeX, shapeY, first, last)
  let best = { along: 0, d2: Infinity }
  let before = 0
  for (let v = first; v < last; v++) {
    const [dx, dy] = [shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v]]
    const length = Math.hypot(dx, dy)
    const t =
      length === 0
        ? 0
        : Math.min(1, Math.max(0, ((x - shapeX[v]) * dx + (y - shapeY[v]) * dy) / (length * length)))
    const d2 = (shapeX[v] + t * dx - x) ** 2 + (shapeY[v] + t * dy - y) ** 2
    if (d2 < best.d2) best = { along: before + t * length, d2 }
    before += length
  }
  return { at: total === 0 ? 0 : Math.min(1, best.along / total), d2: best.d2 }
}

/** How far along an edge, as a fraction of its length in the frame, a place on one of its pieces is. */
export function fractionAt(
  { shapeStart, shapeEnd, shapeX, shapeY }: EdgeShapes,
  edge: number,
  vertex: number,
  t: number,
): number {
  let before = 0
  let total = 0
  for (let v = shapeStart[edge]; v + 1 < shapeEnd[edge]; v++) {
    const dx = shapeX[v + 1] - shapeX[v]
    const dy = shapeY[v + 1] - shapeY[v]
    const length = Math.sqrt(dx * dx + dy * dy)
    if (v < vertex) before += length
    else if (v === vertex) before += t * length
    total += length
  }
  return total === 0 ? 0 : Math.min(1, before / total)
}

function lengthOf(xs: Float64Array, ys: Float64Array, first: number, last: number): Metres {
  let total = 0
  for (let v = first; v < last; v++) total += Math.hypot(xs[v + 1] - xs[v], ys[v + 1] - ys[v])
  return total
}
