import { makeColumn } from '../column'
import { grownFrom } from '../network/grown-from'
import type { WalkNetwork } from '../network/walk-network'
import { growGraph } from './grow-graph'
import { type Impedance, priceStreets, type StreetCosts } from './impedance'
import { ARC, eachArc } from './street-arcs'

/** The streets of a network as a search runs through them, without gates: arcs of each node side by side. */
export interface StreetGraph {
  /** tells it from other graphs of the same streets */
  readonly key: string
  readonly costs: StreetCosts
  /** where the arcs of each node begin, and where they end, in ints; see `Rows` */
  readonly start: Int32Array
  readonly end: Int32Array
  readonly arcs: Int32Array
  /** open home edges at each node (through copies lie on top of them and never reach farther) */
  readonly edgesStart: Int32Array
  readonly edgesEnd: Int32Array
  readonly edgesOfNode: Int32Array
}

type EdgesOfNodes = Pick<StreetGraph, 'edgesStart' | 'edgesEnd' | 'edgesOfNode'>

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
  if (graph === undefined) graphs.set(key, (graph = layGraph(network, impedance, isTurned, key)))
  return graph
}

function layGraph(network: WalkNetwork, impedance: Impedance, isReverse: boolean, key: string): StreetGraph {
  // of walking back only the arcs are others: edges have both prices, and lie at the same nodes
  const onward = isReverse ? streetGraphOf(network, impedance, false) : null
  const from = grownFrom(network)
  const before = from && streetGraphOf(from.home, impedance, isReverse)
  // with a first slope or one-way street there and back become two graphs
  if (from !== null && before?.key === key) return growGraph(before, from, network, onward)
  if (onward !== null) return { ...onward, key, ...layArcs(network, onward.costs, isReverse) }
  const costs = priceStreets(network, impedance)
  return { key, costs, ...layArcs(network, costs, isReverse), ...listEdgesOfNodes(network, costs) }
}

function layArcs(
  network: WalkNetwork,
  costs: StreetCosts,
  isReverse: boolean,
): Pick<StreetGraph, 'start' | 'end' | 'arcs'> {
  // Everything is gone through twice: to count, then to lay. Counted two places on, the entry of each node's
  // successor moves, as arcs are laid, from where its own begin to where they end
  const next = makeColumn(Int32Array, network.nodeCount + 2)
  eachArc(network, costs, isReverse, (from) => {
    next[from + 2] += ARC
  })
  for (let i = 1; i < next.length; i++) next[i] += next[i - 1]
  const arcs = makeColumn(Int32Array, next[next.length - 1])
  eachArc(network, costs, isReverse, (from, to, cost, other) => {
    const i = next[from + 1]
    arcs[i] = to
    arcs[i + 1] = cost
    arcs[i + 2] = other
    next[from + 1] = i + ARC
  })
  return { ...rowsOf(next, network.nodeCount), arcs }
}

function listEdgesOfNodes(
  network: Pick<WalkNetwork, 'nodeCount' | 'homeEdgeCount' | 'edgeFrom' | 'edgeTo'>,
  costs: StreetCosts,
): EdgesOfNodes {
  const { nodeCount, homeEdgeCount, edgeFrom, edgeTo } = network
  // counted, then listed; see `layArcs`
  const next = makeColumn(Int32Array, nodeCount + 2)
  for (let e = 0; e < homeEdgeCount; e++) {
    if (costs.edgeCost[e] < 0) continue
    next[edgeFrom[e] + 2]++
    if (edgeTo[e] !== edgeFrom[e]) next[edgeTo[e] + 2]++
  }
  for (let i = 1; i < next.length; i++) next[i] += next[i - 1]
  const edgesOfNode = makeColumn(Int32Array, next[nodeCount + 1])
  for (let e = 0; e < homeEdgeCount; e++) {
    if (costs.edgeCost[e] < 0) continue
    edgesOfNode[next[edgeFrom[e] + 1]++] = e
    if (edgeTo[e] !== edgeFrom[e]) edgesOfNode[next[edgeTo[e] + 1]++] = e
  }
  const { start: edgesStart, end: edgesEnd } = rowsOf(next, nodeCount)
  return { edgesStart, edgesEnd, edgesOfNode }
}

/** Where the entries of each node begin and end: each begins where the one before ends. */
function rowsOf(next: Int32Array, nodeCount: number): { start: Int32Array; end: Int32Array } {
  return { start: next.subarray(0, nodeCount), end: next.subarray(1, nodeCount + 1) }
}
