import { type AccessColumns, type BestWalks, readWalk, readWalks } from './access-columns'
import { BestWalk } from './best-walk'
import { StartsOnEdges } from './starts-on-edges'
import type { WalkNetwork } from '../network/walk-network'
import type { BoundedSearch } from './bounded-search'
import type { MeasureInput } from './reach'
import { REVERSE } from './walks'
import { leaveCompounds, searchFrom, seedFacilities, startsOf } from './search-starts'
import { leastCostOfWay } from './straight-way'

/** A search from facilities to people, and what it is read at. */
export interface ReadAtPeople {
  readonly on: MeasureInput
  readonly search: BoundedSearch
  readonly columns: AccessColumns
}

// of the class at hand, kept between calls
let walks: BestWalks = { cost: new Int32Array(0), other: new Int32Array(0), source: new Int32Array(0) }

/**
 * The walks of some demand points, null: of all, to the nearest of some facilities. Beyond `limit` a nearer one may have been
 * left out. The columns are written over by the next call; entries of other points say nothing. `likely`: how far some
 * points may be looked for first, ascending, where that is known.
 */
export function findNearest(
  reading: ReadAtPeople,
  members: readonly number[],
  points: readonly number[] | null,
  limit: number,
  likely: readonly number[] = WIDENING.map((share) => Math.floor(limit * share)),
): BestWalks {
  const count = reading.on.people.points.length
  if (walks.cost.length !== count)
    walks = { cost: new Int32Array(count), other: new Int32Array(count), source: new Int32Array(count) }
  if (points === null) {
    const { search, columns } = reading
    readWalks(walks, search, columns, searchFrom({ ...reading, lookout: limit }, members))
  } else findOfFew(walks, reading, members, points, [...likely.filter((reach) => reach < limit), limit])
  return walks
}

/** How far is looked for first, in parts of the limit: whoever loses a facility mostly has another one near. */
const WIDENING = [1 / 8, 1 / 3]

/** The walks of some points, searched within one reach after the other from those facilities that are near enough to matter. */
function findOfFew(
  into: BestWalks,
  { on, search, columns }: ReadAtPeople,
  members: readonly number[],
  points: readonly number[],
  reaches: readonly number[],
): void {
  const { network, costs } = search.graph
  const best = new BestWalk()
  let left = points
  for (const [i, reach] of reaches.entries()) {
    const isLast = i === reaches.length - 1
    const box = boxAround(left, columns, network)
    const isNear = (node: number): boolean => leastCostOfWay(distanceFrom(box, node, network), costs) <= reach
    // most of a class lies farther off: it is not even asked where it is entered
    const near = members.filter((i) =>
      on.facilities.access[i].some(({ edge, node }) =>
        edge < 0 ? node >= 0 && isNear(node) : isNear(network.edgeFrom[edge]) || isNear(network.edgeTo[edge]),
      ),
    )
    search.run(leaveCompounds(search, seedFacilities(search, on.facilities, near), reach), reach, -1)
    const onEdges = new StartsOnEdges(startsOf(near, on.facilities), search.graph, REVERSE)
    left = left.filter((point) => {
      best.clear()
      readWalk(best, search, columns, point, onEdges)
      // beyond its reach a nearer one may have been left out
      if (best.cost > reach && !isLast) return true
      into.cost[point] = best.cost
      into.other[point] = best.other
      into.source[point] = best.source
      return false
    })
    if (left.length === 0) return
  }
}

type Box = readonly [west: number, south: number, east: number, north: number]

/** The box around the nodes by which some points come onto the streets. */
function boxAround(
  points: readonly number[],
  { start, node }: AccessColumns,
  { nodeX, nodeY }: WalkNetwork,
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

/** How far a node lies from a box, along the axis along which it is farther, metres. */
function distanceFrom([west, south, east, north]: Box, node: number, { nodeX, nodeY }: WalkNetwork): number {
  const dx = Math.max(west - nodeX[node], nodeX[node] - east, 0)
  const dy = Math.max(south - nodeY[node], nodeY[node] - north, 0)
  return Math.max(dx, dy)
}
