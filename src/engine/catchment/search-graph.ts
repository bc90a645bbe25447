import { makeColumn } from '../column'
import type { WalkNetwork } from '../network/walk-network'
import { type Costs, type Impedance, priceGates } from './impedance'
import { lookoutOf } from './lookout'
import { SearchLabels } from './bounded-search'
import { findShortcuts, type Shortcut, turnShortcuts } from './resident-shortcuts'
import { type StreetGraph, streetGraphOf } from './street-graph'

/** Ints per exit: target node, cost, other, zone whose walks alone may take it (−1: everybody). */
export const EXIT = 4

/** The ways out of nodes that are not streets. Few nodes have any, so they stand apart and change alone. */
export interface Exits {
  /** 1: this node has exits. One per node */
  readonly hasExit: Uint8Array
  /** nodes with exits, ascending */
  readonly exitNodes: Int32Array
  /** first exit of each of them, in ints; one more entry as end mark */
  readonly exitStart: Int32Array
  readonly exits: Int32Array
}

/** The network as a search runs through it: its streets, and the ways through its gates. */
export interface SearchGraph extends Omit<StreetGraph, 'costs'>, Exits {
  readonly network: WalkNetwork
  readonly costs: Costs
  /** those of the exits that lead outside a compound and in again; see resident-shortcuts.ts */
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
  const streets = streetGraphOf(network, impedance, isReverse)
  return addGates(streets, network, impedance, new SearchLabels(network.nodeCount))
}

/** Opens the gates of a network over the graph of its streets. `labels`: for the searches that takes. */
export function addGates(
  streets: StreetGraph,
  network: WalkNetwork,
  impedance: Impedance,
  labels: SearchLabels,
): SearchGraph {
  const bare = layGates(streets, network, priceGates(network, impedance), [])
  const shortcuts = findShortcuts(bare, lookoutOf(impedance.basis), labels)
  return shortcuts.length === 0 ? bare : layGates(streets, network, bare.costs, shortcuts)
}

/** The same for searches that run the other way: gates are passed at the same cost, and what was a way back is one on. */
export function turnGates(streets: StreetGraph, { network, costs, shortcuts }: SearchGraph): SearchGraph {
  return layGates(streets, network, costs, turnShortcuts(shortcuts))
}

function layGates(
  streets: StreetGraph,
  network: WalkNetwork,
  { portalCost, portalOther }: Pick<Costs, 'portalCost' | 'portalOther'>,
  shortcuts: readonly Shortcut[],
): SearchGraph {
  const costs: Costs = { ...streets.costs, portalCost, portalOther }
  return { ...streets, network, costs, ...layExits(network, costs, shortcuts), shortcuts }
}

/** Place of a node that has exits among those that have. */
export function exitRowOf(exitNodes: Int32Array, node: number): number {
  let low = 0
  let high = exitNodes.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (exitNodes[middle] < node) low = middle + 1
    else high = middle
  }
  return low
}

// exits of a node while they are counted, then where its next one goes; kept between calls, all zeros
let next = new Int32Array(0)

function layExits(network: WalkNetwork, costs: Costs, shortcuts: readonly Shortcut[]): Exits {
  const { nodeCount, portalCount, portalFrom, portalTo, portalOnlyZone } = network
  const { portalCost, portalOther } = costs
  if (next.length < nodeCount) next = new Int32Array(nodeCount)
  const hasExit = makeColumn(Uint8Array, nodeCount)
  // few of all nodes: those are put in order, instead of looking at each of the others
  const nodes: number[] = []
  const count = (node: number): void => {
    if (next[node]++ === 0) nodes.push(node)
  }
  for (let p = 0; p < portalCount; p++) if (portalCost[p] >= 0) count(portalFrom[p])
  for (const { from } of shortcuts) count(from)
  const rows = nodes.length
  const exitNodes = Int32Array.from(nodes).sort()
  const exitStart = new Int32Array(rows + 1)
  for (let row = 0; row < rows; row++) {
    const node = exitNodes[row]
    hasExit[node] = 1
    exitStart[row + 1] = exitStart[row] + EXIT * next[node]
    next[node] = exitStart[row]
  }
  const exits = new Int32Array(exitStart[rows])
  const add = (from: number, to: number, cost: number, other: number, zone: number): void => {
    const i = next[from]
    exits[i] = to
    exits[i + 1] = cost
    exits[i + 2] = other
    exits[i + 3] = zone
    next[from] = i + EXIT
  }
  for (let p = 0; p < portalCount; p++)
    if (portalCost[p] >= 0) add(portalFrom[p], portalTo[p], portalCost[p], portalOther[p], portalOnlyZone[p])
  for (const { from, to, cost, other } of shortcuts) add(from, to, cost, other, -1)
  for (let row = 0; row < rows; row++) next[exitNodes[row]] = 0
  return { hasExit, exitNodes, exitStart, exits }
}
