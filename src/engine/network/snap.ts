import Flatbush from 'flatbush'

import type { Metres } from '../../model/units'
import { boundsOf, clampedFoot, crossingFraction, type Rings } from '../geometry/rings'
import type { WalkNetwork } from './walk-network'

/** Where something meets the network: a point on an edge, and the straight way there. */
export interface Snap {
  readonly edge: number
  /** fraction of the edge's length from its `from` node, 0–1 */
  readonly at: number
  /** straight connector, metres */
  readonly distance_m: Metres
  /** the point on the street, metres in the frame */
  readonly x: Metres
  readonly y: Metres
}

export interface SnapOptions {
  readonly maxDistance_m: Metres
  /** only edges of this zone; −1 public streets; absent: any street */
  readonly zone?: number
  /** true: take the very nearest street even if it is an island */
  readonly isPlain?: boolean
}

/** Things farther from any street than this are not connected, metres. */
export const MAX_SNAP_M = 150
/** Connected, but worth a look: the connector may cross a wall or water, metres. */
export const SUSPICIOUS_SNAP_M = 50

/** A part of the network shorter than this is an island: preferred only if nothing else is about as near. */
export const ISLAND_M = 1000
/** How much farther than the nearest street a connected one may be to be preferred over an island, metres. */
const ISLAND_DETOUR_M = 30

/** Finds the street nearest to a point: a packed tree over all straight pieces, boxes growing until sure. */
export class SnapIndex {
  private readonly network: WalkNetwork
  private readonly tree: Flatbush | null
  /** edge of each straight piece */
  private readonly pieceEdge: Int32Array
  /** first vertex of each straight piece */
  private readonly pieceVertex: Int32Array
  private readonly zonesWithStreets: ReadonlySet<number>

  constructor(network: WalkNetwork) {
    this.network = network
    const { homeEdgeCount, shapeStart, shapeX, shapeY } = network
    const count = homeEdgeCount === 0 ? 0 : shapeStart[homeEdgeCount] - homeEdgeCount
    this.pieceEdge = new Int32Array(count)
    this.pieceVertex = new Int32Array(count)
    this.tree = count === 0 ? null : new Flatbush(count)
    let piece = 0
    for (let e = 0; e < homeEdgeCount; e++) {
      for (let v = shapeStart[e]; v + 1 < shapeStart[e + 1]; v++) {
        this.pieceEdge[piece] = e
        this.pieceVertex[piece] = v
        piece++
        this.tree?.add(
          Math.min(shapeX[v], shapeX[v + 1]),
          Math.min(shapeY[v], shapeY[v + 1]),
          Math.max(shapeX[v], shapeX[v + 1]),
          Math.max(shapeY[v], shapeY[v + 1]),
        )
      }
    }
    this.tree?.finish()
    this.zonesWithStreets = new Set(network.edgeZone.subarray(0, homeEdgeCount))
  }

  /** Whether a zone has any street of its own. */
  hasStreets(zone: number): boolean {
    return this.zonesWithStreets.has(zone)
  }

  /**
   * The nearest point on a street, or null: none within `maxDistance_m`. Equal distances go to the lower
   * edge. Unless plain, an island gives way to a connected street that is at most 30 m farther.
   */
  nearest(x: Metres, y: Metres, options: SnapOptions): Snap | null {
    if (this.tree === null) return null
    const wanted = options.isPlain === true ? 0 : ISLAND_DETOUR_M
    let any: Candidate | null = null
    let main: Candidate | null = null
    for (let radius = 20; ; radius *= 2.5) {
      const reach = Math.min(radius, options.maxDistance_m)
      any = null
      main = null
      for (const piece of this.tree.search(x - reach, y - reach, x + reach, y + reach)) {
        const edge = this.pieceEdge[piece]
        if (options.zone !== undefined && this.network.edgeZone[edge] !== options.zone) continue
        const distance = this.distanceToPiece(piece, x, y)
        if (distance > reach) continue
        const isIsland =
          this.network.componentLength_m[this.network.nodeComponent[this.network.edgeFrom[edge]]] < ISLAND_M
        if (isNearer(distance, edge, any)) any = { piece, edge, distance }
        if (!isIsland && isNearer(distance, edge, main)) main = { piece, edge, distance }
      }
      const isSure = any !== null && any.distance + wanted <= reach
      if (isSure || reach >= options.maxDistance_m) break
    }
    if (any === null) return null
    const prefersMain =
      options.isPlain !== true && main !== null && main.distance <= any.distance + ISLAND_DETOUR_M
    const chosen = prefersMain && main !== null ? main : any
    return this.makeSnap(chosen.piece, x, y, chosen.distance)
  }

  /** Every place where a street of the zone (−1 public, absent any) crosses the rings, in order of edge. */
  crossings(rings: Rings, zone?: number): Snap[] {
    if (this.tree === null) return []
    const { shapeX, shapeY } = this.network
    const found: Snap[] = []
    for (const piece of this.tree.search(...boundsOf(rings))) {
      if (zone !== undefined && this.network.edgeZone[this.pieceEdge[piece]] !== zone) continue
      const v = this.pieceVertex[piece]
      for (const ring of rings) {
        for (let r = 0; r + 3 < ring.length; r += 2) {
          const t = crossingFraction(
            shapeX[v],
            shapeY[v],
            shapeX[v + 1],
            shapeY[v + 1],
            ring[r],
            ring[r + 1],
            ring[r + 2],
            ring[r + 3],
          )
          if (t === null) continue
          const x = shapeX[v] + t * (shapeX[v + 1] - shapeX[v])
          const y = shapeY[v] + t * (shapeY[v + 1] - shapeY[v])
          found.push(this.makeSnap(piece, x, y, 0))
        }
      }
    }
    found.sort((a, b) => a.edge - b.edge || a.at - b.at)
    return found.filter(
      (snap, i) => i === 0 || snap.edge !== found[i - 1].edge || snap.at - found[i - 1].at > 1e-9,
    )
  }

  private distanceToPiece(piece: number, x: number, y: number): number {
    const { shapeX, shapeY } = this.network
    const v = this.pieceVertex[piece]
    const t = clampedFoot(x, y, shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1])
    return Math.hypot(
      shapeX[v] + t * (shapeX[v + 1] - shapeX[v]) - x,
      shapeY[v] + t * (shapeY[v + 1] - shapeY[v]) - y,
    )
  }

  private makeSnap(piece: number, x: number, y: number, distance: number): Snap {
    const { shapeStart, shapeX, shapeY } = this.network
    const edge = this.pieceEdge[piece]
    const v = this.pieceVertex[piece]
    const t = clampedFoot(x, y, shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1])
    let before = 0
    let total = 0
    for (let i = shapeStart[edge]; i + 1 < shapeStart[edge + 1]; i++) {
      const length = Math.hypot(shapeX[i + 1] - shapeX[i], shapeY[i + 1] - shapeY[i])
      if (i < v) before += length
      if (i === v) before += t * length
      total += length
    }
    return {
      edge,
      at: total === 0 ? 0 : Math.min(1, before / total),
      distance_m: distance,
      x: shapeX[v] + t * (shapeX[v + 1] - shapeX[v]),
      y: shapeY[v] + t * (shapeY[v + 1] - shapeY[v]),
    }
  }
}

interface Candidate {
  readonly piece: number
  readonly edge: number
  readonly distance: number
}

function isNearer(distance: number, edge: number, than: Candidate | null): boolean {
  return than === null || distance < than.distance || (distance === than.distance && edge < than.edge)
}
