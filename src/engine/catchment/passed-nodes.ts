import type { AnalysisSettings } from '../../model/analysis'
import type { WalkNetwork } from '../network/walk-network'
import type { AccessPoint } from '../places/access-point'
import type { ReachInput } from './reach'
import type { ChangedStreets, Gained } from './street-difference'

/**
 * Nodes of which every walk over some streets passes one: an end of each street; both ends where a facility stands on
 * it, from which walks go either way, and where it leads from one split crossroads to another, at which walks begin
 * in other nodes than they end in. People who stand on them are left out.
 */
export function passedNodes(
  { graphs, facilities }: ReachInput,
  { edges }: ChangedStreets,
): readonly number[] {
  if (edges.length === 0) return []
  const { edgeFrom, edgeTo, nodeArrival } = graphs.network
  const occupied = edgesWith(edges, facilities.access)
  const streetsAt = new Map<number, number>()
  for (const edge of edges)
    for (const node of [edgeFrom[edge], edgeTo[edge]]) streetsAt.set(node, (streetsAt.get(node) ?? 0) + 1)
  const passed = new Set<number>()
  const open: (readonly number[])[] = []
  for (const edge of edges) {
    const ends = [edgeFrom[edge], edgeTo[edge]]
    const whole = ends.filter((node) => nodeArrival[node] === node)
    if (occupied.has(edge) || whole.length === 0) for (const node of ends) passed.add(node)
    else open.push(whole)
  }
  // where streets meet one node does for all of them
  const byDegree = (a: number, b: number): number =>
    (streetsAt.get(b) ?? 0) - (streetsAt.get(a) ?? 0) || a - b
  for (const whole of open)
    if (!whole.some((node) => passed.has(node))) passed.add(whole.toSorted(byDegree)[0])
  return [...passed]
}

/** Nodes of which every walk passes one that a network has more than another; null: nobody can say. */
export function passedByAll(
  on: ReachInput,
  { doors, inner }: Gained,
  added: ChangedStreets,
  { profile, basis }: AnalysisSettings,
): readonly number[] | null {
  if (inner.length > 0) {
    const { graph } = on.graphs.search(profile, basis, false)
    const { edgeFrom, edgeTo } = graph.network
    if (edgesWith(inner, on.facilities.access).size > 0) return null
    if (
      edgesWith(
        inner,
        on.people.points.map(({ access }) => access),
      ).size > 0
    )
      return null
    // a way that leads from a gate to one place inside is walked by whoever passes the gate, and by nobody else
    const mine = new Set(inner)
    const gates = otherGates(graph.network, doors)
    const joins = (node: number): boolean => {
      if (gates.has(node)) return true
      for (let i = graph.edgesStart[node]; i < graph.edgesEnd[node]; i++)
        if (!mine.has(graph.edgesOfNode[i])) return true
      return false
    }
    for (const part of partsOf(inner, edgeFrom, edgeTo)) if (part.filter(joins).length > 1) return null
  }
  return [...new Set([...doors, ...passedNodes(on, added)])]
}

/** Nodes with gates that do not lead to one of some doors. */
function otherGates({ gateNodes }: WalkNetwork, doors: readonly number[]): Set<number> {
  const nodes = new Set<number>()
  for (let i = 0; i < gateNodes.length; i += 2) {
    const [a, b] = [gateNodes[i], gateNodes[i + 1]]
    if (!doors.includes(a) && !doors.includes(b)) nodes.add(a).add(b)
  }
  return nodes
}

/** Those of some edges on which some place lies. */
function edgesWith(edges: readonly number[], places: readonly (readonly AccessPoint[])[]): Set<number> {
  const asked = new Set(edges)
  // what a plan adds stands behind what the data has
  const lowest = Math.min(...edges)
  const found = new Set<number>()
  for (const access of places)
    for (const { edge } of access) if (edge >= lowest && asked.has(edge)) found.add(edge)
  return found
}

/** The nodes of edges that hang together. */
function partsOf(edges: readonly number[], edgeFrom: Int32Array, edgeTo: Int32Array): number[][] {
  let parts: number[][] = []
  for (const edge of edges) {
    const ends = [edgeFrom[edge], edgeTo[edge]]
    const met = parts.filter((part) => part.some((node) => ends.includes(node)))
    parts = [...parts.filter((part) => !met.includes(part)), [...new Set([...met.flat(), ...ends])]]
  }
  return parts
}
