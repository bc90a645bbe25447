import type { Basis } from './profile'
import { type Rule, type RulePack, type RuleStatus, verdictLimit } from './rule-pack'

/** Metres and the minutes a life circle gives them; between these points it goes straight. */
const MINUTES_OF_WALK: readonly (readonly [metres: number, minutes: number])[] = [
  [0, 0],
  [150, 2.5],
  [300, 5],
  [500, 10],
  [1000, 15],
]

/** The life circle's minutes for a walk of the standard (D): 300 m → 5, 500 m → 10, 1000 m → 15 minutes. */
export function minutesOfWalk(metres: number): number {
  for (let i = 1; i < MINUTES_OF_WALK.length; i++) {
    const [m0, t0] = MINUTES_OF_WALK[i - 1]
    const [m1, t1] = MINUTES_OF_WALK[i]
    if (metres <= m1) return t0 + ((metres - m0) / (m1 - m0)) * (t1 - t0)
  }
  const [m, t] = MINUTES_OF_WALK[MINUTES_OF_WALK.length - 1]
  return (metres / m) * t
}

/** The limit a verdict uses: metres on distance basis, seconds on time basis (then derived, D). */
export function limitOf(
  pack: RulePack,
  rule: Rule,
  basis: Basis,
): { limit: number; unit: 'm' | 's'; status: RuleStatus; from: 'radius' | 'tier' } {
  const { limit_m, status, basis: from } = verdictLimit(pack, rule)
  return basis === 'distance'
    ? { limit: limit_m, unit: 'm', status, from }
    : { limit: Math.round(minutesOfWalk(limit_m) * 60), unit: 's', status: 'D', from }
}
