import type { WalkNetwork } from '../network/walk-network'
import type { AccessPoint } from '../places/access-point'
import { isSameAccess } from '../places/align-services'
import { demandColumns } from '../places/demand-columns'
import type { PlacedPeople } from '../places/place-people'
import { type AccessColumns, peopleColumns, readWalk } from './access-columns'
import { BestWalk } from './best-walk'
import { StartsOnEdges } from './starts-on-edges'
import type { BoundedSearch, Seed } from './bounded-search'
import type { GraphCache } from './graph-cache'
import type { SearchGraph } from './search-graph'
import { changeLists, joinLists, type Neighbours } from './neighbour-pairs'
import { otherShortcuts } from './other-shortcuts'
import type { StreetDifference } from './street-difference'
import { FORWARD, REVERSE, seedsOf } from './walks'

/** People who live this near on foot are neighbors, metres. */
export const NEIGHBOUR_M = 300
const LIMIT = NEIGHBOUR_M * 1000

/** People on a network. */
interface PlacedOnNetwork {
  readonly network: WalkNetwork
  readonly people: PlacedPeople
  readonly graphs: GraphCache
}

/**
 * For each demand point, the demand points of other communities within 300 m on foot, for an adult, whatever
 * the profile. Contiguous on the network, not on paper: two houses back to back across a wall are not neighbors
 * until a gate makes them so.
 */
export function findNeighbours(on: PlacedOnNetwork): Neighbours {
  const known = found.get(on.graphs)
  if (known !== undefined) return known
  const lists: number[][] = on.people.points.map(() => [])
  lookAround(
    on,
    lists.map((_, p) => p),
    (p) => lists[p],
  )
  const neighbours = joinLists(lists, on.people)
  found.set(on.graphs, neighbours)
  return neighbours
}

// they depend on the network and its people alone: another profile asks again for the same
const found = new WeakMap<GraphCache, Neighbours>()

/**
 * What `findNeighbours` would give after gates of some compounds, or streets, changed: looks around again only from
 * points near those gates and streets, before or after, and from those in the compounds. `ends`: see
 * `compareStreets`.
 */
export function updateNeighbours(
  known: Neighbours,
  before: PlacedOnNetwork,
  after: PlacedOnNetwork,
  { zones: changed, ways, ...streets }: StreetDifference,
): Neighbours {
  const near = new Set<number>()
  const [was, is] = [before, after].map(({ graphs }) => graphs.search('adult', 'distance', false).graph)
  // who is a guest in a compound takes the ways around it that its people have
  const zones = new Set([...changed, ...otherShortcuts(was, is)])
  const moved: number[] = []
  const { points } = after.people
  if (zones.size > 0 || points !== before.people.points)
    points.forEach(({ access }, p) => {
      const { access: was } = before.people.points[p]
      if (zones.size > 0 && access.some(({ zone }) => zones.has(zone))) near.add(p)
      else if (access !== was && !isSameAccess(ways.after(access), ways.before(was))) moved.push(p)
    })
  for (const p of moved) near.add(p)
  for (const [{ graphs, network, people }, streetEnds] of [
    [before, streets.before.ends],
    [after, streets.after.ends],
  ] as const) {
    const search = graphs.search('adult', 'distance', true)
    const { nodeArrival } = network
    const nodes = [
      ...gateNodes(network, zones),
      ...streetEnds,
      ...streetEnds.map((node) => nodeArrival[node]),
    ]
    const seeds: Seed[] = nodes.map((node) => ({ node, cost: 0, other: 0, source: 0 }))
    // whoever walks to people that enter elsewhere walks another way
    for (const p of moved)
      for (const point of people.points[p].access)
        for (const { node } of seedsOf(point, search.graph, 0, REVERSE))
          seeds.push({ node, cost: 0, other: 0, source: 0 })
    search.run(seeds, LIMIT, -1)
    const columns = peopleColumns(people, search.graph, REVERSE)
    const best = new BestWalk()
    for (let p = 0; p < points.length; p++) {
      best.clear()
      readWalk(best, search, columns, p, null)
      if (best.cost <= LIMIT) near.add(p)
    }
  }
  const lists = new Map<number, number[]>([...near].map((p) => [p, []]))
  lookAround(after, [...near], (p) => lists.get(p))
  return changeLists(known, lists, after.people)
}

/** Outer sides of all gates of some compounds, open or not; in a compound that strangers pass, on their copy too. */
function gateNodes(network: WalkNetwork, zones: ReadonlySet<number>): number[] {
  const { gateNodes: pairs, nodeZone, copyHome, homeNodeCount } = network
  const outer = new Set<number>()
  for (let i = 0; i < pairs.length; i += 2) {
    const [a, b] = [pairs[i], pairs[i + 1]]
    if (zones.has(nodeZone[b])) outer.add(a)
    if (zones.has(nodeZone[a])) outer.add(b)
  }
  if (outer.size > 0)
    copyHome.forEach((home, i) => {
      if (outer.has(home)) outer.add(homeNodeCount + i)
    })
  return [...outer]
}

/** Fills in, for some points, those their own people walk to within 300 m. */
function lookAround(
  { people, graphs }: PlacedOnNetwork,
  from: readonly number[],
  listOf: (point: number) => number[] | undefined,
): void {
  const search = graphs.search('adult', 'distance', false)
  const index = indexAccess(people, search)
  for (const p of from) {
    const { access } = people.points[p]
    index.found.fill(0, 0, index.foundCount)
    index.foundCount = 0
    // doors may lie in different compounds: each has its own gates
    for (const zone of new Set(access.map((point) => point.zone)))
      lookFrom(
        search,
        index,
        people.points[p].community,
        access.filter((point) => point.zone === zone),
        zone,
        p,
      )
    listOf(p)?.push(...index.found.subarray(0, index.foundCount).sort())
  }
}

/** Access points of people, by node and by edge, and what was found around one of them. */
interface AccessIndex {
  readonly columns: AccessColumns
  /** demand point and its community, one per access point */
  readonly pointOf: Int32Array
  readonly communityOf: Int32Array
  /** the last end of an access point that comes in by each node, and for each the one before it there; −1: none */
  readonly lastAt: Int32Array
  readonly beforeAt: Int32Array
  /** first access point on each open edge, and for each the next one on its edge, ascending; −1: none */
  readonly firstOn: Int32Array
  readonly nextOn: Int32Array
  readonly found: Int32Array
  foundCount: number
  /** the last point that a point was found from, + 1 */
  readonly seenFrom: Int32Array
}

// gates change nothing about where people meet the streets
const indexes = new WeakMap<
  PlacedPeople,
  { readonly streets: SearchGraph['start']; readonly index: AccessIndex }
>()

function indexAccess(people: PlacedPeople, search: BoundedSearch): AccessIndex {
  const known = indexes.get(people)
  if (known?.streets === search.graph.start) {
    known.index.seenFrom.fill(0)
    return known.index
  }
  const { points } = people
  const columns = peopleColumns(people, search.graph, FORWARD)
  const { node } = columns
  const { nodeCount } = search.graph.network
  const lastAt = new Int32Array(nodeCount).fill(-1)
  const beforeAt = new Int32Array(node.length)
  for (let end = 0; end < node.length; end++) {
    if (node[end] < 0) continue
    beforeAt[end] = lastAt[node[end]]
    lastAt[node[end]] = end
  }
  const pointOf = new Int32Array(columns.edge.length)
  const communityOf = new Int32Array(columns.edge.length)
  const firstOn = new Int32Array(search.graph.network.edgeCount).fill(-1)
  const nextOn = new Int32Array(columns.edge.length)
  const homes = demandColumns(people).communityOf
  // from the last one: each goes before those that were there
  for (let p = points.length - 1; p >= 0; p--)
    for (let i = columns.start[p + 1] - 1; i >= columns.start[p]; i--) {
      pointOf[i] = p
      communityOf[i] = homes[p]
      const edge = columns.edge[i]
      if (edge < 0) continue
      nextOn[i] = firstOn[edge]
      firstOn[edge] = i
    }
  const index: AccessIndex = {
    columns,
    pointOf,
    communityOf,
    lastAt,
    beforeAt,
    firstOn,
    nextOn,
    found: new Int32Array(points.length),
    foundCount: 0,
    seenFrom: new Int32Array(points.length),
  }
  indexes.set(people, { streets: search.graph.start, index })
  return index
}

function lookFrom(
  search: BoundedSearch,
  index: AccessIndex,
  community: number,
  own: readonly AccessPoint[],
  zone: number,
  from: number,
): void {
  const { graph } = search
  const { columns, lastAt, beforeAt } = index
  search.run(
    own.flatMap((point) => seedsOf(point, graph, 0, FORWARD)),
    LIMIT,
    zone,
  )
  const { cost, touched, touchedCount } = search
  for (let i = 0; i < touchedCount; i++) {
    const node = touched[i]
    for (let end = lastAt[node]; end >= 0; end = beforeAt[end])
      if (cost[node] + columns.cost[end] <= LIMIT) note(index, end >> 1, community, from)
  }
  // on a long street piece both may stand far from its ends
  const onEdges = new StartsOnEdges(
    own.map((point) => ({ point, source: 0 })),
    graph,
    FORWARD,
  )
  const best = new BestWalk()
  for (const { edge } of own)
    for (let access = index.firstOn[edge] ?? -1; access >= 0; access = index.nextOn[access]) {
      best.clear()
      onEdges.better(best, edge, columns.at[access], columns.connector_m[access])
      if (best.cost <= LIMIT) note(index, access, community, from)
    }
}

/** Notes a point found, once, unless it is of the same community. */
function note(index: AccessIndex, access: number, community: number, from: number): void {
  if (index.communityOf[access] === community) return
  const point = index.pointOf[access]
  if (index.seenFrom[point] === from + 1) return
  index.seenFrom[point] = from + 1
  index.found[index.foundCount++] = point
}
