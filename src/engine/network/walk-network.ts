import type { LocalFrame } from '../geometry/local-frame'

/** What a walk on an edge meets besides its length; index into `Profile.delays_s`. */
export const DELAY_KINDS = ['none', 'signals', 'unsignalled', 'footbridge', 'elevator'] as const

/** States of an edge; 0: as it is in the data. */
export const EDGE_GONE = 1
/** All of it is there once more, in pieces or with other ends, for walks to what a plan adds beside it. */
export const EDGE_DOUBLED = 2

/**
 * The walking network in columns. Undirected edges between nodes; nodes sorted along a Hilbert curve.
 *
 * A gated community is a zone: its streets' nodes are separate from the public ones even where they share
 * a coordinate, and portals (gates) join them. A zone that may come to have public and residents' gates has
 * its streets twice: `home` edges, for walks that start or end there, and `through` edges, entered and left by
 * public gates only, for everybody else.
 */
export interface WalkNetwork {
  /** one object for all networks of the same streets, whatever their gates are */
  readonly frame: LocalFrame
  /** community ids, in order of zone number */
  readonly zoneIds: readonly string[]
  /** zones without any known gate: every street across their edge was taken as one */
  readonly zonesWithUnknownGates: readonly number[]

  readonly nodeCount: number
  /** places where streets meet or end; a junction split into its legs is several nodes, and one of these */
  readonly junctionCount: number
  /** nodes [0, homeNodeCount) are real junctions; from there on through copies, of the home nodes `copyHome` */
  readonly homeNodeCount: number
  readonly copyHome: Int32Array
  /** home edges of the through copies, in their order */
  readonly copyEdges: Int32Array
  /** metres in the frame, one per node */
  readonly nodeX: Float64Array
  readonly nodeY: Float64Array
  /** zone the node's streets belong to, −1 public; through copies count as public. One per node */
  readonly nodeZone: Int32Array
  /** connected part over edges and gates, closed ones too, numbered by falling street length. One per node */
  readonly nodeComponent: Int32Array
  /**
   * Where walks along an edge arrive that ends in this node: the node itself, but at a junction split by
   * turns, whose edges end in a node of their own each, another one: from there turns lead on, and from the
   * edge's own end a walk only goes out along it. So no walk makes two turns at once. One per node
   */
  readonly nodeArrival: Int32Array
  /** 1: the data ends here, what lies beyond is not known. One per node */
  readonly nodeIsClip: Uint8Array
  /** street metres of each component */
  readonly componentLength_m: Float64Array

  readonly edgeCount: number
  /** edges [0, homeEdgeCount) are real streets; from there on through copies, not drawn, not snapped to */
  readonly homeEdgeCount: number
  readonly edgeFrom: Int32Array
  readonly edgeTo: Int32Array
  /** length on the sphere, mm */
  readonly edgeLength_mm: Int32Array
  /** index into project.layers.streets, −1: a gate's connector */
  readonly edgeStreet: Int32Array
  readonly edgeZone: Int32Array
  /** 1: stairs */
  readonly edgeIsSteps: Uint8Array
  /** 1: closed to wheels */
  readonly edgeHasBarrier: Uint8Array
  /** 1: walkable only from → to */
  readonly edgeIsOneway: Uint8Array
  /** 1: on a bridge or in a tunnel off the ground, where nobody steps onto it. One per edge */
  readonly edgeIsRaised: Uint8Array
  /**
   * 1: between the junctions of one crossroads. Turns lead over it: walks only go along it that begin or end
   * there, from edge end to edge end coming in, from arrival to arrival going out
   */
  readonly edgeIsInner: Uint8Array
  /** index into DELAY_KINDS, and the share of the street's delay this edge carries */
  readonly edgeDelay: Uint8Array
  readonly edgeDelayShare: Float32Array
  /**
   * Time on a slope as a multiple of the flat walk, two per edge: from → to, to → from. null: no street
   * carries heights
   */
  readonly edgeSlope: Float32Array | null
  /**
   * What a plan did to each home edge: gone, so nobody walks it, or doubled, so it is walked and neither drawn nor
   * counted. null: no plan changes streets
   */
  readonly edgeState: Uint8Array | null
  /**
   * First vertex in shapeX/shapeY, one per home edge; a through copy has its home edge's shape. The vertices of later
   * edges stand further behind, and not all that stand there are of this network
   */
  readonly shapeStart: Int32Array
  /** behind the last vertex of each */
  readonly shapeEnd: Int32Array
  readonly shapeX: Float64Array
  readonly shapeY: Float64Array

  /**
   * Where zones meet and a gate stands, open or not, as the nodes on both sides, in pairs (2i, 2i + 1): what
   * people and facilities go by, so that opening or closing a gate moves nobody
   */
  readonly gateNodes: Int32Array

  /** passages between zones, directed, in pairs (2i, 2i + 1) */
  readonly portalCount: number
  readonly portalFrom: Int32Array
  readonly portalTo: Int32Array
  /** index into project.layers.gates; −1: a crossing street taken as a gate */
  readonly portalGate: Int32Array
  /** zone whose own walks alone may take this passage; −1: everybody */
  readonly portalOnlyZone: Int32Array
  readonly portalIsStepFree: Uint8Array

  /**
   * Ways from one leg of a split junction to another, none of it inside a compound, directed, from the node of arrival to the edge end of the
   * other leg. Both directions cost the same
   */
  readonly turnCount: number
  readonly turnFrom: Int32Array
  readonly turnTo: Int32Array
  /** way across the crossroads, mm; 0 where it is one junction */
  readonly turnLength_mm: Int32Array
  /**
   * What is crossed on the way, in halves of a road (one carriageway of a divided road is half a road): roads
   * with signals, and main roads without
   */
  readonly turnSignals: Uint8Array
  readonly turnUnsignalled: Uint8Array
  /** elevators taken on the way */
  readonly turnElevators: Uint8Array
}
