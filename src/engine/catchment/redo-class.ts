import { readWalk } from './access-columns'
import { BestWalk } from './best-walk'
import { StartsOnEdges } from './starts-on-edges'
import {
  groupByCommunity,
  leaveCompounds,
  limitOfClass,
  type Measuring,
  nearestColumns,
  seedFacilities,
  startsOf,
  writeNearer,
} from './measure-class'
import type { ReachDraft } from './reach-draft'
import { leastCostOfWay } from './straight-way'

const REVERSE = { isReverse: true, countsConnector: true }

/** How far is looked for first, in parts of the lookout: whoever loses a facility mostly has another one near. */
const WIDENING = [1 / 8, 1 / 3, 1]

/**
 * Measures some points against a class, from those facilities that are near enough to matter: what `measureClass` would
 * give for them.
 */
export function redoClass(
  draft: ReachDraft,
  classIndex: number,
  points: readonly number[],
  measuring: Measuring,
): void {
  const { services } = measuring.on.facilities
  const members = draft.reach.members.fit[classIndex]
  const isReserved = (i: number): boolean => services[i].access === 'residents'
  const shared = members.filter((i) => !isReserved(i))
  const reserved = members.filter(isReserved)
  const { lookout } = measuring
  const nearest = nearestColumns(draft, classIndex)
  redoSmall(draft, classIndex, points, measuring)
  findNearest(measuring, shared, points, lookout, (point, best) => {
    const isFound = best.cost <= lookout
    nearest.cost[point] = isFound ? best.cost : -1
    nearest.other[point] = isFound ? best.other : -1
    nearest.facility[point] = isFound ? best.source : -1
  })
  if (reserved.length === 0) return
  const residentsOnlyCost = draft.own('residentsOnlyCost', classIndex)
  findNearest(measuring, reserved, points, lookout, (point, best) => {
    residentsOnlyCost[point] = best.cost <= lookout ? best.cost : -1
  })
  for (const [own, people] of ownOf(measuring, reserved, points))
    findNearest(measuring, own, people, lookout, (point, best) => {
      if (best.cost <= lookout) writeNearer(nearest, point, best)
    })
}

/** How near those are that are too small to serve: everybody's, and to their own people the reserved ones. */
function redoSmall(
  draft: ReachDraft,
  classIndex: number,
  points: readonly number[],
  measuring: Measuring,
): void {
  const { services } = measuring.on.facilities
  const small = draft.reach.members.small[classIndex]
  if (small.length === 0) return
  const smallCost = draft.own('smallCost', classIndex)
  const limit = limitOfClass(measuring.settings, classIndex)
  const keep = (point: number, { cost }: BestWalk): void => {
    const known = smallCost[point]
    if (cost <= limit && (known < 0 || cost < known)) smallCost[point] = cost
  }
  for (const point of points) smallCost[point] = -1
  const isReserved = (i: number): boolean => services[i].access === 'residents'
  const shared = small.filter((i) => !isReserved(i))
  findNearest(measuring, shared, points, limit, keep)
  for (const [own, people] of ownOf(measuring, small.filter(isReserved), points))
    findNearest(measuring, own, people, limit, keep)
}

/** Facilities that serve their own people alone, with those of some points whom they serve. */
function ownOf(
  { on }: Measuring,
  reserved: readonly number[],
  points: readonly number[],
): (readonly [facilities: readonly number[], people: readonly number[]])[] {
  const { points: demand } = on.people
  return [...groupByCommunity(on, reserved)].flatMap(([community, own]) => {
    const people = points.filter((point) => demand[point].community === community)
    return people.length === 0 ? [] : [[own, people] as const]
  })
}

/**
 * Tells the walk of each point to the nearest of some facilities; beyond `lookout` a nearer one may have been left out.
 * `best` is the same object each time.
 */
function findNearest(
  { on, search, columns }: Measuring,
  members: readonly number[],
  points: readonly number[],
  lookout: number,
  tell: (point: number, best: BestWalk) => void,
): void {
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
      tell(point, best)
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
