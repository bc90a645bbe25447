import type { Decay } from '../../model/analysis'

/** Weights of the thirds of the limit (Luo & Qi 2009, first set). */
const ZONE_WEIGHTS = [1, 0.68, 0.22] as const

/** exp(−1/2): what the bell curve is at the limit, where the weight is to be 0. */
const AT_LIMIT = Math.exp(-0.5)

/**
 * How much a walk weighs in sharing supply, 0–1; beyond the limit 0. `none`: 1. `zones`: 1, 0.68, 0.22 by thirds
 * of the limit, each including its end (Luo & Qi 2009). `gaussian`: (exp(−½ (d/d0)²) − exp(−½)) / (1 − exp(−½)),
 * from 1 at the door to 0 at the limit (Dai 2010).
 */
export function weighWalk(cost: number, limit: number, decay: Decay): number {
  if (cost > limit) return 0
  if (decay === 'none') return 1
  const share = limit === 0 ? 0 : cost / limit
  if (decay === 'gaussian') return (Math.exp(-0.5 * share * share) - AT_LIMIT) / (1 - AT_LIMIT)
  return ZONE_WEIGHTS[Math.max(0, Math.ceil(share * ZONE_WEIGHTS.length - 1e-9) - 1)]
}
