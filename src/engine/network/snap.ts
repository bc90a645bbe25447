import type { Metres } from '../../model/units'
import { clampedFoot, crossingFraction, type Rings, squaredDistanceToSegment } from '../geometry/rings'
import { SegmentGrid } from '../geometry/segment-grid'
import { fractionAt } from './along-edge'
import type { BarrierIndex } from './barrier-index'
import type { BlockedSnap, Snap, SnapNetwork, SnapOptions } from './snap-types'

/** Things farther from any street than this are not connected, metres. */
export const MAX_SNAP_M = 150
/** Connected, but worth a look: the connector may cross a wall or water, metres. */
export const SUSPICIOUS_SNAP_M = 50
/** A part of the network shorter than this is an island: preferred only if nothing else is about as near. */
export const ISLAND_M = 1000
/** How much farther than the nearest street a connected one on the ground may be to be preferred, metres. */
export const SECOND_CHOICE_DETOUR_M = 30
/** Points in view this near to each other are equally near: they are worked out by way of the street, metres. */
const SAME_M = 1e-7
/** Before a barrier, streets within this are looked at first, metres. */
const FIRST_LOOK_M = 40

/**
 * Finds the street nearest to a point: cells around it, ring by ring, until what lies beyond cannot be
 * nearer. With barriers, the nearest point of a street that can be walked to straight.
 */
export class SnapIndex {
  private readonly network: SnapNetwork
  private readonly barriers: BarrierIndex | null
  private readonly grid: SegmentGrid
  /** edge of each vertex */
  private readonly edgeOf: Int32Array
  /** 1: the edge belongs to an island, or is off the ground: second choice. One per edge */
  private readonly isSecond: Uint8Array
  /** 1: the zone has a street of its own. One per zone */
  private readonly hasStreet: Uint8Array
  /** 1: nobody walks there any more; null: everywhere they do. One per edge */
  private isGone: Uint8Array | null = null

  /** `barriers`: what connectors must not cross; null: nothing. */
  constructor(network: SnapNetwork, barriers: BarrierIndex | null = null) {
    this.network = network
    this.barriers = barriers
    const { homeEdgeCount: count, shapeStart, shapeEnd, edgeFrom, nodeComponent, componentLength_m } = network
    this.grid = new SegmentGrid({
      count,
      start: shapeStart,
      end: shapeEnd,
      x: network.shapeX,
      y: network.shapeY,
    })
    this.edgeOf = new Int32Array(network.shapeX.length)
    this.isSecond = new Uint8Array(count)
    this.hasStreet = new Uint8Array(network.zoneIds.length)
    for (let e = 0; e < count; e++) {
      for (let v = shapeStart[e]; v < shapeEnd[e]; v++) this.edgeOf[v] = e
      const isIsland = componentLength_m[nodeComponent[edgeFrom[e]]] < ISLAND_M
      this.isSecond[e] = isIsland || network.edgeIsRaised[e] === 1 ? 1 : 0
      if (network.edgeZone[e] >= 0) this.hasStreet[network.edgeZone[e]] = 1
    }
  }

  /** The same without some edges. */
  without(edges: readonly number[]): SnapIndex {
    if (edges.length === 0) return this
    const other = Object.assign(Object.create(SnapIndex.prototype) as SnapIndex, this)
    other.isGone = this.isGone === null ? new Uint8Array(this.isSecond.length) : this.isGone.slice()
    for (const edge of edges) other.isGone[edge] = 1
    return other
  }

  /** Whether a compound has any street of its own. */
  hasStreets(zone: number): boolean {
    return this.hasStreet[zone] === 1
  }

  /**
   * The nearest point on a street, or null: none within `maxDistance_m`, or none that can be walked to
   * without crossing a barrier. Equal distances go to the lower edge. Unless plain, an island or a
   * bridge gives way to a connected street on the ground that is at most 30 m farther. In the plain form nothing stands in the way.
   */
  nearest(x: Metres, y: Metres, options: SnapOptions): Snap | null {
    return this.look(x, y, options).snap
  }

  /** The nearest point on a street, see `nearest`, and the nearer one that a barrier kept from being it. */
  look(x: Metres, y: Metres, options: SnapOptions): { snap: Snap | null; refused: BlockedSnap | null } {
    const vertex = this.findNearest(x, y, options)
    if (vertex < 0) return { snap: null, refused: null }
    const { shapeX, shapeY } = this.network
    const [ax, ay, bx, by] = [shapeX[vertex], shapeY[vertex], shapeX[vertex + 1], shapeY[vertex + 1]]
    const snap = this.makeSnap(vertex, clampedFoot(x, y, ax, ay, bx, by), x, y)
    // a barrier only lengthens ways: a nearest street that is free stays the nearest
    const kind =
      this.barriers === null || options.isPlain === true
        ? null
        : this.barriers.blockerBetween(x, y, snap.x, snap.y, options)
    if (kind === null) return { snap, refused: null }
    return { snap: this.findFree(x, y, options), refused: { distance_m: snap.distance_m, kind } }
  }

  /** The nearest street and the barrier before it; null: there is none within the distance, or it is free. */
  blockedNearest(x: Metres, y: Metres, options: SnapOptions): BlockedSnap | null {
    return this.look(x, y, options).refused
  }

  /** First vertex of the nearest piece, whatever stands before it; −1: none. */
  private findNearest(x: Metres, y: Metres, { maxDistance_m, zone, isPlain }: SnapOptions): number {
    const { grid, edgeOf, isSecond, isGone } = this
    const { shapeX, shapeY, edgeZone } = this.network
    const { cell_m, start, pieces, columnMask, rowMask, rowShift } = grid
    const { firstColumn, lastColumn, firstRow, lastRow } = grid
    const column0 = grid.cellOf(x)
    const row0 = grid.cellOf(y)
    const isAnyZone = zone === undefined
    let any = -1
    let main = -1
    let any2 = maxDistance_m * maxDistance_m
    let main2 = any2
    for (let ring = 0; ; ring++) {
      const south = row0 - ring
      const north = row0 + ring
      const east = Math.min(lastColumn, column0 + ring)
      for (let row = Math.max(firstRow, south); row <= Math.min(lastRow, north); row++) {
        // whole rows at the south and north, two cells of those between
        const isWhole = row === south || row === north
        const step = isWhole ? 1 : 2 * ring
        let column = column0 - ring
        if (column < firstColumn) column = isWhole ? firstColumn : column + step
        for (; column <= east; column += step) {
          const bucket = ((row & rowMask) << rowShift) | (column & columnMask)
          for (let i = start[bucket], end = start[bucket + 1]; i < end; i++) {
            const v = pieces[i]
            const ax = shapeX[v]
            const ay = shapeY[v]
            const dx = shapeX[v + 1] - ax
            const dy = shapeY[v + 1] - ay
            const length2 = dx * dx + dy * dy
            const t = length2 > 0 ? ((x - ax) * dx + (y - ay) * dy) / length2 : 0
            // an end is the vertex itself: streets that meet in it are equally near, to the bit
            const ex = (t <= 0 ? ax : t >= 1 ? shapeX[v + 1] : ax + t * dx) - x
            const ey = (t <= 0 ? ay : t >= 1 ? shapeY[v + 1] : ay + t * dy) - y
            const d2 = ex * ex + ey * ey
            if (d2 > main2) continue
            const edge = edgeOf[v]
            if (!isAnyZone && edgeZone[edge] !== zone) continue
            if (isGone !== null && isGone[edge] === 1) continue
            if (d2 < any2 || (d2 === any2 && (any < 0 || v < any))) {
              any2 = d2
              any = v
            }
            if (isSecond[edge] === 0 && (d2 < main2 || main < 0 || v < main)) {
              main2 = d2
              main = v
            }
          }
        }
      }
      // everything within this distance has been seen
      const seen = Math.min(
        x - (column0 - ring) * cell_m,
        (column0 + ring + 1) * cell_m - x,
        y - south * cell_m,
        (north + 1) * cell_m - y,
      )
      if (seen >= maxDistance_m) break
      if (any >= 0 && seen > 0) {
        const reach =
          isPlain === true ? any2 : Math.min(main2, (Math.sqrt(any2) + SECOND_CHOICE_DETOUR_M) ** 2)
        if (reach < seen * seen) break
      }
      if (
        column0 - ring <= firstColumn &&
        column0 + ring >= lastColumn &&
        south <= firstRow &&
        north >= lastRow
      )
        break
    }
    if (isPlain === true || main < 0) return any
    return Math.sqrt(main2) <= Math.sqrt(any2) + SECOND_CHOICE_DETOUR_M ? main : any
  }

  /** The nearest point of a street that can be walked to straight. */
  private findFree(x: Metres, y: Metres, options: SnapOptions): Snap | null {
    for (const reach_m of [Math.min(FIRST_LOOK_M, options.maxDistance_m), options.maxDistance_m]) {
      let any: FreePoint | null = null
      let main: FreePoint | null = null
      for (const { vertex, distance } of this.piecesAround(x, y, reach_m, options.zone)) {
        if (main !== null && distance > main.distance + SAME_M) break
        if (any !== null && distance > any.distance + SECOND_CHOICE_DETOUR_M) break
        const point = this.findFreePoint(x, y, vertex, reach_m, options)
        if (point === null) continue
        if (any === null || isBefore(point, any)) any = point
        const isMain = this.isSecond[this.edgeOf[vertex]] === 0
        if (isMain && (main === null || isBefore(point, main))) main = point
      }
      if (any === null) continue
      const isMainNear = main !== null && main.distance <= any.distance + SECOND_CHOICE_DETOUR_M
      // a connected street may still lie beyond this look
      if (!isMainNear && any.distance + SECOND_CHOICE_DETOUR_M > reach_m && reach_m < options.maxDistance_m)
        continue
      const { vertex, t } = main !== null && isMainNear ? main : any
      return this.makeSnap(vertex, t, x, y)
    }
    return null
  }

  private findFreePoint(
    x: Metres,
    y: Metres,
    vertex: number,
    reach_m: Metres,
    options: SnapOptions,
  ): FreePoint | null {
    if (this.barriers === null) return null
    const { shapeX, shapeY } = this.network
    const [ax, ay, bx, by] = [shapeX[vertex], shapeY[vertex], shapeX[vertex + 1], shapeY[vertex + 1]]
    const t = this.barriers.nearestFreePoint(x, y, ax, ay, bx, by, reach_m, options)
    return t < 0 ? null : { vertex, t, distance: Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y) }
  }

  /** Pieces of the zone within a distance, nearest first, equal ones by vertex. */
  private piecesAround(
    x: Metres,
    y: Metres,
    reach_m: Metres,
    zone: number | undefined,
  ): { vertex: number; distance: number }[] {
    const { shapeX, shapeY, edgeZone } = this.network
    const found: { vertex: number; distance: number }[] = []
    for (const v of this.grid.within(x - reach_m, y - reach_m, x + reach_m, y + reach_m)) {
      if (zone !== undefined && edgeZone[this.edgeOf[v]] !== zone) continue
      if (this.isGone?.[this.edgeOf[v]] === 1) continue
      const d2 = squaredDistanceToSegment(x, y, shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1])
      if (d2 <= reach_m * reach_m) found.push({ vertex: v, distance: Math.sqrt(d2) })
    }
    return found.sort((p, q) => p.distance - q.distance || p.vertex - q.vertex)
  }

  /** Every place where a street of the zone (−1 public, absent any) crosses the rings, in order of edge. */
  crossings(rings: Rings, zone?: number): Snap[] {
    const { shapeX, shapeY, edgeZone } = this.network
    const found: { readonly v: number; readonly snap: Snap }[] = []
    // side by side of the rings: around a lake there are many streets, and few at any one side
    for (const ring of rings)
      for (let r = 0; r + 3 < ring.length; r += 2) {
        const [x1, y1, x2, y2] = [ring[r], ring[r + 1], ring[r + 2], ring[r + 3]]
        this.grid.some(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), (v) => {
          if (zone !== undefined && edgeZone[this.edgeOf[v]] !== zone) return false
          if (this.isGone?.[this.edgeOf[v]] === 1) return false
          const [ax, ay, bx, by] = [shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1]]
          const t = crossingFraction(ax, ay, bx, by, x1, y1, x2, y2)
          if (t !== null) found.push({ v, snap: this.makeSnap(v, t, ax + t * (bx - ax), ay + t * (by - ay)) })
          return false
        })
      }
    found.sort((a, b) => a.snap.edge - b.snap.edge || a.snap.at - b.snap.at || a.v - b.v)
    const snaps = found.map(({ snap }) => snap)
    return snaps.filter(
      (snap, i) => i === 0 || snap.edge !== snaps[i - 1].edge || snap.at - snaps[i - 1].at > 1e-9,
    )
  }

  /** A place on the network at fraction `t` of a piece, for somebody at (x, y). */
  private makeSnap(vertex: number, t: number, x: Metres, y: Metres): Snap {
    const { shapeX, shapeY } = this.network
    const edge = this.edgeOf[vertex]
    const snapX = shapeX[vertex] + t * (shapeX[vertex + 1] - shapeX[vertex])
    const snapY = shapeY[vertex] + t * (shapeY[vertex + 1] - shapeY[vertex])
    return {
      edge,
      at: fractionAt(this.network, edge, vertex, t),
      distance_m: Math.hypot(snapX - x, snapY - y),
      x: snapX,
      y: snapY,
    }
  }
}

/** A point on a piece in view. */
interface FreePoint {
  readonly vertex: number
  readonly t: number
  readonly distance: number
}

/** Nearer, or of equally near ones the first. */
function isBefore(one: FreePoint, other: FreePoint): boolean {
  const farther_m = one.distance - other.distance
  return Math.abs(farther_m) > SAME_M ? farther_m < 0 : one.vertex < other.vertex
}
