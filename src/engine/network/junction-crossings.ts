import type { Street } from '../../model/layers'
import { findDividedRoads } from './carriageways'
import type { CoordinateIndex } from './coordinate-index'
import type { EdgeColumns } from './edge-columns'
import { type JunctionInput, listCandidates } from './junction-candidates'
import { type Crossroads, groupJunctions, type Junction } from './junction-clusters'
import { type Leg, orderLegs } from './junction-legs'
import { traceLeg } from './leg-path'
import { settleCrossings } from './settle-crossings'
import { SIGNAL_REACH_M, type SignalPoints, signalsOf } from './signal-points'
import { toKey } from './street-lines'

/** Junctions where a walk waits, split into one vertex per leg and direction; entries name vertices. */
export interface JunctionTurns {
  /** vertex an edge ends in → vertex where walks along that edge arrive, where the two differ */
  readonly arrivalOf: ReadonlyMap<number, number>
  /** edges inside a crossroads */
  readonly inner: readonly number[]
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** one per turn, like the next three */
  readonly length_mm: readonly number[]
  /** carriageways crossed at a signal, in halves of a road */
  readonly signals: readonly number[]
  /** main carriageways crossed without, in halves of a road */
  readonly unsignalled: readonly number[]
  readonly elevators: readonly number[]
}

/** A network whose junctions cost nothing. */
export const NO_TURNS: JunctionTurns = emptyTurns()

type Turns = {
  -readonly [K in keyof Omit<JunctionTurns, 'arrivalOf'>]: number[]
} & { readonly arrivalOf: Map<number, number> }

function emptyTurns(): Turns {
  return {
    arrivalOf: new Map(),
    inner: [],
    from: [],
    to: [],
    length_mm: [],
    signals: [],
    unsignalled: [],
    elevators: [],
  }
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
  const { edges, vertices, frame } = input
  const { streets, crossings } = input.project.layers
  const elevators = new Set<number>()
  for (const { kind, geometry } of crossings)
    if (kind === 'elevator')
      elevators.add(vertices.find(toKey(geometry.coordinates[0]), toKey(geometry.coordinates[1]), -1))
  const signals = signalsOf(crossings, frame)
  const isHalfRoad = findDividedRoads(streets, frame)
  const junctions: Junction[] = []
  for (const [vertex, ends] of listCandidates(input, signals, elevators))
    junctions.push(describeJunction(input, vertex, ends, signals, elevators))
  const settled = settleCrossings(input)
  for (let e = 0; e < edges.count; e++) if (settled.has(edges.street[e])) edges.delay[e] = 0
  const turns = emptyTurns()
  for (const crossroads of groupJunctions(junctions, edges)) {
    const { legs, isSignalled } = legsAround(crossroads)
    const isWaited = ({ leg }: RootedLeg): boolean => leg.rank === 2 || (leg.rank === 1 && isSignalled)
    const levels = crossroads.junctions[0].isElevator ? streets : null
    // most junctions make nobody wait: told before it is asked which roads are divided
    if (pairWaits(legs, (leg) => (isWaited(leg) ? 2 : 0), levels) === null) continue
    const weigh = (leg: RootedLeg): number => (isWaited(leg) ? (isHalfRoad(leg.leg.street) ? 1 : 2) : 0)
    const waits = pairWaits(legs, weigh, levels)
    if (waits !== null) splitCrossroads(turns, waits, crossroads, legs, isSignalled, edges, vertices)
  }
  return turns
}

function describeJunction(
  { project, edges, vertices, frame, foreign }: JunctionInput,
  vertex: number,
  ends: readonly number[],
  signals: SignalPoints,
  elevators: ReadonlySet<number>,
): Junction {
  const { streets } = project.layers
  const x = frame.x(vertices.lon(vertex))
  const y = frame.y(vertices.lat(vertex))
  const legs = orderLegs(ends, foreign.get(vertex) ?? [], edges, streets)
  const near = signals.near(x, y)
  const isSignalled =
    signals.isAt(near, x, y) ||
    legs.some((leg) => leg.isCrossing && streets[leg.street].crossing === 'signals') ||
    (near.length > 0 &&
      legs.some(
        (leg) =>
          leg.rank > 0 && signals.isOnPath(near, leg.foreign ?? traceLeg(edges, leg.end, SIGNAL_REACH_M)),
      ))
  return { vertex, x, y, legs, isSignalled, isElevator: elevators.has(vertex) }
}

/** A leg of a crossroads, and the place of its junction in it. */
interface RootedLeg {
  readonly leg: Leg
  readonly root: number
}

/** How far out a leg is looked at to tell its place around a crossroads, metres. */
const TIP_M = 20

/** The legs that lead out of a crossroads, in order around it. */
function legsAround({ junctions, inner }: Crossroads): { legs: RootedLeg[]; isSignalled: boolean } {
  const { isSignalled } = junctions[0]
  const isInner = new Set(inner)
  const legs = junctions.flatMap((junction, root) =>
    junction.legs
      .filter(({ end }) => end < 0 || !isInner.has(end >> 1))
      .map((leg): RootedLeg => ({ leg, root })),
  )
  if (junctions.length === 1) return { legs, isSignalled }
  const x = junctions.reduce((sum, junction) => sum + junction.x, 0) / junctions.length
  const y = junctions.reduce((sum, junction) => sum + junction.y, 0) / junctions.length
  const angleOf = ({ leg, root }: RootedLeg): number =>
    Math.atan2(
      junctions[root].y + TIP_M * Math.sin(leg.bearing) - y,
      junctions[root].x + TIP_M * Math.cos(leg.bearing) - x,
    )
  const angles = new Map(legs.map((leg) => [leg, angleOf(leg)]))
  const order = (leg: RootedLeg): number => angles.get(leg) ?? 0
  return { legs: legs.sort((a, b) => order(a) - order(b) || a.leg.end - b.leg.end), isSignalled }
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
  rooted: readonly RootedLeg[],
  weigh: (leg: RootedLeg) => number,
  levels: readonly Street[] | null,
): PairWaits | null {
  const n = rooted.length
  const legs = rooted.map(({ leg }) => leg)
  const weights = rooted.map(weigh)
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

/** Gives every leg that leads out its two vertices, and turns from each to each. */
function splitCrossroads(
  turns: Turns,
  waits: PairWaits,
  { junctions, inner, across_mm }: Crossroads,
  legs: readonly RootedLeg[],
  isSignalled: boolean,
  edges: EdgeColumns,
  vertices: CoordinateIndex,
): void {
  const n = junctions.length
  const turn = (from: Stop, to: Stop, halves: number, elevators: number): void => {
    turns.from.push(from.arrive)
    turns.to.push(to.leave)
    turns.length_mm.push(across_mm[from.root * n + to.root])
    turns.signals.push(isSignalled ? halves : 0)
    turns.unsignalled.push(isSignalled ? 0 : halves)
    turns.elevators.push(elevators)
  }
  const stop = (leave: number, root: number): Stop => {
    const arrive = vertices.addTwin(leave)
    turns.arrivalOf.set(leave, arrive)
    return { leave, arrive, root }
  }
  // the vertex itself stays with the inner edges, or goes to the first leg
  let isFree = inner.length === 0
  const outer = legs.map(({ leg: { end }, root }): Stop | null => {
    if (end < 0) return null
    const leave = isFree ? junctions[root].vertex : vertices.addTwin(junctions[root].vertex)
    isFree = false
    const column = (end & 1) === 0 ? edges.from : edges.to
    column[end >> 1] = leave
    return stop(leave, root)
  })
  outer.forEach((from, i) =>
    outer.forEach((to, j) => {
      if (i === j || from === null || to === null) return
      turn(from, to, waits.halves[i * legs.length + j], waits.elevators[i * legs.length + j])
    }),
  )
  if (inner.length === 0) return
  // whoever starts or ends inside the crossroads is not made to wait; inner edges lead from one junction to
  // the next, but nobody goes out by them who came in by them
  turns.inner.push(...inner)
  const inside = junctions.map(({ vertex }, root) => stop(vertex, root))
  for (const stay of inside) turn(stay, stay, 0, 0)
  for (const leg of outer) {
    if (leg === null) continue
    turn(leg, inside[leg.root], 0, 0)
    turn(inside[leg.root], leg, 0, 0)
  }
}

/** A leg's two vertices: where walks go out along it, and where they come in. */
interface Stop {
  readonly leave: number
  readonly arrive: number
  /** place of its junction in the crossroads */
  readonly root: number
}
