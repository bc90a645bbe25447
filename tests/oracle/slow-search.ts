import { type Basis, PROFILES, type ProfileId } from '../../src/model/profile'
import type { Street } from '../../src/model/layers'
import { mayPass } from './slow-compounds'
import type { Slope, SlowTown } from './slow-town'
import type { BitEnd, Step } from './slow-graph'
import type { Bit } from './slow-lines'
import { steepnessOf } from './slow-slope'
import { Heap } from './slow-walk'

/*
 * What walking costs (docs/method.md, 4) and the shortest walks, in float64.
 */

export interface SlowImpedance {
  readonly profile: ProfileId
  readonly basis: Basis
}

/** What is minimized (m or s), and the other measure carried along (s or m). */
export interface Cost {
  readonly cost: number
  readonly other: number
}

/** Nearer than this to an end of a street one stands on the corner. */
const CORNER_M = 0.005

/** Seconds lost on the whole of a street, spread evenly along it. */
function delayOf(
  street: Street,
  { footbridges, metCrossings }: SlowTown,
  { profile }: SlowImpedance,
): number {
  const { delays_s } = PROFILES[profile]
  // it waits at the road and nowhere else
  if (metCrossings.has(street.id)) return 0
  if (street.kind === 'elevator') return delays_s.elevator
  if (street.crossing !== undefined)
    return street.crossing === 'signals' ? delays_s.signals : delays_s.unsignalled
  return footbridges.has(street.id) ? delays_s.footbridge : 0
}

export function isStairs(street: Street): boolean {
  return street.steps === true || street.kind === 'steps'
}

/** Where a walk starts or ends: so far along a bit, or at a node; `way_m` off it. */
export interface Foot {
  readonly bit: Bit | null
  /** 0–1 from a to b; a foot on a node is at that node */
  readonly t: number
  readonly node: number
  readonly way_m: number
  readonly zone: number
}

type Corner = Pick<BitEnd, 'arrive' | 'leave'>

/** A stretch of a bit in one direction, per meter; null: closed to this profile. */
type Pace = Cost | null

/** Walks from some feet under the two-end rule: one search for each pair of compounds. */
export class SlowSearch {
  private readonly town: SlowTown
  private readonly impedance: SlowImpedance
  /** per meter of each bit, there and back */
  private readonly paces: ReadonlyMap<Bit, readonly [Pace, Pace]>
  /** steps by where they begin: `first` holds the beginning of each state's own */
  private readonly first: Int32Array
  private readonly to: Int32Array
  private readonly stepCost: Float64Array
  private readonly stepOther: Float64Array
  private readonly passage: Int32Array
  private readonly best: Float64Array
  private readonly others: Float64Array
  private touched: number[] = []

  constructor(town: SlowTown, impedance: SlowImpedance) {
    this.town = town
    this.impedance = impedance
    this.paces = new Map(
      town.bits.map((bit) => [bit, [this.paceOf(bit, true), this.paceOf(bit, false)] as const]),
    )
    const { stateCount, steps } = town.graph
    const open = steps.flatMap((step) => {
      const price = this.priceOf(step)
      return price === null ? [] : [{ step, price }]
    })
    open.sort((x, y) => x.step.from - y.step.from)
    this.first = new Int32Array(stateCount + 1)
    for (const { step } of open) this.first[step.from + 1]++
    for (let i = 0; i < stateCount; i++) this.first[i + 1] += this.first[i]
    this.to = Int32Array.from(open, ({ step }) => step.to)
    this.stepCost = Float64Array.from(open, ({ price }) => price.cost)
    this.stepOther = Float64Array.from(open, ({ price }) => price.other)
    this.passage = Int32Array.from(open, ({ step }) => step.passage)
    this.best = new Float64Array(stateCount).fill(Infinity)
    this.others = new Float64Array(stateCount)
  }

  /** What a meter of a bit costs; null: closed to this profile. */
  private paceOf(bit: Bit, isForward: boolean): Pace {
    const profile = PROFILES[this.impedance.profile]
    const { street } = bit
    if (street === null) return this.price(1, 1 / profile.speed_m_s)
    const isSteps = isStairs(street) && street.conveying !== true
    const isClosedToWheels =
      street.step_free === false ||
      (isStairs(street) && (street.step_free !== true || street.conveying === true))
    if (!profile.canUseSteps && isClosedToWheels) return null
    const slope = isStairs(street) ? FLAT : (this.town.slopeOf.get(bit) ?? FLAT)
    // a ramp of just the limit is within it
    const steepness = steepnessOf(Math.max(slope.forward, slope.back)) - 1e-6
    if (profile.maxSlope !== null && steepness > profile.maxSlope) return null
    const length_m = this.town.lengthOfStreet.get(street.id) ?? 0
    const delay = length_m === 0 ? 0 : delayOf(street, this.town, this.impedance) / length_m
    const factor = isSteps ? profile.stepsFactor : isForward ? slope.forward : slope.back
    return this.price(1, factor / profile.speed_m_s + delay)
  }

  private priceOf({ bit, isForward, waits, across_m, passage }: Step): Cost | null {
    const { canUseSteps, delays_s, speed_m_s } = PROFILES[this.impedance.profile]
    if (bit !== null) return this.walked(bit, bit.length_m, isForward)
    if (waits !== null) {
      const [one, two] = waits.map(
        ({ signals, unsignalled, elevators }) =>
          signals * delays_s.signals + unsignalled * delays_s.unsignalled + elevators * delays_s.elevator,
      )
      // inside a crossroads it is counted as flat
      return this.price(across_m, across_m / speed_m_s + Math.min(one, two))
    }
    if (passage < 0) return this.price(0, 0)
    if (!canUseSteps && !this.town.passages[passage].isStepFree) return null
    return this.price(0, delays_s.gate)
  }

  private price(metres: number, seconds: number): Cost {
    return this.impedance.basis === 'distance'
      ? { cost: metres, other: seconds }
      : { cost: seconds, other: metres }
  }

  /** `metres` of a bit; null: closed. */
  private walked(bit: Bit, metres: number, isForward: boolean): Cost | null {
    const pace = this.paces.get(bit)?.[isForward ? 0 : 1] ?? null
    return pace === null ? null : { cost: metres * pace.cost, other: metres * pace.other }
  }

  private wayTo(foot: Foot): Cost {
    return this.price(foot.way_m, foot.way_m / PROFILES[this.impedance.profile].speed_m_s)
  }

  /**
   * Walks from the feet to everywhere, to a limit (in the unit of the basis). `zones`: the compounds the walk
   * starts and ends in, whose inner streets and open gates it may use; of others only public gates.
   */
  run(starts: readonly Foot[], zones: readonly number[], limit: number): void {
    const { town, best, others, first, to, stepCost, stepOther, passage } = this
    for (const state of this.touched) best[state] = Infinity
    this.touched = []
    const isOpen = town.passages.map((one) => mayPass(one, zones))
    const heap = new Heap()
    const offer = (state: number, cost: number, other: number): void => {
      if (cost > limit || cost >= best[state]) return
      if (best[state] === Infinity) this.touched.push(state)
      best[state] = cost
      others[state] = other
      heap.push(state, cost)
    }
    for (const start of starts)
      for (const { state, cost, other } of this.beginnings(start)) offer(state, cost, other)
    for (let state = heap.pop(); state >= 0; state = heap.pop()) {
      const key = heap.key
      if (key > best[state]) continue
      for (let s = first[state]; s < first[state + 1]; s++) {
        if (passage[s] >= 0 && !isOpen[passage[s]]) continue
        offer(to[s], key + stepCost[s], others[state] + stepOther[s])
      }
    }
  }

  /** What the last run found to a place; Infinity: it is not reached. */
  bestAt(node: number): number {
    return this.least(this.statesAt(node)).cost
  }

  private statesAt(node: number): readonly number[] {
    return this.town.graph.statesOf.get(node) ?? [node]
  }

  private least(states: readonly number[]): Cost {
    let least = -1
    for (const state of states) if (least < 0 || this.best[state] < this.best[least]) least = state
    return { cost: this.best[least], other: this.others[least] }
  }

  private endsOf(bit: Bit): readonly [BitEnd, BitEnd] {
    const ends = this.town.graph.ends.get(bit)
    if (ends === undefined) throw new Error('a bit without ends')
    return ends
  }

  /**
   * The corner a foot stands on: at the very beginning or end of a street one is on all that meet there, whoever
   * may walk them. To wait there one comes, or goes, along the street the foot is on.
   */
  private cornerOf({ bit, t, node }: Foot): Corner | null {
    if (bit === null) return { arrive: this.statesAt(node)[0], leave: this.statesAt(node) }
    const [a, b] = this.endsOf(bit)
    const isAtA = t * bit.length_m < CORNER_M
    if (!isAtA && (1 - t) * bit.length_m >= CORNER_M) return null
    const end = isAtA ? a : b
    const isMidway = !this.town.junctions.has(end.node)
    return isMidway ? { arrive: this.statesAt(end.node)[0], leave: this.statesAt(end.node) } : end
  }

  private beginnings(foot: Foot): { state: number; cost: number; other: number }[] {
    const way = this.wayTo(foot)
    const corner = this.cornerOf(foot)
    const { bit, t } = foot
    const standing = corner === null ? [] : [{ state: corner.arrive, ...way }]
    if (bit === null) return standing
    const [a, b] = this.endsOf(bit)
    const sides = [{ state: b.arrive, step: this.walked(bit, (1 - t) * bit.length_m, true) }]
    if (bit.street?.oneway_foot !== true)
      sides.push({ state: a.arrive, step: this.walked(bit, t * bit.length_m, false) })
    const walking = sides.flatMap(({ state, step }) => (step === null ? [] : [{ state, ...add(way, step) }]))
    return [...standing, ...walking]
  }

  /** The best walk of the last run to a foot, whose starts are given again; null: none. */
  costTo(foot: Foot, starts: readonly Foot[]): Cost | null {
    const way = this.wayTo(foot)
    const walks: Cost[] = []
    const corner = this.cornerOf(foot)
    const { bit, t } = foot
    if (corner !== null) walks.push(add(this.least(corner.leave), way))
    if (bit !== null) {
      const [a, b] = this.endsOf(bit)
      const forward = this.walked(bit, t * bit.length_m, true)
      const back = this.walked(bit, (1 - t) * bit.length_m, false)
      const isOneWay = bit.street?.oneway_foot === true
      if (forward !== null) walks.push(add(add(this.least(a.leave), forward), way))
      if (back !== null && !isOneWay) walks.push(add(add(this.least(b.leave), back), way))
      for (const start of starts) {
        if (start.bit !== bit) continue
        // at one corner both, nothing is walked of a street that may be closed; a bend is none
        if (corner !== null && 'node' in corner && Math.abs(start.t - t) * bit.length_m < CORNER_M)
          walks.push(add(this.wayTo(start), way))
        const isForward = start.t <= t
        if (isOneWay && !isForward) continue
        const step = this.walked(bit, Math.abs(t - start.t) * bit.length_m, isForward)
        if (step !== null) walks.push(add(add(this.wayTo(start), step), way))
      }
    }
    const shortest = walks.toSorted((x, y) => x.cost - y.cost)[0]
    return shortest === undefined || shortest.cost === Infinity ? null : shortest
  }

  /** Metres walked within a limit of the bits of a zone, every bit once, cut where the limit is. */
  reached_m(starts: readonly Foot[], zone: number, limit: number): number {
    let sum = 0
    for (const bit of this.town.bits) {
      const [forward, back] = this.paces.get(bit) ?? [null, null]
      if (bit.zone !== zone || bit.length_m === 0 || forward === null || back === null) continue
      const isOneWay = bit.street?.oneway_foot === true
      const [a, b] = this.endsOf(bit)
      // what is reached from each known place, as stretches that are then joined
      const reach: [number, number][] = []
      const from_m = (limit - this.least(a.leave).cost) / forward.cost
      const to_m = (limit - this.least(b.leave).cost) / back.cost
      if (from_m >= 0) reach.push([0, from_m])
      if (to_m >= 0 && !isOneWay) reach.push([bit.length_m - to_m, bit.length_m])
      for (const start of starts) {
        if (start.bit !== bit) continue
        const at_m = start.t * bit.length_m
        const left = limit - this.wayTo(start).cost
        if (left >= 0) reach.push([isOneWay ? at_m : at_m - left / back.cost, at_m + left / forward.cost])
      }
      sum += joined_m(reach, bit.length_m)
    }
    return sum
  }
}

const FLAT: Slope = { forward: 1, back: 1 }

function add(x: Cost, y: Cost): Cost {
  return { cost: x.cost + y.cost, other: x.other + y.other }
}

/** How much of 0 to `length` some stretches cover. */
function joined_m(stretches: readonly [number, number][], length: number): number {
  let sum = 0
  let end = 0
  for (const [a, b] of stretches.toSorted(([x], [y]) => x - y)) {
    const [start, stop] = [Math.max(end, a), Math.min(length, b)]
    if (stop > start) {
      sum += stop - start
      end = stop
    }
  }
  return sum
}
