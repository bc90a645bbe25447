import type { Metres } from '../../model/units'
import type { WalkNetwork } from '../network/walk-network'

/** A place on an edge: metres from the node it comes from. */
export interface EdgePlace {
  readonly edge: number
  readonly along_m: Metres
}

/**
 * Short walks over streets, gates and crossings, to ask whether two places near each other hang together anyway. By
 * length alone, without profiles or delays.
 */
export class LocalWalks {
  private readonly network: WalkNetwork
  /** arcs of each node: first entry in `arcTo` and `arc_m` */
  private readonly arcStart: Int32Array
  private readonly arcTo: Int32Array
  private readonly arc_m: Float64Array
  private readonly reached = new Map<number, number>()

  constructor(network: WalkNetwork) {
    this.network = network
    const { nodeCount, nodeArrival, homeEdgeCount, edgeFrom, edgeTo, edgeLength_mm } = network
    const { portalCount, portalFrom, portalTo, turnCount, turnFrom, turnTo } = network
    this.arcStart = new Int32Array(nodeCount + 1)
    for (let e = 0; e < homeEdgeCount; e++) {
      this.arcStart[edgeFrom[e] + 1]++
      this.arcStart[edgeTo[e] + 1]++
    }
    for (let p = 0; p < portalCount; p++) this.arcStart[portalFrom[p] + 1]++
    for (let t = 0; t < turnCount; t++) this.arcStart[turnFrom[t] + 1]++
    for (let n = 0; n < nodeCount; n++) this.arcStart[n + 1] += this.arcStart[n]
    this.arcTo = new Int32Array(this.arcStart[nodeCount])
    this.arc_m = new Float64Array(this.arcTo.length)
    const next = this.arcStart.slice()
    const addArc = (from: number, to: number, length_m: number): void => {
      this.arcTo[next[from]] = to
      this.arc_m[next[from]++] = length_m
    }
    for (let e = 0; e < homeEdgeCount; e++) {
      addArc(edgeFrom[e], nodeArrival[edgeTo[e]], edgeLength_mm[e] / 1000)
      addArc(edgeTo[e], nodeArrival[edgeFrom[e]], edgeLength_mm[e] / 1000)
    }
    for (let p = 0; p < portalCount; p++) addArc(portalFrom[p], portalTo[p], 0)
    for (let t = 0; t < turnCount; t++) addArc(turnFrom[t], turnTo[t], 0)
  }

  /** Metres of the walk between two places; Infinity: none within the limit. */
  between(a: EdgePlace, b: EdgePlace, limit_m: Metres): Metres {
    const { nodeArrival, edgeFrom, edgeTo, edgeLength_mm } = this.network
    const direct = a.edge === b.edge ? Math.abs(a.along_m - b.along_m) : Infinity
    const rest = (place: EdgePlace): number => edgeLength_mm[place.edge] / 1000 - place.along_m
    const ends = [
      [edgeFrom[b.edge], b.along_m],
      [edgeTo[b.edge], rest(b)],
    ]
    let best = Math.min(direct, limit_m)
    const { reached } = this
    reached.clear()
    // few nodes lie within a short limit: the nearest open one is found by looking at all
    const open = new Map<number, number>()
    const offer = (node: number, cost: number): void => {
      if (cost > best || (reached.get(node) ?? Infinity) <= cost) return
      if (cost < (open.get(node) ?? Infinity)) open.set(node, cost)
    }
    offer(nodeArrival[edgeFrom[a.edge]], a.along_m)
    offer(nodeArrival[edgeTo[a.edge]], rest(a))
    while (open.size > 0) {
      let node = -1
      let cost = Infinity
      for (const [candidate, way] of open)
        if (way < cost) {
          node = candidate
          cost = way
        }
      open.delete(node)
      if (cost >= best) break
      reached.set(node, cost)
      for (const [end, way] of ends) if (end === node) best = Math.min(best, cost + way)
      for (let arc = this.arcStart[node]; arc < this.arcStart[node + 1]; arc++)
        offer(this.arcTo[arc], cost + this.arc_m[arc])
    }
    return best < limit_m || direct <= limit_m ? best : Infinity
  }
}
