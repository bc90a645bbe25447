import { GATE_AT_CROSSING_M } from '../../model/gate-place'
import type { Entrance } from '../../model/layers'
import type { Project } from '../../model/project'
import type { Metres } from '../../model/units'
import type { AccessPoint } from './access-point'
import { type Compound, zoneAt } from '../network/compounds'
import type { BarrierIndex } from '../network/barrier-index'
import { MAX_SNAP_M, type SnapIndex } from '../network/snap'
import type { Snap } from '../network/snap-types'
import type { WalkNetwork } from '../network/walk-network'
import type { Placement } from './placement'
import { freshNear, type PlanWays, withPieces } from './plan-ways'

/** What placing people and facilities on the network needs to know. */
export interface PlaceContext {
  readonly project: Project
  readonly network: WalkNetwork
  readonly compounds: readonly Compound[]
  readonly snaps: SnapIndex
  /** what connectors do not cross; null: nothing stands in the way */
  readonly barriers: BarrierIndex | null
  /** true: pure network distance; no gates, zones or delays, and connectors are not counted */
  readonly isPlain: boolean
  /** what a plan adds to the streets; absent or null: nothing. `snaps` are those of the data then, without what is gone */
  readonly plan?: PlanWays | null
  /** a place farther than this from every street is not connected; absent: MAX_SNAP_M */
  readonly maxSnap_m?: Metres
}

/** A plain walk starts at the nearest street, however far; within this, metres. */
const PLAIN_SNAP_M = 5000

/** How far from a street a place may be and still belong to it. */
export function maxSnapOf({ maxSnap_m }: PlaceContext): Metres {
  return maxSnap_m ?? MAX_SNAP_M
}

/** A snapped point as an access point of its zone. */
export function accessAt(snap: Snap, zone: number): AccessPoint {
  return { edge: snap.edge, at: snap.at, node: -1, connector_m: snap.distance_m, zone }
}

/**
 * Where a point (metres in the frame) meets the network: the nearest street of the zone it lies in that can
 * be walked to without crossing a barrier. In a compound without streets of its own, each of its gates, as
 * the crow flies. Empty: not connected.
 */
export function placePoint(context: PlaceContext, x: number, y: number): readonly AccessPoint[] {
  return lookAround(context, x, y).access
}

/** `placePoint`, with the nearer street that a barrier kept from being taken. */
export function lookAround(context: PlaceContext, x: number, y: number): Placement {
  const zone = zoneAt(context.compounds, x, y)
  const placement = lookOnData(context, x, y, zone)
  const { plan, network } = context
  if (!plan) return placement
  const nearest = Math.min(farthestOf(context), ...placement.access.map(({ connector_m }) => connector_m))
  const access = [...withPieces(plan, network, placement.access), ...freshNear(plan, x, y, zone, nearest)]
  return { ...placement, access }
}

/** As far as a place may be from a street to be put on it. */
function farthestOf(context: PlaceContext): Metres {
  return context.isPlain ? PLAIN_SNAP_M : maxSnapOf(context)
}

function lookOnData(context: PlaceContext, x: number, y: number, zone: number): Placement {
  const { snap, refused } = context.snaps.look(
    x,
    y,
    context.isPlain
      ? { maxDistance_m: farthestOf(context), isPlain: true }
      : { maxDistance_m: farthestOf(context), zone },
  )
  if (snap !== null) return { x, y, access: [accessAt(snap, zone)], refused }
  if (zone < 0 || context.snaps.hasStreets(zone)) return { x, y, access: [], refused }
  return lookForGates(context, zone, x, y)
}

/** The gates of a compound that can be walked to straight across its inside. */
function lookForGates(context: PlaceContext, zone: number, x: number, y: number): Placement {
  const { barriers } = context
  const gates = gatesOf(context.network, zone, x, y)
  if (barriers === null) return { x, y, access: gates, refused: null }
  const { nodeX, nodeY } = context.network
  // around a gate its wall is open
  const walker = { zone, endSlack_m: GATE_AT_CROSSING_M }
  const blocked = gates.map(({ node }) => barriers.blockerBetween(x, y, nodeX[node], nodeY[node], walker))
  const access = gates.filter((_, i) => blocked[i] === null)
  let refused: Placement['refused'] = null
  if (access.length === 0)
    gates.forEach(({ connector_m }, i) => {
      const kind = blocked[i]
      if (kind !== null && (refused === null || connector_m < refused.distance_m))
        refused = { distance_m: connector_m, kind }
    })
  return { x, y, access, refused }
}

/**
 * The inner side of every gate of a zone, open or closed, with the straight way from (x, y); way 0 if no point
 * is given.
 */
export function gatesOf(network: WalkNetwork, zone: number, x?: number, y?: number): AccessPoint[] {
  return (gateNodesOf(network).get(zone) ?? []).map((node) => ({
    edge: -1,
    at: 0,
    node,
    connector_m:
      x === undefined || y === undefined ? 0 : Math.hypot(network.nodeX[node] - x, network.nodeY[node] - y),
    zone,
  }))
}

const knownGateNodes = new WeakMap<WalkNetwork, ReadonlyMap<number, readonly number[]>>()

/** Inner nodes of the gates of each zone, open or closed, in order of meeting, each once; listed when first asked for. */
export function gateNodesOf(network: WalkNetwork): ReadonlyMap<number, readonly number[]> {
  const known = knownGateNodes.get(network)
  if (known !== undefined) return known
  const byZone = new Map<number, Set<number>>()
  for (const node of network.gateNodes) {
    const zone = network.nodeZone[node]
    if (zone < 0) continue
    const nodes = byZone.get(zone)
    if (nodes === undefined) byZone.set(zone, new Set([node]))
    else nodes.add(node)
  }
  const listed = new Map([...byZone].map(([zone, nodes]) => [zone, [...nodes]]))
  knownGateNodes.set(network, listed)
  return listed
}

/** Surveyed entrances, lon and lat, by the id of the facility or building they lead into. */
export type EntrancesByOwner = ReadonlyMap<string, readonly (readonly [number, number])[]>

// a list of records never changes
const knownEntrances = new WeakMap<readonly Entrance[], EntrancesByOwner>()

/** The entrances of a layer by owner; worked out once for a list. */
export function entrancesByOwner(entrances: readonly Entrance[]): EntrancesByOwner {
  const known = knownEntrances.get(entrances)
  if (known !== undefined) return known
  const byOwner = new Map<string, (readonly [number, number])[]>()
  for (const { of, geometry } of entrances) {
    if (of === undefined) continue
    const list = byOwner.get(of) ?? []
    list.push([geometry.coordinates[0], geometry.coordinates[1]])
    byOwner.set(of, list)
  }
  knownEntrances.set(entrances, byOwner)
  return byOwner
}
