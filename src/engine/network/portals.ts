import type { Compound } from './compounds'
import type { CoordinateIndex } from './coordinate-index'
import { GATE_AT_CROSSING_M } from './cut-at-compounds'
import type { StreetLine } from './street-lines'

/** A passage between two zones at one coordinate, before it becomes arcs. */
export interface Passage {
  /** vertex on one side and on the other; zones differ */
  readonly a: number
  readonly b: number
  /** `closed`: nobody passes, but what lies on both sides still hangs together */
  readonly access: 'public' | 'residents' | 'closed'
  /** index into project.layers.gates, −1: a crossing street taken as a gate */
  readonly gate: number
  readonly stepFree: boolean
}

/**
 * What may be passed where two zones share a coordinate. For each compound involved: the nearest of its
 * gates at that place decides; with gates known but none here, it is a wall; with no gate known at all,
 * every crossing street counts as a residents' gate. Where two compounds meet, the stricter side decides.
 */
export function decidePassage(
  compounds: readonly Compound[],
  zoneA: number,
  zoneB: number,
  x: number,
  y: number,
): Omit<Passage, 'a' | 'b'> | null {
  let access: Passage['access'] = 'public'
  let gate = -1
  let stepFree = true
  for (const zone of [zoneA, zoneB]) {
    if (zone < 0) continue
    const compound = compounds[zone]
    if (compound.gates.length === 0) {
      if (access === 'public') access = 'residents'
      continue
    }
    let nearest = GATE_AT_CROSSING_M
    let found = null
    for (const candidate of compound.gates) {
      const d = Math.hypot(candidate.x - x, candidate.y - y)
      if (d <= nearest) {
        nearest = d
        found = candidate
      }
    }
    // a shared wall may have one gate that only one side's survey lists
    if (found === null && zoneA >= 0 && zoneB >= 0) continue
    if (found === null) return null
    if (found.access === 'closed' || access === 'closed') access = 'closed'
    else if (found.access === 'residents') access = 'residents'
    gate = found.index
    stepFree &&= found.stepFree
  }
  const bothCompounds = zoneA >= 0 && zoneB >= 0
  if (bothCompounds && gate < 0 && compounds[zoneA].gates.length > 0 && compounds[zoneB].gates.length > 0)
    return null
  return { access, gate, stepFree }
}

/** Where lines of different zones share a coordinate and there is a gate, open or closed. */
export function collectPassages(
  vertices: CoordinateIndex,
  lines: readonly StreetLine[],
  lineVertices: readonly Int32Array[],
  compounds: readonly Compound[],
  frame: { x(lon: number): number; y(lat: number): number },
): Passage[] {
  if (compounds.length === 0) return []
  const byCoordinate = new Map<string, Set<number>>()
  const visit = (isZoned: boolean): void => {
    lines.forEach((line, l) => {
      if (line.zone >= 0 !== isZoned) return
      for (const id of lineVertices[l]) {
        const key = `${vertices.lon(id)},${vertices.lat(id)}`
        const ids = byCoordinate.get(key)
        if (ids !== undefined) ids.add(id)
        else if (isZoned) byCoordinate.set(key, new Set([id]))
      }
    })
  }
  visit(true)
  visit(false)
  // a gate without any street inside still lets people out: its inner side is a node of its own
  for (const compound of compounds) {
    for (const gate of compound.gates) {
      const outside = vertices.count
      const id = vertices.add(gate.lon, gate.lat, -1)
      if (id === outside) continue
      const key = `${vertices.lon(id)},${vertices.lat(id)}`
      const ids = byCoordinate.get(key) ?? new Set([id])
      ids.add(vertices.add(gate.lon, gate.lat, compound.zone))
      byCoordinate.set(key, ids)
    }
  }
  const passages: Passage[] = []
  for (const ids of byCoordinate.values()) {
    const sorted = [...ids].sort((p, q) => p - q)
    for (let i = 0; i < sorted.length; i++) {
      for (let j = i + 1; j < sorted.length; j++) {
        const [a, b] = [sorted[i], sorted[j]]
        const decided = decidePassage(
          compounds,
          vertices.zone(a),
          vertices.zone(b),
          frame.x(vertices.lon(a)),
          frame.y(vertices.lat(a)),
        )
        if (decided !== null) passages.push({ a, b, ...decided })
      }
    }
  }
  return passages
}
