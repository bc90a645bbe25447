import type { Entrance } from '../../model/layers'
import type { Project } from '../../model/project'
import type { AccessPoint } from './access-point'
import { type Compound, zoneAt } from '../network/compounds'
import { MAX_SNAP_M, type Snap, type SnapIndex } from '../network/snap'
import type { WalkNetwork } from '../network/walk-network'

/** What placing people and facilities on the network needs to know. */
export interface PlaceContext {
  readonly project: Project
  readonly network: WalkNetwork
  readonly compounds: readonly Compound[]
  readonly snaps: SnapIndex
  /** true: pure network distance; no gates, zones or delays, and connectors are not counted */
  readonly isPlain: boolean
}

/** A plain walk starts at the nearest street, however far; within this, metres. */
const PLAIN_SNAP_M = 5000

/** A snapped point as an access point of its zone. */
export function accessAt(snap: Snap, zone: number): AccessPoint {
  return { edge: snap.edge, at: snap.at, node: -1, connector_m: snap.distance_m, zone }
}

/**
 * Where a point (metres in the frame) meets the network: the nearest street of the zone it lies in. In a
 * compound without streets of its own, each of its gates, as the crow flies. Empty: not connected.
 */
export function placePoint(context: PlaceContext, x: number, y: number): AccessPoint[] {
  const zone = zoneAt(context.compounds, x, y)
  const snap = context.snaps.nearest(
    x,
    y,
    context.isPlain ? { maxDistance_m: PLAIN_SNAP_M, isPlain: true } : { maxDistance_m: MAX_SNAP_M, zone },
  )
  if (snap !== null) return [accessAt(snap, zone)]
  return zone < 0 || context.snaps.hasStreets(zone) ? [] : gatesOf(context.network, zone, x, y)
}

/** The inner side of every gate of a zone, with the straight way from (x, y); way 0 if no point is given. */
export function gatesOf(network: WalkNetwork, zone: number, x?: number, y?: number): AccessPoint[] {
  const seen = new Set<number>()
  const points: AccessPoint[] = []
  for (let p = 0; p < network.portalCount; p++) {
    const node = network.portalFrom[p]
    if (network.nodeZone[node] !== zone || seen.has(node)) continue
    seen.add(node)
    const connector_m =
      x === undefined || y === undefined ? 0 : Math.hypot(network.nodeX[node] - x, network.nodeY[node] - y)
    points.push({ edge: -1, at: 0, node, connector_m, zone })
  }
  return points
}

/** Surveyed entrances, lon and lat, by the id of the facility or building they lead into. */
export function entrancesByOwner(entrances: readonly Entrance[]): Map<string, (readonly [number, number])[]> {
  const byOwner = new Map<string, (readonly [number, number])[]>()
  for (const { of, geometry } of entrances) {
    if (of === undefined) continue
    const list = byOwner.get(of) ?? []
    list.push([geometry.coordinates[0], geometry.coordinates[1]])
    byOwner.set(of, list)
  }
  return byOwner
}
