import type { Issue } from '../../model/issue'
import type { Metres } from '../../model/units'
import type { BlockedSnap } from '../network/snap-types'
import type { AccessPoint } from './access-point'

/** How one place meets the network, and what was refused on the way. */
export interface Placement {
  /** metres in the frame */
  readonly x: Metres
  readonly y: Metres
  /** empty: not connected */
  readonly access: readonly AccessPoint[]
  /** a nearer street, or gate, behind a barrier; null: there is none */
  readonly refused: BlockedSnap | null
}

/** What an issue about a place that is not connected says about the reason: nothing, or the barrier. */
export function factsOfRefusal(placements: readonly Placement[]): NonNullable<Issue['facts']> {
  let nearest: BlockedSnap | null = null
  for (const { refused } of placements)
    if (refused !== null && (nearest === null || refused.distance_m < nearest.distance_m)) nearest = refused
  return nearest === null ? {} : { barrier: nearest.kind, distance_m: Math.round(nearest.distance_m) }
}
