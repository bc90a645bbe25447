import { grownFrom } from '../network/grown-from'
import type { AccessPoint } from '../places/access-point'
import type { PlacedFacilities } from '../places/place-facilities'
import type { PlacedPeople } from '../places/place-people'
import { BestWalk } from './best-walk'
import { type BoundedSearch, UNREACHED } from './bounded-search'
import type { SearchGraph } from './search-graph'
import type { StartsOnEdges } from './starts-on-edges'
import { endsOf, type Walk, type WalkOptions } from './walks'

/** Ends of an access point: the two ends of its edge, or its node. */
const ENDS = 2

/**
 * The ways into many places, priced once for a graph, so that a search can be read for all of them without
 * making an object. `start[place]` … `start[place + 1]` are a place's access points.
 */
export interface AccessColumns {
  readonly start: Int32Array
  /** node a walk comes in by and what is left to walk from there; two per access point, −1 none */
  readonly node: Int32Array
  readonly cost: Int32Array
  readonly other: Int32Array
  /** edge the access point lies on, −1: a node, or closed to the profile. One per access point */
  readonly edge: Int32Array
  /** fraction along the edge, and connector in metres (0 where connectors are not counted) */
  readonly at: Float64Array
  readonly connector_m: Float64Array
}

type Places = readonly (readonly AccessPoint[])[]

/** Columns, and of which places they are. */
interface Priced {
  readonly places: Places
  readonly columns: AccessColumns
}

/** What was priced for one graph. */
interface PricedOfGraph {
  // networks and places never change: columns made once stay true
  readonly byOwner: WeakMap<object, AccessColumns>
  /** the last of people and of facilities */
  readonly last: Map<Kind, Priced>
}

type Kind = 'people' | 'facilities'

// gates change nothing about how a place meets its street: by streets, and what those are priced for
const made = new WeakMap<object, Map<string, PricedOfGraph>>()

/** The access columns of where people start, in the order of their points. */
export function peopleColumns(
  { points }: Pick<PlacedPeople, 'points'>,
  graph: SearchGraph,
  options: WalkOptions,
): AccessColumns {
  return columnsOf('people', points, () => points.map((point) => point.access), graph, options)
}

/** The access columns of facilities, in the order of their layer. */
export function facilityColumns(
  { access }: Pick<PlacedFacilities, 'access'>,
  graph: SearchGraph,
  options: WalkOptions,
): AccessColumns {
  return columnsOf('facilities', access, () => access, graph, options)
}

function columnsOf(
  kind: Kind,
  owner: object,
  list: () => Places,
  graph: SearchGraph,
  options: WalkOptions,
): AccessColumns {
  const { network, key } = graph
  let ofStreets = made.get(network.frame)
  if (ofStreets === undefined) made.set(network.frame, (ofStreets = new Map<string, PricedOfGraph>()))
  let ofGraph = ofStreets.get(key)
  if (ofGraph === undefined)
    ofStreets.set(key, (ofGraph = { byOwner: new WeakMap(), last: new Map<Kind, Priced>() }))
  const known = ofGraph.byOwner.get(owner)
  if (known !== undefined) return known
  const places = list()
  const from = grownFrom(network)
  const ofData = from === null ? undefined : made.get(from.home.frame)?.get(key)
  const columns = priceAgain(ofGraph.last.get(kind) ?? ofData?.last.get(kind), places, graph, options)
  ofGraph.byOwner.set(owner, columns)
  ofGraph.last.set(kind, { places, columns })
  return columns
}

/**
 * Prices the ways into some places, of which most were priced before, on the same streets or on those of the data they
 * have grown from: whoever has the same ways has them at the same cost.
 */
function priceAgain(
  before: Priced | undefined,
  places: Places,
  graph: SearchGraph,
  options: WalkOptions,
): AccessColumns {
  if (before === undefined) return priceAccess(places, graph, options)
  const { columns: was } = before
  const columns = makeColumns(places)
  let rowOf: ReadonlyMap<readonly AccessPoint[], number> | null = null
  for (let place = 0; place < places.length;) {
    const points = places[place]
    let row = place
    if (before.places[row] !== points) {
      // where there are as many as before, other ways are new ways
      if (places.length !== before.places.length) rowOf ??= new Map(before.places.map((each, i) => [each, i]))
      row = rowOf?.get(points) ?? -1
    }
    if (row < 0 || !isOpenAsBefore(points, was, row, graph)) {
      priceRow(columns, place++, points, graph, options)
      continue
    }
    // as many as stand side by side in both
    let count = 1
    while (
      place + count < places.length &&
      places[place + count] === before.places[row + count] &&
      isOpenAsBefore(places[place + count], was, row + count, graph)
    )
      count++
    copyRows(columns, place, was, row, count)
    place += count
  }
  return columns
}

/** Whether the edges that places lie on are open to the same as before: a plan may have taken one away. */
function isOpenAsBefore(
  points: readonly AccessPoint[],
  was: AccessColumns,
  row: number,
  { costs: { edgeCost } }: SearchGraph,
): boolean {
  const first = was.start[row]
  for (let k = 0; k < points.length; k++) {
    const { edge } = points[k]
    if (was.edge[first + k] !== (edge >= 0 && edgeCost[edge] >= 0 ? edge : -1)) return false
  }
  return true
}

function copyRows(to: AccessColumns, place: number, from: AccessColumns, row: number, count: number): void {
  const [at, begin, end] = [to.start[place], from.start[row], from.start[row + count]]
  for (const column of ['node', 'cost', 'other'] as const)
    to[column].set(from[column].subarray(ENDS * begin, ENDS * end), ENDS * at)
  to.edge.set(from.edge.subarray(begin, end), at)
  to.at.set(from.at.subarray(begin, end), at)
  to.connector_m.set(from.connector_m.subarray(begin, end), at)
}

/** Prices the ways into some places. */
export function priceAccess(places: Places, graph: SearchGraph, options: WalkOptions): AccessColumns {
  const columns = makeColumns(places)
  places.forEach((points, place) => priceRow(columns, place, points, graph, options))
  return columns
}

/** Columns with room for the ways into some places, nowhere yet. */
function makeColumns(places: Places): AccessColumns {
  const start = new Int32Array(places.length + 1)
  places.forEach((points, place) => (start[place + 1] = start[place] + points.length))
  const count = start[places.length]
  return {
    start,
    node: new Int32Array(ENDS * count).fill(-1),
    cost: new Int32Array(ENDS * count),
    other: new Int32Array(ENDS * count),
    edge: new Int32Array(count).fill(-1),
    at: new Float64Array(count),
    connector_m: new Float64Array(count),
  }
}

function priceRow(
  columns: AccessColumns,
  place: number,
  points: readonly AccessPoint[],
  graph: SearchGraph,
  options: WalkOptions,
): void {
  let i = columns.start[place]
  for (const point of points) {
    endsOf(point, graph, options).forEach((end, k) => {
      columns.node[ENDS * i + k] = end.node
      columns.cost[ENDS * i + k] = end.cost
      columns.other[ENDS * i + k] = end.other
    })
    if (point.edge >= 0 && graph.costs.edgeCost[point.edge] >= 0) columns.edge[i] = point.edge
    columns.at[i] = point.at
    columns.connector_m[i] = options.countsConnector ? point.connector_m : 0
    i++
  }
}

/** Reads a finished search at a place: the best walk to any of its access points goes into `best`. */
export function readWalk(
  best: BestWalk,
  search: BoundedSearch,
  columns: AccessColumns,
  place: number,
  starts: StartsOnEdges | null,
): void {
  const { node, cost, other, edge } = columns
  const { cost: reached } = search
  for (let i = columns.start[place]; i < columns.start[place + 1]; i++) {
    for (let k = ENDS * i; k < ENDS * i + ENDS; k++) {
      const end = node[k]
      if (end < 0 || reached[end] === UNREACHED) continue
      best.offer(reached[end] + cost[k], search.other(end) + other[k], search.source(end))
    }
    if (starts !== null && edge[i] >= 0) starts.better(best, edge[i], columns.at[i], columns.connector_m[i])
  }
}

/** The best walk to each of many places; cost is UNREACHED and source −1 where there is none. */
export interface BestWalks {
  readonly cost: Int32Array
  readonly other: Int32Array
  readonly source: Int32Array
}

/** `readWalk` for all places at once, into columns with an entry for each. */
export function readWalks(
  into: BestWalks,
  search: BoundedSearch,
  columns: AccessColumns,
  starts: StartsOnEdges,
): void {
  const { start, node, cost, other, edge } = columns
  const { cost: reached } = search
  const onEdge = new BestWalk()
  for (let place = 0; place < start.length - 1; place++) {
    // written out: as an object it takes half as long again, and there are as many as places times classes
    let [bestCost, bestOther, bestSource] = [UNREACHED, 0, -1]
    for (let i = start[place]; i < start[place + 1]; i++) {
      for (let k = ENDS * i; k < ENDS * i + ENDS; k++) {
        const end = node[k]
        if (end < 0 || reached[end] === UNREACHED) continue
        const walk = reached[end] + cost[k]
        if (walk > bestCost) continue
        const source = search.source(end)
        const rest = search.other(end) + other[k]
        if (walk === bestCost && (source > bestSource || (source === bestSource && rest >= bestOther)))
          continue
        bestCost = walk
        bestOther = rest
        bestSource = source
      }
      if (edge[i] < 0 || !starts.mayBeOn(edge[i])) continue
      onEdge.clear()
      if (bestSource >= 0) onEdge.offer(bestCost, bestOther, bestSource)
      starts.better(onEdge, edge[i], columns.at[i], columns.connector_m[i])
      bestCost = onEdge.cost
      bestOther = onEdge.other
      bestSource = onEdge.source
    }
    into.cost[place] = bestCost
    into.other[place] = bestOther
    into.source[place] = bestSource
  }
}

/** The best walk of a finished search to one access point; null: not reached. */
export function walkTo(
  point: AccessPoint,
  search: BoundedSearch,
  options: WalkOptions,
  starts: StartsOnEdges | null,
): Walk | null {
  const best = new BestWalk()
  readWalk(best, search, priceAccess([[point]], search.graph, options), 0, starts)
  return best.source < 0 ? null : best
}
