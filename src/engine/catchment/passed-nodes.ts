import type { AnalysisSettings } from '../../model/analysis'
import type { AccessPoint } from '../places/access-point'
import type { ReachInput } from './reach'
import type { ChangedStreets, Gained } from './street-difference'

/**
 * Nodes of which every walk over some streets passes one: an end of each street, and both where a facility stands on
 * it, from which walks go either way. People who stand on them are left out.
 */
export function passedNodes(
  { graphs, facilities }: ReachInput,
  { edges }: ChangedStreets,
): readonly number[] {
  if (edges.length === 0) return []
  const { edgeFrom, edgeTo } = graphs.network
  const occupied = edgesWith(edges, facilities.access)
  const streetsAt = new Map<number, number>()
  for (const edge of edges)
    for (const node of [edgeFrom[edge], edgeTo[edge]]) streetsAt.set(node, (streetsAt.get(node) ?? 0) + 1)
  const degree = (node: number): number => streetsAt.get(node) ?? 0
  const passed = new Set<number>()
  for (const edge of occupied) passed.add(edgeFrom[edge]).add(edgeTo[edge])
  // where streets meet one node does for all of them
  const inner = [...streetsAt.keys()].sort((a, b) => degree(b) - degree(a) || a - b)
  const rank = new Map(inner.map((node, i) => [node, i]))
  for (const edge of edges) {
    const [from, to] = [edgeFrom[edge], edgeTo[edge]]
    if (passed.has(from) || passed.has(to)) continue
    passed.add((rank.get(from) ?? 0) < (rank.get(to) ?? 0) ? from : to)
  }
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
    const joins = (node: number): boolean => {
      for (let i = graph.edgesStart[node]; i < graph.edgesStart[node + 1]; i++)
        if (!mine.has(graph.edgesOfNode[i])) return true
      return false
    }
    for (const part of partsOf(inner, edgeFrom, edgeTo)) if (part.filter(joins).length > 1) return null
  }
  return [...new Set([...doors, ...passedNodes(on, added)])]
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
