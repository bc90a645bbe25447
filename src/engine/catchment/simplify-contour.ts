import type { Metres } from '../../model/units'
import { EAST, NORTH, PARTS, SOUTH, WEST } from './grid'
import type { ContourVertices } from './trace-bands'

/**
 * Draws one ring with as few straight pieces as a corridor allows, `tolerance` to either side of the ring,
 * measured along the grid lines. Every piece passes through the same cells in the same order as the ring
 * did, and vertices marked `fixed` stay. So rings cannot cross, bands still nest, and edges that two bands
 * share stay shared.
 *
 * Where the ring crosses a grid line there is a window, as wide as the corridor and clear of the grid
 * nodes. From each point the view through one window after another is a cone that narrows; the next point
 * lies in the last window still in view, as near to the ring's own vertex as the view allows. On a bend
 * that is the outer side, which makes up for what the straight piece cuts off.
 *
 * `ring` lists `length` vertices in order, first not repeated; `flat` gets x,y; the answer is how many
 * points that are.
 */
export function simplifyContour(
  vertices: ContourVertices,
  ring: Int32Array,
  length: number,
  cell_m: Metres,
  tolerance: Metres,
  flat: Float64Array,
): number {
  const { x, y, beyond, side, fixed } = vertices
  const part_m = cell_m / PARTS
  // begin where the line is fixed anyway; a free ring begins at its first vertex, in every band the same
  let begin = 0
  while (begin < length && fixed[ring[begin]] === 0) begin++
  if (begin === length) begin = 0

  let fromX = x[ring[begin]]
  let fromY = y[ring[begin]]
  let count = 0
  let done = 0
  while (done < length) {
    flat[2 * count] = fromX
    flat[2 * count + 1] = fromY
    count++
    let toX = fromX
    let toY = fromY
    let leftX = 0
    let leftY = 0
    let rightX = 0
    let rightY = 0
    const first = done + 1
    for (let step = first; step <= length; step++) {
      const at = begin + step
      const vertex = ring[at < length ? at : at - length]
      const px = x[vertex] - fromX
      const py = y[vertex] - fromY
      if (step === length || fixed[vertex] === 1) {
        // no way round this vertex: it is in view, or the piece ends before it
        const isInView = rightX * py - rightY * px >= 0 && px * leftY - py * leftX >= 0
        if (step === first || isInView) {
          done = step
          toX = x[vertex]
          toY = y[vertex]
        }
        break
      }

      // the window stays one part clear of both nodes; the inside is to the left
      const inward = Math.min(tolerance, (beyond[vertex] - 1) * part_m)
      const outward = Math.min(tolerance, (PARTS - 1 - beyond[vertex]) * part_m)
      const way = side[vertex]
      const ux = way === EAST ? 1 : way === WEST ? -1 : 0
      const uy = way === NORTH ? 1 : way === SOUTH ? -1 : 0
      const windowLeftX = px - ux * inward
      const windowLeftY = py - uy * inward
      const windowRightX = px + ux * outward
      const windowRightY = py + uy * outward
      // a window seen from behind or edge-on lets nothing through
      const isFacing = windowRightX * windowLeftY - windowRightY * windowLeftX > 0
      if (step === first) {
        leftX = windowLeftX
        leftY = windowLeftY
        rightX = windowRightX
        rightY = windowRightY
      } else {
        if (!isFacing) break
        if (leftX * windowLeftY - leftY * windowLeftX < 0) {
          leftX = windowLeftX
          leftY = windowLeftY
        }
        if (rightX * windowRightY - rightY * windowRightX > 0) {
          rightX = windowRightX
          rightY = windowRightY
        }
        if (rightX * leftY - rightY * leftX < 0) break
      }

      done = step
      toX = x[vertex]
      toY = y[vertex]
      const isLeftOfView = px * leftY - py * leftX < 0
      const isRightOfView = rightX * py - rightY * px < 0
      if (isLeftOfView || isRightOfView) {
        // where the edge of the view meets the grid line, within the window
        const viewX = isLeftOfView ? leftX : rightX
        const viewY = isLeftOfView ? leftY : rightY
        if (ux === 0) toY = fromY + between((viewY / viewX) * px, windowLeftY, windowRightY)
        else toX = fromX + between((viewX / viewY) * py, windowLeftX, windowRightX)
      }
      if (!isFacing) break
    }
    fromX = toX
    fromY = toY
  }
  return count
}

/** The value itself, or the nearer end of the range; the ends come in any order. */
function between(value: number, a: number, b: number): number {
  const low = a < b ? a : b
  const high = a < b ? b : a
  return value < low ? low : value > high ? high : value
}
