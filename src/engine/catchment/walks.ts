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

/**
 * The seeds by which a search starts from a place: both ends of its edge, or its node. One-way edges are
 * left only forward, or, for a reverse search, only backward.
 */
export function seedsOf(
  point: AccessPoint,
  graph: SearchGraph,
  source: number,
  options: { isReverse: boolean; countsConnector: boolean },
): Seed[] {
  const { network, costs } = graph
  const connector = options.countsConnector ? point.connector_m : 0
  const cost = Math.round(connector * costs.costPerMetre)
  const other = Math.round(connector * costs.otherPerMetre)
  if (point.edge < 0) return point.node < 0 ? [] : [{ node: point.node, cost, other, source }]
  const edgeCost = costs.edgeCost[point.edge]
  if (edgeCost < 0) return []
  const edgeOther = costs.edgeOther[point.edge]
  const isOneway = network.edgeIsOneway[point.edge] === 1 && !costs.impedance.isPlain
  const seeds: Seed[] = []
  if (!isOneway || options.isReverse)
    seeds.push({
      node: network.edgeFrom[point.edge],
      cost: cost + Math.round(edgeCost * point.at),
      other: other + Math.round(edgeOther * point.at),
      source,
    })
  if (!isOneway || !options.isReverse)
    seeds.push({
      node: network.edgeTo[point.edge],
      cost: cost + Math.round(edgeCost * (1 - point.at)),
      other: other + Math.round(edgeOther * (1 - point.at)),
      source,
    })
  return seeds
}

/**
 * The best walk of a finished search to a place, connector counted; null: not reached. `sameEdge`: the
 * search's own places on the edge of this place, by source; the walk along the edge may beat the one
 * around its ends.
 */
export function walkTo(
  point: AccessPoint,
  search: BoundedSearch,
  options: { isReverse: boolean; countsConnector: boolean },
  sameEdge: readonly { readonly point: AccessPoint; readonly source: number }[] = [],
): Walk | null {
  const { graph } = search
  const { costs } = graph
  let best: Walk | null = null
  // the place's own seeds, seen from the other side, are the ends a walk may come in by
  for (const end of seedsOf(point, graph, 0, { ...options, isReverse: !options.isReverse })) {
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
    const walk = {
      cost: Math.round(Math.abs(along) * costs.edgeCost[point.edge] + connectors * costs.costPerMetre),
      other: Math.round(Math.abs(along) * costs.edgeOther[point.edge] + connectors * costs.otherPerMetre),
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
