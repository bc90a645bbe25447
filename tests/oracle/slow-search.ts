import { type Basis, PROFILES, type ProfileId } from '../../src/model/profile'
import type { Street } from '../../src/model/layers'
import { mayPass } from './slow-compounds'
import type { Part, SlowTown } from './slow-town'
import type { Bit } from './slow-lines'
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
function delayOf(street: Street, footbridges: ReadonlySet<string>, impedance: SlowImpedance): number {
  const { delays_s } = PROFILES[impedance.profile]
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

/** Walks from some feet under the two-end rule: one search for each pair of compounds. */
export class SlowSearch {
  private readonly town: SlowTown
  private readonly impedance: SlowImpedance
  private readonly times: Map<Bit, number | null>
  /** cost and other of each part; NaN: closed to this profile */
  private readonly partCost: Float64Array
  private readonly partOther: Float64Array
  readonly best: Float64Array
  private readonly others: Float64Array
  private touched: number[] = []

  constructor(town: SlowTown, impedance: SlowImpedance) {
    this.town = town
    this.impedance = impedance
    this.times = new Map(town.bits.map((bit) => [bit, this.secondsPerMetre(bit)]))
    const prices = town.parts.map(({ bit, length_m }) => this.walked(bit, length_m))
    this.partCost = Float64Array.from(prices, (price) => price?.cost ?? NaN)
    this.partOther = Float64Array.from(prices, (price) => price?.other ?? NaN)
    this.best = new Float64Array(town.nodeCount).fill(Infinity)
    this.others = new Float64Array(town.nodeCount)
  }

  /** Seconds for a metre; null: closed to this profile. */
  private secondsPerMetre({ street }: Bit): number | null {
    const profile = PROFILES[this.impedance.profile]
    if (street === null) return 1 / profile.speed_m_s
    const isSteps = isStairs(street) && street.conveying !== true
    const isClosedToWheels =
      street.step_free === false ||
      (isStairs(street) && (street.step_free !== true || street.conveying === true))
    if (!profile.canUseSteps && isClosedToWheels) return null
    const length_m = this.town.lengthOfStreet.get(street.id) ?? 0
    const delay = length_m === 0 ? 0 : delayOf(street, this.town.footbridges, this.impedance) / length_m
    return (isSteps ? profile.stepsFactor : 1) / profile.speed_m_s + delay
  }

  private price(metres: number, seconds: number): Cost {
    return this.impedance.basis === 'distance'
      ? { cost: metres, other: seconds }
      : { cost: seconds, other: metres }
  }

  /** `metres` of a bit; null: closed. */
  private walked(bit: Bit, metres: number): Cost | null {
    const perMetre = this.times.get(bit) ?? null
    return perMetre === null ? null : this.price(metres, metres * perMetre)
  }

  private wayTo(foot: Foot): Cost {
    return this.price(foot.way_m, foot.way_m / PROFILES[this.impedance.profile].speed_m_s)
  }

  /**
   * Walks from the feet to everywhere, to a limit (in the unit of the basis). `zones`: the compounds the walk
   * starts and ends in, whose inner streets and open gates it may use; of others only public gates.
   */
  run(starts: readonly Foot[], zones: readonly number[], limit: number): void {
    const { town, best, others } = this
    for (const node of this.touched) best[node] = Infinity
    this.touched = []
    const heap = new Heap()
    const offer = (node: number, cost: number, other: number): void => {
      if (cost > limit || cost >= best[node]) return
      if (best[node] === Infinity) this.touched.push(node)
      best[node] = cost
      others[node] = other
      heap.push(node, cost)
    }
    for (const start of starts)
      for (const { node, cost, other } of this.ends(start, false)) offer(node, cost, other)
    const gate = this.price(0, PROFILES[this.impedance.profile].delays_s.gate)
    for (let next = heap.pop(); next !== null; next = heap.pop()) {
      const { item: node, key } = next
      if (key > best[node]) continue
      const other = others[node]
      for (const p of town.partsAt[node]) {
        const { from, to, bit } = town.parts[p]
        const cost = key + this.partCost[p]
        if (Number.isNaN(cost)) continue
        if (from === node) offer(to, cost, other + this.partOther[p])
        else if (bit.street?.oneway_foot !== true) offer(from, cost, other + this.partOther[p])
      }
      for (const p of town.passagesAt.get(node) ?? []) {
        const passage = town.passages[p]
        if (!mayPass(passage, zones)) continue
        if (!PROFILES[this.impedance.profile].canUseSteps && !passage.isStepFree) continue
        offer(passage.a === node ? passage.b : passage.a, key + gate.cost, other + gate.other)
      }
    }
  }

  /** The nodes one comes to from a foot, or, `isArriving`, from which one comes to it. */
  private ends(foot: Foot, isArriving: boolean): { node: number; cost: number; other: number }[] {
    const way = this.wayTo(foot)
    if (foot.bit === null) return [{ node: foot.node, ...way }]
    const { part, along_m, toEnd_m } = this.partOf(foot)
    const isOneWay = foot.bit.street?.oneway_foot === true
    const sides: { node: number; metres: number }[] = []
    // at its very beginning or end one is on the corner, whichever way the street goes and whoever may walk it
    if (along_m < CORNER_M) return [{ node: part.from, ...way }]
    if (toEnd_m < CORNER_M) return [{ node: part.to, ...way }]
    if (!isOneWay || isArriving) sides.push({ node: part.from, metres: along_m })
    if (!isOneWay || !isArriving) sides.push({ node: part.to, metres: toEnd_m })
    return sides.flatMap(({ node, metres }) => {
      const step = this.walked(part.bit, metres)
      return step === null ? [] : [{ node, cost: way.cost + step.cost, other: way.other + step.other }]
    })
  }

  private partOf({ bit, t }: Foot): { index: number; part: Part; along_m: number; toEnd_m: number } {
    if (bit === null) throw new Error('at a node, not on a street')
    const first = this.town.firstPart.get(bit) ?? NaN
    const count = Math.max(1, Math.ceil(bit.length_m))
    const k = Math.min(count - 1, Math.floor(t * count))
    const part = this.town.parts[first + k]
    const along_m = (t * count - k) * part.length_m
    return { index: first + k, part, along_m, toEnd_m: part.length_m - along_m }
  }

  /** The best walk of the last run to a foot, whose starts are given again; null: none. */
  costTo(foot: Foot, starts: readonly Foot[]): Cost | null {
    let shortest: Cost | null = null
    const offer = (cost: number, other: number): void => {
      if (cost < (shortest?.cost ?? Infinity)) shortest = { cost, other }
    }
    for (const { node, cost, other } of this.ends(foot, true))
      offer(this.best[node] + cost, this.others[node] + other)
    const { bit } = foot
    for (const start of starts) {
      if (bit === null || start.bit === null) continue
      const [here, there] = [this.partOf(start), this.partOf(foot)]
      if (here.index !== there.index) continue
      if (bit.street?.oneway_foot === true && here.along_m > there.along_m) continue
      const step = this.walked(bit, Math.abs(here.along_m - there.along_m))
      const [a, b] = [this.wayTo(start), this.wayTo(foot)]
      if (step !== null) offer(a.cost + step.cost + b.cost, a.other + step.other + b.other)
    }
    return shortest
  }

  /** Metres walked within a limit of the parts of a zone, every part once, cut where the limit is. */
  reached_m(starts: readonly Foot[], zone: number, limit: number): number {
    const { town, best } = this
    const seen = new Set(this.touched.flatMap((node) => town.partsAt[node]))
    const inner = new Map<number, Foot[]>()
    for (const start of starts) {
      if (start.bit === null) continue
      const { index } = this.partOf(start)
      seen.add(index)
      inner.set(index, [...(inner.get(index) ?? []), start])
    }
    let sum = 0
    for (const p of seen) {
      const { from, to, length_m, bit } = town.parts[p]
      const perMetre = this.walked(bit, 1)?.cost
      if (bit.zone !== zone || perMetre === undefined) continue
      const isOneWay = bit.street?.oneway_foot === true
      // what is reached from each known place, as stretches that are then joined
      const reach: [number, number][] = []
      const from_m = (limit - best[from]) / perMetre
      const to_m = (limit - best[to]) / perMetre
      if (from_m >= 0) reach.push([0, from_m])
      if (to_m >= 0 && !isOneWay) reach.push([length_m - to_m, length_m])
      for (const start of inner.get(p) ?? []) {
        const { along_m } = this.partOf(start)
        const left_m = (limit - this.wayTo(start).cost) / perMetre
        if (left_m >= 0) reach.push([isOneWay ? along_m : along_m - left_m, along_m + left_m])
      }
      sum += joined_m(reach, length_m)
    }
    return sum
  }
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
