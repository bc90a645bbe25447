import type { Issue } from '../../model/issue'
import type { Facility } from '../../model/layers'
import type { AccessPoint } from './access-point'
import { representativePoint, type Rings, ringsOf } from '../geometry/rings'
import { zoneAt } from '../network/compounds'
import { ISLAND_M, SECOND_CHOICE_DETOUR_M, SUSPICIOUS_SNAP_M } from '../network/snap'
import { factsOfRefusal, type Placement } from './placement'
import { accessAt, entrancesByOwner, lookAround, maxSnapOf, type PlaceContext } from './place-context'

/** Facilities on the network, in layer order. */
export interface PlacedFacilities {
  /** access points of each facility; empty: not connected */
  readonly access: readonly (readonly AccessPoint[])[]
  readonly issues: readonly Issue[]
}

/**
 * Where each facility is entered: its surveyed entrances; else, for an area, every street that crosses its
 * outline; else the street nearest to the outline; a point by the street nearest to it.
 */
export function placeFacilities(context: PlaceContext): PlacedFacilities {
  const { layers } = context.project
  const entrances = entrancesByOwner(layers.entrances)
  const issues: Issue[] = []
  const access = layers.facilities.map((facility) => {
    const placements = placeFacility(context, facility, entrances.get(facility.id) ?? [])
    const points = placements.flatMap((placement) => placement.access)
    const warn = (code: Issue['code'], facts: Issue['facts']): void => {
      const at = representativePoint(facility.geometry)
      issues.push({ severity: 'warning', code, layer: 'facilities', id: facility.id, at, facts: facts ?? {} })
    }
    const nearest = Math.min(...points.map((point) => point.connector_m))
    if (points.length === 0)
      warn('facility-not-connected', { max_m: maxSnapOf(context), ...factsOfRefusal(placements) })
    else if (nearest > SUSPICIOUS_SNAP_M) warn('snap-far', { distance_m: Math.round(nearest) })
    const street_m = islandOf(context, points)
    if (street_m !== null) warn('on-island', { street_m: Math.round(street_m) })
    return points
  })
  return { access, issues }
}

/** Street metres of the island that all of these points lie on; null: they are on the network, or nowhere. */
function islandOf(context: PlaceContext, points: readonly AccessPoint[]): number | null {
  const { network } = context
  const lengths = points.map(
    ({ edge, node }) =>
      network.componentLength_m[network.nodeComponent[edge < 0 ? node : network.edgeFrom[edge]]],
  )
  const longest = Math.max(...lengths)
  return points.length > 0 && longest < ISLAND_M && network.componentLength_m[0] >= ISLAND_M ? longest : null
}

/** How one facility would meet the network, `doors` being its surveyed entrances. */
export function placeFacility(
  context: PlaceContext,
  facility: Pick<Facility, 'geometry'>,
  doors: readonly (readonly [number, number])[],
): readonly Placement[] {
  const { frame } = context.network
  const byDoor = doors.map(([lon, lat]) => lookAround(context, frame.x(lon), frame.y(lat)))
  if (byDoor.some(({ access }) => access.length > 0)) return byDoor
  const [lon, lat] = representativePoint(facility.geometry)
  const x = frame.x(lon)
  const y = frame.y(lat)
  if (facility.geometry.type === 'Point') return [lookAround(context, x, y)]
  const rings = ringsOf(facility.geometry, frame)
  const zone = zoneAt(context.compounds, x, y)
  const crossings = context.snaps.crossings(rings, zone)
  if (crossings.length > 0)
    return [{ x, y, access: crossings.map((snap) => accessAt(snap, zone)), refused: null }]
  const near = nearestToOutline(context, rings, zone)
  return [near === null ? lookAround(context, x, y) : { x, y, access: [near], refused: null }]
}

/** Samples of the outline closer than this cannot miss a nearer street by more than half of it, metres. */
const OUTLINE_STEP_M = 10

/** The access point with the shortest connector from anywhere on an outline; null: no street in reach. */
export function nearestToOutline(context: PlaceContext, rings: Rings, zone: number): AccessPoint | null {
  let best: AccessPoint | null = null
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const dx = ring[i + 2] - ring[i]
      const dy = ring[i + 3] - ring[i + 1]
      const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / OUTLINE_STEP_M))
      for (let k = 0; k < steps; k++) {
        const farthest = maxSnapOf(context)
        // a street that is preferred may be this much farther than the one it is preferred to
        const maxDistance_m =
          best === null ? farthest : Math.min(farthest, best.connector_m + SECOND_CHOICE_DETOUR_M)
        const snap = context.snaps.nearest(ring[i] + (dx * k) / steps, ring[i + 1] + (dy * k) / steps, {
          maxDistance_m,
          zone,
        })
        if (snap !== null && (best === null || snap.distance_m < best.connector_m))
          best = accessAt(snap, zone)
      }
    }
  }
  return best
}
