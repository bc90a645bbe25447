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
/** cells some band's edge passes through, row by row: column and row of the lower left node */
let cells = new Int32Array(4096)
/** per column and band, the vertex on the cell's lower line; per band, the one on its left line */
let lowerOf = new Int32Array(0)
const leftOf = new Int32Array(255)
/** the vertices on the four sides of the cell at hand, counter-clockwise from the lower one */
const sides = new Int32Array(4)
/** vertices of the edges in the cell at hand */
const touched = new Int32Array(255 * 4)

/**
 * Edges in a cell by the corners inside: bits are lower left, lower right, upper left, upper right. Per
 * case the side where the edge starts and where it ends, twice for saddles. The last two cases are the
 * saddles 6 and 9 with both corners joined through the middle.
 */
const EDGES = Int8Array.from(
  [
    [0, 0, 0, 0],
    [0, 3, 0, 0],
    [1, 0, 0, 0],
    [1, 3, 0, 0],
    [3, 2, 0, 0],
    [0, 2, 0, 0],
    [1, 0, 3, 2],
    [1, 2, 0, 0],
    [2, 1, 0, 0],
    [0, 3, 2, 1],
    [2, 0, 0, 0],
    [2, 3, 0, 0],
    [3, 1, 0, 0],
    [0, 1, 0, 0],
    [3, 0, 0, 0],
    [0, 0, 0, 0],
    [1, 2, 3, 0],
    [0, 1, 2, 3],
  ].flat(),
)
const JOINED_6 = 16
const JOINED_9 = 17

/** Steps to the east and north by EAST, NORTH, WEST, SOUTH. */
const EASTWARD = Int8Array.of(1, 0, -1, 0)
const NORTHWARD = Int8Array.of(0, 1, 0, -1)

/**
 * Marching squares over all bands at once. Because a larger band goes at least as far along every grid line
 * as a smaller one, and saddles are decided by how far it goes along all four sides, the bands' edges nest
 * cell by cell. The result is reused by the next call.
 */
export function traceBands(field: BandField): ContourVertices {
  const count = findCells(field)
  // two new vertices per cell and band at most
  reserve(2 * count * field.bands)
  if (lowerOf.length < field.grid.columns * field.bands)
    lowerOf = new Int32Array(field.grid.columns * field.bands)
  vertices.count = 0
  for (let i = 0; i < count; i++) linkCell(field, cells[2 * i], cells[2 * i + 1])
  return vertices
}

/** Lists the cells whose corners are not all in or all out of some band; the answer is how many. */
function findCells({ grid, bands, words, inside }: BandField): number {
  const { columns, rows } = grid
  const layer = words * rows
  let count = 0
  for (let row = 0; row + 1 < rows; row++) {
    if (cells.length < 2 * (count + columns)) cells = grown(cells, new Int32Array(4 * (count + columns)))
    for (let word = 0; word + 1 < words; word++) {
      // one bit per cell, 32 at a time
      let mixed = 0
      for (let k = 0, at = row * words + word; k < bands; k++, at += layer) {
        const lower = inside[at]
        const upper = inside[at + words]
        const lowerEast = (lower >>> 1) | (inside[at + 1] << 31)
        const upperEast = (upper >>> 1) | (inside[at + words + 1] << 31)
        mixed |= (lower ^ upper) | (lower ^ lowerEast) | (upper ^ upperEast)
      }
      while (mixed !== 0) {
        const lowest = mixed & -mixed
        cells[2 * count] = word * 32 + 31 - Math.clz32(lowest)
        cells[2 * count + 1] = row
        count++
        mixed ^= lowest
      }
    }
  }
  return count
}

/** Two neighboring bits of a bit row, from `column` on. */
function readPair(bits: Int32Array, word: number, column: number): number {
  const shift = column & 31
  return shift < 31 ? (bits[word] >>> shift) & 3 : (bits[word] >>> 31) | ((bits[word + 1] & 1) << 1)
}

function linkCell(field: BandField, column: number, row: number): void {
  const { bands, words, inside, grid } = field
  const { next, beyond, fixed } = vertices
  const layer = words * grid.rows
  let word = row * words + (column >> 5)
  let touches = 0
  let isShared = true
  let firstCorners = 0
  for (let band = 0; band < bands; band++, word += layer) {
    const corners = readPair(inside, word, column) | (readPair(inside, word + words, column) << 2)
    if (corners === 0 || corners === 15) continue
    placeSides(field, column, row, corners, band)

    const isSaddle = corners === 6 || corners === 9
    let edges = 4 * corners
    // the corners inside a saddle are one piece when their cover takes more than half of the sides
    if (isSaddle && beyond[sides[0]] + beyond[sides[1]] + beyond[sides[2]] + beyond[sides[3]] > 2 * PARTS)
      edges = 4 * (corners === 6 ? JOINED_6 : JOINED_9)
    for (let i = isSaddle ? 2 : 0; i >= 0; i -= 2) {
      const from = sides[EDGES[edges + i]]
      const to = sides[EDGES[edges + i + 1]]
      next[from] = to
      touched[touches++] = from
      touched[touches++] = to
    }

    if (firstCorners === 0) firstCorners = corners
    if (
      isSaddle ||
      corners !== firstCorners ||
      beyond[touched[touches - 2]] !== beyond[touched[0]] ||
      beyond[touched[touches - 1]] !== beyond[touched[1]]
    )
      isShared = false
  }
  if (!isShared) for (let i = 0; i < touches; i++) fixed[touched[i]] = 1
}

/** Vertices on the lower and left side exist already; those on the right and upper side are made here. */
function placeSides(field: BandField, column: number, row: number, corners: number, band: number): void {
  const slot = column * field.bands + band
  sides[0] = lowerOf[slot]
  sides[3] = leftOf[band]
  const lowerRight = (corners >> 1) & 1
  const upperLeft = (corners >> 2) & 1
  const upperRight = corners >> 3
  if (lowerRight !== upperRight) {
    const way = upperRight === 1 ? SOUTH : NORTH
    sides[1] = addVertex(field, column + 1, row + upperRight, way, band)
    leftOf[band] = sides[1]
  }
  if (upperLeft !== upperRight) {
    const way = upperRight === 1 ? WEST : EAST
    sides[2] = addVertex(field, column + upperRight, row + 1, way, band)
    lowerOf[slot] = sides[2]
  }
}

/** The vertex on one side of the node inside at `column`, `row`. */
function addVertex(field: BandField, column: number, row: number, side: number, band: number): number {
  const { grid, covered, inside, words } = field
  const east = column + EASTWARD[side]
  const north = row + NORTHWARD[side]
  const word = (band * grid.rows + north) * words + (east >> 5)
  const isCovered = covered !== inside && ((covered[word] >>> (east & 31)) & 1) === 1
  const node = row * grid.columns + column
  const parts = measureBeyond(field, node, north * grid.columns + east, side, band, isCovered)
  const part = parts / PARTS
  const id = vertices.count++
  vertices.x[id] = grid.x0 + (column + EASTWARD[side] * part) * grid.cell_m
  vertices.y[id] = grid.y0 + (row + NORTHWARD[side] * part) * grid.cell_m
  vertices.beyond[id] = parts
  vertices.side[id] = side
  vertices.band[id] = band
  vertices.fixed[id] = 0
  return id
}

/** Room for `count` vertices; what was there is of no more use. */
function reserve(count: number): void {
  if (count <= vertices.x.length) return
  const room = Math.max(count, 16384)
  vertices.x = new Float64Array(room)
  vertices.y = new Float64Array(room)
  vertices.beyond = new Uint8Array(room)
  vertices.side = new Uint8Array(room)
  vertices.next = new Int32Array(room)
  vertices.band = new Uint8Array(room)
  vertices.fixed = new Uint8Array(room)
}

function grown(old: Int32Array<ArrayBuffer>, larger: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  larger.set(old)
  return larger
}
