import { makeColumn } from '../column'
import type { GrownFrom } from '../network/grown-from'
import type { WalkNetwork } from '../network/walk-network'
import { priceStreets } from './impedance'
import { ARC, eachArc } from './street-arcs'
import type { StreetGraph } from './street-graph'

/**
 * The graph of streets that have grown from those of another graph. As laid anew, but for the order in which arcs
 * leave a node, on which no answer depends; and only what leaves changed nodes is laid, the rest is copied.
 */
export function growGraph(
  before: StreetGraph,
  { home, changed }: GrownFrom,
  network: WalkNetwork,
  isReverse: boolean,
): StreetGraph {
  const { homeNodeCount: nodeCount, homeEdgeCount: edgeCount, turnCount } = home
  const costs = priceStreets(network, before.costs.impedance, { costs: before.costs, edgeCount, turnCount })
  // all nodes behind those of the data are others, through copies too
  const isChanged = new Uint8Array(network.nodeCount).fill(1, nodeCount)
  for (const node of changed) isChanged[node] = isChanged[network.nodeArrival[node]] = 1

  const asked = { isAsked: isChanged, edges: edgesAt(before, home, isChanged, network.edgeCount) }
  const arcs = new Lists(ARC)
  eachArc(
    network,
    costs,
    isReverse,
    (from, to, cost, other) => arcs.entriesOf(from).push(to, cost, other),
    asked,
  )
  const edges = new Lists(1)
  for (const e of asked.edges) {
    if (e >= network.homeEdgeCount || costs.edgeCost[e] < 0) continue
    const [from, to] = [network.edgeFrom[e], network.edgeTo[e]]
    if (isChanged[from] === 1) edges.entriesOf(from).push(e)
    if (isChanged[to] === 1 && to !== from) edges.entriesOf(to).push(e)
  }
  const laid = arcs.layBetween(before.start, before.arcs, isChanged)
  const listed = edges.layBetween(before.edgesStart, before.edgesOfNode, isChanged)
  return {
    key: before.key,
    costs,
    start: laid.start,
    arcs: laid.entries,
    edgesStart: listed.start,
    edgesOfNode: listed.entries,
  }
}

/** The edges that end in changed nodes, or whose walks arrive there: some of the data, and all that are new. */
function edgesAt(
  { edgesStart, edgesOfNode }: StreetGraph,
  home: WalkNetwork,
  isChanged: Uint8Array,
  edgeCount: number,
): number[] {
  const edges = new Set<number>()
  const { nodeArrival } = home
  for (let node = 0; node < home.homeNodeCount; node++) {
    if (isChanged[node] === 0 && isChanged[nodeArrival[node]] === 0) continue
    for (let i = edgesStart[node]; i < edgesStart[node + 1]; i++) edges.add(edgesOfNode[i])
  }
  for (let e = home.homeEdgeCount; e < edgeCount; e++) edges.add(e)
  return [...edges]
}

/** Entries of some nodes, in the order in which they were told. */
class Lists {
  private readonly nodes: number[] = []
  private readonly values: number[] = []
  private readonly stride: number

  /** `stride`: ints an entry has. */
  constructor(stride: number) {
    this.stride = stride
  }

  /** Where the ints of one more entry of a node go. */
  entriesOf(node: number): number[] {
    this.nodes.push(node)
    return this.values
  }

  /** These entries for the nodes that have changed, and those there were for all others. */
  layBetween(
    start: Int32Array,
    entries: Int32Array,
    isChanged: Uint8Array,
  ): { readonly start: Int32Array; readonly entries: Int32Array } {
    const { nodes, values, stride } = this
    const nodeCount = isChanged.length
    const next = makeColumn(Int32Array, nodeCount + 1)
    for (const node of nodes) next[node + 1] += stride
    for (let node = 0; node < nodeCount; node++) {
      if (isChanged[node] === 0) next[node + 1] = start[node + 1] - start[node]
      next[node + 1] += next[node]
    }
    const laid = makeColumn(Int32Array, next[nodeCount])
    for (let node = 0; node < nodeCount; node++) {
      if (isChanged[node] === 1) continue
      const first = node
      while (node + 1 < nodeCount && isChanged[node + 1] === 0) node++
      laid.set(entries.subarray(start[first], start[node + 1]), next[first])
    }
    const at = new Map<number, number>()
    nodes.forEach((node, i) => {
      const to = at.get(node) ?? next[node]
      for (let k = 0; k < stride; k++) laid[to + k] = values[i * stride + k]
      at.set(node, to + stride)
    })
    return { start: next, entries: laid }
  }
}
