import type { Metres } from '../../model/units'
import type { BarrierKind } from './barrier-index'
import type { WalkNetwork } from './walk-network'

/** What of a network places are put on. */
export type SnapNetwork = Pick<
  WalkNetwork,
  | 'zoneIds'
  | 'homeEdgeCount'
  | 'shapeStart'
  | 'shapeEnd'
  | 'shapeX'
  | 'shapeY'
  | 'edgeFrom'
  | 'edgeZone'
  | 'edgeIsRaised'
  | 'nodeComponent'
  | 'componentLength_m'
>

/** Where something meets the network: a point on an edge, and the straight way there. */
export interface Snap {
  readonly edge: number
  /** fraction of the edge's length from its `from` node, 0–1 */
  readonly at: number
  /** straight connector, metres */
  readonly distance_m: Metres
  /** the point on the street, metres in the frame */
  readonly x: Metres
  readonly y: Metres
}

export interface SnapOptions {
  readonly maxDistance_m: Metres
  /** only edges of this zone; −1 public streets; absent: any street */
  readonly zone?: number
  /** true: take the very nearest street even if it is an island */
  readonly isPlain?: boolean
}

/** A street that would be nearest, and what stands before it. */
export interface BlockedSnap {
  readonly distance_m: Metres
  readonly kind: BarrierKind
}
