import { GATE_AT_CROSSING_M } from '../../model/gate-place'
import type { LocalFrame } from '../geometry/local-frame'
import type { Compound, CompoundGate } from './compounds'
import { CoordinateIndex } from './coordinate-index'
import { type StreetLines, toKey } from './street-lines'

/** A place where two zones meet and a gate stands, or would stand: who passes is decided later. */
export interface Meeting {
  /** vertex (later node) on one side and on the other, and their zones */
  readonly a: number
  readonly b: number
  readonly zoneA: number
  readonly zoneB: number
  /** place of each side's gate among those of its compound; −1: none here */
  readonly gateA: number
  readonly gateB: number
}

/** Who passes at a meeting, as each side says. */
export interface Passage {
  /** `closed`: nobody passes, but what lies on both sides still hangs together; it closes both sides */
  readonly accessA: Access
  readonly accessB: Access
  /** index into project.layers.gates, −1: a crossing street taken as a gate */
  readonly gate: number
  readonly stepFree: boolean
}

type Access = 'public' | 'residents' | 'closed'

/**
 * What may be passed where two zones share a coordinate; null: a wall. On each side that is a compound the
 * nearest of its gates at that place decides; with gates known but none here, it is a wall, unless the other
 * side has a gate here: then it is that side's gate, and this side has nothing against it. With no gate known
 * at all every crossing street counts as a residents' gate. One closed leaf closes the gate.
 * Whether there is a passage at all depends on where gates stand, never on who may pass them.
 */
export function decidePassage(
  compounds: readonly Compound[],
  { zoneA, zoneB, gateA, gateB }: Omit<Meeting, 'a' | 'b'>,
): Passage | null {
  const a = gateA < 0 ? null : compounds[zoneA].gates[gateA]
  const b = gateB < 0 ? null : compounds[zoneB].gates[gateB]
  const knowsGates = (zone: number): boolean =>
    zone >= 0 && compounds[zone].gates.some(({ isPlanned }) => isPlanned !== true)
  if (a === null && b === null && (knowsGates(zoneA) || knowsGates(zoneB))) return null
  const isClosed = a?.access === 'closed' || b?.access === 'closed'
  const accessOf = (zone: number, gate: CompoundGate | null): Access => {
    if (isClosed) return 'closed'
    if (gate !== null) return gate.access
    return zone >= 0 && !knowsGates(zone) ? 'residents' : 'public'
  }
  return {
    accessA: accessOf(zoneA, a),
    accessB: accessOf(zoneB, b),
    gate: (b ?? a)?.index ?? -1,
    stepFree: a?.stepFree !== false && b?.stepFree !== false,
  }
}

/** The gate at a place, by its place in the list: the nearest one within reach, of equal ones the last; −1: none. */
function nearestGate(gates: readonly CompoundGate[], x: number, y: number): number {
  let nearest = GATE_AT_CROSSING_M
  let found = -1
  gates.forEach((gate, i) => {
    const d = Math.hypot(gate.x - x, gate.y - y)
    if (d > nearest) return
    nearest = d
    found = i
  })
  return found
}

/**
 * Where lines of different zones share a coordinate and it is not a wall, in order of their vertices. A gate
 * without any street inside gets an inner vertex of its own, so that it still lets people out. `isPath`: whether a
 * street is a path of a plan, which takes that from no gate.
 */
export function collectMeetings(
  vertices: CoordinateIndex,
  lines: StreetLines,
  vertexOf: Int32Array,
  compounds: readonly Compound[],
  frame: LocalFrame,
  isPath: (street: number) => boolean,
): Meeting[] {
  if (compounds.length === 0) return []
  // zoned vertices by coordinate; a public one is found by asking for it
  const places = new CoordinateIndex(1024)
  const idsAt: Set<number>[] = []
  const note = (id: number): void => {
    const place = places.add(vertices.lonKey(id), vertices.latKey(id), 0)
    if (place === idsAt.length) idsAt.push(new Set())
    idsAt[place].add(id)
  }
  for (let l = 0; l < lines.count; l++)
    if (lines.zone[l] >= 0) for (let v = lines.start[l]; v < lines.start[l + 1]; v++) note(vertexOf[v])
  const isEntered = findEntered(vertices, idsAt, listPathVertices(lines, vertexOf, isPath), frame)
  for (const compound of compounds) {
    for (const gate of compound.gates) {
      const outside = vertices.find(toKey(gate.lon), toKey(gate.lat), -1)
      if (outside >= 0 && !isEntered(compound.zone, gate))
        note(vertices.add(toKey(gate.lon), toKey(gate.lat), compound.zone))
    }
  }
  const meetings: Meeting[] = []
  for (const ids of idsAt) {
    const sorted = [...ids].sort((p, q) => p - q)
    const outside = vertices.find(vertices.lonKey(sorted[0]), vertices.latKey(sorted[0]), -1)
    if (outside >= 0) sorted.unshift(outside)
    for (let i = 0; i < sorted.length; i++) {
      for (let j = i + 1; j < sorted.length; j++) {
        const [a, b] = [sorted[i], sorted[j]]
        const [zoneA, zoneB] = [vertices.zone(a), vertices.zone(b)]
        const [gateA, gateB] = [zoneA, zoneB].map((zone) =>
          zone < 0
            ? -1
            : nearestGate(compounds[zone].gates, frame.x(vertices.lon(a)), frame.y(vertices.lat(a))),
        )
        const meeting = { a, b, zoneA, zoneB, gateA, gateB }
        if (decidePassage(compounds, meeting) !== null) meetings.push(meeting)
      }
    }
  }
  return meetings
}

/**
 * Answers whether streets of two zones, of which one is a compound's, meet near one of its gates: then the gate
 * stands there, though it may be drawn on the street a few metres off. `idsAt`: zoned vertices by place;
 * `ofPaths`: those that only paths of a plan have.
 */
function findEntered(
  vertices: CoordinateIndex,
  idsAt: readonly ReadonlySet<number>[],
  ofPaths: ReadonlySet<number>,
  frame: LocalFrame,
): (zone: number, gate: CompoundGate) => boolean {
  const entries = new Map<number, { readonly x: number; readonly y: number }[]>()
  for (const ids of idsAt) {
    const [first] = ids
    const isMet = ids.size > 1 || vertices.find(vertices.lonKey(first), vertices.latKey(first), -1) >= 0
    if (!isMet) continue
    const at = { x: frame.x(vertices.lon(first)), y: frame.y(vertices.lat(first)) }
    for (const id of ids) {
      if (ofPaths.has(id)) continue
      const list = entries.get(vertices.zone(id))
      if (list === undefined) entries.set(vertices.zone(id), [at])
      else list.push(at)
    }
  }
  return (zone, gate) =>
    entries.get(zone)?.some(({ x, y }) => Math.hypot(x - gate.x, y - gate.y) <= GATE_AT_CROSSING_M) ?? false
}

/** Vertices inside compounds that only paths of a plan have. */
function listPathVertices(
  lines: StreetLines,
  vertexOf: Int32Array,
  isPath: (street: number) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>()
  const visit = (ofPath: boolean, tell: (vertex: number) => void): void => {
    for (let l = 0; l < lines.count; l++)
      if (lines.zone[l] >= 0 && isPath(lines.street[l]) === ofPath)
        for (let v = lines.start[l]; v < lines.start[l + 1]; v++) tell(vertexOf[v])
  }
  visit(true, (vertex) => found.add(vertex))
  if (found.size > 0) visit(false, (vertex) => found.delete(vertex))
  return found
}
