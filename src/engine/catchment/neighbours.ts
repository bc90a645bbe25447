import type { PlacedPeople } from '../places/place-people'
import type { AccessPoint } from '../places/access-point'
import { BestWalk, priceAccess, readWalk, StartsOnEdges } from './access-columns'
import type { BoundedSearch } from './bounded-search'
import { seedsOf } from './walks'

/** Communities whose people live this near on foot are neighbours, metres. */
export const NEIGHBOUR_M = 300

const FORWARD = { isReverse: false, countsConnector: true }

/**
 * For each community, the communities some of whose people live within 300 m on foot of some of its own;
 * ascending. Contiguous on the network, not on paper: two estates back to back across a wall are not
 * neighbours until a gate makes them so.
 */
export function findNeighbours(
  search: BoundedSearch,
  people: PlacedPeople,
  communityCount: number,
): number[][] {
  const { graph } = search
  const accessOf: AccessPoint[][] = Array.from({ length: communityCount }, () => [])
  const points: AccessPoint[] = []
  const communityOf: number[] = []
  for (const demand of people.points) {
    for (const point of demand.access) {
      accessOf[demand.community].push(point)
      points.push(point)
      communityOf.push(demand.community)
    }
  }
  const columns = priceAccess(
    points.map((point) => [point]),
    graph,
    FORWARD,
  )
  const pointsAt = new Map<number, number[]>()
  points.forEach((_, i) => {
    for (const node of new Set([columns.node[2 * i], columns.node[2 * i + 1]])) {
      if (node < 0) continue
      const list = pointsAt.get(node)
      if (list === undefined) pointsAt.set(node, [i])
      else list.push(i)
    }
  })
  const pointsOn = new Map<number, number[]>()
  points.forEach(({ edge }, i) => {
    const list = pointsOn.get(edge)
    if (list === undefined) pointsOn.set(edge, [i])
    else list.push(i)
  })
  const neighbours: Set<number>[] = Array.from({ length: communityCount }, () => new Set())
  const best = new BestWalk()
  accessOf.forEach((own, community) => {
    if (own.length === 0) return
    search.run(
      own.flatMap((point) => seedsOf(point, graph, 0, FORWARD)),
      NEIGHBOUR_M * 1000,
      own[0].zone,
    )
    const starts = new StartsOnEdges(
      own.map((point) => ({ point, source: 0 })),
      graph,
      FORWARD,
    )
    const look = (candidates: readonly number[] | undefined): void => {
      for (const point of candidates ?? []) {
        const other = communityOf[point]
        if (other === community || neighbours[community].has(other)) continue
        best.clear()
        readWalk(best, search, columns, point, starts)
        if (best.cost > NEIGHBOUR_M * 1000) continue
        neighbours[community].add(other)
        neighbours[other].add(community)
      }
    }
    for (let i = 0; i < search.touchedCount; i++) look(pointsAt.get(search.touched[i]))
    // on a long street piece both may stand far from its ends
    for (const { edge } of own) if (edge >= 0) look(pointsOn.get(edge))
  })
  return neighbours.map((set) => [...set].sort((a, b) => a - b))
}
