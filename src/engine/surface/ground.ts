import type { Metres } from '../../model/units'
import { waterOf } from '../catchment/water-areas'
import type { Grid } from '../catchment/grid'
import { isHidden, lookFrom } from '../catchment/line-of-sight'
import { traceShore } from '../catchment/shore'
import { type GridWalls, isNearWall, layWalls } from '../catchment/walls-on-grid'
import { zoneAt } from '../network/compounds'
import { ISLAND_M, SECOND_CHOICE_DETOUR_M } from '../network/snap'
import type { PlaceContext } from '../places/place-context'

/** How far from a street the ground is told about, metres. */
export const NEAR_M = 40
/** About how many cells a grid has at most, and how small they are at least, metres. */
const MOST_CELLS = 400_000
const LEAST_CELL_M = 10

/**
 * The cells of a grid near a street, each with the place on the street where somebody who stands in its middle
 * starts to walk. Columns of one entry per such cell.
 */
export interface Ground {
  readonly grid: Grid
  /** index of the node of the grid: row × columns + column, from the south-west */
  readonly node: Int32Array
  readonly edge: Int32Array
  /** fraction along the edge, and the straight way there in metres */
  readonly at: Float64Array
  readonly way_m: Float64Array
  /** compound it lies in, −1 none */
  readonly zone: Int32Array
}

const known = new WeakMap<object, Ground>()

/** The ground of a network; laid when first asked for, the same for all networks that differ by gates only. */
export function groundOf(context: PlaceContext): Ground {
  const { frame } = context.network
  let ground = known.get(frame)
  if (ground === undefined) known.set(frame, (ground = layGround(context)))
  return ground
}

/**
 * Finds for each cell the nearest street it may start from: of its own compound, in view (no wall or far bank
 * between), within NEAR_M; one that hangs together and runs on the ground before an island or a bridge up to
 * 30 m nearer. Cells in the water have none. `wanted_m`: side of a cell; absent: by the extent.
 */
export function layGround(context: PlaceContext, wanted_m?: Metres): Ground {
  const { network, isPlain } = context
  const { homeEdgeCount, shapeStart, shapeEnd, shapeX, shapeY, edgeZone, edgeState } = network
  const box = boxOf(shapeX, shapeY)
  const cell_m = wanted_m ?? cellFor(box)
  const near_m = Math.max(NEAR_M, cell_m)
  const grid = gridAround(box, cell_m, near_m)
  const size = grid.columns * grid.rows
  const zone = markZones(context, grid)
  const isWet = isPlain ? () => false : markWater(context, grid, box, near_m)
  const walls = context.barriers === null || isPlain ? null : layWalls(grid, context.barriers)
  const bestScore = new Float64Array(size).fill(Infinity)
  const bestEdge = new Int32Array(size).fill(-1)
  const bestAt = new Float64Array(size)
  const bestWay = new Float64Array(size)
  for (let edge = 0; edge < homeEdgeCount; edge++) {
    // gone, or there in pieces
    if (edgeState !== null && edgeState[edge] !== 0) continue
    const penalty = isSecondChoice(context, edge) ? SECOND_CHOICE_DETOUR_M : 0
    let total = 0
    for (let v = shapeStart[edge]; v < shapeEnd[edge] - 1; v++)
      total += lengthOf(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
    let before = 0
    for (let v = shapeStart[edge]; v < shapeEnd[edge] - 1; v++) {
      const length = lengthOf(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
      const piece = pieceOf(grid, shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1], near_m)
      const sight = new Sight(walls, grid, piece)
      eachNode(grid, piece, (node, column, row, t, d) => {
        const score = d * cell_m + penalty
        if (score >= bestScore[node] || zone[node] !== edgeZone[edge]) return
        if (!sight.sees(column, row)) return
        bestScore[node] = score
        bestEdge[node] = edge
        bestAt[node] = total > 0 ? (before + t * length) / total : 0
        bestWay[node] = d * cell_m
      })
      before += length
    }
  }
  let count = 0
  for (let node = 0; node < size; node++) if (bestEdge[node] >= 0 && isWet(node)) bestEdge[node] = -1
  for (let node = 0; node < size; node++) if (bestEdge[node] >= 0) count++
  const ground = {
    grid,
    node: new Int32Array(count),
    edge: new Int32Array(count),
    at: new Float64Array(count),
    way_m: new Float64Array(count),
    zone: new Int32Array(count),
  }
  for (let node = 0, i = 0; node < size; node++) {
    if (bestEdge[node] < 0) continue
    ground.node[i] = node
    ground.edge[i] = bestEdge[node]
    ground.at[i] = bestAt[node]
    ground.way_m[i] = bestWay[node]
    ground.zone[i++] = zone[node]
  }
  return ground
}

function lengthOf(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy)
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number]

function boxOf(x: Float64Array, y: Float64Array): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let v = 0; v < x.length; v++) {
    minX = Math.min(minX, x[v])
    maxX = Math.max(maxX, x[v])
    minY = Math.min(minY, y[v])
    maxY = Math.max(maxY, y[v])
  }
  return minX <= maxX ? [minX, minY, maxX, maxY] : [0, 0, 0, 0]
}

/** Whole multiples of 5 m. */
function cellFor([minX, minY, maxX, maxY]: Box): Metres {
  const side = Math.sqrt(((maxX - minX) * (maxY - minY)) / MOST_CELLS)
  return Math.max(LEAST_CELL_M, Math.ceil(side / 5) * 5)
}

/** A free row and column of nodes around everything that is told about. */
function gridAround([minX, minY, maxX, maxY]: Box, cell_m: Metres, near_m: Metres): Grid {
  const first = (low: number): number => Math.floor((low - near_m) / cell_m) - 1
  const span = (low: number, high: number): number => Math.ceil((high + near_m) / cell_m) + 2 - first(low)
  return {
    x0: first(minX) * cell_m,
    y0: first(minY) * cell_m,
    cell_m,
    columns: span(minX, maxX),
    rows: span(minY, maxY),
  }
}

/** The compound that each node of the grid lies in. */
function markZones({ compounds, isPlain }: PlaceContext, grid: Grid): Int32Array {
  const { x0, y0, cell_m, columns, rows } = grid
  const zone = new Int32Array(columns * rows).fill(-1)
  if (isPlain) return zone
  for (const { bounds } of compounds) {
    const [minX, minY, maxX, maxY] = bounds
    const [west, east] = [Math.max(0, Math.ceil((minX - x0) / cell_m)), Math.floor((maxX - x0) / cell_m)]
    const [south, north] = [Math.max(0, Math.ceil((minY - y0) / cell_m)), Math.floor((maxY - y0) / cell_m)]
    for (let row = south; row <= Math.min(north, rows - 1); row++)
      for (let column = west; column <= Math.min(east, columns - 1); column++) {
        const node = row * columns + column
        if (zone[node] < 0) zone[node] = zoneAt(compounds, x0 + column * cell_m, y0 + row * cell_m)
      }
  }
  return zone
}

/** Answers whether a node of the grid lies in the water. */
function markWater(
  { network, project }: PlaceContext,
  grid: Grid,
  [minX, minY, maxX, maxY]: Box,
  near_m: Metres,
): (node: number) => boolean {
  const extent = { count: 1, xy: Float64Array.of(minX, minY, maxX, maxY), cost: new Float64Array(2) }
  const areas = waterOf(network, project.layers.barriers).near(extent, near_m)
  if (areas.length === 0) return () => false
  const words = (grid.columns >> 5) + 2
  const { water } = traceShore(grid, words, areas)
  return (node) => {
    const row = Math.floor(node / grid.columns)
    const column = node - row * grid.columns
    return ((water[row * words + (column >> 5)] >>> column) & 1) === 1
  }
}

/** Whether a street is an island, or off the ground. */
function isSecondChoice({ network, isPlain }: PlaceContext, edge: number): boolean {
  const { edgeFrom, nodeComponent, componentLength_m, edgeIsRaised } = network
  if (isPlain) return false
  return edgeIsRaised[edge] === 1 || componentLength_m[nodeComponent[edgeFrom[edge]]] < ISLAND_M
}

/** A straight piece of street with what is near it, in cells of the grid. */
interface Piece {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  readonly radius: number
  readonly scale: number
}

function pieceOf(
  { x0, y0, cell_m }: Grid,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  near_m: Metres,
): Piece {
  return {
    ax: (ax - x0) / cell_m,
    ay: (ay - y0) / cell_m,
    bx: (bx - x0) / cell_m,
    by: (by - y0) / cell_m,
    radius: near_m / cell_m,
    scale: 0,
  }
}

/** Tells each node near a piece: where along it is nearest, and how far, in cells. */
function eachNode(
  { columns }: Grid,
  { ax, ay, bx, by, radius }: Piece,
  tell: (node: number, column: number, row: number, t: number, d: number) => void,
): void {
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const north = Math.floor(Math.max(ay, by) + radius)
  const east = Math.floor(Math.max(ax, bx) + radius)
  for (let row = Math.ceil(Math.min(ay, by) - radius); row <= north; row++)
    for (let column = Math.ceil(Math.min(ax, bx) - radius); column <= east; column++) {
      let t = length2 > 0 ? ((column - ax) * dx + (row - ay) * dy) / length2 : 0
      t = t < 0 ? 0 : t > 1 ? 1 : t
      const ex = ax + t * dx - column
      const ey = ay + t * dy - row
      const d2 = ex * ex + ey * ey
      if (d2 <= radius * radius) tell(row * columns + column, column, row, t, Math.sqrt(d2))
    }
}

/** What is seen from a piece of street; walls are gathered when somebody first looks. */
class Sight {
  private readonly walls: GridWalls | null
  private readonly grid: Grid
  private readonly piece: Piece
  private state: 'unasked' | 'open' | 'walled' = 'unasked'

  constructor(walls: GridWalls | null, grid: Grid, piece: Piece) {
    this.walls = walls
    this.grid = grid
    this.piece = piece
  }

  sees(column: number, row: number): boolean {
    if (this.walls === null) return true
    if (this.state === 'unasked') {
      const { ax, ay, bx, by, radius } = this.piece
      const isNear = isNearWall(this.walls, this.grid, ax, ay, bx, by, radius)
      this.state = isNear && lookFrom(this.piece, this.grid, this.walls.walls) ? 'walled' : 'open'
    }
    return this.state === 'open' || !isHidden(column, row)
  }
}
