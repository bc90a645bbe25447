import type { Project } from '../../src/model/project'
import type { Street } from '../../src/model/layers'
import type { LonLat } from '../../src/model/units'
import { nameOf, type SlowLine } from './slow-lines'
import { haversine, nearestOn } from './slow-walk'

/*
 * Where walks wait: docs/method.md (4, Where a walk crosses; Divided roads; Mapped crossings), the obvious way.
 */

const MAIN = ['trunk', 'primary', 'secondary', '快速路', '主干路', '次干路']
const LOCAL =
  'trunk_link primary_link secondary_link tertiary tertiary_link unclassified residential living_street service busway road 支路'

/** Directions are taken this far out. */
const LOOK_M = 5
/** A signal is on what it stands this near to. */
const SIGNAL_NEAR_M = 3
/** How far out on its roads the signals of a junction stand. */
const SIGNAL_OUT_M = 25
/** How far apart the carriageways of a divided road are, and the junctions of one crossroads. */
const DIVIDED_M = 40
const CROSSROADS_M = 40
/** Lines that differ by less are parallel. */
const PARALLEL = (30 * Math.PI) / 180

export function isMain({ kind }: Street): boolean {
  return MAIN.includes(kind ?? '')
}

export function isCarriageway(street: Street): boolean {
  return isMain(street) || LOCAL.split(' ').includes(street.kind ?? '')
}

/** A line that leads away from a vertex. */
export interface Leg {
  readonly line: SlowLine
  /** which vertex of the line, and which way from there */
  readonly index: number
  readonly step: 1 | -1
}

/** What one waits for on the way from one leg to another. */
export interface Wait {
  readonly signals: number
  readonly unsignalled: number
  readonly elevator: number
}

/** One or, where signals stand close together, several vertices that walks pass as one. */
export interface Crossroads {
  /** names of its vertices */
  readonly members: readonly string[]
  /** the legs that lead out of it, around it */
  readonly legs: readonly { readonly leg: Leg; readonly at: string }[]
  /** pieces of line between two of its vertices, each as the line and the first and last vertex of the piece */
  readonly inside: readonly Piece[]
  /** from one leg to another, by their places in `legs` */
  readonly waitOf: (from: number, to: number, unsignalled_s: number, signals_s: number) => Wait
}

/** A piece of a line between two places where streets meet. */
export interface Piece {
  readonly line: SlowLine
  readonly first: number
  readonly last: number
}

export function legKey({ line, index, step }: Leg): string {
  return `${line.street.id}|${index}|${step}`
}

/** The points of a leg up to some meters out, its vertex first. */
function pathOf({ line: { points }, index, step }: Leg, out_m: number): LonLat[] {
  const path = [points[index]]
  let left_m = out_m
  for (let i = index + step; i >= 0 && i < points.length && left_m > 0; i += step) {
    const [a, b] = [points[i - step], points[i]]
    const length_m = haversine(a, b)
    const t = Math.min(1, left_m / length_m)
    path.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])])
    left_m -= length_m
  }
  return path
}

function bearing(from: LonLat, to: LonLat): number {
  return Math.atan2(to[1] - from[1], (to[0] - from[0]) * Math.cos((from[1] * Math.PI) / 180))
}

function distanceToPath(path: readonly LonLat[], p: LonLat): number {
  return Math.min(...path.slice(1).map((b, i) => nearestOn({ a: path[i], b }, p).d))
}

/** Carriageways of which another one-way carriageway is the other half. */
export function findHalves(lines: readonly SlowLine[]): Set<SlowLine> {
  const oneWay = lines.filter(({ street }) => street.oneway === true && isCarriageway(street))
  return new Set(
    oneWay.filter((line) => {
      const length_m = line.points.slice(1).reduce((sum, b, i) => sum + haversine(line.points[i], b), 0)
      const path = pathOf({ line, index: 0, step: 1 }, length_m / 2)
      const middle = path[path.length - 1]
      const direction = bearing(path[path.length - 2], middle)
      return oneWay.some((other) => {
        if (other === line) return false
        const [own, its] = [line.street.name, other.street.name]
        if (own !== undefined && its !== undefined && own !== its) return false
        return other.points.slice(1).some((b, i) => {
          const a = other.points[i]
          const turn = Math.abs(Math.sin(bearing(a, b) - direction))
          return turn < Math.sin(PARALLEL) && nearestOn({ a, b }, middle).d <= DIVIDED_M
        })
      })
    }),
  )
}

/** Crossing lines that meet a carriageway: they wait there, not along themselves. */
export function findMeetingCrossings(lines: readonly SlowLine[]): Set<string> {
  const onRoads = new Set(
    lines.filter(({ street }) => isCarriageway(street)).flatMap(({ points }) => points.map(nameOf)),
  )
  return new Set(
    lines
      .filter(({ street }) => street.crossing !== undefined && !isCarriageway(street))
      .filter(({ points }) => points.some((point) => onRoads.has(nameOf(point))))
      .map(({ street }) => street.id),
  )
}

/** `isOpen`: whether walks wait at a vertex at all: not inside compounds, not at gates. */
export function findCrossroads(
  project: Project,
  lines: readonly SlowLine[],
  isOpen: (name: string) => boolean,
): Crossroads[] {
  const halves = findHalves(lines)
  const legsAt = new Map<string, Leg[]>()
  for (const line of lines) {
    if (line.who === 'nobody' && !isCarriageway(line.street)) continue
    line.points.forEach((point, index) => {
      const legs = legsAt.get(nameOf(point)) ?? []
      legsAt.set(nameOf(point), legs)
      for (const step of [-1, 1] as const)
        if (line.points[index + step] !== undefined) legs.push({ line, index, step })
    })
  }
  const points = project.layers.crossings.map(({ kind, geometry: { coordinates } }) => ({
    kind,
    at: [coordinates[0], coordinates[1]] as LonLat,
  }))
  const signals = points.filter(({ kind }) => kind === 'signals').map(({ at }) => at)
  const elevators = new Set(points.filter(({ kind }) => kind === 'elevator').map(({ at }) => nameOf(at)))
  const isSignalled = (legs: readonly Leg[]): boolean => {
    const { line, index } = legs[0]
    const at = line.points[index]
    const near = signals.filter((signal) => haversine(signal, at) < SIGNAL_OUT_M + SIGNAL_NEAR_M + 1)
    return (
      near.some((signal) => haversine(signal, at) <= SIGNAL_NEAR_M) ||
      legs.some((leg) => leg.line.street.crossing === 'signals') ||
      legs.some(
        (leg) =>
          isCarriageway(leg.line.street) &&
          near.some((signal) => distanceToPath(pathOf(leg, SIGNAL_OUT_M), signal) <= SIGNAL_NEAR_M),
      )
    )
  }
  const junctions = new Map([...legsAt].filter(([name, legs]) => legs.length > 2 && isOpen(name)))
  const signalled = new Set(
    [...junctions]
      .filter(([, legs]) => legs.some(({ line }) => isCarriageway(line.street)) && isSignalled(legs))
      .map(([name]) => name),
  )
  const groups = groupSignalled(signalled, junctions)
  const result = [...groups.values()].map(({ members, inside }) =>
    makeCrossroads([...members], inside, junctions, halves, true),
  )
  for (const [name, legs] of junctions)
    if (!signalled.has(name) && legs.some(({ line }) => isMain(line.street)))
      result.push(makeCrossroads([name], [], junctions, halves, false))
  // an elevator as a vertex
  for (const name of elevators) {
    const legs = legsAt.get(name) ?? []
    if (legs.length > 1 && !result.some(({ members }) => members.includes(name)))
      result.push(makeElevator(name, legs))
  }
  return result
}

/** The piece a leg begins: to the next place where streets meet, or the end of the line. */
function pieceOf({ line, index, step }: Leg, isJunction: (name: string) => boolean): Piece & { meters: number; end: string } {
  let meters = 0
  let i = index
  do {
    meters += haversine(line.points[i], line.points[i + step])
    i += step
  } while (line.points[i + step] !== undefined && !isJunction(nameOf(line.points[i])))
  return { line, first: Math.min(index, i), last: Math.max(index, i), meters, end: nameOf(line.points[i]) }
}

function groupSignalled(
  signalled: ReadonlySet<string>,
  junctions: ReadonlyMap<string, readonly Leg[]>,
): Map<string, { members: Set<string>; inside: Piece[] }> {
  const groups = new Map([...signalled].map((name) => [name, { members: new Set([name]), inside: [] as Piece[] }]))
  for (const name of signalled)
    for (const leg of junctions.get(name) ?? []) {
      if (!isCarriageway(leg.line.street)) continue
      const piece = pieceOf(leg, (one) => junctions.has(one))
      if (piece.meters > CROSSROADS_M || !signalled.has(piece.end)) continue
      const [one, two] = [groups.get(name), groups.get(piece.end)]
      if (one === undefined || two === undefined) continue
      if (leg.step === 1) one.inside.push(piece)
      if (one === two) continue
      for (const member of two.members) {
        one.members.add(member)
        groups.set(member, one)
      }
      one.inside.push(...two.inside)
    }
  return new Map([...new Set(groups.values())].map((group) => [[...group.members][0], group]))
}

function makeCrossroads(
  members: readonly string[],
  inside: readonly Piece[],
  junctions: ReadonlyMap<string, readonly Leg[]>,
  halves: ReadonlySet<SlowLine>,
  isSignalled: boolean,
): Crossroads {
  const isInside = ({ line, index, step }: Leg): boolean =>
    inside.some((piece) => piece.line === line && (step === 1 ? piece.first : piece.last) === index)
  const all = members.flatMap((at) => (junctions.get(at) ?? []).map((leg) => ({ leg, at })))
  const places = members.map((at) => {
    const [{ line, index }] = junctions.get(at) ?? []
    return line.points[index]
  })
  const middle: LonLat = [
    places.reduce((sum, [lon]) => sum + lon, 0) / places.length,
    places.reduce((sum, [, lat]) => sum + lat, 0) / places.length,
  ]
  const legs = all
    .filter(({ leg }) => !isInside(leg))
    .map((one) => ({ ...one, angle: bearing(middle, pathOf(one.leg, LOOK_M).at(-1) as LonLat) }))
    .toSorted((x, y) => x.angle - y.angle)
  const shares = legs.map(({ leg: { line } }) => {
    const share = halves.has(line) ? 0.5 : 1
    if (isSignalled) return { signals: isCarriageway(line.street) ? share : 0, unsignalled: 0, elevator: 0 }
    return { signals: 0, unsignalled: isMain(line.street) ? share : 0, elevator: 0 }
  })
  return {
    members,
    legs,
    inside,
    waitOf: (from, to, unsignalled_s, signals_s) => {
      const seconds = ({ signals, unsignalled }: Wait): number =>
        signals * signals_s + unsignalled * unsignalled_s
      const [low, high] = [Math.min(from, to), Math.max(from, to)]
      const between = sum(shares.slice(low + 1, high))
      const around = sum([...shares.slice(0, low), ...shares.slice(high + 1)])
      return seconds(between) <= seconds(around) ? between : around
    },
  }
}

function sum(waits: readonly Wait[]): Wait {
  return waits.reduce(
    (a, b) => ({
      signals: a.signals + b.signals,
      unsignalled: a.unsignalled + b.unsignalled,
      elevator: a.elevator + b.elevator,
    }),
    { signals: 0, unsignalled: 0, elevator: 0 },
  )
}

function makeElevator(name: string, legs: readonly Leg[]): Crossroads {
  const layers = legs.map(({ line }) => line.street.layer)
  const tellNone = layers.every((layer) => layer === undefined)
  return {
    members: [name],
    legs: legs.map((leg) => ({ leg, at: name })),
    inside: [],
    waitOf: (from, to) => {
      const waits = tellNone ? legs[from].line !== legs[to].line : (layers[from] ?? 0) !== (layers[to] ?? 0)
      return { signals: 0, unsignalled: 0, elevator: waits ? 1 : 0 }
    },
  }
}
