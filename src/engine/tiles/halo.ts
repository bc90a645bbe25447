import type { Basis, ProfileId } from '../../model/profile'
import { PROFILES } from '../../model/profile'
import { LOOKOUT_M, LOOKOUT_S } from '../catchment/lookout'
import { ISLAND_M, MAX_SNAP_M } from '../network/snap'

/** Downhill and on escalators people are faster than on the flat: at most by this factor. */
const FASTEST = 1.5

/**
 * How far beyond its communities a tile must know the network, metres: the longest walk the nearest facility
 * is looked for on, the way from a street to a facility, and as much again as makes an island of a street.
 */
export function haloOf(basis: Basis, profile: ProfileId): number {
  const longest = basis === 'distance' ? LOOKOUT_M : LOOKOUT_S * PROFILES[profile].speed_m_s * FASTEST
  return Math.ceil(longest + 2 * MAX_SNAP_M + ISLAND_M)
}
