import { BestWalk } from '../catchment/best-walk'
import type { StartsOnEdges } from '../catchment/starts-on-edges'
import { type BoundedSearch, UNREACHED } from '../catchment/bounded-search'
import { inDirection } from '../catchment/impedance'
import { CORNER_MM } from '../catchment/walks'
import type { Ground } from './ground'

/**
 * Reads a finished search from facilities at every place of the ground: what it costs to walk from there, in the
 * unit of the graph (mm or ms); UNREACHED beyond the lookout. As the engine reads people: to both ends of the
 * street piece, or along it. `starts`: where the search starts; null: at nodes only. `only`: a compound, whose
 * places alone are bettered; −1: all places.
 */
export function readGround(
  into: Int32Array,
  ground: Ground,
  search: BoundedSearch,
  starts: StartsOnEdges | null,
  lookout: number,
  only = -1,
): void {
  const { network, costs } = search.graph
  const { edgeFrom, edgeTo, edgeIsOneway, edgeLength_mm } = network
  // the walk itself goes forward, whichever way it was searched
  const [costOn, costBack] = inDirection(costs.edgeCost, costs.edgeCostBack, false)
  const { edge, at, way_m, zone } = ground
  const hasStart = new Uint8Array(network.edgeCount)
  for (const each of starts?.edges ?? []) hasStart[each] = 1
  const best = new BestWalk()
  for (let i = 0; i < edge.length; i++) {
    if (only >= 0 && zone[i] !== only) continue
    const e = edge[i]
    const isOpen = costOn[e] >= 0
    const way = Math.round((costs.impedance.isPlain ? 0 : way_m[i]) * costs.costPerMetre)
    let cost = UNREACHED
    const to = search.cost[edgeTo[e]]
    if (to !== UNREACHED) {
      if (isOpen) cost = to + way + Math.round(costOn[e] * (1 - at[i]))
      else if ((1 - at[i]) * edgeLength_mm[e] <= CORNER_MM) cost = to + way
    }
    const from = search.cost[edgeFrom[e]]
    if (from !== UNREACHED) {
      if (isOpen && (edgeIsOneway[e] === 0 || costs.impedance.isPlain))
        cost = Math.min(cost, from + way + Math.round(costBack[e] * at[i]))
      else if (at[i] * edgeLength_mm[e] <= CORNER_MM) cost = Math.min(cost, from + way)
    }
    if (hasStart[e] === 1 && isOpen) {
      best.clear()
      starts?.better(best, e, at[i], costs.impedance.isPlain ? 0 : way_m[i])
      cost = Math.min(cost, best.cost)
    }
    if (cost <= lookout && cost < into[i]) into[i] = cost
  }
}
