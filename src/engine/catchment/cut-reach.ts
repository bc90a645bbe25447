import type { AccessPoint } from '../places/access-point'
import { type BoundedSearch, UNREACHED } from './bounded-search'
import type { ReachedPieces } from './service-area'

/**
 * Everything a finished search walked, cut exactly at its limit: along an edge the cost is
 * t(x) = min(a + x, b + C − x), with a and b the costs at its ends and C its own; two frontiers may end
 * inside one edge and leave a hole between them. The edges the walk starts on are cut at the start as well.
 * Pieces are straight, in metres of the network's frame; costs are those of the search (mm or ms).
 */
export function cutReach(
  search: BoundedSearch,
  starts: readonly AccessPoint[],
  limit: number,
  options: { countsConnector: boolean },
): ReachedPieces {
  const { network, costs, edgesStart, edgesOfNode } = search.graph
  const out = new PieceList()
  const startsOnEdge = new Map<number, AccessPoint[]>()
  for (const start of starts) {
    if (start.edge < 0) continue
    const list = startsOnEdge.get(start.edge) ?? []
    list.push(start)
    startsOnEdge.set(start.edge, list)
  }
  const isSeen = new Set<number>()
  for (const edge of startsOnEdge.keys()) isSeen.add(edge)
  for (let i = 0; i < search.touchedCount; i++) {
    const node = search.touched[i]
    for (let k = edgesStart[node]; k < edgesStart[node + 1]; k++) {
      const edge = edgesOfNode[k]
      if (startsOnEdge.has(edge)) continue
      // an edge with both ends reached is handled once, from the end that was reached first
      const otherEnd = network.edgeFrom[edge] === node ? network.edgeTo[edge] : network.edgeFrom[edge]
      if (search.cost[otherEnd] !== UNREACHED && otherEnd !== node) {
        if (isSeen.has(edge)) continue
        isSeen.add(edge)
      }
      cutEdge(out, search, edge, [], limit)
    }
  }
  for (const [edge, list] of startsOnEdge) {
    if (costs.edgeCost[edge] < 0) continue
    cutEdge(
      out,
      search,
      edge,
      list.map((start) => ({
        at: start.at,
        cost: options.countsConnector ? Math.round(start.connector_m * costs.costPerMetre) : 0,
      })),
      limit,
    )
  }
  return out.finish()
}

/** Adds the reached parts of one edge. `inner`: starts on it, as fraction and cost. */
function cutEdge(
  out: PieceList,
  search: BoundedSearch,
  edge: number,
  inner: readonly { at: number; cost: number }[],
  limit: number,
): void {
  const { network, costs } = search.graph
  const total = costs.edgeCost[edge]
  const isOneway = network.edgeIsOneway[edge] === 1 && !costs.impedance.isPlain
  // anchors: places along the edge where a cost is known, ascending; the ends may be unreached
  const anchors = [
    { at: 0, cost: search.cost[network.edgeFrom[edge]] },
    ...[...inner].sort((p, q) => p.at - q.at),
    { at: 1, cost: isOneway ? UNREACHED : search.cost[network.edgeTo[edge]] },
  ]
  for (let i = 0; i + 1 < anchors.length; i++) {
    const a = anchors[i]
    const b = anchors[i + 1]
    const span = (b.at - a.at) * total
    // how far each side's frontier comes before the limit, or before it meets the other
    let fromA = a.cost === UNREACHED ? 0 : Math.min(span, Math.max(0, limit - a.cost))
    let fromB = b.cost === UNREACHED ? 0 : Math.min(span, Math.max(0, limit - b.cost))
    if (fromA + fromB > span) {
      const meet = Math.min(span, Math.max(0, (b.cost - a.cost + span) / 2))
      if (a.cost !== UNREACHED && b.cost !== UNREACHED) {
        fromA = meet
        fromB = span - meet
      }
    }
    const scale = total === 0 ? 0 : 1 / total
    if (fromA > 0) addStretch(out, network, edge, a.at, a.at + fromA * scale, a.cost, a.cost + fromA)
    if (fromB > 0) addStretch(out, network, edge, b.at - fromB * scale, b.at, b.cost + fromB, b.cost)
    if (total === 0 && a.cost !== UNREACHED && a.cost <= limit)
      addStretch(out, network, edge, a.at, b.at, a.cost, a.cost)
  }
}

/** Adds the straight pieces of an edge between two fractions, cost linear in between. */
function addStretch(
  out: PieceList,
  network: BoundedSearch['graph']['network'],
  edge: number,
  from: number,
  to: number,
  costFrom: number,
  costTo: number,
): void {
  const { shapeStart, shapeX, shapeY } = network
  const first = shapeStart[edge]
  const last = shapeStart[edge + 1] - 1
  let total = 0
  for (let v = first; v < last; v++) total += Math.hypot(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
  if (total === 0) return
  const begin = from * total
  const end = to * total
  const slope = end > begin ? (costTo - costFrom) / (end - begin) : 0
  let before = 0
  for (let v = first; v < last && before < end; v++) {
    const length = Math.hypot(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
    const s = Math.max(begin, before)
    const e = Math.min(end, before + length)
    if (e > s && length > 0) {
      const ts = (s - before) / length
      const te = (e - before) / length
      out.add(
        shapeX[v] + ts * (shapeX[v + 1] - shapeX[v]),
        shapeY[v] + ts * (shapeY[v + 1] - shapeY[v]),
        shapeX[v] + te * (shapeX[v + 1] - shapeX[v]),
        shapeY[v] + te * (shapeY[v + 1] - shapeY[v]),
        costFrom + (s - begin) * slope,
        costFrom + (e - begin) * slope,
      )
    }
    before += length
  }
}

class PieceList {
  private xy = new Float64Array(4096)
  private cost = new Float64Array(2048)
  private count = 0

  add(x1: number, y1: number, x2: number, y2: number, cost1: number, cost2: number): void {
    if (this.count * 4 === this.xy.length) {
      const xy = new Float64Array(this.xy.length * 2)
      xy.set(this.xy)
      const cost = new Float64Array(this.cost.length * 2)
      cost.set(this.cost)
      this.xy = xy
      this.cost = cost
    }
    this.xy.set([x1, y1, x2, y2], this.count * 4)
    this.cost[this.count * 2] = cost1
    this.cost[this.count * 2 + 1] = cost2
    this.count++
  }

  finish(): ReachedPieces {
    return {
      count: this.count,
      xy: this.xy.subarray(0, this.count * 4),
      cost: this.cost.subarray(0, this.count * 2),
    }
  }
}
