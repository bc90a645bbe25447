import type { Issue } from '../../model/issue'
import type { Facility } from '../../model/layers'
import type { AccessPoint } from './access-point'
import { representativePoint, ringsOf } from '../geometry/rings'
import { zoneAt } from '../network/compounds'
import { ISLAND_M, SUSPICIOUS_SNAP_M } from '../network/snap'
import { nearestToOutline } from './nearest-to-outline'
import { placeGreen } from './place-green'
import { isPark, listServices, type Service } from './services'
import { factsOfRefusal, type Placement } from './placement'
import { accessAt, entrancesByOwner, lookAround, maxSnapOf, type PlaceContext } from './place-context'

/** Facilities and greens on the network. */
export interface PlacedFacilities {
  /** the facilities in the order of their layer, then the parks among the greens */
  readonly services: readonly Service[]
  /** access points of each service; empty: not connected */
  readonly access: readonly (readonly AccessPoint[])[]
  readonly issues: readonly Issue[]
}

/**
 * Where each facility and green is entered. A facility: its surveyed entrances; else, for an area, every street that crosses its
 * outline; else the street nearest to the outline; a point by the street nearest to it. Greens: `placeGreen`.
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
  const parks = layers.greens.filter(isPark).map((green) => {
    const placements = placeGreen(context, green, entrances.get(green.id) ?? [])
    const points = placements.flatMap((placement) => placement.access)
    if (points.length === 0)
      issues.push({
        severity: 'warning',
        code: 'green-not-connected',
        layer: 'greens',
        id: green.id,
        at: representativePoint(green.geometry),
        facts: { max_m: maxSnapOf(context), ...factsOfRefusal(placements) },
      })
    return points
  })
  const services = listServices(layers, context.network.frame)
  return { services, access: [...access, ...parks], issues }
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
