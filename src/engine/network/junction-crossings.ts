import type { Street } from '../../model/layers'
import type { Project } from '../../model/project'
import type { LocalFrame } from '../geometry/local-frame'
import { carriagewayRank, type ForeignLeg, findDividedRoads } from './carriageways'
import type { CoordinateIndex } from './coordinate-index'
import type { EdgeColumns } from './edge-columns'
import { isCrossingLine, type Leg, orderLegs } from './junction-legs'
import { SignalPoints } from './signal-points'
import { toKey } from './street-lines'

/** Junctions where a walk waits, split into one vertex per leg and direction; entries name vertices. */
export interface JunctionTurns {
  /** vertex an edge ends in → vertex where walks along that edge arrive, where the two differ */
  readonly arrivalOf: ReadonlyMap<number, number>
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** carriageways crossed at a signal, in halves of a road; one per turn, like the next two */
  readonly signals: readonly number[]
  /** main carriageways crossed without, in halves of a road */
  readonly unsignalled: readonly number[]
  readonly elevators: readonly number[]
}

/** A network whose junctions cost nothing. */
export const NO_TURNS: JunctionTurns = {
  arrivalOf: new Map(),
  from: [],
  to: [],
  signals: [],
  unsignalled: [],
  elevators: [],
}

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

/**
 * Splits the public junctions where going from one leg to another means waiting. Legs are ordered by
 * direction; from one leg to another a walk crosses the carriageways between them on one side, and takes
 * the side where they are fewer. At a split junction every leg has two vertices: the one its edge ends in
 * (in the columns of `edges`, renumbered here), from which a walk goes out along it, and one where walks
 * along it arrive. Turns lead from arrivals to the other legs, so no walk makes two turns at once. The delay
 * of a crossing line that crosses a carriageway at a shared vertex is charged there and taken off the line.
 */
export function splitJunctions(input: JunctionInput): JunctionTurns {
  const { edges, vertices, frame, foreign } = input
  const { streets, crossings } = input.project.layers
  const elevators = new Set<number>()
  for (const { kind, geometry } of crossings)
    if (kind === 'elevator')
      elevators.add(vertices.find(toKey(geometry.coordinates[0]), toKey(geometry.coordinates[1]), -1))
  const signals = new SignalPoints(crossings, frame)
  const candidates = listCandidates(input, signals, elevators)
  const isHalfRoad = findDividedRoads(streets, frame)
  const settled = new Set<number>()
  const turns = { arrivalOf: new Map<number, number>(), ...emptyTurns() }
  for (const [vertex, ends] of candidates) {
    const x = frame.x(vertices.lon(vertex))
    const y = frame.y(vertices.lat(vertex))
    const legs = orderLegs(ends, foreign.get(vertex) ?? [], edges, streets, x, y)
    if (legs.filter((leg) => leg.rank > 0).length > 1)
      for (const leg of legs) if (leg.isCrossing) settled.add(leg.street)
    const near = signals.near(x, y)
    const isSignalled =
      signals.isAt(near, x, y) ||
      legs.some((leg) => leg.isCrossing && streets[leg.street].crossing === 'signals') ||
      (near.length > 0 &&
        legs.some((leg) => leg.rank > 0 && leg.end >= 0 && signals.isOnLeg(near, edges, leg.end)))
    const weights = legs.map((leg) =>
      leg.rank === 2 || (leg.rank === 1 && isSignalled) ? (isHalfRoad(leg.street) ? 1 : 2) : 0,
    )
    const waits = pairWaits(legs, weights, elevators.has(vertex) ? streets : null)
    if (waits !== null) splitJunction(turns, waits, legs, vertex, isSignalled, edges, vertices)
  }
  for (let e = 0; e < edges.count; e++) if (settled.has(edges.street[e])) edges.delay[e] = 0
  return turns
}

type Turns = { -readonly [K in keyof Omit<JunctionTurns, 'arrivalOf'>]: number[] } & {
  readonly arrivalOf: Map<number, number>
}

function emptyTurns(): Omit<Turns, 'arrivalOf'> {
  return { from: [], to: [], signals: [], unsignalled: [], elevators: [] }
}

/** What meets at a vertex, as flags. */
const MAIN_ROAD = 1
const LOCAL_STREET = 2
const CROSSING_LINE = 4

/** Public junctions that may make a walk wait, with the edge ends there, in the order of their first edge. */
function listCandidates(
  { project, edges, vertices, frame, foreign, meetings }: JunctionInput,
  signals: SignalPoints,
  elevators: ReadonlySet<number>,
): Map<number, number[]> {
  const flagsOf = Uint8Array.from(project.layers.streets, (street) =>
    isCrossingLine(street) ? CROSSING_LINE : [0, LOCAL_STREET, MAIN_ROAD][carriagewayRank(street)],
  )
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
    // most junctions are of local streets without any signal near
    if (
      meets[v] > LOCAL_STREET ||
      meets[v] === MAIN_ROAD ||
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

/** What each pair of legs makes a walk wait for, entry `i * legs + j`. */
interface PairWaits {
  readonly halves: Uint8Array
  readonly elevators: Uint8Array
}

/**
 * The carriageways crossed between each two legs, on the side where they are fewer, in halves of a road;
 * null: no walk waits here. With `levels` the junction is an elevator: it takes a walk from level to level,
 * or, where the streets tell no levels, from each leg to each other.
 */
function pairWaits(
  legs: readonly Leg[],
  weights: readonly number[],
  levels: readonly Street[] | null,
): PairWaits | null {
  const n = legs.length
  const halves = new Uint8Array(n * n)
  const elevators = new Uint8Array(n * n)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const levelOf = (leg: Leg): number => (leg.street < 0 ? 0 : (levels?.[leg.street].layer ?? 0))
  const hasLevels = legs.some((leg) => levelOf(leg) !== levelOf(legs[0]))
  let isWaiting = false
  for (let i = 0; i < n; i++) {
    let between = 0
    for (let j = i + 1; j < n; j++) {
      const other = total - between - weights[i] - weights[j]
      halves[i * n + j] = halves[j * n + i] = Math.min(between, other)
      if (levels !== null && (!hasLevels || levelOf(legs[i]) !== levelOf(legs[j])))
        elevators[i * n + j] = elevators[j * n + i] = 1
      // roads nobody walks on are crossed, not walked
      if (legs[i].end >= 0 && legs[j].end >= 0 && (halves[i * n + j] > 0 || elevators[i * n + j] > 0))
        isWaiting = true
      between += weights[j]
    }
  }
  return isWaiting ? { halves, elevators } : null
}

function splitJunction(
  turns: Turns,
  waits: PairWaits,
  legs: readonly Leg[],
  vertex: number,
  isSignalled: boolean,
  edges: EdgeColumns,
  vertices: CoordinateIndex,
): void {
  let isFirst = true
  const leaving = legs.map(({ end }) => {
    if (end < 0) return -1
    const own = isFirst ? vertex : vertices.addTwin(vertex)
    isFirst = false
    const column = (end & 1) === 0 ? edges.from : edges.to
    column[end >> 1] = own
    return own
  })
  leaving.forEach((leave, i) => {
    if (leave < 0) return
    const arrive = vertices.addTwin(vertex)
    turns.arrivalOf.set(leave, arrive)
    leaving.forEach((to, j) => {
      if (j === i || to < 0) return
      const halves = waits.halves[i * legs.length + j]
      turns.from.push(arrive)
      turns.to.push(to)
      turns.signals.push(isSignalled ? halves : 0)
      turns.unsignalled.push(isSignalled ? 0 : halves)
      turns.elevators.push(waits.elevators[i * legs.length + j])
    })
  })
}
