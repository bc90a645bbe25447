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
const PARALLEL = (45 * Math.PI) / 180
/** Where the legs of a crossroads are put in order around it. */
const TIP_M = 20
/** What has more junctions is no crossroads. */
const MOST_JUNCTIONS = 32

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
  /** roads crossed at a signal, and main roads crossed without */
  readonly signals: number
  readonly unsignalled: number
  readonly elevators: number
}

/** One or, where signals stand close together, several vertices that walks pass as one. */
export interface Crossroads {
  /** names of its vertices */
  readonly members: readonly string[]
  /** the legs that lead out of it, in order around it, and the vertex each is at */
  readonly legs: readonly { readonly leg: Leg; readonly at: string }[]
  /** pieces of street between two of its vertices */
  readonly inside: readonly Piece[]
  /** from one leg to another, by their places in `legs`: on one side of the way and on the other */
  readonly waitsOf: (from: number, to: number) => readonly [Wait, Wait]
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

/** A line that is itself a crossing. */
function isCrossingLine(street: Street): boolean {
  return street.crossing !== undefined && !isCarriageway(street)
}

function longestPart({ points }: SlowLine): readonly [LonLat, LonLat] {
  const parts = points.slice(1).map((b, i) => [points[i], b] as const)
  return parts.toSorted((x, y) => haversine(...y) - haversine(...x))[0]
}

/** Carriageways of which another one-way carriageway is the other half. */
function findHalves(lines: readonly SlowLine[]): Set<SlowLine> {
  const oneWay = lines.filter(({ street }) => street.oneway === true && isCarriageway(street))
  return new Set(
    oneWay.filter((line) => {
      const [from, to] = longestPart(line)
      const middle: LonLat = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
      return oneWay.some((other) => {
        const [own, its] = [line.street.name, other.street.name]
        if (other === line || (own !== undefined && its !== undefined && own !== its)) return false
        return other.points.slice(1).some((b, i) => {
          const a = other.points[i]
          const { t, d } = nearestOn({ a, b }, middle)
          const turn = Math.abs(Math.sin(bearing(a, b) - bearing(from, to)))
          // what begins or ends there goes on from the street and is not beside it
          return t > 0 && t < 1 && d <= DIVIDED_M && turn <= Math.sin(PARALLEL)
        })
      })
    }),
  )
}

/** Everything that meets at the vertices of streets, walked or not. */
export class SlowJunctions {
  private readonly lines: readonly SlowLine[]
  private readonly legsAt = new Map<string, Leg[]>()

  constructor(lines: readonly SlowLine[]) {
    this.lines = lines
    for (const line of lines) {
      // what only a compound walks is elsewhere a road like those that nobody walks
      if (line.who !== 'everybody' && !isCarriageway(line.street)) continue
      line.points.forEach((point, index) => {
        const legs = this.legsAt.get(nameOf(point)) ?? []
        this.legsAt.set(nameOf(point), legs)
        for (const step of [-1, 1] as const)
          if (line.points[index + step] !== undefined) legs.push({ line, index, step })
      })
    }
  }

  /** Vertices of roads that nobody walks, which are crossed all the same. */
  namesOnUnwalkedRoads(): string[] {
    return this.lines
      .filter(({ who, street }) => who !== 'everybody' && isCarriageway(street))
      .flatMap(({ points }) => points.map(nameOf))
  }

  /** Crossing lines that cross a carriageway at a vertex: they wait there, not along themselves. */
  findMetCrossings(): Set<string> {
    const met = this.lines.filter(
      ({ street, points }) =>
        isCrossingLine(street) &&
        points.some((point) => {
          const legs = this.legsAt.get(nameOf(point)) ?? []
          return legs.filter(({ line }) => isCarriageway(line.street)).length > 1
        }),
    )
    return new Set(met.map(({ street }) => street.id))
  }

  /**
   * Wherever a walk may have to wait. `isOpen`: whether walks wait at a vertex at all: not inside compounds, not
   * at gates. `isInner`: whether a street may be the inside of a crossroads.
   */
  findCrossroads(
    project: Project,
    isOpen: (name: string) => boolean,
    isInner: (street: Street) => boolean,
  ): Crossroads[] {
    const halves = findHalves(this.lines)
    const points = project.layers.crossings.map(({ kind, geometry: { coordinates } }) => ({
      kind,
      at: [coordinates[0], coordinates[1]] as LonLat,
    }))
    const signals = points.filter(({ kind }) => kind === 'signals').map(({ at }) => at)
    const elevators = new Set(points.filter(({ kind }) => kind === 'elevator').map(({ at }) => nameOf(at)))
    const junctions = new Map([...this.legsAt].filter(([name, legs]) => legs.length > 2 && isOpen(name)))
    const signalled = new Set(
      [...junctions]
        .filter(([, legs]) => legs.some(({ line }) => isCarriageway(line.street)))
        .filter(([, legs]) => isSignalled(legs, signals))
        .map(([name]) => name),
    )
    const groups = this.groupSignalled(signalled, isInner, elevators)
    const unsignalled = [...junctions].filter(
      ([name, legs]) => !signalled.has(name) && legs.some(({ line }) => isMain(line.street)),
    )
    return [
      ...groups.map(({ members, inside }) => makeCrossroads(members, inside, junctions, halves, true)),
      ...unsignalled.map(([name]) => makeCrossroads([name], [], junctions, halves, false)),
      ...[...elevators]
        .filter((name) => isOpen(name) && !signalled.has(name) && isElevator(this.legsAt.get(name) ?? []))
        .map((name) => makeCrossroads([name], [], this.legsAt, halves, false)),
    ]
      .filter(({ members }, i, all) => all.findIndex((other) => other.members.includes(members[0])) === i)
      .map((crossroads) => (elevators.has(crossroads.members[0]) ? withElevator(crossroads) : crossroads))
      .filter(makesWait)
  }

  /** Signalled junctions that a carriageway connects, and everything that is short and between two of them. */
  private groupSignalled(
    signalled: ReadonlySet<string>,
    isInner: (street: Street) => boolean,
    elevators: ReadonlySet<string>,
  ): { members: string[]; inside: Piece[] }[] {
    const groups = new Map([...signalled].map((name) => [name, new Set([name])]))
    const pieces = [...signalled].flatMap((name) =>
      (this.legsAt.get(name) ?? [])
        .filter(({ step, line }) => step === 1 && line.who === 'everybody' && isInner(line.street))
        .map((leg) => ({ start: name, ...this.pieceFrom(leg) }))
        .filter(({ length_m, start, end }) => length_m <= CROSSROADS_M && start !== end)
        .filter(({ end }) => signalled.has(end) && !elevators.has(name) && !elevators.has(end)),
    )
    for (const { start, end, line } of pieces) {
      const [one, two] = [groups.get(start), groups.get(end)]
      if (!isCarriageway(line.street) || one === undefined || two === undefined || one === two) continue
      for (const member of two) {
        one.add(member)
        groups.set(member, one)
      }
    }
    return [...new Set(groups.values())].flatMap((group) => {
      const members = [...group]
      if (members.length > MOST_JUNCTIONS) return members.map((name) => ({ members: [name], inside: [] }))
      return { members, inside: pieces.filter(({ start, end }) => group.has(start) && group.has(end)) }
    })
  }

  /** The piece of a line from one of its vertices on to the next where it ends or something meets it. */
  private pieceFrom({ line, index }: Leg): Piece & { readonly length_m: number; readonly end: string } {
    let last = index
    let length_m = 0
    do {
      length_m += haversine(line.points[last], line.points[last + 1])
      last++
    } while (last + 1 < line.points.length && this.legsAt.get(nameOf(line.points[last]))?.length === 2)
    return { line, first: index, last, length_m, end: nameOf(line.points[last]) }
  }
}

function isSignalled(legs: readonly Leg[], signals: readonly LonLat[]): boolean {
  const at = legs[0].line.points[legs[0].index]
  const near = signals.filter((signal) => haversine(signal, at) < SIGNAL_OUT_M + SIGNAL_NEAR_M + 1)
  return (
    near.some((signal) => haversine(signal, at) <= SIGNAL_NEAR_M) ||
    legs.some(({ line: { street } }) => isCrossingLine(street) && street.crossing === 'signals') ||
    legs.some(
      (leg) =>
        isCarriageway(leg.line.street) &&
        near.some((signal) => distanceToPath(pathOf(leg, SIGNAL_OUT_M), signal) <= SIGNAL_NEAR_M),
    )
  )
}

function makeCrossroads(
  members: readonly string[],
  inside: readonly Piece[],
  junctions: ReadonlyMap<string, readonly Leg[]>,
  halves: ReadonlySet<SlowLine>,
  hasSignals: boolean,
): Crossroads {
  const isInside = ({ line, index, step }: Leg): boolean =>
    inside.some((piece) => piece.line === line && (step === 1 ? piece.first : piece.last) === index)
  const places = members.map((at) => {
    const [{ line, index }] = junctions.get(at) ?? []
    return line.points[index]
  })
  const middle: LonLat = [
    places.reduce((total, [lon]) => total + lon, 0) / places.length,
    places.reduce((total, [, lat]) => total + lat, 0) / places.length,
  ]
  // at one vertex the directions themselves; around several, by where each leg would be some way out
  const angleOf = (leg: Leg): number => {
    const path = pathOf(leg, LOOK_M)
    const direction = bearing(path[0], path[path.length - 1])
    if (members.length === 1) return direction
    const cos = Math.cos((middle[1] * Math.PI) / 180)
    const degrees = TIP_M / 111_195
    const tip: LonLat = [
      path[0][0] + (degrees * Math.cos(direction)) / cos,
      path[0][1] + degrees * Math.sin(direction),
    ]
    return bearing(middle, tip)
  }
  const legs = members
    .flatMap((at) => (junctions.get(at) ?? []).map((leg) => ({ leg, at })))
    .filter(({ leg }) => !isInside(leg))
    .map((one) => ({ ...one, angle: angleOf(one.leg) }))
    .toSorted((x, y) => x.angle - y.angle)
  const waits = legs.map(({ leg: { line } }): Wait => {
    const share = halves.has(line) ? 0.5 : 1
    return {
      signals: hasSignals && isCarriageway(line.street) ? share : 0,
      unsignalled: !hasSignals && isMain(line.street) ? share : 0,
      elevators: 0,
    }
  })
  return {
    members,
    legs,
    inside,
    waitsOf: (from, to) => {
      const [low, high] = [Math.min(from, to), Math.max(from, to)]
      return [sum(waits.slice(low + 1, high)), sum([...waits.slice(0, low), ...waits.slice(high + 1)])]
    },
  }
}

/** Whether anybody waits there at all; where nobody does, streets are walked as they are. */
function makesWait({ legs, waitsOf }: Crossroads): boolean {
  const walked = legs.flatMap(({ leg }, i) => (leg.line.who === 'everybody' ? [i] : []))
  return walked.some((from) => walked.some((to) => from < to && !waitsOf(from, to).some(isNone)))
}

function isNone({ signals, unsignalled, elevators }: Wait): boolean {
  return signals + unsignalled + elevators === 0
}

function sum(waits: readonly Wait[]): Wait {
  return waits.reduce(
    (a, b) => ({
      signals: a.signals + b.signals,
      unsignalled: a.unsignalled + b.unsignalled,
      elevators: a.elevators + b.elevators,
    }),
    { signals: 0, unsignalled: 0, elevators: 0 },
  )
}

/** Nothing is left or taken in the middle of a street that goes on. */
function isElevator(legs: readonly Leg[]): boolean {
  return legs.length > 2 || (legs.length === 2 && legs[0].line !== legs[1].line)
}

/** An elevator as a vertex waits between levels, or, where no levels are told apart, between all of its legs. */
function withElevator(crossroads: Crossroads): Crossroads {
  const layers = crossroads.legs.map(({ leg }) => leg.line.street.layer ?? 0)
  const tellsLevels = layers.some((layer) => layer !== layers[0])
  return {
    ...crossroads,
    waitsOf: (from, to) => {
      const elevators = !tellsLevels || layers[from] !== layers[to] ? 1 : 0
      const [one, two] = crossroads.waitsOf(from, to)
      return [
        { ...one, elevators },
        { ...two, elevators },
      ]
    },
  }
}
