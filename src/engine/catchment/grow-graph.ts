import type { GrownFrom } from '../network/grown-from'
import type { WalkNetwork } from '../network/walk-network'
import { NewRows } from './grow-rows'
import { priceStreets, type StreetCosts } from './impedance'
import { ARC, eachArc } from './street-arcs'
import type { StreetGraph } from './street-graph'

/**
 * The graph of streets that have grown from those of another graph. As laid anew, but for the order in which arcs
 * leave a node, on which no answer depends; and only what leaves changed nodes is laid, behind what there is. `onward`:
 * the grown graph itself, to be turned; null: it is to be grown.
 */
export function growGraph(
  before: StreetGraph,
  { home, changed }: GrownFrom,
  network: WalkNetwork,
  onward: StreetGraph | null,
): StreetGraph {
  const { homeNodeCount: nodeCount, homeEdgeCount: edgeCount, turnCount } = home
  const costs =
    onward?.costs ??
    priceStreets(network, before.costs.impedance, { costs: before.costs, edgeCount, turnCount })
  // all nodes behind those of the data are others, through copies too
  const isChanged = new Uint8Array(network.nodeCount).fill(1, nodeCount)
  for (const node of changed) isChanged[node] = isChanged[network.nodeArrival[node]] = 1

  const asked = {
    isAsked: isChanged,
    edges: edgesAt(before, home, isChanged, network.edgeCount),
    turns: turnsFrom(home, isChanged, network.turnCount),
  }
  const arcs = new NewRows(ARC)
  eachArc(network, costs, onward !== null, (from, to, cost, other) => arcs.add(from, to, cost, other), asked)
  const { start, end, arcs: entries } = before
  const laid = arcs.layOver({ start, end, entries }, isChanged)
  return {
    ...(onward ?? { costs, ...growEdges(before, asked.edges, isChanged, network, costs) }),
    key: before.key,
    start: laid.start,
    end: laid.end,
    arcs: laid.entries,
  }
}

/** The open edges at each node: new ones at changed nodes, `edges` being all there. */
function growEdges(
  before: StreetGraph,
  edges: readonly number[],
  isChanged: Uint8Array,
  network: WalkNetwork,
  { edgeCost }: StreetCosts,
): Pick<StreetGraph, 'edgesStart' | 'edgesEnd' | 'edgesOfNode'> {
  const rows = new NewRows(1)
  for (const e of edges) {
    if (e >= network.homeEdgeCount || edgeCost[e] < 0) continue
    const [from, to] = [network.edgeFrom[e], network.edgeTo[e]]
    if (isChanged[from] === 1) rows.add(from, e)
    if (isChanged[to] === 1 && to !== from) rows.add(to, e)
  }
  const { edgesStart, edgesEnd, edgesOfNode } = before
  const listed = rows.layOver({ start: edgesStart, end: edgesEnd, entries: edgesOfNode }, isChanged)
  return { edgesStart: listed.start, edgesEnd: listed.end, edgesOfNode: listed.entries }
}

/** The edges that end in changed nodes, or whose walks arrive there: some of the data, and all that are new. */
function edgesAt(
  { edgesStart, edgesEnd, edgesOfNode }: StreetGraph,
  home: WalkNetwork,
  isChanged: Uint8Array,
  edgeCount: number,
): number[] {
  const edges = new Set<number>()
  const { nodeArrival } = home
  for (let node = 0; node < home.homeNodeCount; node++) {
    if (isChanged[node] === 0 && isChanged[nodeArrival[node]] === 0) continue
    for (let i = edgesStart[node]; i < edgesEnd[node]; i++) edges.add(edgesOfNode[i])
  }
  for (let e = home.homeEdgeCount; e < edgeCount; e++) edges.add(e)
  return [...edges]
}

// the data keeps its turns
const knownTurns = new WeakMap<WalkNetwork, ReadonlyMap<number, readonly number[]>>()

/** The turns from changed nodes: some of the data, and all that are new. */
function turnsFrom(home: WalkNetwork, isChanged: Uint8Array, turnCount: number): number[] {
  let turnsOf = knownTurns.get(home)
  if (turnsOf === undefined) knownTurns.set(home, (turnsOf = listTurns(home)))
  const turns: number[] = []
  for (let node = 0; node < home.homeNodeCount; node++)
    if (isChanged[node] === 1) turns.push(...(turnsOf.get(node) ?? []))
  for (let t = home.turnCount; t < turnCount; t++) turns.push(t)
  return turns
}

function listTurns({ turnCount, turnFrom }: WalkNetwork): Map<number, number[]> {
  const turnsOf = new Map<number, number[]>()
  for (let t = 0; t < turnCount; t++) {
    const list = turnsOf.get(turnFrom[t])
    if (list === undefined) turnsOf.set(turnFrom[t], [t])
    else list.push(t)
  }
  return turnsOf
}
