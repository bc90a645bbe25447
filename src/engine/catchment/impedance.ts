import { type Basis, type Profile, PROFILES, type ProfileId } from '../../model/profile'
import { DELAY_KINDS, type WalkNetwork } from '../network/walk-network'

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
  readonly edgeCost: Int32Array
  readonly edgeOther: Int32Array
  /** walked to → from; the same array where no slope makes a difference */
  readonly edgeCostBack: Int32Array
  readonly edgeOtherBack: Int32Array
  readonly portalCost: Int32Array
  readonly portalOther: Int32Array
  /** cost and other of one metre of connector: mm and ms, or ms and mm */
  readonly costPerMetre: number
  readonly otherPerMetre: number
}

/**
 * Costs of every edge and portal:
 * length_mm; time_ms = length_mm / speed × stairs factor + delay × share of its street.
 */
export function priceNetwork(network: WalkNetwork, impedance: Impedance): Costs {
  const profile = PROFILES[impedance.profile]
  const length = new Int32Array(network.edgeCount)
  const time = new Int32Array(network.edgeCount)
  for (let e = 0; e < network.edgeCount; e++) {
    const steps = network.edgeIsSteps[e] === 1
    const isClosed = !impedance.isPlain && !profile.canUseSteps && (steps || network.edgeHasBarrier[e] === 1)
    length[e] = isClosed ? -1 : network.edgeLength_mm[e]
    time[e] = isClosed ? -1 : Math.round(edgeTime_ms(network, e, profile, impedance.isPlain))
  }
  const gate_ms = impedance.isPlain ? 0 : profile.delays_s.gate * 1000
  const portalTime = new Int32Array(network.portalCount).fill(gate_ms)
  const portalLength = new Int32Array(network.portalCount)
  if (!impedance.isPlain && !profile.canUseSteps) {
    for (let p = 0; p < network.portalCount; p++) {
      if (network.portalIsStepFree[p] === 1) continue
      portalTime[p] = -1
      portalLength[p] = -1
    }
  }
  const mm = { perMetre: 1000, edge: length, portal: portalLength }
  const ms = { perMetre: 1000 / profile.speed_m_s, edge: time, portal: portalTime }
  const [cost, other] = impedance.basis === 'distance' ? [mm, ms] : [ms, mm]
  return {
    impedance,
    edgeCost: cost.edge,
    edgeOther: other.edge,
    edgeCostBack: cost.edge,
    edgeOtherBack: other.edge,
    portalCost: cost.portal,
    portalOther: other.portal,
    costPerMetre: cost.perMetre,
    otherPerMetre: other.perMetre,
  }
}

function edgeTime_ms(network: WalkNetwork, e: number, profile: Profile, isPlain: boolean): number {
  const flat = network.edgeLength_mm[e] / profile.speed_m_s
  if (isPlain) return flat
  const factor = network.edgeIsSteps[e] === 1 ? profile.stepsFactor : 1
  const kind = DELAY_KINDS[network.edgeDelay[e]]
  const delay_ms = kind === 'none' ? 0 : profile.delays_s[kind] * 1000 * network.edgeDelayShare[e]
  return flat * factor + delay_ms
}
