import type { AccessPoint } from '../places/access-point'
import type { Seed } from './bounded-search'
import { type BoundedSearch, UNREACHED } from './bounded-search'
import type { SearchGraph } from './search-graph'

/** A walk's measures: what was minimized, what was carried along, and from which source. */
export interface Walk {
  readonly cost: number
  readonly other: number
  readonly source: number
}

/** Whether walks are seen from their end, and whether the way to the street counts. */
export interface WalkOptions {
  readonly isReverse: boolean
  readonly countsConnector: boolean
}

/**
 * The seeds by which a search starts from a place: both ends of its edge, or its node. One-way edges are
 * left only forward, or, for a reverse search, only backward.
 */
export function seedsOf(
  point: AccessPoint,
  graph: SearchGraph,
  source: number,
  options: WalkOptions,
): Seed[] {
  const { nodeArrival } = graph.network
  return waysOff(point, graph, source, options).map((seed) => ({ ...seed, node: nodeArrival[seed.node] }))
}

/** The ends a walk may come in by to a place, with what is left to walk from there. */
export function endsOf(
  point: AccessPoint,
  graph: SearchGraph,
  { isReverse, countsConnector }: WalkOptions,
): Seed[] {
  // the place's own ways off, seen from the other side
  return waysOff(point, graph, 0, { isReverse: !isReverse, countsConnector })
}

/** From a place to both ends of its edge, as far as they may be walked. */
function waysOff(
  point: AccessPoint,
  { network, costs }: SearchGraph,
  source: number,
  { isReverse, countsConnector }: WalkOptions,
): Seed[] {
  const { edge, at } = point
  const connector = countsConnector ? point.connector_m : 0
  const cost = Math.round(connector * costs.costPerMetre)
  const other = Math.round(connector * costs.otherPerMetre)
  if (edge < 0) return point.node < 0 ? [] : [{ node: point.node, cost, other, source }]
  if (costs.edgeCost[edge] < 0) return []
  const isOneway = network.edgeIsOneway[edge] === 1 && !costs.impedance.isPlain
  // seen from the end of a walk, what leads to `from` is walked from there
  const [costOn, costBack] = inDirection(costs.edgeCost, costs.edgeCostBack, isReverse)
  const [otherOn, otherBack] = inDirection(costs.edgeOther, costs.edgeOtherBack, isReverse)
  const seeds: Seed[] = []
  if (!isOneway || isReverse)
    seeds.push({
      node: network.edgeFrom[edge],
      cost: cost + Math.round(costBack[edge] * at),
      other: other + Math.round(otherBack[edge] * at),
      source,
    })
  if (!isOneway || !isReverse)
    seeds.push({
      node: network.edgeTo[edge],
      cost: cost + Math.round(costOn[edge] * (1 - at)),
      other: other + Math.round(otherOn[edge] * (1 - at)),
      source,
    })
  return seeds
}

/** The columns of walking an edge on and back, as a search that may run backward meets them. */
export function inDirection(on: Int32Array, back: Int32Array, isReverse: boolean): [Int32Array, Int32Array] {
  return isReverse ? [back, on] : [on, back]
}

/**
 * The best walk of a finished search to a place, connector counted; null: not reached. `sameEdge`: the
 * search's own places on the edge of this place, by source; the walk along the edge may beat the one
 * around its ends.
 */
export function walkTo(
  point: AccessPoint,
  search: BoundedSearch,
  options: WalkOptions,
  sameEdge: readonly { readonly point: AccessPoint; readonly source: number }[] = [],
): Walk | null {
  const { graph } = search
  const { costs } = graph
  let best: Walk | null = null
  for (const end of endsOf(point, graph, options)) {
    if (search.cost[end.node] === UNREACHED) continue
    const walk = {
      cost: search.cost[end.node] + end.cost,
      other: search.other[end.node] + end.other,
      source: search.source[end.node],
    }
    if (isBetter(walk, best)) best = walk
  }
  if (point.edge < 0 || costs.edgeCost[point.edge] < 0) return best
  for (const { point: start, source } of sameEdge) {
    if (start.edge !== point.edge) continue
    const along = point.at - start.at
    const isOneway = graph.network.edgeIsOneway[point.edge] === 1 && !costs.impedance.isPlain
    if (isOneway && (options.isReverse ? along > 0 : along < 0)) continue
    const connectors = options.countsConnector ? point.connector_m + start.connector_m : 0
    const isOn = options.isReverse ? along < 0 : along >= 0
    const cost = (isOn ? costs.edgeCost : costs.edgeCostBack)[point.edge]
    const other = (isOn ? costs.edgeOther : costs.edgeOtherBack)[point.edge]
    const walk = {
      cost: Math.round(Math.abs(along) * cost + connectors * costs.costPerMetre),
      other: Math.round(Math.abs(along) * other + connectors * costs.otherPerMetre),
      source,
    }
    if (isBetter(walk, best)) best = walk
  }
  return best
}

/** Shorter first; of equal walks the lower source, then the smaller other measure. */
export function isBetter(walk: Walk, than: Walk | null): boolean {
  if (than === null) return true
  if (walk.cost !== than.cost) return walk.cost < than.cost
  if (walk.source !== than.source) return walk.source < than.source
  return walk.other < than.other
}
