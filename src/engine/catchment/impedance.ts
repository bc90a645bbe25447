import { type Basis, type Profile, PROFILES, type ProfileId } from '../../model/profile'
import { makeColumn } from '../column'
import { steepnessOf } from '../network/slope'
import { DELAY_KINDS, EDGE_GONE, type WalkNetwork } from '../network/walk-network'

/** What a walk costs: whose legs, and whether metres or seconds decide. */
export interface Impedance {
  readonly profile: ProfileId
  readonly basis: Basis
  /** true: pure network length, no stairs factor, no delays, stairs open to everybody */
  readonly isPlain: boolean
  /** walks this many times as fast as the profile; absent: 1 */
  readonly speedFactor?: number
  /** false: waiting costs nothing */
  readonly hasDelays?: boolean
}

/**
 * Costs in columns. `cost` is what a search minimizes: mm on distance basis, ms on time basis; `other` is
 * the measure that is carried along: ms, or mm. −1: closed to this profile.
 */
export interface Costs {
  readonly impedance: Impedance
  /** walked from → to */
  readonly edgeCost: Int32Array
  readonly edgeOther: Int32Array
  /** walked to → from; the same array where no slope makes a difference */
  readonly edgeCostBack: Int32Array
  readonly edgeOtherBack: Int32Array
  readonly portalCost: Int32Array
  readonly portalOther: Int32Array
  readonly turnCost: Int32Array
  readonly turnOther: Int32Array
  /** cost and other of one metre of connector: mm and ms, or ms and mm */
  readonly costPerMetre: number
  readonly otherPerMetre: number
}

/** One measure of all streets. */
interface Measure {
  readonly edge: Int32Array
  readonly edgeBack: Int32Array
  readonly turn: Int32Array
  readonly perMetre: number
}

/** Costs of everything but gates. */
export type StreetCosts = Omit<Costs, 'portalCost' | 'portalOther'>

/** Costs of every edge, turn and gate; see `priceStreets` and `priceGates`. */
export function priceNetwork(network: WalkNetwork, impedance: Impedance): Costs {
  return { ...priceStreets(network, impedance), ...priceGates(network, impedance) }
}

/** Costs of the first edges and turns of a network: all that a network of the data has. */
export interface KnownCosts {
  readonly costs: StreetCosts
  readonly edgeCount: number
  readonly turnCount: number
}

/**
 * Costs of every edge and turn: length_mm; time_ms = length_mm / speed × (stairs factor, or slope factor)
 * + delay × share of its street; turns cost their delays. `known`: what need not be worked out again.
 */
export function priceStreets(
  network: WalkNetwork,
  impedance: Impedance,
  known: KnownCosts | null = null,
): StreetCosts {
  const [mm, ms] = [measureLengths(network), measureTimes(network, impedance, known)]
  const isClosed = closedEdges(network, impedance)
  for (let e = 0; e < network.edgeCount; e++)
    if (isClosed(e)) for (const { edge, edgeBack } of [mm, ms]) edge[e] = edgeBack[e] = -1
  const [cost, other] = impedance.basis === 'distance' ? [mm, ms] : [ms, mm]
  return {
    impedance,
    edgeCost: cost.edge,
    edgeOther: other.edge,
    edgeCostBack: cost.edgeBack,
    edgeOtherBack: other.edgeBack,
    turnCost: cost.turn,
    turnOther: other.turn,
    costPerMetre: cost.perMetre,
    otherPerMetre: other.perMetre,
  }
}

/** Costs of every gate: no length, and the delay of opening it; −1 where it is closed to a profile. */
export function priceGates(
  network: WalkNetwork,
  impedance: Impedance,
): Pick<Costs, 'portalCost' | 'portalOther'> {
  const { delays_s, canUseSteps } = PROFILES[impedance.profile]
  const hasDelays = !impedance.isPlain && impedance.hasDelays !== false
  const mm = new Int32Array(network.portalCount)
  const ms = new Int32Array(network.portalCount).fill(hasDelays ? delays_s.gate * 1000 : 0)
  if (!impedance.isPlain && !canUseSteps)
    for (let p = 0; p < network.portalCount; p++) if (network.portalIsStepFree[p] === 0) mm[p] = ms[p] = -1
  return impedance.basis === 'distance'
    ? { portalCost: mm, portalOther: ms }
    : { portalCost: ms, portalOther: mm }
}

/** Whether an edge is closed to a profile: gone, not step-free, or steeper than it takes. */
function closedEdges(network: WalkNetwork, { profile: id, isPlain }: Impedance): (edge: number) => boolean {
  const profile = PROFILES[id]
  const { edgeHasBarrier, edgeSlope, edgeState } = network
  const isGone = (e: number): boolean => edgeState?.[e] === EDGE_GONE
  if (isPlain) return isGone
  return (e) =>
    isGone(e) ||
    (!profile.canUseSteps && edgeHasBarrier[e] === 1) ||
    (profile.maxSlope !== null &&
      edgeSlope !== null &&
      // a single precision column: a ramp of just the limit is within it
      steepnessOf(edgeSlope[2 * e], edgeSlope[2 * e + 1]) > profile.maxSlope + 1e-6)
}

function measureLengths(network: WalkNetwork): Measure {
  const edge = makeColumn(Int32Array, network.edgeCount)
  edge.set(network.edgeLength_mm)
  // as far back as on
  return { edge, edgeBack: edge, turn: network.turnLength_mm.slice(0, network.turnCount), perMetre: 1000 }
}

/** Whether the two directions of an edge may cost different times. */
function hasTwoWays({ edgeSlope }: WalkNetwork, { isPlain }: Impedance): boolean {
  return edgeSlope !== null && !isPlain
}

function measureTimes(network: WalkNetwork, impedance: Impedance, known: KnownCosts | null): Measure {
  const profile = PROFILES[impedance.profile]
  const speed = profile.speed_m_s * (impedance.speedFactor ?? 1)
  const hasDelays = !impedance.isPlain && impedance.hasDelays !== false
  const { edgeCount, edgeLength_mm, edgeIsSteps, edgeDelay, edgeDelayShare, edgeSlope } = network
  const delay_ms = DELAY_KINDS.map((kind) =>
    kind === 'none' || !hasDelays ? 0 : profile.delays_s[kind] * 1000,
  )
  const stairs = impedance.isPlain ? 1 : profile.stepsFactor
  const edge = makeColumn(Int32Array, edgeCount)
  const edgeBack = hasTwoWays(network, impedance) ? makeColumn(Int32Array, edgeCount) : edge
  const knownTimes = known && timesOf(known)
  if (knownTimes !== null) {
    edge.set(knownTimes.edge)
    if (edgeBack !== edge) edgeBack.set(knownTimes.edgeBack)
  }
  for (let e = knownTimes?.edge.length ?? 0; e < edgeCount; e++) {
    const flat = (edgeLength_mm[e] / speed) * (edgeIsSteps[e] === 1 ? stairs : 1)
    const delay = delay_ms[edgeDelay[e]] * edgeDelayShare[e]
    if (edgeBack === edge || edgeSlope === null) edge[e] = Math.round(flat + delay)
    else {
      edge[e] = Math.round(flat * edgeSlope[2 * e] + delay)
      edgeBack[e] = Math.round(flat * edgeSlope[2 * e + 1] + delay)
    }
  }
  const turn = measureTurns(network, profile, speed, hasDelays, knownTimes?.turn ?? null)
  return { edge, edgeBack, turn, perMetre: 1000 / speed }
}

function timesOf({ costs, edgeCount, turnCount }: KnownCosts): Omit<Measure, 'perMetre'> {
  const isByTime = costs.impedance.basis === 'time'
  return {
    edge: (isByTime ? costs.edgeCost : costs.edgeOther).subarray(0, edgeCount),
    edgeBack: (isByTime ? costs.edgeCostBack : costs.edgeOtherBack).subarray(0, edgeCount),
    turn: (isByTime ? costs.turnCost : costs.turnOther).subarray(0, turnCount),
  }
}

function measureTurns(
  network: WalkNetwork,
  { delays_s }: Profile,
  speed: number,
  hasDelays: boolean,
  known: Int32Array | null,
): Int32Array {
  const { turnCount, turnLength_mm, turnSignals, turnUnsignalled, turnElevators } = network
  const turn = makeColumn(Int32Array, turnCount)
  if (known !== null) turn.set(known)
  for (let t = known?.length ?? 0; t < turnCount; t++) {
    // signals and main roads are counted in halves of a road
    const roads_s = (turnSignals[t] * delays_s.signals + turnUnsignalled[t] * delays_s.unsignalled) / 2
    const delay_s = hasDelays ? roads_s + turnElevators[t] * delays_s.elevator : 0
    turn[t] = Math.round(turnLength_mm[t] / speed + delay_s * 1000)
  }
  return turn
}

/** The columns of walking an edge on and back, as a search that may run backward meets them. */
export function inDirection(on: Int32Array, back: Int32Array, isReverse: boolean): [Int32Array, Int32Array] {
  return isReverse ? [back, on] : [on, back]
}
