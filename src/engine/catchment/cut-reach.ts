import type { AccessPoint } from '../places/access-point'
import { type BoundedSearch, UNREACHED } from './bounded-search'
import { EDGE_DOUBLED, type WalkNetwork } from '../network/walk-network'
import type { ReachedPieces } from './service-area'
import { inDirection } from './impedance'

/**
 * Everything a finished search walked, cut exactly at its limit: along an edge the cost is
 * t(x) = min(a + x C, b + (1 − x) D), with a and b the costs at its ends, C its own and D its own walked the
 * other way (they differ on slopes); two frontiers may end
 * inside one edge and leave a hole between them. The edges the walk starts on are cut at the start as well.
 * Pieces are straight, in metres of the network's frame; costs are those of the search (mm or ms). They
 * stand in arrays that the next call writes over.
 */
export function cutReach(
  search: BoundedSearch,
  starts: readonly AccessPoint[],
  limit: number,
  options: { countsConnector: boolean; isReverse: boolean },
): ReachedPieces {
  const { network, costs, edgesStart, edgesEnd, edgesOfNode } = search.graph
  const { edgeFrom, edgeState } = network
  const { cost, touched, touchedCount } = search
  const startsOnEdge = new Map<number, AccessPoint[]>()
  for (const start of starts) {
    if (start.edge < 0) continue
    const list = startsOnEdge.get(start.edge) ?? []
    list.push(start)
    startsOnEdge.set(start.edge, list)
  }
  pieces.count = 0
  for (let i = 0; i < touchedCount; i++) {
    const node = touched[i]
    for (let k = edgesStart[node]; k < edgesEnd[node]; k++) {
      const edge = edgesOfNode[k]
      // its pieces are drawn
      if (edgeState?.[edge] === EDGE_DOUBLED) continue
      // an edge with both ends reached is handled once
      if (edgeFrom[edge] !== node && cost[edgeFrom[edge]] !== UNREACHED) continue
      if (!startsOnEdge.has(edge)) cutEdge(search, edge, NO_STARTS, limit, options.isReverse)
    }
  }
  for (const [edge, list] of startsOnEdge) {
    if (costs.edgeCost[edge] < 0 || edgeState?.[edge] === EDGE_DOUBLED) continue
    const inner = list.map((start) => ({
      at: start.at,
      cost: options.countsConnector ? Math.round(start.connector_m * costs.costPerMetre) : 0,
    }))
    inner.sort((p, q) => p.at - q.at)
    cutEdge(search, edge, inner, limit, options.isReverse)
  }
  return {
    count: pieces.count,
    xy: pieces.xy.subarray(0, pieces.count * 4),
    cost: pieces.cost.subarray(0, pieces.count * 2),
  }
}

/** A start on an edge: how far along, and what it costs to be there. */
interface InnerStart {
  readonly at: number
  readonly cost: number
}

const NO_STARTS: readonly InnerStart[] = []

/** Adds the reached parts of one edge. `inner`: starts on it, in order. */
function cutEdge(
  search: BoundedSearch,
  edge: number,
  inner: readonly InnerStart[],
  limit: number,
  isReverse: boolean,
): void {
  const { network, costs } = search.graph
  const [costOn, costBack] = inDirection(costs.edgeCost, costs.edgeCostBack, isReverse)
  const walk = { edge, on: costOn[edge], back: costBack[edge], limit }
  // a one-way edge is walked on from its beginning; towards a place, those behind it are the ones who come
  const isOneway = network.edgeIsOneway[edge] === 1 && !costs.impedance.isPlain
  const runsOn = !isOneway || !isReverse
  const runsBack = !isOneway || isReverse
  // costs are known at the ends (unless unreached) and at the starts; between two of those frontiers meet
  let at = 0
  let cost = search.cost[network.edgeFrom[edge]]
  for (const start of inner) {
    const before = runsOn ? cost : UNREACHED
    cutBetween(network, walk, at, before, start.at, runsBack ? start.cost : UNREACHED)
    at = start.at
    cost = start.cost
  }
  const last = runsBack ? search.cost[network.edgeTo[edge]] : UNREACHED
  cutBetween(network, walk, at, runsOn ? cost : UNREACHED, 1, last)
}

/** An edge being cut: what it costs walked on and back, and how far walks go. */
interface EdgeWalk {
  readonly edge: number
  readonly on: number
  readonly back: number
  readonly limit: number
}

/** Adds what is reached of an edge between two places with known costs. */
function cutBetween(
  network: WalkNetwork,
  { edge, on, back, limit }: EdgeWalk,
  atA: number,
  costA: number,
  atB: number,
  costB: number,
): void {
  const span = atB - atA
  // the share of the edge each side's frontier comes before the limit, or before it meets the other
  let fromA = shareWithin(costA, on, span, limit)
  let fromB = shareWithin(costB, back, span, limit)
  if (fromA + fromB > span && fromA > 0 && fromB > 0) {
    const meet = on + back === 0 ? span : (costB - costA + span * back) / (on + back)
    fromA = Math.min(span, Math.max(0, meet))
    fromB = span - fromA
  }
  // by rounding a hair beyond the limit
  const endA = Math.min(limit, costA + fromA * on)
  const endB = Math.min(limit, costB + fromB * back)
  if (fromA > 0) addStretch(network, edge, atA, atA + fromA, costA, endA)
  if (fromB > 0) addStretch(network, edge, atB - fromB, atB, endB, costB)
}

/** How much of an edge is walked from a place before the limit; at most `span`. */
function shareWithin(cost: number, edgeCost: number, span: number, limit: number): number {
  if (cost === UNREACHED || cost > limit) return 0
  return edgeCost === 0 ? span : Math.min(span, (limit - cost) / edgeCost)
}

/** Adds the straight pieces of an edge between two fractions, cost linear in between. */
function addStretch(
  network: WalkNetwork,
  edge: number,
  from: number,
  to: number,
  costFrom: number,
  costTo: number,
): void {
  const { shapeStart, shapeEnd, shapeX, shapeY } = network
  const first = shapeStart[edge]
  const last = shapeEnd[edge] - 1
  reserve(last - first)
  let total = 0
  for (let v = first; v < last; v++) {
    const dx = shapeX[v + 1] - shapeX[v]
    const dy = shapeY[v + 1] - shapeY[v]
    const length = Math.sqrt(dx * dx + dy * dy)
    lengths[v - first] = length
    total += length
  }
  const begin = from * total
  const end = to * total
  const slope = end > begin ? (costTo - costFrom) / (end - begin) : 0
  const { xy, cost } = pieces
  let before = 0
  for (let v = first; v < last && before < end; v++) {
    const length = lengths[v - first]
    const s = Math.max(begin, before)
    const e = Math.min(end, before + length)
    if (e > s) {
      const x = shapeX[v]
      const y = shapeY[v]
      const dx = (shapeX[v + 1] - x) / length
      const dy = (shapeY[v + 1] - y) / length
      const i = pieces.count++
      xy[4 * i] = x + (s - before) * dx
      xy[4 * i + 1] = y + (s - before) * dy
      xy[4 * i + 2] = x + (e - before) * dx
      xy[4 * i + 3] = y + (e - before) * dy
      cost[2 * i] = costFrom + (s - begin) * slope
      cost[2 * i + 1] = costFrom + (e - begin) * slope
    }
    before += length
  }
}

// kept between calls: a worker asks one question at a time
const pieces = { count: 0, xy: new Float64Array(4 * 4096), cost: new Float64Array(2 * 4096) }
/** lengths of the straight parts of the edge at hand */
let lengths = new Float64Array(256)

/** Room for `more` pieces beside those there are. */
function reserve(more: number): void {
  if (more > lengths.length) lengths = new Float64Array(more * 2)
  const count = pieces.count + more
  if (count * 2 <= pieces.cost.length) return
  const xy = new Float64Array(count * 8)
  const cost = new Float64Array(count * 4)
  xy.set(pieces.xy)
  cost.set(pieces.cost)
  pieces.xy = xy
  pieces.cost = cost
}
