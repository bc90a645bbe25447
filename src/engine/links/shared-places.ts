import { GATE_AT_CROSSING_M } from '../../model/gate-place'
import type { LayerName } from '../../model/layers'
import type { SharedWallProblem } from '../../model/shared-wall'
import { SHARED_WALL_M } from '../../model/shared-wall'
import type { LonLat } from '../../model/units'
import type { ExplainContext } from '../explain/class-state'
import { crossingFraction } from '../geometry/rings'
import { type LocalFrame, roundDegrees } from '../geometry/local-frame'
import { nearestOnRings } from '../geometry/nearest-on-rings'
import { SegmentGrid } from '../geometry/segment-grid'
import { nearestOnEdge, placeOnEdge } from '../network/along-edge'
import { carriagewayRank } from '../network/carriageways'
import type { Compound } from '../network/compounds'
import type { AccessPoint } from '../places/access-point'
import { whyWallsStay } from '../scenario/shared-wall'
import { sideOf } from './list-gates'
import { WallCrossings } from './wall-crossings'

/** A street inside is at most this far from its wall, metres: as far as a new gate's own ways together (J). */
const TO_STREET_M = 25
/** So many of the nearest streets inside are tried before it is said that houses or walls stand before all (J). */
const STREETS_TRIED = 6

type Place = readonly [x: number, y: number]

/** A place where walls in common could be opened, metres in the frame. */
export interface SharedPlace {
  /** in the wall of each compound */
  readonly at: readonly [Place, Place]
  /** where the way through begins and ends, inside each */
  readonly sides: readonly [AccessPoint, AccessPoint]
  /** the way through; one place or two: a street is there already */
  readonly line: readonly Place[]
  /** the street that each place of the way joins; null: a street is there already */
  readonly joins: readonly (string | null)[] | null
  readonly length_m: number
  /** ids of public streets between the walls */
  readonly streets: readonly string[]
}

/** A place of a street inside, and how far it is. */
interface Foot {
  readonly edge: number
  readonly at: number
  readonly place: Place
  readonly distance_m: number
}

function problem(reason: SharedWallProblem['reason'], layer: LayerName, id: string): SharedWallProblem {
  return { reason, layer, id }
}

/** Looks where walls that two compounds have in common could be opened, on one network. */
export class SharedPlaces {
  private readonly context: ExplainContext
  private readonly crossings: WallCrossings
  private readonly grid: SegmentGrid
  private readonly edgeOf: Int32Array

  constructor(context: ExplainContext) {
    this.context = context
    this.crossings = new WallCrossings(context)
    const { shapeStart, shapeEnd, shapeX, shapeY, homeEdgeCount: count } = context.network
    this.grid = new SegmentGrid({ count, start: shapeStart, end: shapeEnd, x: shapeX, y: shapeY })
    this.edgeOf = new Int32Array(shapeX.length)
    for (let e = 0; e < count; e++) this.edgeOf.fill(e, shapeStart[e], shapeEnd[e])
  }

  /** The opening whose place in the first one's wall is nearest to a place, or why there can be none. */
  tryAt(a: Compound, b: Compound, [x, y]: Place): SharedPlace | SharedWallProblem {
    const inA = nearestOnRings(a.rings, x, y)
    const inB = inA === null ? null : nearestOnRings(b.rings, inA.x, inA.y)
    if (inA === null || inB === null || inB.distance_m > SHARED_WALL_M)
      return problem('walls-apart', 'communities', b.id)
    const at: readonly [Place, Place] = [
      [inA.x, inA.y],
      [inB.x, inB.y],
    ]
    const gate = this.gateNear(a, at[0]) ?? this.gateNear(b, at[1])
    if (gate !== null) return problem('gate-near', 'gates', gate)
    const cut = this.cutNear(a, b, at)
    if (cut !== null) return 'reason' in cut ? cut : this.throughStreet(a, b, cut)
    const between = this.streetsBetween(...at)
    if ('reason' in between) return between
    const [from, to] = [this.streetInside(a, at[0]), this.streetInside(b, at[1])]
    if ('reason' in from) return from
    if ('reason' in to) return to
    return this.wayThrough(a, b, at, { from, to, between })
  }

  /** Streets that run from the one into the other and are cut by the walls of both, where a gate in each would do. */
  cutThrough(a: Compound, b: Compound): SharedPlace[] {
    return this.crossings.between(a, b).flatMap((cut): SharedPlace[] => {
      const { x, y } = cut.a
      const isNearGate = this.gateNear(a, [x, y]) !== null || this.gateNear(b, [cut.b.x, cut.b.y]) !== null
      const place = isNearGate ? null : this.throughStreet(a, b, cut)
      return place === null || 'reason' in place ? [] : [place]
    })
  }

  private throughStreet(
    a: Compound,
    b: Compound,
    cut: ReturnType<WallCrossings['between']>[number],
  ): SharedPlace | SharedWallProblem {
    const at: readonly [Place, Place] = [
      [cut.a.x, cut.a.y],
      [cut.b.x, cut.b.y],
    ]
    const stays = whyWallsStay(this.context.project.layers, { at: this.lonLats(at), line: [] })
    if (stays !== null) return stays
    return {
      at,
      sides: [sideOf(cut.a.inside, a.zone), sideOf(cut.b.inside, b.zone)],
      line: cut.length_m === 0 ? [at[0]] : at,
      joins: null,
      length_m: cut.length_m,
      streets: [],
    }
  }

  private wayThrough(
    a: Compound,
    b: Compound,
    at: readonly [Place, Place],
    { from, to, between }: { from: Foot; to: Foot; between: readonly Crossing[] },
  ): SharedPlace | SharedWallProblem {
    const { network, project } = this.context
    const streetOf = (edge: number): string => project.layers.streets[network.edgeStreet[edge]].id
    // where outlines overlap a way meets the other one's wall first
    const [p, q] = at
    const isTurned = distance(from.place, q) < distance(from.place, p)
    const walls = isTurned ? [q, p] : [p, q]
    const met = isTurned ? [] : between
    const steps: { readonly place: Place; readonly joins: string | null }[] = [
      { place: from.place, joins: streetOf(from.edge) },
      { place: walls[0], joins: null },
      ...met.map(({ place, street }) => ({ place, joins: street })),
      { place: walls[1], joins: null },
      { place: to.place, joins: streetOf(to.edge) },
    ]
    const kept: typeof steps = []
    for (const step of steps) {
      const last = kept.at(-1)
      if (last === undefined || distance(last.place, step.place) > 0.02) kept.push(step)
      // what joins a street counts of two at one place
      else if (last.joins === null) kept[kept.length - 1] = step
    }
    if (kept.length < 2) return problem('line-too-short', 'communities', a.id)
    const line = kept.map(({ place }) => place)
    const stays = whyWallsStay(project.layers, { at: this.lonLats(at), line: this.lonLats(line) })
    if (stays !== null) return stays
    const side = ({ edge, at: t }: Foot, zone: number): AccessPoint => ({
      edge,
      at: t,
      node: -1,
      connector_m: 0,
      zone,
    })
    let length_m = 0
    for (let i = 1; i < line.length; i++) length_m += distance(line[i - 1], line[i])
    return {
      at,
      sides: [side(from, a.zone), side(to, b.zone)],
      line,
      joins: kept.map(({ joins }) => joins),
      length_m,
      streets: met.map(({ street }) => street),
    }
  }

  private lonLats(places: readonly Place[]): LonLat[] {
    return placesOf(this.context.network.frame, places)
  }

  /** A gate, surveyed or planned, that decides at a place; null: none of this compound. */
  private gateNear({ gates }: Compound, place: Place): string | null {
    const found = gates.find(({ x, y }) => distance([x, y], place) <= GATE_AT_CROSSING_M)
    return found === undefined ? null : this.context.project.layers.gates[found.index].id
  }

  /** What a gate here would open besides: a street cut by both walls is what to open; one cut by one of them is not. */
  private cutNear(
    a: Compound,
    b: Compound,
    [p, q]: readonly [Place, Place],
  ): ReturnType<WallCrossings['between']>[number] | SharedWallProblem | null {
    const near = ({ x, y }: { readonly x: number; readonly y: number }, place: Place): boolean =>
      distance([x, y], place) <= GATE_AT_CROSSING_M
    const through = this.crossings.between(a, b).find((cut) => near(cut.a, p) && near(cut.b, q))
    if (through !== undefined) return through
    const isCut =
      this.crossings.of(a).some((cut) => near(cut, p)) || this.crossings.of(b).some((cut) => near(cut, q))
    return isCut ? problem('street-cut', 'communities', a.id) : null
  }

  /** The public streets from one wall to the other, in order; a problem: what no way leads over on foot just so. */
  private streetsBetween(p: Place, q: Place): readonly Crossing[] | SharedWallProblem {
    const { barriers, network, project } = this.context
    const { layers } = project
    for (const { kind, record } of barriers?.crossingsBetween(...p, ...q) ?? [])
      if (record >= 0 && kind !== 'wall' && kind !== 'fence')
        return problem('barrier-between', 'barriers', layers.barriers[record].id)
    const { shapeX: x, shapeY: y, edgeZone, edgeState, edgeIsRaised, edgeStreet } = network
    const found = new Map<string, Crossing>()
    for (const v of this.grid.within(
      Math.min(p[0], q[0]),
      Math.min(p[1], q[1]),
      Math.max(p[0], q[0]),
      Math.max(p[1], q[1]),
    )) {
      const edge = this.edgeOf[v]
      if (edgeZone[edge] >= 0 || edgeIsRaised[edge] === 1 || edgeStreet[edge] < 0) continue
      if (edgeState !== null && edgeState[edge] !== 0) continue
      const t = crossingFraction(...p, ...q, x[v], y[v], x[v + 1], y[v + 1])
      if (t === null) continue
      const street = layers.streets[edgeStreet[edge]]
      if (carriagewayRank(street) === 2) return problem('road-between', 'streets', street.id)
      const place = [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])] as const
      if (!found.has(street.id)) found.set(street.id, { street: street.id, place, t })
    }
    return [...found.values()].sort((one, other) => one.t - other.t)
  }

  /** The nearest street of a compound that can be walked to straight from a place in its wall. */
  private streetInside({ zone, id }: Compound, [x, y]: Place): Foot | SharedWallProblem {
    const { barriers, project } = this.context
    // the wall that is opened is open there
    const walker = { zone, endSlack_m: GATE_AT_CROSSING_M }
    const feet = this.feetNear(zone, x, y)
    let first: SharedWallProblem | null = null
    for (const foot of feet.slice(0, STREETS_TRIED)) {
      if (barriers?.isFree(...foot.place, x, y, walker) === false) {
        first ??= problem('barrier-between', 'communities', id)
        continue
      }
      const line = this.lonLats([foot.place, [x, y]])
      const stays = whyWallsStay(project.layers, { at: line.slice(1), line })
      if (stays === null) return foot
      first ??= stays
    }
    return first ?? problem('no-street-inside', 'communities', id)
  }

  /** The nearest place of each street piece inside a compound within reach, the nearest first. */
  private feetNear(zone: number, x: number, y: number): Foot[] {
    const { network } = this.context
    const { edgeZone, edgeState, edgeIsRaised, edgeStreet, edgeIsSteps } = network
    const r = TO_STREET_M
    const edges = new Set(Array.from(this.grid.within(x - r, y - r, x + r, y + r), (v) => this.edgeOf[v]))
    return [...edges]
      .filter(
        (edge) =>
          edgeZone[edge] === zone &&
          edgeStreet[edge] >= 0 &&
          edgeIsRaised[edge] + edgeIsSteps[edge] === 0 &&
          (edgeState === null || edgeState[edge] === 0),
      )
      .map((edge): Foot => {
        const { at, d2 } = nearestOnEdge(network, edge, x, y)
        return { edge, at, place: placeOnEdge(network, edge, at), distance_m: Math.sqrt(d2) }
      })
      .filter(({ distance_m }) => distance_m <= r)
      .sort((p, q) => p.distance_m - q.distance_m || p.edge - q.edge)
  }
}

/** Places of the frame in degrees, each by itself: two that are one stay two. */
export function placesOf(frame: LocalFrame, places: readonly Place[]): LonLat[] {
  return places.map(([x, y]) => [roundDegrees(frame.lon(x)), roundDegrees(frame.lat(y))])
}

/** Where the way from wall to wall meets a street. */
interface Crossing {
  readonly street: string
  readonly place: Place
  readonly t: number
}

function distance([ax, ay]: Place, [bx, by]: Place): number {
  return Math.hypot(ax - bx, ay - by)
}
