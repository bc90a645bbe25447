import type { WalkNetwork } from '../network/walk-network'
import { type Costs, type Impedance, priceNetwork } from './impedance'

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
  const { nodeCount, edgeCount, edgeFrom, edgeTo, edgeIsOneway, edgeIsInner, nodeArrival } = network
  const [costOn, otherOn, costBack, otherBack] = isReverse
    ? [costs.edgeCostBack, costs.edgeOtherBack, costs.edgeCost, costs.edgeOther]
    : [costs.edgeCost, costs.edgeOther, costs.edgeCostBack, costs.edgeOtherBack]
  const arcCount = new Int32Array(nodeCount + 1)
  const exitCount = new Int32Array(nodeCount + 1)
  const eachArc = (visit: (from: number, to: number, cost: number, other: number) => void): void => {
    for (let e = 0; e < edgeCount; e++) {
      // a loop leads nowhere, a closed edge neither; turns lead over what is inside a crossroads
      if (costOn[e] < 0 || edgeFrom[e] === edgeTo[e] || edgeIsInner[e] === 1) continue
      const isOneway = edgeIsOneway[e] === 1 && !impedance.isPlain
      if (!isOneway || !isReverse) visit(edgeFrom[e], nodeArrival[edgeTo[e]], costOn[e], otherOn[e])
      if (!isOneway || isReverse) visit(edgeTo[e], nodeArrival[edgeFrom[e]], costBack[e], otherBack[e])
    }
    for (let p = 0; p < network.portalCount; p++)
      if (network.portalOnlyZone[p] < 0 && costs.portalCost[p] >= 0)
        visit(network.portalFrom[p], network.portalTo[p], costs.portalCost[p], costs.portalOther[p])
    for (let t = 0; t < network.turnCount; t++)
      visit(network.turnFrom[t], network.turnTo[t], costs.turnCost[t], costs.turnOther[t])
  }
  eachArc((from) => arcCount[from + 1]++)
  for (let p = 0; p < network.portalCount; p++)
    if (network.portalOnlyZone[p] >= 0 && costs.portalCost[p] >= 0) exitCount[network.portalFrom[p] + 1]++
  const start = accumulate(arcCount, ARC)
  const exitStart = accumulate(exitCount, EXIT)
  const arcs = new Int32Array(start[nodeCount])
  const exits = new Int32Array(exitStart[nodeCount])
  const next = start.slice()
  eachArc((from, to, cost, other) => {
    const i = next[from]
    arcs[i] = to
    arcs[i + 1] = cost
    arcs[i + 2] = other
    next[from] = i + ARC
  })
  const nextExit = exitStart.slice()
  const hasExit = new Uint8Array(nodeCount)
  for (let p = 0; p < network.portalCount; p++) {
    if (network.portalOnlyZone[p] < 0 || costs.portalCost[p] < 0) continue
    const from = network.portalFrom[p]
    const i = nextExit[from]
    exits[i] = network.portalTo[p]
    exits[i + 1] = costs.portalCost[p]
    exits[i + 2] = costs.portalOther[p]
    exits[i + 3] = network.portalOnlyZone[p]
    nextExit[from] = i + EXIT
    hasExit[from] = 1
  }
  return { network, costs, start, arcs, exitStart, exits, hasExit, ...listEdgesOfNodes(network, costs) }
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
