import type { SurfaceCells } from '../../model/surface'
import type { LocalFrame } from '../geometry/local-frame'
import { NEAR_M } from './ground'
import type { Field } from './measure-surface'

/** A field as a picture of cells: each as wide as the grid, its middle a node of the grid. */
export function drawCells({ ground, onGround }: Field, frame: LocalFrame): SurfaceCells {
  const { x0, y0, cell_m, columns, rows } = ground.grid
  const values = new Float32Array(columns * rows).fill(NaN)
  ground.node.forEach((node, i) => {
    const row = Math.floor(node / columns)
    // pictures begin in the north
    values[(rows - 1 - row) * columns + (node - row * columns)] = onGround[i]
  })
  return {
    west: frame.lon(x0 - cell_m / 2),
    south: frame.lat(y0 - cell_m / 2),
    east: frame.lon(x0 + (columns - 0.5) * cell_m),
    north: frame.lat(y0 + (rows - 0.5) * cell_m),
    columns,
    rows,
    cell_m,
    near_m: Math.max(NEAR_M, cell_m),
    values,
  }
}
