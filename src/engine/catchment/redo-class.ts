import { readWalk } from './access-columns'
import { BestWalk } from './best-walk'
import { StartsOnEdges } from './starts-on-edges'
import { leaveCompounds, type Measuring, seedFacilities, startsOf } from './measure-class'
import type { Reach } from './reach'
import { leastCostOfWay } from './straight-way'

const REVERSE = { isReverse: true, countsConnector: true }

/** How far is looked for first, in parts of the lookout: whoever loses a facility mostly has another one near. */
const WIDENING = [1 / 8, 1 / 3, 1]

/**
 * Measures some points against the facilities of a class that everybody may enter, from those facilities that are near
 * enough to matter: what `measureClass` would give for people without facilities of their own.
 */
export function redoClass(
  reach: Reach,
  classIndex: number,
  points: readonly number[],
  { on, search, columns, lookout }: Measuring,
): void {
  const { services } = on.facilities
  const offset = classIndex * reach.pointCount
  const members = reach.members.fit[classIndex].filter((i) => services[i].access !== 'residents')
  const seeds = seedFacilities(search, on.facilities, members)
  const onEdges = new StartsOnEdges(startsOf(members, on.facilities), search.graph, REVERSE)
  const { nodeX, nodeY } = search.graph.network
  const best = new BestWalk()
  let left = points
  for (const share of WIDENING) {
    const limit = Math.floor(lookout * share)
    const [west, south, east, north] = boxAround(left, columns, nodeX, nodeY)
    const near = seeds.filter(({ node }) => {
      const dx = Math.max(west - nodeX[node], nodeX[node] - east, 0)
      const dy = Math.max(south - nodeY[node], nodeY[node] - north, 0)
      return leastCostOfWay(Math.max(dx, dy), search.graph.costs) <= limit
    })
    search.run(leaveCompounds(search, near, limit), limit, -1)
    left = left.filter((point) => {
      best.clear()
      readWalk(best, search, columns, point, onEdges)
      // beyond the limit a nearer one may have been left out
      if (best.cost > limit && share < 1) return true
      const isFound = best.cost <= limit
      reach.cost[offset + point] = isFound ? best.cost : -1
      reach.other[offset + point] = isFound ? best.other : -1
      reach.facility[offset + point] = isFound ? best.source : -1
      return false
    })
    if (left.length === 0) return
  }
}

type Box = readonly [west: number, south: number, east: number, north: number]

/** The box around the nodes by which some points come onto the streets. */
function boxAround(
  points: readonly number[],
  { start, node }: Measuring['columns'],
  nodeX: Float64Array,
  nodeY: Float64Array,
): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const p of points)
    for (let k = 2 * start[p]; k < 2 * start[p + 1]; k++) {
      const at = node[k]
      if (at < 0) continue
      west = Math.min(west, nodeX[at])
      east = Math.max(east, nodeX[at])
      south = Math.min(south, nodeY[at])
      north = Math.max(north, nodeY[at])
    }
  return [west, south, east, north]
}
