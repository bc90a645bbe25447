import type { PlacedPeople } from '../places/place-people'
import type { WalkNetwork } from '../network/walk-network'
import type { AccessPoint } from '../places/access-point'
import { seedsOf, walkTo } from './walks'
import { BoundedSearch } from './bounded-search'
import { buildSearchGraph } from './search-graph'

/** Communities whose people live this near on foot are neighbours, metres. */
export const NEIGHBOUR_M = 300

const FORWARD = { isReverse: false, countsConnector: true }

/**
 * For each community, the communities some of whose people live within 300 m on foot of some of its own;
 * ascending. Contiguous on the network, not on paper: two estates back to back across a wall are not
 * neighbours until a gate makes them so.
 */
export function findNeighbours(
  network: WalkNetwork,
  people: PlacedPeople,
  communityCount: number,
): number[][] {
  const graph = buildSearchGraph(network, { profile: 'adult', basis: 'distance', isPlain: false }, false)
  const search = new BoundedSearch(graph)
  const accessOf: AccessPoint[][] = Array.from({ length: communityCount }, () => [])
  const atEdge = new Map<number, { community: number; point: AccessPoint }[]>()
  const atNode = new Map<number, { community: number; point: AccessPoint }[]>()
  for (const demand of people.points) {
    for (const point of demand.access) {
      accessOf[demand.community].push(point)
      const map = point.edge >= 0 ? atEdge : atNode
      const key = point.edge >= 0 ? point.edge : point.node
      const list = map.get(key) ?? []
      list.push({ community: demand.community, point })
      map.set(key, list)
    }
  }
  const neighbours: Set<number>[] = Array.from({ length: communityCount }, () => new Set())
  accessOf.forEach((points, community) => {
    if (points.length === 0) return
    const seeds = points.flatMap((point) => seedsOf(point, graph, 0, FORWARD))
    search.run(seeds, NEIGHBOUR_M * 1000, points[0].zone)
    const visit = (found: readonly { community: number; point: AccessPoint }[] | undefined): void => {
      for (const other of found ?? []) {
        if (other.community === community || neighbours[community].has(other.community)) continue
        const walk = walkTo(other.point, search, FORWARD)
        if (walk === null || walk.cost > NEIGHBOUR_M * 1000) continue
        neighbours[community].add(other.community)
        neighbours[other.community].add(community)
      }
    }
    for (let i = 0; i < search.touchedCount; i++) {
      const node = search.touched[i]
      visit(atNode.get(node))
      for (let k = graph.edgesStart[node]; k < graph.edgesStart[node + 1]; k++)
        visit(atEdge.get(graph.edgesOfNode[k]))
    }
  })
  return neighbours.map((set) => [...set].sort((a, b) => a - b))
}
