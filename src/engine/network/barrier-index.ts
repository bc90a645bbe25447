import type { Barrier } from '../../model/layers'
import type { Metres } from '../../model/units'
import type { LocalFrame } from '../geometry/local-frame'
import { isInside, type Rings, ringsOf, squaredDistanceToSegment } from '../geometry/rings'
import { type Polylines, SegmentGrid } from '../geometry/segment-grid'
import type { Compound } from './compounds'

/** What stands in the way: a barrier of its layer, or the edge of a gated compound. */
export type BarrierKind = NonNullable<Barrier['kind']> | 'compound'

/** One record whose lines nobody walks through. */
interface BarrierOwner {
  readonly kind: BarrierKind
  /** zone of a compound, −1 otherwise: its own people walk around its bends on the inside */
  readonly zone: number
  /** the area of water; null: a line, or an area that walls in what it holds */
  readonly water: Rings | null
  /** index into project.layers.barriers; absent: a compound */
  readonly record?: number
}

/** Where a straight line first crosses the lines of one record. */
export interface BarrierCrossing {
  readonly kind: BarrierKind
  /** compound, −1: a barrier of its layer */
  readonly zone: number
  /** index into project.layers.barriers, −1: a compound */
  readonly record: number
  /** fraction of the line */
  readonly at: number
}

/** Who walks, and how near an end a barrier does not count. */
export interface WalkerOptions {
  /** compound whose own edge does not count; −1 or absent: none */
  readonly zone?: number
  /** barriers this near the end of the line do not count: it ends in a gate, metres */
  readonly endSlack_m?: Metres
}

/**
 * A place drawn on a wall, or a street drawn along it, stands as near as this: which side is meant cannot be
 * told from the drawing, so such a piece of wall does not count, metres.
 */
const ON_BARRIER_M = 0.5

/** How far beside the end of a wall a walk passes it, metres. */
const PASSING_M = 0.2

/**
 * Walls, fences, water, railways, expressways and the edges of compounds, asked whether a straight way
 * crosses one. Streets are never asked: they pass where they pass. Immutable.
 */
export class BarrierIndex {
  readonly lines: Polylines
  readonly grid: SegmentGrid
  /** 1: the piece that begins here is the shore of an area of water. One per vertex */
  readonly isShore: Uint8Array
  private readonly owners: readonly BarrierOwner[]
  /** owner of each vertex's piece */
  private readonly ownerOf: Int32Array

  constructor(lines: Polylines, ownerOfLine: Int32Array, owners: readonly BarrierOwner[]) {
    this.lines = lines
    this.owners = owners
    this.grid = new SegmentGrid(lines)
    this.ownerOf = new Int32Array(lines.x.length)
    for (let line = 0; line < lines.count; line++)
      this.ownerOf.fill(ownerOfLine[line], lines.start[line], lines.start[line + 1])
    this.isShore = Uint8Array.from(this.ownerOf, (owner) => (owners[owner].water === null ? 0 : 1))
  }

  /**
   * The kind of a barrier that the straight way from a place to a point of the network crosses, the one
   * nearest to the place; null: the way is free. Pieces within half a metre of either end do not count, nor
   * does water the place itself lies in: whoever stands there has to leave it.
   */
  blockerBetween(
    fromX: Metres,
    fromY: Metres,
    toX: Metres,
    toY: Metres,
    walker: WalkerOptions = {},
  ): BarrierKind | null {
    const owner = this.findCrossing(fromX, fromY, toX, toY, walker, false)
    return owner < 0 ? null : this.owners[owner].kind
  }

  /** Every record that a straight line crosses, each where it is crossed first, in order along the line. */
  crossingsBetween(fromX: Metres, fromY: Metres, toX: Metres, toY: Metres): BarrierCrossing[] {
    const { x, y } = this.lines
    const first = new Map<number, number>()
    for (const v of this.grid.within(
      Math.min(fromX, toX),
      Math.min(fromY, toY),
      Math.max(fromX, toX),
      Math.max(fromY, toY),
    )) {
      const at = crossingOf(fromX, fromY, toX, toY, x[v], y[v], x[v + 1], y[v + 1])
      if (at >= 0 && at < (first.get(this.ownerOf[v]) ?? Infinity)) first.set(this.ownerOf[v], at)
    }
    return [...first]
      .sort(([ownerA, a], [ownerB, b]) => a - b || ownerA - ownerB)
      .map(([owner, at]) => {
        const { kind, zone, record = -1 } = this.owners[owner]
        return { kind, zone, record, at }
      })
  }

  /** Whether nothing stands between a place and a point of the network. See `blockerBetween`. */
  isFree(fromX: Metres, fromY: Metres, toX: Metres, toY: Metres, walker: WalkerOptions = {}): boolean {
    return this.findCrossing(fromX, fromY, toX, toY, walker, true) < 0
  }

  /**
   * Where on the straight piece a–b the point nearest to (x, y) lies that can be walked to straight, as a
   * fraction; −1: none within `reach_m`. Behind the end of a wall that is the first point in view.
   */
  nearestFreePoint(
    x: Metres,
    y: Metres,
    ax: Metres,
    ay: Metres,
    bx: Metres,
    by: Metres,
    reach_m: Metres,
    walker: WalkerOptions,
  ): number {
    const dx = bx - ax
    const dy = by - ay
    const length = Math.sqrt(dx * dx + dy * dy)
    if (length === 0) return this.isFree(x, y, ax, ay, walker) ? 0 : -1
    // u along the piece, w across, from the place; the piece lies at w = height
    const ex = dx / length
    const ey = dy / length
    const begin = (ax - x) * ex + (ay - y) * ey
    let side = 1
    let height = (ay - y) * ex - (ax - x) * ey
    if (height < 0) {
      side = -1
      height = -height
    }
    const half = Math.sqrt(Math.max(0, reach_m * reach_m - height * height))
    const low = Math.max(begin, -half)
    const high = Math.min(begin + length, half)
    if (low > high || height > reach_m) return -1

    // what is in view begins and ends beside an end of a wall, or where a wall crosses the piece
    const foot = Math.min(high, Math.max(low, 0))
    const places = [foot, low, high]
    const addPlace = (u: number): void => {
      for (const place of [u - PASSING_M, u + PASSING_M, u - 2 * ON_BARRIER_M, u + 2 * ON_BARRIER_M])
        if (place > low && place < high) places.push(place)
    }
    const { x: wallX, y: wallY } = this.lines
    const endX = [ax + (low - begin) * ex, ax + (high - begin) * ex]
    const endY = [ay + (low - begin) * ey, ay + (high - begin) * ey]
    for (const v of this.grid.within(
      Math.min(x, ...endX),
      Math.min(y, ...endY),
      Math.max(x, ...endX),
      Math.max(y, ...endY),
    )) {
      const u1 = (wallX[v] - x) * ex + (wallY[v] - y) * ey
      const w1 = ((wallY[v] - y) * ex - (wallX[v] - x) * ey) * side
      const u2 = (wallX[v + 1] - x) * ex + (wallY[v + 1] - y) * ey
      const w2 = ((wallY[v + 1] - y) * ex - (wallX[v + 1] - x) * ey) * side
      if (w1 > 0 && w1 <= height) addPlace((u1 * height) / w1)
      if (w2 > 0 && w2 <= height) addPlace((u2 * height) / w2)
      if (w1 > height !== w2 > height) addPlace(u1 + ((height - w1) / (w2 - w1)) * (u2 - u1))
    }
    places.sort((p, q) => Math.abs(p) - Math.abs(q) || p - q)
    for (const place of places) {
      const t = Math.min(1, Math.max(0, (place - begin) / length))
      if (this.isFree(x, y, ax + t * dx, ay + t * dy, walker)) return t
    }
    return -1
  }

  /** Owner of the first piece crossed on the way, or of any; −1: none. */
  private findCrossing(
    fromX: Metres,
    fromY: Metres,
    toX: Metres,
    toY: Metres,
    walker: WalkerOptions,
    isAnyEnough: boolean,
  ): number {
    const { grid } = this
    const { x, y } = this.lines
    const endSlack_m = walker.endSlack_m ?? ON_BARRIER_M
    const zone = walker.zone ?? -1
    const west = Math.max(grid.firstColumn, grid.cellOf(Math.min(fromX, toX)))
    const east = Math.min(grid.lastColumn, grid.cellOf(Math.max(fromX, toX)))
    const south = Math.max(grid.firstRow, grid.cellOf(Math.min(fromY, toY)))
    const north = Math.min(grid.lastRow, grid.cellOf(Math.max(fromY, toY)))
    let nearest = Infinity
    let owner = -1
    for (let row = south; row <= north; row++)
      for (let column = west; column <= east; column++) {
        const bucket = grid.bucketOf(column, row)
        for (let i = grid.start[bucket]; i < grid.start[bucket + 1]; i++) {
          const v = grid.pieces[i]
          const at = crossingOf(fromX, fromY, toX, toY, x[v], y[v], x[v + 1], y[v + 1])
          if (at < 0 || at > nearest || (at === nearest && this.ownerOf[v] >= owner)) continue
          const { zone: ownZone, water } = this.owners[this.ownerOf[v]]
          if (zone >= 0 && ownZone === zone) continue
          if (squaredDistanceToSegment(fromX, fromY, x[v], y[v], x[v + 1], y[v + 1]) <= ON_BARRIER_M ** 2)
            continue
          if (squaredDistanceToSegment(toX, toY, x[v], y[v], x[v + 1], y[v + 1]) <= endSlack_m ** 2) continue
          if (water !== null && isInside(water, fromX, fromY)) continue
          nearest = at
          owner = this.ownerOf[v]
          if (isAnyEnough) return owner
        }
      }
    return owner
  }
}

/**
 * The index over a project's barriers and the edges of its compounds; null: there are none, and nothing
 * needs asking.
 */
export function indexBarriers(
  barriers: readonly Barrier[],
  compounds: readonly Compound[],
  frame: LocalFrame,
): BarrierIndex | null {
  const owners: BarrierOwner[] = []
  const lines: Float64Array[] = []
  const ownerOfLine: number[] = []
  const addOwner = (owner: BarrierOwner, drawn: readonly Float64Array[]): void => {
    for (const line of drawn) {
      if (line.length < 4) continue
      lines.push(line)
      ownerOfLine.push(owners.length)
    }
    owners.push(owner)
  }
  barriers.forEach(({ kind, geometry }, record) => {
    if (kind === undefined) return
    const rings = ringsOf(geometry, frame)
    if (geometry.type === 'LineString') {
      const line = new Float64Array(geometry.coordinates.length * 2)
      geometry.coordinates.forEach(([lon, lat], i) => {
        line[2 * i] = frame.x(lon)
        line[2 * i + 1] = frame.y(lat)
      })
      addOwner({ kind, zone: -1, water: null, record }, [line])
    } else addOwner({ kind, zone: -1, water: kind === 'water' ? rings : null, record }, rings)
  })
  for (const { zone, rings } of compounds) addOwner({ kind: 'compound', zone, water: null }, rings)
  if (lines.length === 0) return null

  const start = new Int32Array(lines.length + 1)
  lines.forEach((line, i) => (start[i + 1] = start[i] + line.length / 2))
  const x = new Float64Array(start[lines.length])
  const y = new Float64Array(start[lines.length])
  lines.forEach((line, i) => {
    for (let v = 0; v < line.length / 2; v++) {
      x[start[i] + v] = line[2 * v]
      y[start[i] + v] = line[2 * v + 1]
    }
  })
  return new BarrierIndex({ count: lines.length, start, x, y }, Int32Array.from(ownerOfLine), owners)
}

/**
 * How far along a–b it crosses c–d, as a fraction; −1: nowhere. An end of c–d on a–b is a crossing, so that
 * nobody slips through where two pieces of a wall meet; a–b along c–d is none.
 */
function crossingOf(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number {
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
  if ((c > 0 && d > 0) || (c < 0 && d < 0) || c === d) return -1
  const share = c / (c - d)
  const px = cx + share * (dx - cx)
  const py = cy + share * (dy - cy)
  const length2 = (bx - ax) * (bx - ax) + (by - ay) * (by - ay)
  const at = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length2
  return at >= 0 && at <= 1 ? at : -1
}
