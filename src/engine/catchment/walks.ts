import type { AccessPoint } from '../places/access-point'
import type { Seed } from './bounded-search'
import type { SearchGraph } from './search-graph'

/** A walk's measures: what was minimized, what was carried along, and from which source. */
export interface Walk {
  readonly cost: number
  readonly other: number
  readonly source: number
}

/** Whether walks are seen from their end, and whether the way to the street counts. */
export interface WalkOptions {
  readonly isReverse: boolean
  readonly countsConnector: boolean
}

/** As people walk, from door to door. */
export const FORWARD: WalkOptions = { isReverse: false, countsConnector: true }
/** The same walks searched from their ends. */
export const REVERSE: WalkOptions = { isReverse: true, countsConnector: true }

/** A seed and the compound it lies in, −1 none. */
export interface ZonedSeed extends Seed {
  readonly zone: number
}

/**
 * The seeds by which a search starts from a place: both ends of its edge, or its node. One-way edges are
 * left only forward, or, for a reverse search, only backward.
 */
export function seedsOf(
  point: AccessPoint,
  graph: SearchGraph,
  source: number,
  options: WalkOptions,
): ZonedSeed[] {
  return waysOff(point, graph, source, options, graph.network.nodeArrival)
}

/** The ends a walk may come in by to a place, with what is left to walk from there. */
export function endsOf(
  point: AccessPoint,
  graph: SearchGraph,
  { isReverse, countsConnector }: WalkOptions,
): Seed[] {
  // the place's own ways off, seen from the other side
  return waysOff(point, graph, 0, { isReverse: !isReverse, countsConnector }, null)
}

/** Within this of the end of a street piece one stands at its corner. */
export const CORNER_MM = 5

/**
 * From a place to both ends of its edge, as far as they may be walked. `arrival`: where one arrives by the end of an
 * edge; null: one stands at the end itself.
 */
function waysOff(
  point: AccessPoint,
  { network, costs }: SearchGraph,
  source: number,
  { isReverse, countsConnector }: WalkOptions,
  arrival: Int32Array | null,
): ZonedSeed[] {
  const { edge, at, zone } = point
  const connector = countsConnector ? point.connector_m : 0
  const cost = Math.round(connector * costs.costPerMetre)
  const other = Math.round(connector * costs.otherPerMetre)
  const seeds: ZonedSeed[] = []
  // there are thousands for each class: an object is made once, and no list on the way
  const add = (end: number, edgeCost: number, edgeOther: number): void => {
    const node = arrival === null ? end : arrival[end]
    seeds.push({
      node,
      cost: cost + Math.round(edgeCost),
      other: other + Math.round(edgeOther),
      source,
      zone,
    })
  }
  if (edge < 0) {
    if (point.node >= 0) add(point.node, 0, 0)
    return seeds
  }
  const isOpen = costs.edgeCost[edge] >= 0
  const isOneway = network.edgeIsOneway[edge] === 1 && !costs.impedance.isPlain
  // seen from the end of a walk, what leads to `from` is walked from there
  const costOn = (isReverse ? costs.edgeCostBack : costs.edgeCost)[edge]
  const costBack = (isReverse ? costs.edgeCost : costs.edgeCostBack)[edge]
  const otherOn = (isReverse ? costs.edgeOtherBack : costs.edgeOther)[edge]
  const otherBack = (isReverse ? costs.edgeOther : costs.edgeOtherBack)[edge]
  // at a corner one is on every street that meets there, whatever is closed or one-way
  const length_mm = network.edgeLength_mm[edge]
  if (isOpen && (!isOneway || isReverse)) add(network.edgeFrom[edge], costBack * at, otherBack * at)
  else if (at * length_mm <= CORNER_MM) add(network.edgeFrom[edge], 0, 0)
  if (isOpen && (!isOneway || !isReverse)) add(network.edgeTo[edge], costOn * (1 - at), otherOn * (1 - at))
  else if ((1 - at) * length_mm <= CORNER_MM) add(network.edgeTo[edge], 0, 0)
  return seeds
}

/** Shorter first; of equal walks the lower source, then the smaller other measure. */
export function isBetter(walk: Walk, than: Walk | null): boolean {
  if (than === null) return true
  if (walk.cost !== than.cost) return walk.cost < than.cost
  if (walk.source !== than.source) return walk.source < than.source
  return walk.other < than.other
}
