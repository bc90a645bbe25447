import type { WalkNetwork } from '../network/walk-network'
import { type Impedance, inDirection, priceStreets, type StreetCosts } from './impedance'

/** Ints per arc: target node, cost, other. */
export const ARC = 3

/** The streets of a network as a search runs through them, without gates: arcs of each node side by side (CSR). */
export interface StreetGraph {
  readonly costs: StreetCosts
  /** first arc of each node, in ints; one more entry as end mark */
  readonly start: Int32Array
  readonly arcs: Int32Array
  /** open home edges at each node (through copies lie on top of them and never reach farther) */
  readonly edgesStart: Int32Array
  readonly edgesOfNode: Int32Array
}

// while gates are opened and closed the streets stay; see `WalkNetwork.frame`
const known = new WeakMap<object, Map<string, StreetGraph>>()

/** The graph of a network's streets for one impedance: one object for all networks that differ by their gates only. */
export function streetGraphOf(network: WalkNetwork, impedance: Impedance, isReverse: boolean): StreetGraph {
  let graphs = known.get(network.frame)
  if (graphs === undefined) known.set(network.frame, (graphs = new Map<string, StreetGraph>()))
  const { profile, basis, isPlain, speedFactor = 1, hasDelays = true } = impedance
  // where nothing is one-way and nothing climbs, there and back is one graph
  const isTurned = isReverse && (network.edgeSlope !== null || network.edgeIsOneway.includes(1))
  const key = [isTurned, profile, basis, isPlain, speedFactor, hasDelays].join(' ')
  let graph = graphs.get(key)
  if (graph === undefined) {
    const costs = priceStreets(network, impedance)
    graph = { costs, ...layArcs(network, costs, isReverse), ...listEdgesOfNodes(network, costs) }
    graphs.set(key, graph)
  }
  return graph
}

function layArcs(
  network: WalkNetwork,
  costs: StreetCosts,
  isReverse: boolean,
): Pick<StreetGraph, 'start' | 'arcs'> {
  const { edgeFrom, edgeTo, edgeIsOneway, edgeIsInner, nodeArrival } = network
  const { isPlain } = costs.impedance
  const [costOn, costBack] = inDirection(costs.edgeCost, costs.edgeCostBack, isReverse)
  const [otherOn, otherBack] = inDirection(costs.edgeOther, costs.edgeOtherBack, isReverse)
  const eachArc = (visit: (from: number, to: number, cost: number, other: number) => void): void => {
    for (let e = 0; e < network.edgeCount; e++) {
      const from = edgeFrom[e]
      const to = edgeTo[e]
      // a loop leads nowhere; a closed edge neither
      if (costOn[e] < 0 || from === to) continue
      if (edgeIsInner[e] === 1) {
        // walks that come into a crossroads to stay, and those that began in it and leave
        visit(from, to, costOn[e], otherOn[e])
        visit(to, from, costBack[e], otherBack[e])
        visit(nodeArrival[from], nodeArrival[to], costOn[e], otherOn[e])
        visit(nodeArrival[to], nodeArrival[from], costBack[e], otherBack[e])
        continue
      }
      const isOneway = edgeIsOneway[e] === 1 && !isPlain
      if (!isOneway || !isReverse) visit(from, nodeArrival[to], costOn[e], otherOn[e])
      if (!isOneway || isReverse) visit(to, nodeArrival[from], costBack[e], otherBack[e])
    }
    for (let t = 0; t < network.turnCount; t++)
      visit(network.turnFrom[t], network.turnTo[t], costs.turnCost[t], costs.turnOther[t])
  }
  const counts = new Int32Array(network.nodeCount + 1)
  eachArc((from) => counts[from + 1]++)
  const start = accumulate(counts, ARC)
  const arcs = new Int32Array(start[start.length - 1])
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

function listEdgesOfNodes(
  network: Pick<WalkNetwork, 'nodeCount' | 'homeEdgeCount' | 'edgeFrom' | 'edgeTo'>,
  costs: StreetCosts,
): Pick<StreetGraph, 'edgesStart' | 'edgesOfNode'> {
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

/** First entry of each node from how many each has (one place on), in ints. */
function accumulate(counts: Int32Array, stride: number): Int32Array {
  const start = new Int32Array(counts.length)
  for (let i = 1; i < counts.length; i++) start[i] = start[i - 1] + counts[i] * stride
  return start
}
