import type { AnalysisSettings, Origin, RouteView } from '../../model/analysis'
import type { LonLat } from '../../model/units'
import { roundDegrees } from '../geometry/local-frame'
import type { WalkNetwork } from '../network/walk-network'
import type { AccessPoint } from '../places/access-point'
import { StartsOnEdges, walkTo } from './access-columns'
import { endsOf, isBetter, seedsOf, type Walk } from './walks'
import type { BoundedSearch, Seed } from './bounded-search'
import type { Shortcut } from './resident-shortcuts'
import { positionOf } from '../places/demand-places'
import type { CatchmentContext } from './draw-catchment'
import { lookoutOf } from './lookout'
import { type ResolvedOrigin, resolveOrigin } from './resolve-origin'

/**
 * The walk from an origin to one facility as a line, with connectors; null: no walk within the lookout.
 * From a community it is the walk of whoever lives nearest to the facility. An unknown id: RangeError.
 */
export function traceRoute(
  context: CatchmentContext,
  origin: Origin,
  facility: string,
  settings: Pick<AnalysisSettings, 'profile' | 'basis'>,
): RouteView | null {
  const index = context.project.layers.facilities.findIndex((record) => record.id === facility)
  if (index < 0) throw new RangeError(`no facility ${facility}`)
  const limit = lookoutOf(settings.basis)
  const route = traceBetween(
    context,
    resolveOrigin(context, origin),
    context.facilities.access[index],
    settings,
    limit,
  )
  if (route === null) return null
  const { geometry } = context.project.layers.facilities[index]
  const line = [...route.line]
  if (geometry.type === 'Point') line.push([geometry.coordinates[0], geometry.coordinates[1]])
  return { facility, distance_m: route.distance_m, time_s: route.time_s, line }
}

/** A walk between two places on the network, in both measures. */
export interface TracedRoute {
  readonly distance_m: number
  readonly time_s: number
  readonly line: readonly LonLat[]
}

/** The best walk from a resolved origin to any of some access points; null: none within the limit (mm or ms). */
export function traceBetween(
  context: CatchmentContext,
  origin: ResolvedOrigin,
  ends: readonly AccessPoint[],
  settings: Pick<AnalysisSettings, 'profile' | 'basis'>,
  limit: number,
): TracedRoute | null {
  const search = context.graphs.search(settings.profile, settings.basis, false)
  const options = { isReverse: false, countsConnector: !context.isPlain }
  const traced = traceWalk(search, origin.access, ends, origin.zone, limit, options)
  if (traced === null) return null
  const isDistance = settings.basis === 'distance'
  const { frame } = context.network
  const line: LonLat[] = traced.xy.map(([x, y]) => [roundDegrees(frame.lon(x)), roundDegrees(frame.lat(y))])
  if (origin.at !== null)
    line.unshift([roundDegrees(frame.lon(origin.at[0])), roundDegrees(frame.lat(origin.at[1]))])
  return {
    distance_m: (isDistance ? traced.walk.cost : traced.walk.other) / 1000,
    time_s: (isDistance ? traced.walk.other : traced.walk.cost) / 1000,
    line: line.filter((point, i) => i === 0 || point[0] !== line[i - 1][0] || point[1] !== line[i - 1][1]),
  }
}

/**
 * The best walk from any of `starts` to any of `ends`, and the points it passes, metres in the frame.
 * `limit` in the search's cost unit. null: none.
 */
export function traceWalk(
  search: BoundedSearch,
  starts: readonly AccessPoint[],
  ends: readonly AccessPoint[],
  zone: number,
  limit: number,
  options: { isReverse: boolean; countsConnector: boolean },
): { walk: Walk; xy: [number, number][] } | null {
  const { graph } = search
  const startSeeds = starts.map((point, i) => seedsOf(point, graph, i, options))
  search.run(startSeeds.flat(), limit, zone)
  const sameEdge = new StartsOnEdges(
    starts.map((point, source) => ({ point, source })),
    graph,
    options,
  )
  let best: Walk | null = null
  let end: AccessPoint | null = null
  for (const candidate of ends) {
    const walk = walkTo(candidate, search, options, sameEdge)
    if (walk !== null && isBetter(walk, best)) {
      best = walk
      end = candidate
    }
  }
  if (best === null || end === null || best.cost > limit) return null
  const finish = end
  const walk = best

  // along one edge, or in by one of its ends?
  const lastSeed = endsOf(finish, graph, options).find(
    (seed) =>
      search.cost[seed.node] + seed.cost === walk.cost && search.other(seed.node) + seed.other === walk.other,
  )
  const start = starts[walk.source]
  if (lastSeed === undefined) return { walk, xy: alongEdge(search, start.edge, start.at, finish.at) }
  const back = partialTo(search, finish, lastSeed.node).reverse()
  const { stretches, first, source } = walkBack(search, startSeeds, lastSeed.node, zone)
  const begin = partialTo(search, starts[source], first)
  // the search is used again for what lies outside a compound, so its labels are read before
  const points = stretches.flatMap((stretch) =>
    'points' in stretch ? stretch.points : walkOutside(search, stretch.shortcut),
  )
  return { walk, xy: [...begin, ...points, ...back] }
}

/** A part of a walk: its points, or a shortcut between two gates of a compound, still to be drawn. */
type Stretch = { readonly points: [number, number][] } | { readonly shortcut: Shortcut }

/** The points of a way outside a compound, from gate to gate. */
function walkOutside(search: BoundedSearch, shortcut: Shortcut): [number, number][] {
  const seed = { node: shortcut.outerFrom, cost: 0, other: 0, source: 0 }
  search.run([seed], shortcut.cost, -1)
  const { stretches } = walkBack(search, [[seed]], shortcut.outerTo, -1)
  return [
    positionOf(search.graph.network, atNode(shortcut.outerFrom)),
    // no compound is entered and left on the way, so there is no shortcut in it
    ...stretches.flatMap((stretch) => ('points' in stretch ? stretch.points : [])),
    positionOf(search.graph.network, atNode(shortcut.outerTo)),
  ]
}

function atNode(node: number): AccessPoint {
  return { edge: -1, at: 0, node, connector_m: 0, zone: -1 }
}

/** The points of an edge between two fractions of it. */
function alongEdge(search: BoundedSearch, walked: number, from: number, to: number): [number, number][] {
  const { network } = search.graph
  const { shapeX, shapeY } = network
  // a through copy lies on the street it copies
  const isCopy = walked >= network.homeEdgeCount
  const edge = isCopy ? network.copyEdges[walked - network.homeEdgeCount] : walked
  const first = network.shapeStart[edge]
  const last = network.shapeStart[edge + 1] - 1
  const point = (at: number): [number, number] =>
    positionOf(search.graph.network, { edge, at, node: -1, connector_m: 0, zone: -1 })
  let total = 0
  for (let v = first; v < last; v++) total += Math.hypot(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
  const inner: [number, number][] = []
  let before = 0
  for (let v = first; v <= last; v++) {
    const at = total === 0 ? 0 : before / total
    if (at > Math.min(from, to) && at < Math.max(from, to)) inner.push([shapeX[v], shapeY[v]])
    if (v < last) before += Math.hypot(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
  }
  return [point(from), ...(from <= to ? inner : inner.reverse()), point(to)]
}

/** From an access point along its edge to one of the edge's ends. */
function partialTo(search: BoundedSearch, point: AccessPoint, node: number): [number, number][] {
  if (point.edge < 0) return [positionOf(search.graph.network, point)]
  const { edgeFrom, nodeArrival } = search.graph.network
  const from = edgeFrom[point.edge]
  return alongEdge(search, point.edge, point.at, from === node || nodeArrival[from] === node ? 0 : 1)
}

/** Follows the labels from a node back to the seed they came from. `first`: the seed's node. */
function walkBack(
  search: BoundedSearch,
  startSeeds: readonly (readonly Seed[])[],
  node: number,
  zone: number,
): { stretches: Stretch[]; first: number; source: number } {
  const { graph, cost } = search
  const { network, costs } = graph
  const reversed: Stretch[] = []
  const seen = new Set<number>()
  const splits = listSplits(network)
  for (let at = node; ;) {
    seen.add(at)
    const source = search.source(at)
    const isSeed = startSeeds[source].some(
      (seed) => seed.node === at && seed.cost === cost[at] && seed.other === search.other(at),
    )
    if (isSeed) return { stretches: reversed.reverse(), first: at, source }
    const step = previousStep(search, at, zone, seen, splits)
    if (step === null)
      throw new Error(`no way back from node ${at}, cost ${cost[at]} of ${costs.impedance.basis}`)
    if (step.edge >= 0) {
      const from = network.edgeFrom[step.edge]
      const isOn = from === step.node || network.nodeArrival[from] === step.node
      reversed.push({ points: alongEdge(search, step.edge, isOn ? 0 : 1, isOn ? 1 : 0) })
    } else if (step.shortcut !== undefined) reversed.push({ shortcut: step.shortcut })
    at = step.node
  }
}

/** The split junctions of a network, seen from where a walk has come to. */
interface Splits {
  /** arrival of a leg → the end of its edge */
  readonly endOf: ReadonlyMap<number, number>
  /** end of an edge → the turns that lead to it */
  readonly turnsTo: ReadonlyMap<number, readonly number[]>
}

function listSplits({ nodeArrival, turnCount, turnTo }: WalkNetwork): Splits {
  const endOf = new Map<number, number>()
  const turnsTo = new Map<number, number[]>()
  for (let node = 0; node < nodeArrival.length; node++)
    if (nodeArrival[node] !== node) endOf.set(nodeArrival[node], node)
  for (let t = 0; t < turnCount; t++) {
    const turns = turnsTo.get(turnTo[t])
    if (turns === undefined) turnsTo.set(turnTo[t], [t])
    else turns.push(t)
  }
  return { endOf, turnsTo }
}

/** The label a label came from: the lowest edge, else the first turn or portal, that explains it. */
function previousStep(
  search: BoundedSearch,
  at: number,
  zone: number,
  seen: ReadonlySet<number>,
  splits: Splits,
): { node: number; edge: number; shortcut?: Shortcut } | null {
  const { graph, cost } = search
  const { network, costs } = graph
  const explains = (node: number, c: number, o: number): boolean =>
    !seen.has(node) &&
    c >= 0 &&
    cost[node] + c === cost[at] &&
    search.other(node) + o === search.other(at) &&
    search.source(node) === search.source(at)
  const { nodeArrival } = network
  // where a walk along an edge that ends here set out; inside a crossroads ends lead to ends, arrivals to arrivals
  const startOf = (e: number, start: number, end: number): number => {
    if (network.edgeIsInner[e] === 0) return nodeArrival[end] === at ? start : -1
    return end === at ? start : nodeArrival[end] === at ? nodeArrival[start] : -1
  }
  const tryEdge = (e: number): number => {
    const isOneway = network.edgeIsOneway[e] === 1 && !costs.impedance.isPlain
    const forwardTo = startOf(e, network.edgeFrom[e], network.edgeTo[e])
    const backwardTo = isOneway ? -1 : startOf(e, network.edgeTo[e], network.edgeFrom[e])
    if (forwardTo >= 0 && explains(forwardTo, costs.edgeCost[e], costs.edgeOther[e])) return forwardTo
    if (backwardTo >= 0 && explains(backwardTo, costs.edgeCostBack[e], costs.edgeOtherBack[e]))
      return backwardTo
    return -1
  }
  for (const t of splits.turnsTo.get(at) ?? [])
    if (explains(network.turnFrom[t], costs.turnCost[t], costs.turnOther[t]))
      return { node: network.turnFrom[t], edge: -1 }
  const end = splits.endOf.get(at) ?? at
  for (let k = graph.edgesStart[end]; k < graph.edgesStart[end + 1]; k++) {
    const edge = graph.edgesOfNode[k]
    const node = tryEdge(edge)
    if (node >= 0) return { node, edge }
  }
  for (let edge = network.homeEdgeCount; edge < network.edgeCount; edge++) {
    if (network.edgeFrom[edge] !== at && network.edgeTo[edge] !== at) continue
    const node = tryEdge(edge)
    if (node >= 0) return { node, edge }
  }
  for (let p = 0; p < network.portalCount; p++) {
    if (network.portalTo[p] !== at) continue
    const only = network.portalOnlyZone[p]
    if (only >= 0 && only !== zone) continue
    if (explains(network.portalFrom[p], costs.portalCost[p], costs.portalOther[p]))
      return { node: network.portalFrom[p], edge: -1 }
  }
  for (const shortcut of graph.shortcuts)
    if (shortcut.to === at && explains(shortcut.from, shortcut.cost, shortcut.other))
      return { node: shortcut.from, edge: -1, shortcut }
  return null
}
