import type { AccessPoint } from '../places/access-point'
import { walkTo } from './access-columns'
import { StartsOnEdges } from './starts-on-edges'
import type { BoundedSearch, Seed } from './bounded-search'
import { listSplits, type Splits } from './junction-splits'
import type { Shortcut } from './resident-shortcuts'
import { endsOf, isBetter, seedsOf, type Walk } from './walks'

/**
 * One step of a walk. `cost` and `other` are whole units of the search (mm and ms, or ms and mm); over all steps
 * of a walk they add up to the walk's own.
 */
export type WalkStep =
  | (StepCost & { readonly kind: 'connector'; readonly end: 'start' | 'finish'; readonly metres: number })
  | (StepCost & {
      readonly kind: 'edge'
      readonly edge: number
      /** fractions of the edge, in the direction walked */
      readonly from: number
      readonly to: number
    })
  | (StepCost & { readonly kind: 'turn'; readonly turn: number })
  | (StepCost & { readonly kind: 'gate'; readonly portal: number })

interface StepCost {
  readonly cost: number
  readonly other: number
}

/** A walk, where it meets the network and leaves it, and every step between. */
export interface SteppedWalk {
  readonly walk: Walk
  readonly start: AccessPoint
  readonly finish: AccessPoint
  /** index of `finish` in the ends asked for */
  readonly end: number
  readonly steps: readonly WalkStep[]
}

export interface TraceOptions {
  readonly isReverse: boolean
  readonly countsConnector: boolean
}

/**
 * The best walk from any of `starts` to any of `ends`, step by step. `limit` in the search's cost unit.
 * null: none.
 */
export function traceSteps(
  search: BoundedSearch,
  starts: readonly AccessPoint[],
  ends: readonly AccessPoint[],
  zone: number,
  limit: number,
  options: TraceOptions,
): SteppedWalk | null {
  const { graph } = search
  const startSeeds = starts.map((point, i) => seedsOf(point, graph, i, options))
  search.run(startSeeds.flat(), limit, zone)
  const sameEdge = new StartsOnEdges(
    starts.map((point, source) => ({ point, source })),
    graph,
    options,
  )
  let best: Walk | null = null
  let end = -1
  ends.forEach((candidate, i) => {
    const walk = walkTo(candidate, search, options, sameEdge)
    if (walk !== null && isBetter(walk, best)) {
      best = walk
      end = i
    }
  })
  const walk = best as Walk | null
  if (walk === null || walk.cost > limit) return null
  const finish = ends[end]

  // along one edge, or in by one of its ends?
  const lastSeed = endsOf(finish, graph, options).find(
    (seed) =>
      search.cost[seed.node] + seed.cost === walk.cost && search.other(seed.node) + seed.other === walk.other,
  )
  if (lastSeed === undefined) {
    const start = starts[walk.source]
    return { walk, start, finish, end, steps: stepsAlongOneEdge(search, start, finish, walk, options) }
  }
  const { stretches, seed } = walkBack(search, startSeeds, lastSeed.node, zone)
  const start = starts[seed.source]
  const out = leave(search, start, seed, 'start', options)
  const back = leave(search, finish, lastSeed, 'finish', options)
  // the search is used again for what lies outside a compound, so its labels are read before
  const between = stretches.flatMap((stretch) =>
    'shortcut' in stretch ? walkOutside(search, stretch.shortcut) : [stretch],
  )
  return { walk, start, finish, end, steps: [...out, ...between, ...back].filter(isWalked) }
}

/** A connector of no length is no step. */
function isWalked(step: WalkStep): boolean {
  return step.kind !== 'connector' || step.metres > 0 || step.cost > 0
}

/** From a place to its edge and along it to an end, or the same way back. */
function leave(
  search: BoundedSearch,
  point: AccessPoint,
  seed: Seed,
  end: 'start' | 'finish',
  { countsConnector }: TraceOptions,
): WalkStep[] {
  const { costs, network } = search.graph
  const metres = countsConnector ? point.connector_m : 0
  const cost = Math.round(metres * costs.costPerMetre)
  const other = Math.round(metres * costs.otherPerMetre)
  const connector: WalkStep = { kind: 'connector', end, metres, cost, other }
  if (point.edge < 0) return [connector]
  const { edgeFrom, nodeArrival } = network
  const from = edgeFrom[point.edge]
  const at = from === seed.node || nodeArrival[from] === seed.node ? 0 : 1
  const along: WalkStep = {
    kind: 'edge',
    edge: point.edge,
    from: end === 'start' ? point.at : at,
    to: end === 'start' ? at : point.at,
    cost: seed.cost - cost,
    other: seed.other - other,
  }
  return end === 'start' ? [connector, along] : [along, connector]
}

/**
 * Both ends on one edge. The walk was rounded once, for all of it: the parts are rounded in order, and the last
 * one is what is left.
 */
function stepsAlongOneEdge(
  search: BoundedSearch,
  start: AccessPoint,
  finish: AccessPoint,
  walk: Walk,
  { countsConnector }: TraceOptions,
): WalkStep[] {
  const { costs } = search.graph
  const along = Math.abs(finish.at - start.at)
  const isOn = finish.at >= start.at
  const metresOf = (point: AccessPoint): number => (countsConnector ? point.connector_m : 0)
  const split = (total: number, perMetre: number, edge: number): [number, number, number] => {
    const first = Math.min(total, Math.round(metresOf(start) * perMetre))
    const middle = Math.min(total - first, Math.round(along * edge))
    return [first, middle, total - first - middle]
  }
  const columns = isOn ? [costs.edgeCost, costs.edgeOther] : [costs.edgeCostBack, costs.edgeOtherBack]
  const cost = split(walk.cost, costs.costPerMetre, columns[0][start.edge])
  const other = split(walk.other, costs.otherPerMetre, columns[1][start.edge])
  const steps: WalkStep[] = [
    { kind: 'connector', end: 'start', metres: metresOf(start), cost: cost[0], other: other[0] },
    { kind: 'edge', edge: start.edge, from: start.at, to: finish.at, cost: cost[1], other: other[1] },
    { kind: 'connector', end: 'finish', metres: metresOf(finish), cost: cost[2], other: other[2] },
  ]
  return steps.filter(isWalked)
}

/** A step between nodes, or a shortcut between two gates of a compound, still to be walked. */
type Stretch = WalkStep | { readonly shortcut: Shortcut }

/** The way outside a compound from gate to gate, both gates included. */
function walkOutside(search: BoundedSearch, shortcut: Shortcut): WalkStep[] {
  const { from, to, outerFrom, outerTo, cost } = shortcut
  const seed = { node: outerFrom, cost: 0, other: 0, source: 0 }
  search.run([seed], cost, -1)
  const { stretches } = walkBack(search, [[seed]], outerTo, -1)
  return [
    gateStep(search, from, outerFrom),
    // no compound is entered and left on the way, so there is no shortcut in it
    ...stretches.flatMap((stretch) => ('shortcut' in stretch ? [] : [stretch])),
    gateStep(search, outerTo, to),
  ]
}

function gateStep({ graph: { network, costs } }: BoundedSearch, from: number, to: number): WalkStep {
  for (let portal = 0; portal < network.portalCount; portal++)
    if (network.portalFrom[portal] === from && network.portalTo[portal] === to)
      return { kind: 'gate', portal, cost: costs.portalCost[portal], other: costs.portalOther[portal] }
  throw new Error(`no gate between nodes ${from} and ${to}`)
}

/** Follows the labels from a node back to the seed they came from. */
function walkBack(
  search: BoundedSearch,
  startSeeds: readonly (readonly Seed[])[],
  node: number,
  zone: number,
): { stretches: Stretch[]; seed: Seed } {
  const { graph, cost } = search
  const { costs } = graph
  const reversed: Stretch[] = []
  const seen = new Set<number>()
  const splits = listSplits(graph.network)
  for (let at = node; ;) {
    seen.add(at)
    const seed = startSeeds[search.source(at)].find(
      (start) => start.node === at && start.cost === cost[at] && start.other === search.other(at),
    )
    if (seed !== undefined) return { stretches: reversed.reverse(), seed }
    const step = previousStep(search, at, zone, seen, splits)
    if (step === null)
      throw new Error(`no way back from node ${at}, cost ${cost[at]} of ${costs.impedance.basis}`)
    reversed.push(step.stretch)
    at = step.node
  }
}

/** The label a label came from: the first turn, else the lowest edge, portal or shortcut, that explains it. */
function previousStep(
  search: BoundedSearch,
  at: number,
  zone: number,
  seen: ReadonlySet<number>,
  splits: Splits,
): { node: number; stretch: Stretch } | null {
  const { graph, cost } = search
  const { network, costs } = graph
  const explains = (node: number, c: number, o: number): boolean =>
    !seen.has(node) &&
    c >= 0 &&
    cost[node] + c === cost[at] &&
    search.other(node) + o === search.other(at) &&
    search.source(node) === search.source(at)
  const costFrom = (node: number): StepCost => ({
    cost: cost[at] - cost[node],
    other: search.other(at) - search.other(node),
  })
  const { nodeArrival } = network
  // where a walk along an edge that ends here set out; inside a crossroads ends lead to ends, arrivals to arrivals
  const startOf = (e: number, start: number, end: number): number => {
    if (network.edgeIsInner[e] === 0) return nodeArrival[end] === at ? start : -1
    return end === at ? start : nodeArrival[end] === at ? nodeArrival[start] : -1
  }
  const tryEdge = (edge: number): { node: number; stretch: Stretch } | null => {
    const isOneway = network.edgeIsOneway[edge] === 1 && !costs.impedance.isPlain
    const walked = (node: number, from: 0 | 1): { node: number; stretch: Stretch } => ({
      node,
      stretch: { kind: 'edge', edge, from, to: 1 - from, ...costFrom(node) },
    })
    const forward = startOf(edge, network.edgeFrom[edge], network.edgeTo[edge])
    const backward = isOneway ? -1 : startOf(edge, network.edgeTo[edge], network.edgeFrom[edge])
    if (forward >= 0 && explains(forward, costs.edgeCost[edge], costs.edgeOther[edge]))
      return walked(forward, 0)
    if (backward >= 0 && explains(backward, costs.edgeCostBack[edge], costs.edgeOtherBack[edge]))
      return walked(backward, 1)
    return null
  }
  for (const turn of splits.turnsTo.get(at) ?? []) {
    const node = network.turnFrom[turn]
    if (explains(node, costs.turnCost[turn], costs.turnOther[turn]))
      return { node, stretch: { kind: 'turn', turn, ...costFrom(node) } }
  }
  const end = splits.endOf.get(at) ?? at
  for (let k = graph.edgesStart[end]; k < graph.edgesEnd[end]; k++) {
    const step = tryEdge(graph.edgesOfNode[k])
    if (step !== null) return step
  }
  for (let edge = network.homeEdgeCount; edge < network.edgeCount; edge++) {
    if (network.edgeFrom[edge] !== at && network.edgeTo[edge] !== at) continue
    const step = tryEdge(edge)
    if (step !== null) return step
  }
  for (let portal = 0; portal < network.portalCount; portal++) {
    if (network.portalTo[portal] !== at) continue
    const only = network.portalOnlyZone[portal]
    if (only >= 0 && only !== zone) continue
    const node = network.portalFrom[portal]
    if (explains(node, costs.portalCost[portal], costs.portalOther[portal]))
      return { node, stretch: { kind: 'gate', portal, ...costFrom(node) } }
  }
  for (const shortcut of graph.shortcuts)
    if (shortcut.to === at && explains(shortcut.from, shortcut.cost, shortcut.other))
      return { node: shortcut.from, stretch: { shortcut } }
  return null
}
