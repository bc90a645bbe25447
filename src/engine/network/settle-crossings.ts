import type { Street } from '../../model/layers'
import { carriagewayRank } from './carriageways'
import type { JunctionInput } from './junction-candidates'
import { isCrossingLine } from './junction-legs'
import { toKey, verticesOf } from './street-lines'
import { classifyWalkability } from './walkable'

/**
 * The crossing lines that cross a carriageway at a shared vertex, as indices of streets: two of the legs there
 * belong to carriageways. Their delay is one of that junction, which costs nothing in a compound or at a gate,
 * and not one of their own.
 */
export function settleCrossings({
  project,
  edges,
  vertices,
}: Pick<JunctionInput, 'project' | 'edges' | 'vertices'>): ReadonlySet<number> {
  const { streets } = project.layers
  const settled = new Set<number>()
  const isCrossing = mark(streets, isCrossingLine)
  // a million streets are looked at again only where there is something to settle
  if (!isCrossing.includes(1)) return settled
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
  const noteCrossing = (place: string, street: number): void => {
    const crossings = crossingsAt.get(place)
    if (crossings === undefined) crossingsAt.set(place, [street])
    else if (crossings.at(-1) !== street) crossings.push(street)
  }
  // where office lines were joined, and where files share a vertex
  eachEnd((vertex, street) => {
    if (isCrossing[street] === 1) noteCrossing(placeOf(vertex), street)
  })
  streets.forEach(({ geometry: { coordinates } }, street) => {
    if (isCrossing[street] === 1)
      for (const [lon, lat] of coordinates) noteCrossing(`${toKey(lon)},${toKey(lat)}`, street)
  })
  const isRoad = mark(streets, (street) => carriagewayRank(street) > 0)
  const isPublic = mark(streets, (street) => classifyWalkability(street) === 'public')
  const roads = new Map<string, number>()
  const count = (place: string): void => {
    if (crossingsAt.has(place)) roads.set(place, (roads.get(place) ?? 0) + 1)
  }
  eachEnd((vertex, street) => {
    if (isRoad[street] === 1 && isPublic[street] === 1) count(placeOf(vertex))
  })
  // roads that not everybody walks, wherever they lie
  streets.forEach((road, street) => {
    if (isRoad[street] === 0 || isPublic[street] === 1) return
    const coordinates = verticesOf(road)
    coordinates.forEach(([lon, lat], v) => {
      const place = `${toKey(lon)},${toKey(lat)}`
      if (v > 0) count(place)
      if (v < coordinates.length - 1) count(place)
    })
  })
  for (const [place, legs] of roads)
    if (legs > 1) for (const street of crossingsAt.get(place) ?? []) settled.add(street)
  return settled
}

/** 1: a street is such. In a loop: made from an iterator, the column takes several times as long. */
function mark(streets: readonly Street[], isSuch: (street: Street) => boolean): Uint8Array {
  const marks = new Uint8Array(streets.length)
  for (let i = 0; i < marks.length; i++) if (isSuch(streets[i])) marks[i] = 1
  return marks
}
