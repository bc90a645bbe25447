import type { WalkNetwork } from '../network/walk-network'
import { type Costs, type Impedance, priceGates } from './impedance'
import { lookoutOf } from './lookout'
import { findShortcuts, type Shortcut } from './resident-shortcuts'
import { accumulate, type StreetGraph, streetGraphOf } from './street-graph'

/** Ints per exit: target node, cost, other, zone whose walks alone may take it (−1: everybody). */
export const EXIT = 4

/** The network as a search runs through it: its streets, and the ways through its gates. */
export interface SearchGraph extends Omit<StreetGraph, 'costs'> {
  readonly network: WalkNetwork
  readonly costs: Costs
  /** gates and shortcuts: most nodes have none, so they stand apart and change alone */
  readonly exitStart: Int32Array
  readonly exits: Int32Array
  /** 1: this node has exits */
  readonly hasExit: Uint8Array
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
  const costs: Costs = { ...streets.costs, ...priceGates(network, impedance) }
  const bare = { ...streets, network, costs, ...layExits(network, costs, []), shortcuts: [] }
  const shortcuts = findShortcuts(bare, lookoutOf(impedance.basis))
  return shortcuts.length === 0 ? bare : { ...bare, ...layExits(network, costs, shortcuts), shortcuts }
}

function layExits(
  network: WalkNetwork,
  costs: Costs,
  shortcuts: readonly Shortcut[],
): Pick<SearchGraph, 'exitStart' | 'exits' | 'hasExit'> {
  const { nodeCount, portalCount, portalFrom, portalTo, portalOnlyZone } = network
  const hasExit = new Uint8Array(nodeCount)
  const counts = new Int32Array(nodeCount + 1)
  for (let p = 0; p < portalCount; p++) if (costs.portalCost[p] >= 0) counts[portalFrom[p] + 1]++
  for (const { from } of shortcuts) counts[from + 1]++
  const exitStart = accumulate(counts, EXIT)
  const exits = new Int32Array(exitStart[nodeCount])
  const next = exitStart.slice()
  const add = (from: number, to: number, cost: number, other: number, zone: number): void => {
    const i = next[from]
    exits[i] = to
    exits[i + 1] = cost
    exits[i + 2] = other
    exits[i + 3] = zone
    next[from] = i + EXIT
    hasExit[from] = 1
  }
  for (let p = 0; p < portalCount; p++)
    if (costs.portalCost[p] >= 0)
      add(portalFrom[p], portalTo[p], costs.portalCost[p], costs.portalOther[p], portalOnlyZone[p])
  for (const { from, to, cost, other } of shortcuts) add(from, to, cost, other, -1)
  return { exitStart, exits, hasExit }
}
