import type { Project } from '../../model/project'
import type { LocalFrame } from '../geometry/local-frame'
import { carriagewayRank, type ForeignLeg } from './carriageways'
import type { CoordinateIndex } from './coordinate-index'
import type { EdgeColumns } from './edge-columns'
import { isCrossingLine } from './junction-legs'
import type { SignalPoints } from './signal-points'

/** What is needed to know where walks cross carriageways. */
export interface JunctionInput {
  readonly project: Pick<Project, 'layers'>
  readonly edges: EdgeColumns
  readonly vertices: CoordinateIndex
  readonly frame: LocalFrame
  readonly foreign: ReadonlyMap<number, readonly ForeignLeg[]>
  /** vertices where zones meet: gates are never split */
  readonly meetings: readonly { readonly a: number; readonly b: number }[]
}

/** What meets at a vertex, as flags. */
const MAIN_ROAD = 1
const LOCAL_STREET = 2
const CROSSING_LINE = 4
const FLAG_OF_RANK = [0, LOCAL_STREET, MAIN_ROAD] as const

/** Public junctions that may make a walk wait, with the edge ends there, in the order of their first edge. */
export function listCandidates(
  { project, edges, vertices, frame, foreign, meetings }: JunctionInput,
  signals: SignalPoints,
  elevators: ReadonlySet<number>,
): Map<number, number[]> {
  const { streets } = project.layers
  const flagsOf = new Uint8Array(streets.length)
  for (let i = 0; i < flagsOf.length; i++)
    flagsOf[i] = isCrossingLine(streets[i]) ? CROSSING_LINE : FLAG_OF_RANK[carriagewayRank(streets[i])]
  const legCount = new Uint8Array(vertices.count)
  const meets = new Uint8Array(vertices.count)
  const visit = (vertex: number, street: number): void => {
    if (legCount[vertex] < 255) legCount[vertex]++
    if (street >= 0) meets[vertex] |= flagsOf[street]
  }
  for (let e = 0; e < edges.count; e++) {
    visit(edges.from[e], edges.street[e])
    visit(edges.to[e], edges.street[e])
  }
  for (const [vertex, legs] of foreign) for (const leg of legs) visit(vertex, leg.street)

  const isCandidate = new Uint8Array(vertices.count)
  for (let v = 0; v < isCandidate.length; v++) {
    if (legCount[v] < 3 || meets[v] === 0 || vertices.zone(v) >= 0) continue
    // three legs alone are passed on the far side; most junctions are that, or of local streets, far from signals
    if (
      (meets[v] & CROSSING_LINE) !== 0 ||
      (legCount[v] > 3 && (meets[v] & MAIN_ROAD) !== 0) ||
      signals.near(frame.x(vertices.lon(v)), frame.y(vertices.lat(v))).length > 0
    )
      isCandidate[v] = 1
  }
  for (const vertex of elevators) if (vertex >= 0) isCandidate[vertex] = 1
  for (const { a, b } of meetings) {
    isCandidate[a] = 0
    isCandidate[b] = 0
  }
  const candidates = new Map<number, number[]>()
  const add = (vertex: number, end: number): void => {
    if (isCandidate[vertex] === 0) return
    const ends = candidates.get(vertex)
    if (ends === undefined) candidates.set(vertex, [end])
    else ends.push(end)
  }
  for (let e = 0; e < edges.count; e++) {
    add(edges.from[e], 2 * e)
    add(edges.to[e], 2 * e + 1)
  }
  return candidates
}
