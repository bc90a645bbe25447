import type { Basis } from '../../model/profile'

/** How far the nearest facility is looked for, beyond any limit: 3 km, or 45 minutes. */
export const LOOKOUT_M = 3000
export const LOOKOUT_S = 2700

/** The same in the cost unit of a basis: mm or ms. */
export function lookoutOf(basis: Basis): number {
  return (basis === 'distance' ? LOOKOUT_M : LOOKOUT_S) * 1000
}
