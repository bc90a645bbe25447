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
  /** the graph of the real streets alone: one object, however gates are opened */
  readonly home: object
}

// while gates are opened and closed the streets stay; see `WalkNetwork.frame`
const known = new WeakMap<object, Map<string, StreetGraph>>()

/**
 * The graph of a network's streets for one impedance. What belongs to the real streets is made once for all
 * networks that differ by their gates only; through copies are added behind it.
 */
export function streetGraphOf(network: WalkNetwork, impedance: Impedance, isReverse: boolean): StreetGraph {
  let graphs = known.get(network.frame)
  if (graphs === undefined) known.set(network.frame, (graphs = new Map<string, StreetGraph>()))
  const { profile, basis, isPlain, speedFactor = 1, hasDelays = true } = impedance
  // where nothing is one-way and nothing climbs, there and back is one graph
  const isTurned = isReverse && (network.edgeSlope !== null || network.edgeIsOneway.includes(1))
  const key = [isTurned, profile, basis, isPlain, speedFactor, hasDelays].join(' ')
  let home = graphs.get(key)
  if (home === undefined) graphs.set(key, (home = layHome(network, impedance, isReverse)))
  return network.nodeCount === network.homeNodeCount ? home : addCopies(home, network, isReverse)
}

function layHome(network: WalkNetwork, impedance: Impedance, isReverse: boolean): StreetGraph {
  const { homeNodeCount: nodeCount, homeEdgeCount: edgeCount, homeTurnCount: turnCount } = network
  const home = { ...network, nodeCount, edgeCount, turnCount }
  const costs = priceStreets(home, impedance)
  const all = { firstNode: 0, nodeCount, firstEdge: 0, edgeCount, firstTurn: 0, turnCount }
  return {
    costs,
    ...layArcs(network, costs, isReverse, all),
    ...listEdgesOfNodes(home, costs),
    home: costs,
  }
}

function addCopies(home: StreetGraph, network: WalkNetwork, isReverse: boolean): StreetGraph {
  const { homeNodeCount, homeEdgeCount, homeTurnCount, copyEdges } = network
  const extend = (column: Int32Array): Int32Array => {
    const extended = new Int32Array(network.edgeCount)
    extended.set(column)
    for (let i = 0; i < copyEdges.length; i++) extended[homeEdgeCount + i] = column[copyEdges[i]]
    return extended
  }
  const { costs: known } = home
  const edgeCost = extend(known.edgeCost)
  const edgeOther = extend(known.edgeOther)
  const isTwoWay = known.edgeCostBack !== known.edgeCost
  const costs = {
    ...known,
    ...priceTurns(known, network),
    edgeCost,
    edgeOther,
    edgeCostBack: isTwoWay ? extend(known.edgeCostBack) : edgeCost,
    edgeOtherBack: isTwoWay ? extend(known.edgeOtherBack) : edgeOther,
  }
  const copies = layArcs(network, costs, isReverse, {
    firstNode: homeNodeCount,
    nodeCount: network.nodeCount,
    firstEdge: homeEdgeCount,
    edgeCount: network.edgeCount,
    firstTurn: homeTurnCount,
    turnCount: network.turnCount,
  })
  const start = new Int32Array(network.nodeCount + 1)
  start.set(home.start)
  for (let i = 0; i < copies.start.length; i++) start[homeNodeCount + i] = home.arcs.length + copies.start[i]
  const arcs = new Int32Array(home.arcs.length + copies.arcs.length)
  arcs.set(home.arcs)
  arcs.set(copies.arcs, home.arcs.length)
  // a copy lies on a home edge: it is cut and drawn with that
  const edgesStart = new Int32Array(network.nodeCount + 1).fill(home.edgesOfNode.length)
  edgesStart.set(home.edgesStart)
  return { costs, start, arcs, edgesStart, edgesOfNode: home.edgesOfNode, home: home.home }
}

/** Turn costs with those of copied junctions, which stand behind in the same columns. */
function priceTurns(known: StreetCosts, network: WalkNetwork): Pick<StreetCosts, 'turnCost' | 'turnOther'> {
  if (network.turnCount === network.homeTurnCount)
    return { turnCost: known.turnCost, turnOther: known.turnOther }
  const { turnCost, turnOther } = priceStreets(network, known.impedance)
  return { turnCost, turnOther }
}

/** A part of a network: nodes, edges and turns from … to (exclusive). Its edges join its own nodes only. */
interface Part {
  readonly firstNode: number
  readonly nodeCount: number
  readonly firstEdge: number
  readonly edgeCount: number
  readonly firstTurn: number
  readonly turnCount: number
}

/** Arcs of the nodes of a part; `start` counts from its first node. */
function layArcs(
  network: WalkNetwork,
  costs: StreetCosts,
  isReverse: boolean,
  part: Part,
): Pick<StreetGraph, 'start' | 'arcs'> {
  const { edgeFrom, edgeTo, edgeIsOneway, edgeIsInner, nodeArrival } = network
  const { isPlain } = costs.impedance
  const [costOn, costBack] = inDirection(costs.edgeCost, costs.edgeCostBack, isReverse)
  const [otherOn, otherBack] = inDirection(costs.edgeOther, costs.edgeOtherBack, isReverse)
  const eachArc = (visit: (from: number, to: number, cost: number, other: number) => void): void => {
    for (let e = part.firstEdge; e < part.edgeCount; e++) {
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
    for (let t = part.firstTurn; t < part.turnCount; t++)
      visit(network.turnFrom[t], network.turnTo[t], costs.turnCost[t], costs.turnOther[t])
  }
  const counts = new Int32Array(part.nodeCount - part.firstNode + 1)
  eachArc((from) => counts[from - part.firstNode + 1]++)
  const start = accumulate(counts, ARC)
  const arcs = new Int32Array(start[start.length - 1])
  const next = start.slice()
  eachArc((from, to, cost, other) => {
    const i = next[from - part.firstNode]
    arcs[i] = to
    arcs[i + 1] = cost
    arcs[i + 2] = other
    next[from - part.firstNode] = i + ARC
  })
  return { start, arcs }
}

function listEdgesOfNodes(
  network: Pick<WalkNetwork, 'nodeCount' | 'edgeCount' | 'edgeFrom' | 'edgeTo'>,
  costs: StreetCosts,
): Pick<StreetGraph, 'edgesStart' | 'edgesOfNode'> {
  const counts = new Int32Array(network.nodeCount + 1)
  const eachEnd = (visit: (node: number, edge: number) => void): void => {
    for (let e = 0; e < network.edgeCount; e++) {
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
export function accumulate(counts: Int32Array, stride: number): Int32Array {
  const start = new Int32Array(counts.length)
  for (let i = 1; i < counts.length; i++) start[i] = start[i - 1] + counts[i] * stride
  return start
}
