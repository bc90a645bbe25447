import type { WalkNetwork } from '../network/walk-network'
import type { AccessPoint } from '../places/access-point'
import type { PlacedPeople } from '../places/place-people'
import {
  type AccessColumns,
  BestWalk,
  peopleColumns,
  priceAccess,
  readWalk,
  StartsOnEdges,
} from './access-columns'
import type { BoundedSearch } from './bounded-search'
import type { GraphCache } from './graph-cache'
import { seedsOf } from './walks'

/** Communities whose people live this near on foot are neighbours, metres. */
export const NEIGHBOUR_M = 300
const LIMIT = NEIGHBOUR_M * 1000

const FORWARD = { isReverse: false, countsConnector: true }
const REVERSE = { isReverse: true, countsConnector: true }

/** For each community, by index, the communities next to it, ascending. */
export interface Neighbours {
  /** those its own people walk to within 300 m */
  readonly onward: readonly (readonly number[])[]
  /** those, and those whose people walk to it */
  readonly both: readonly (readonly number[])[]
}

/** People on a network. */
interface PlacedOnNetwork {
  readonly network: WalkNetwork
  readonly people: PlacedPeople
  readonly graphs: GraphCache
}

/**
 * For each community, the communities some of whose people live within 300 m on foot of some of its own.
 * Contiguous on the network, not on paper: two estates back to back across a wall are not neighbours until a
 * gate makes them so.
 */
export function findNeighbours(on: PlacedOnNetwork): Neighbours {
  const count = on.people.people.length
  const onward: number[][] = Array.from({ length: count }, () => [])
  lookAround(
    on,
    onward.map((_, k) => k),
    onward,
  )
  return { onward, both: joinBoth(onward) }
}

/**
 * What `findNeighbours` would give after gates of some compounds changed: looks around again only from
 * communities near those gates, before or after, and from those in the compounds.
 */
export function updateNeighbours(
  known: Neighbours,
  before: PlacedOnNetwork,
  after: PlacedOnNetwork,
  zones: ReadonlySet<number>,
): Neighbours {
  const near = new Set<number>()
  const { points } = after.people
  for (const { community, access } of points)
    if (access.some(({ zone }) => zones.has(zone))) near.add(community)
  for (const { graphs, network, people } of [before, after]) {
    const search = graphs.search('adult', 'distance', true)
    const seeds = gateNodes(network, zones).map((node) => ({ node, cost: 0, other: 0, source: 0 }))
    search.run(seeds, LIMIT, -1)
    const columns = peopleColumns(people, search.graph, REVERSE)
    const best = new BestWalk()
    points.forEach(({ community }, p) => {
      if (near.has(community)) return
      best.clear()
      readWalk(best, search, columns, p, null)
      if (best.cost <= LIMIT) near.add(community)
    })
  }
  const onward = known.onward.map((list, k) => (near.has(k) ? [] : [...list]))
  lookAround(after, [...near], onward)
  return { onward, both: joinBoth(onward) }
}

/** Outer sides of all gates of some compounds, open or not. */
function gateNodes(network: WalkNetwork, zones: ReadonlySet<number>): number[] {
  const { gateNodes: pairs, nodeZone } = network
  const outer: number[] = []
  for (let i = 0; i < pairs.length; i += 2) {
    const [a, b] = [pairs[i], pairs[i + 1]]
    if (zones.has(nodeZone[b])) outer.push(a)
    if (zones.has(nodeZone[a])) outer.push(b)
  }
  return outer
}

/** Fills in, for some communities, those their own people walk to within 300 m. */
function lookAround(
  { people, graphs }: PlacedOnNetwork,
  communities: readonly number[],
  onward: number[][],
): void {
  const search = graphs.search('adult', 'distance', false)
  const places = indexAccess(people, search)
  const found = new Set<number>()
  for (const community of communities) {
    const own = places.accessOf[community]
    found.clear()
    // doors may lie in different compounds: each has its own gates
    for (const zone of new Set(own.map((point) => point.zone)))
      lookFrom(
        search,
        places,
        own.filter((point) => point.zone === zone),
        zone,
        found,
      )
    found.delete(community)
    onward[community].push(...[...found].sort((a, b) => a - b))
  }
}

/** Access points of people, by community, by node and by edge. */
interface AccessIndex {
  readonly accessOf: readonly (readonly AccessPoint[])[]
  readonly communityOf: readonly number[]
  readonly columns: AccessColumns
  readonly pointsAt: ReadonlyMap<number, readonly number[]>
  readonly pointsOn: ReadonlyMap<number, readonly number[]>
}

// gates change nothing about where people meet the streets
const indexes = new WeakMap<PlacedPeople, { readonly arcs: Int32Array; readonly index: AccessIndex }>()

function indexAccess(people: PlacedPeople, search: BoundedSearch): AccessIndex {
  const known = indexes.get(people)
  if (known?.arcs === search.graph.arcs) return known.index
  const accessOf: AccessPoint[][] = people.people.map(() => [])
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
    search.graph,
    FORWARD,
  )
  const pointsAt = new Map<number, number[]>()
  const pointsOn = new Map<number, number[]>()
  points.forEach(({ edge }, i) => {
    for (const node of new Set([columns.node[2 * i], columns.node[2 * i + 1]]))
      if (node >= 0) append(pointsAt, node, i)
    if (edge >= 0) append(pointsOn, edge, i)
  })
  const index = { accessOf, communityOf, columns, pointsAt, pointsOn }
  indexes.set(people, { arcs: search.graph.arcs, index })
  return index
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

function lookFrom(
  search: BoundedSearch,
  { columns, communityOf, pointsAt, pointsOn }: AccessIndex,
  own: readonly AccessPoint[],
  zone: number,
  found: Set<number>,
): void {
  const { graph } = search
  search.run(
    own.flatMap((point) => seedsOf(point, graph, 0, FORWARD)),
    LIMIT,
    zone,
  )
  const starts = new StartsOnEdges(
    own.map((point) => ({ point, source: 0 })),
    graph,
    FORWARD,
  )
  const best = new BestWalk()
  const look = (candidates: readonly number[] | undefined): void => {
    for (const point of candidates ?? []) {
      if (found.has(communityOf[point])) continue
      best.clear()
      readWalk(best, search, columns, point, starts)
      if (best.cost <= LIMIT) found.add(communityOf[point])
    }
  }
  for (let i = 0; i < search.touchedCount; i++) look(pointsAt.get(search.touched[i]))
  // on a long street piece both may stand far from its ends
  for (const { edge } of own) look(pointsOn.get(edge))
}

function joinBoth(onward: readonly (readonly number[])[]): number[][] {
  const both = onward.map((list) => new Set(list))
  onward.forEach((list, k) => list.forEach((other) => both[other].add(k)))
  return both.map((set) => [...set].sort((a, b) => a - b))
}
