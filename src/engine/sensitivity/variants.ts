import type { Basis } from '../../model/profile'
import type { Variant } from '../../model/sensitivity'
import { MAX_SNAP_M } from '../network/snap'

/** Speeds of one profile differ between people and sources by about this much (J). */
const SPEED_SHARE = 0.1
/** Instead of 150 m: how far from a street a place may be and still belong to it is a convention (J). */
const SNAP_NEAR_M = 100
const SNAP_FAR_M = 200

/**
 * The ways to compute people served: as judged; each unsure value alone; all unfavorable, all favorable.
 * Distances know neither speed nor delays: by distance only the way to the streets is varied.
 */
export function listVariants(basis: Basis): Variant[] {
  const judged: Variant = { id: 'judged', speed_factor: 1, has_delays: true, max_snap_m: MAX_SNAP_M }
  const slower = { speed_factor: 1 - SPEED_SHARE }
  const faster = { speed_factor: 1 + SPEED_SHARE }
  const near = { max_snap_m: SNAP_NEAR_M }
  const far = { max_snap_m: SNAP_FAR_M }
  const snaps: Variant[] = [
    { ...judged, id: 'snap-near', ...near },
    { ...judged, id: 'snap-far', ...far },
  ]
  if (basis === 'distance') return [judged, ...snaps]
  return [
    judged,
    { ...judged, id: 'slower', ...slower },
    { ...judged, id: 'faster', ...faster },
    { ...judged, id: 'no-delays', has_delays: false },
    ...snaps,
    { ...judged, id: 'least-favorable', ...slower, ...near },
    { ...judged, id: 'most-favorable', ...faster, ...far, has_delays: false },
  ]
}
