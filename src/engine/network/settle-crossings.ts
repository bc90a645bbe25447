import { carriagewayRank } from './carriageways'
import type { JunctionInput } from './junction-candidates'
import { isCrossingLine } from './junction-legs'

/**
 * The crossing lines that cross a carriageway at a shared vertex, as indices of streets: two of the legs there
 * belong to carriageways. Their delay is one of that junction, which costs nothing in a compound or at a gate,
 * and not one of their own.
 */
export function settleCrossings({
  project,
  edges,
  vertices,
  foreign,
}: Pick<JunctionInput, 'project' | 'edges' | 'vertices' | 'foreign'>): ReadonlySet<number> {
  const { streets } = project.layers
  const isCrossing = Uint8Array.from(streets, (street) => (isCrossingLine(street) ? 1 : 0))
  const isRoad = Uint8Array.from(streets, (street) => (carriagewayRank(street) > 0 ? 1 : 0))
  // the two sides of a wall are two vertices and one place
  const placeOf = (vertex: number): string => `${vertices.lonKey(vertex)},${vertices.latKey(vertex)}`
  const crossingsAt = new Map<string, number[]>()
  const eachEnd = (visit: (vertex: number, street: number) => void): void => {
    for (let e = 0; e < edges.count; e++) {
      if (edges.street[e] < 0) continue
      visit(edges.from[e], edges.street[e])
      visit(edges.to[e], edges.street[e])
    }
  }
  eachEnd((vertex, street) => {
    if (isCrossing[street] === 0) return
    const place = placeOf(vertex)
    const crossings = crossingsAt.get(place)
    if (crossings === undefined) crossingsAt.set(place, [street])
    else crossings.push(street)
  })
  const settled = new Set<number>()
  if (crossingsAt.size === 0) return settled
  const roads = new Map<string, number>()
  const count = (vertex: number, street: number): void => {
    if (isRoad[street] === 0) return
    const place = placeOf(vertex)
    if (crossingsAt.has(place)) roads.set(place, (roads.get(place) ?? 0) + 1)
  }
  eachEnd(count)
  for (const [vertex, legs] of foreign) for (const leg of legs) count(vertex, leg.street)
  for (const [place, legs] of roads)
    if (legs > 1) for (const street of crossingsAt.get(place) ?? []) settled.add(street)
  return settled
}
