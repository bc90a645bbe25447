import type { WalkNetwork } from '../network/walk-network'
import { type Costs, type Impedance, inDirection, priceNetwork } from './impedance'
import { lookoutOf } from './lookout'
import { findShortcuts, type Shortcut } from './resident-shortcuts'

/** Ints per arc: target node, cost, other. */
export const ARC = 3
/** Ints per exit: target node, cost, other, zone whose walks alone may take it. */
export const EXIT = 4

/** The network as a search runs through it: arcs of each node side by side (CSR), interleaved. */
export interface SearchGraph {
  readonly network: WalkNetwork
  readonly costs: Costs
  /** first arc of each node, in ints; one more entry as end mark */
  readonly start: Int32Array
  readonly arcs: Int32Array
  /** gates that only the walks of one zone may leave by; most nodes have none */
  readonly exitStart: Int32Array
  readonly exits: Int32Array
  /** 1: this node has exits */
  readonly hasExit: Uint8Array
  /** open home edges at each node (through copies lie on top of them and never reach farther) */
  readonly edgesStart: Int32Array
  readonly edgesOfNode: Int32Array
  /** arcs between inner nodes of a compound that lead outside it; see resident-shortcuts.ts */
  readonly shortcuts: readonly Shortcut[]
}

/**
 * Builds the graph for one impedance. `isReverse`: arcs point the other way, for searches that ask who can
 * reach a place; it matters only where walking is one-way or uphill. Turns cost the same both ways, so a
 * walk seen from its end turns as the walk itself does.
 */
export function buildSearchGraph(
  network: WalkNetwork,
  impedance: Impedance,
  isReverse: boolean,
): SearchGraph {
  const costs = priceNetwork(network, impedance)
  const bare = {
    network,
    costs,
    ...layArcs(network, costs, isReverse, []),
    ...layExits(network, costs),
    ...listEdgesOfNodes(network, costs),
    shortcuts: [],
  }
  const shortcuts = findShortcuts(bare, lookoutOf(impedance.basis))
  return shortcuts.length === 0
    ? bare
    : { ...bare, ...layArcs(network, costs, isReverse, shortcuts), shortcuts }
}

function layArcs(
  network: WalkNetwork,
  costs: Costs,
  isReverse: boolean,
  shortcuts: readonly Shortcut[],
): Pick<SearchGraph, 'start' | 'arcs'> {
  const { nodeCount, edgeCount, edgeFrom, edgeTo, edgeIsOneway, edgeIsInner, nodeArrival } = network
  const { isPlain } = costs.impedance
  const [costOn, costBack] = inDirection(costs.edgeCost, costs.edgeCostBack, isReverse)
  const [otherOn, otherBack] = inDirection(costs.edgeOther, costs.edgeOtherBack, isReverse)
  const eachArc = (visit: (from: number, to: number, cost: number, other: number) => void): void => {
    for (let e = 0; e < edgeCount; e++) {
      // a loop leads nowhere; a closed edge neither
      if (costOn[e] < 0 || edgeFrom[e] === edgeTo[e]) continue
      if (edgeIsInner[e] === 1) {
        // walks that come into a crossroads to stay, and those that began in it and leave
        const [arriveFrom, arriveTo] = [nodeArrival[edgeFrom[e]], nodeArrival[edgeTo[e]]]
        visit(edgeFrom[e], edgeTo[e], costOn[e], otherOn[e])
        visit(edgeTo[e], edgeFrom[e], costBack[e], otherBack[e])
        visit(arriveFrom, arriveTo, costOn[e], otherOn[e])
        visit(arriveTo, arriveFrom, costBack[e], otherBack[e])
        continue
      }
      const isOneway = edgeIsOneway[e] === 1 && !isPlain
      if (!isOneway || !isReverse) visit(edgeFrom[e], nodeArrival[edgeTo[e]], costOn[e], otherOn[e])
      if (!isOneway || isReverse) visit(edgeTo[e], nodeArrival[edgeFrom[e]], costBack[e], otherBack[e])
    }
    for (let p = 0; p < network.portalCount; p++)
      if (network.portalOnlyZone[p] < 0 && costs.portalCost[p] >= 0)
        visit(network.portalFrom[p], network.portalTo[p], costs.portalCost[p], costs.portalOther[p])
    for (let t = 0; t < network.turnCount; t++)
      visit(network.turnFrom[t], network.turnTo[t], costs.turnCost[t], costs.turnOther[t])
    for (const { from, to, cost, other } of shortcuts) visit(from, to, cost, other)
  }
  const counts = new Int32Array(nodeCount + 1)
  eachArc((from) => counts[from + 1]++)
  const start = accumulate(counts, ARC)
  const arcs = new Int32Array(start[nodeCount])
  const next = start.slice()
  eachArc((from, to, cost, other) => {
    const i = next[from]
    arcs[i] = to
    arcs[i + 1] = cost
    arcs[i + 2] = other
    next[from] = i + ARC
  })
  return { start, arcs }
}

/** Gates that only the walks of one zone may leave by. */
function layExits(network: WalkNetwork, costs: Costs): Pick<SearchGraph, 'exitStart' | 'exits' | 'hasExit'> {
  const { nodeCount, portalCount, portalFrom, portalTo, portalOnlyZone } = network
  const isExit = (p: number): boolean => portalOnlyZone[p] >= 0 && costs.portalCost[p] >= 0
  const counts = new Int32Array(nodeCount + 1)
  for (let p = 0; p < portalCount; p++) if (isExit(p)) counts[portalFrom[p] + 1]++
  const exitStart = accumulate(counts, EXIT)
  const exits = new Int32Array(exitStart[nodeCount])
  const next = exitStart.slice()
  const hasExit = new Uint8Array(nodeCount)
  for (let p = 0; p < portalCount; p++) {
    if (!isExit(p)) continue
    const from = portalFrom[p]
    const i = next[from]
    exits[i] = portalTo[p]
    exits[i + 1] = costs.portalCost[p]
    exits[i + 2] = costs.portalOther[p]
    exits[i + 3] = portalOnlyZone[p]
    next[from] = i + EXIT
    hasExit[from] = 1
  }
  return { exitStart, exits, hasExit }
}

function listEdgesOfNodes(
  network: WalkNetwork,
  costs: Costs,
): Pick<SearchGraph, 'edgesStart' | 'edgesOfNode'> {
  const counts = new Int32Array(network.nodeCount + 1)
  const eachEnd = (visit: (node: number, edge: number) => void): void => {
    for (let e = 0; e < network.homeEdgeCount; e++) {
      if (costs.edgeCost[e] < 0) continue
      visit(network.edgeFrom[e], e)
      if (network.edgeTo[e] !== network.edgeFrom[e]) visit(network.edgeTo[e], e)
    }
  }
  eachEnd((node) => counts[node + 1]++)
  const edgesStart = accumulate(counts, 1)
  const edgesOfNode = new Int32Array(edgesStart[network.nodeCount])
  const next = edgesStart.slice()
  eachEnd((node, edge) => (edgesOfNode[next[node]++] = edge))
  return { edgesStart, edgesOfNode }
}

function accumulate(counts: Int32Array, stride: number): Int32Array {
  const start = new Int32Array(counts.length)
  for (let i = 1; i < counts.length; i++) start[i] = start[i - 1] + counts[i] * stride
  return start
}
