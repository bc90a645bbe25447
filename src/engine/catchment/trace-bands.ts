import { type BandField, measureBeyond } from './band-field'
import { EAST, NORTH, PARTS, SOUTH, WEST } from './grid'

/**
 * Where the bands' edges cross the grid lines, linked to rings. One entry per vertex; a ring is followed
 * through `next` with the inside on its left.
 */
export interface ContourVertices {
  count: number
  /** local metres */
  x: Float64Array
  y: Float64Array
  /** how far from the node inside along the grid line, in parts of a cell (see PARTS) */
  beyond: Uint8Array
  /** which way the line leaves the node inside: EAST, NORTH, WEST or SOUTH */
  side: Uint8Array
  /** following vertex of the ring */
  next: Int32Array
  band: Uint8Array
  /**
   * 1: a cell beside this vertex holds two edges that differ (a saddle, or two bands close together), so
   * simplification must leave it alone. 0: every band that passes here passes the same way.
   */
  fixed: Uint8Array
}

// kept between calls; see service-area.ts on re-entrance
const vertices: ContourVertices = {
  count: 0,
  x: new Float64Array(0),
  y: new Float64Array(0),
  beyond: new Uint8Array(0),
  side: new Uint8Array(0),
  next: new Int32Array(0),
  band: new Uint8Array(0),
  fixed: new Uint8Array(0),
}
/** per band and column, the vertex on the cell's bottom line; per band, the one on its left line */
let bottomOf = new Int32Array(0)
let leftOf = new Int32Array(0)
/** vertices of the edges in the cell at hand */
let touched = new Int32Array(0)

/** the vertices on the four sides of the cell at hand, counter-clockwise from the bottom */
const sides = new Int32Array(4)

/**
 * Edges in a cell by the corners inside (bit 0 bottom left, then counter-clockwise): side where the edge
 * starts and where it ends, twice for saddles. The last two rows are the saddles 5 and 10 with both
 * corners joined through the middle.
 */
const EDGES: readonly (readonly number[])[] = [
  [],
  [0, 3],
  [1, 0],
  [1, 3],
  [2, 1],
  [0, 3, 2, 1],
  [2, 0],
  [2, 3],
  [3, 2],
  [0, 2],
  [1, 0, 3, 2],
  [1, 2],
  [3, 1],
  [0, 1],
  [3, 0],
  [],
  [0, 1, 2, 3],
  [1, 2, 3, 0],
]

/**
 * Marching squares over all bands at once. Because a larger band goes at least as far along every grid line
 * as a smaller one, and saddles are decided by how far it goes along all four sides, the bands' edges nest
 * cell by cell. The result is reused by the next call.
 */
export function traceBands(field: BandField): ContourVertices {
  const { columns, rows, bands, level } = field
  if (bottomOf.length < columns * bands) bottomOf = new Int32Array(columns * bands)
  if (leftOf.length < bands) {
    leftOf = new Int32Array(bands)
    touched = new Int32Array(bands * 4)
  }
  vertices.count = 0

  for (let row = 0; row + 1 < rows; row++) {
    reserve(vertices.count + 2 * columns * bands)
    let node = row * columns
    let l0 = level[node]
    let l3 = level[node + columns]
    for (let column = 0; column + 1 < columns; column++, node++) {
      const l1 = level[node + 1]
      const l2 = level[node + columns + 1]
      if (l0 !== l1 || l1 !== l2 || l2 !== l3) traceCell(field, node, column, row, l0, l1, l2, l3)
      l0 = l1
      l3 = l2
    }
  }
  return vertices
}

function traceCell(
  field: BandField,
  node: number,
  column: number,
  row: number,
  l0: number,
  l1: number,
  l2: number,
  l3: number,
): void {
  const end = Math.max(l0, l1, l2, l3)
  let touches = 0
  let isShared = true
  let firstCorners = -1
  for (let band = Math.min(l0, l1, l2, l3); band < end; band++) {
    const corners = (l0 <= band ? 1 : 0) | (l1 <= band ? 2 : 0) | (l2 <= band ? 4 : 0) | (l3 <= band ? 8 : 0)
    placeSides(field, node, column, row, corners, band)
    const isSaddle = corners === 5 || corners === 10
    const edges = isSaddle && isJoined() ? EDGES[corners === 5 ? 16 : 17] : EDGES[corners]
    for (let i = 0; i < edges.length; i += 2) {
      vertices.next[sides[edges[i]]] = sides[edges[i + 1]]
      touched[touches++] = sides[edges[i]]
      touched[touches++] = sides[edges[i + 1]]
    }

    if (firstCorners < 0) firstCorners = corners
    const { beyond } = vertices
    if (
      isSaddle ||
      corners !== firstCorners ||
      beyond[touched[touches - 2]] !== beyond[touched[0]] ||
      beyond[touched[touches - 1]] !== beyond[touched[1]]
    )
      isShared = false
  }
  if (!isShared) for (let i = 0; i < touches; i++) vertices.fixed[touched[i]] = 1
}

/** Vertices on the lower and left side exist already; those on the right and above are made here. */
function placeSides(
  field: BandField,
  node: number,
  column: number,
  row: number,
  corners: number,
  band: number,
): void {
  const slot = column * field.bands + band
  const right = node + 1
  const above = node + field.columns
  const across = above + 1
  const isIn1 = (corners & 2) !== 0
  const isIn2 = (corners & 4) !== 0
  const isIn3 = (corners & 8) !== 0
  sides[0] = bottomOf[slot]
  sides[3] = leftOf[band]
  if (isIn1 !== isIn2) {
    sides[1] = isIn2
      ? addVertex(field, across, right, column + 1, row + 1, SOUTH, band)
      : addVertex(field, right, across, column + 1, row, NORTH, band)
    leftOf[band] = sides[1]
  }
  if (isIn3 !== isIn2) {
    sides[2] = isIn2
      ? addVertex(field, across, above, column + 1, row + 1, WEST, band)
      : addVertex(field, above, across, column, row + 1, EAST, band)
    bottomOf[slot] = sides[2]
  }
}

/** Whether the corners inside a saddle are one piece: when their cover takes more than half of the sides. */
function isJoined(): boolean {
  const { beyond } = vertices
  return beyond[sides[0]] + beyond[sides[1]] + beyond[sides[2]] + beyond[sides[3]] > 2 * PARTS
}

/** The vertex between two neighboring nodes; `column`, `row` are those of the node inside. */
function addVertex(
  field: BandField,
  inside: number,
  outside: number,
  column: number,
  row: number,
  side: number,
  band: number,
): number {
  const parts = measureBeyond(field, inside, outside, side, band)
  const part = parts / PARTS
  const id = vertices.count++
  const { x0, y0, cell_m } = field
  vertices.x[id] = x0 + (column + (side === EAST ? part : side === WEST ? -part : 0)) * cell_m
  vertices.y[id] = y0 + (row + (side === NORTH ? part : side === SOUTH ? -part : 0)) * cell_m
  vertices.beyond[id] = parts
  vertices.side[id] = side
  vertices.band[id] = band
  vertices.fixed[id] = 0
  return id
}

function reserve(count: number): void {
  if (count <= vertices.x.length) return
  const room = Math.max(count, vertices.x.length * 2, 16384)
  vertices.x = grown(vertices.x, new Float64Array(room))
  vertices.y = grown(vertices.y, new Float64Array(room))
  vertices.beyond = grown(vertices.beyond, new Uint8Array(room))
  vertices.side = grown(vertices.side, new Uint8Array(room))
  vertices.next = grown(vertices.next, new Int32Array(room))
  vertices.band = grown(vertices.band, new Uint8Array(room))
  vertices.fixed = grown(vertices.fixed, new Uint8Array(room))
}

function grown<A extends Float64Array | Int32Array | Uint8Array>(old: A, larger: A): A {
  larger.set(old)
  return larger
}
