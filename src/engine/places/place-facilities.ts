import type { Issue } from '../../model/issue'
import type { Facility, Green } from '../../model/layers'
import type { AccessPoint } from './access-point'
import { representativePoint, ringsOf } from '../geometry/rings'
import { zoneAt } from '../network/compounds'
import { ISLAND_M, SUSPICIOUS_SNAP_M } from '../network/snap'
import { keepPlaces } from './keep-places'
import { nearestToOutline } from './nearest-to-outline'
import { withPlan } from './outline-on-plan'
import {
  type Doors,
  type Entered,
  KnownPlaces,
  NO_DOORS,
  type PlacedBefore,
  type PlacedByPlan,
} from './known-places'
import { placeGreen } from './place-green'
import { isPark, listServices, type Service, withFacilities } from './services'
import { factsOfRefusal, type Placement } from './placement'
import { accessAt, entrancesByOwner, lookAround, maxSnapOf, type PlaceContext } from './place-context'

/** Facilities and greens on the network. */
export interface PlacedFacilities {
  /** the facilities in the order of their layer, then the parks among the greens */
  readonly services: readonly Service[]
  /** access points of each service; empty: not connected */
  readonly access: readonly (readonly AccessPoint[])[]
  /** what is odd about each service */
  readonly doubts: readonly (readonly Issue[])[]
  /** the same, one after the other */
  readonly issues: readonly Issue[]
}

/**
 * Where each facility and green is entered. A facility: its surveyed entrances; else, for an area, every street that crosses its
 * outline; else the street nearest to the outline; a point by the street nearest to it. Greens: `placeGreen`.
 * `before`: what stands where it stood, with the doors it had, is taken over; so is what the streets of a plan change, from
 * another plan where they changed it likewise. The answer is the same.
 */
export function placeFacilities(
  context: PlaceContext,
  before: PlacedBefore | null = null,
  byPlan: PlacedByPlan | null = null,
): PlacedFacilities {
  const { layers } = context.project
  const entrances = entrancesByOwner(layers.entrances)
  const kept = before === null || byPlan === null ? null : keepPlaces(before, context, byPlan)
  const known = before === null ? null : new KnownPlaces(before, context)
  const parks = layers.greens.filter(isPark)
  const placed = [
    ...layers.facilities.map((facility, i) => {
      const asLast = kept?.(i)
      if (asLast) return tellIsland(context, facility, asLast)
      const doors = entrances.get(facility.id) ?? NO_DOORS
      const enter = (): Entered => enterFacility(context, facility, doors)
      const entered = known === null ? enter() : known.find('facilities', facility, doors, enter)
      return tellIsland(context, facility, entered)
    }),
    ...parks.map((green, i) => {
      const asLast = kept?.(layers.facilities.length + i)
      if (asLast) return asLast
      const doors = entrances.get(green.id) ?? NO_DOORS
      const enter = (): Entered => enterGreen(context, green, doors)
      return known === null ? enter() : known.find('greens', green, doors, enter)
    }),
  ]
  return {
    services: servicesOf(context, before),
    access: placed.map(({ access }) => access),
    doubts: placed.map(({ doubts }) => doubts),
    issues: placed.flatMap(({ doubts }) => doubts),
  }
}

/** The same list where the records are: what is worked out once for a list of services holds then. */
function servicesOf(
  { project: { layers }, network }: PlaceContext,
  before: PlacedBefore | null,
): readonly Service[] {
  if (before === null || before.project.layers.greens !== layers.greens)
    return listServices(layers, network.frame)
  const { services } = before.facilities
  return before.project.layers.facilities === layers.facilities
    ? services
    : withFacilities(services, layers.facilities)
}

function enterFacility(context: PlaceContext, facility: Facility, doors: Doors): Entered {
  const placements = placeFacility(context, facility, doors)
  const access = placements.flatMap((placement) => placement.access)
  const doubts: Issue[] = []
  const warn = (code: Issue['code'], facts: Issue['facts']): void => {
    const at = representativePoint(facility.geometry)
    doubts.push({ severity: 'warning', code, layer: 'facilities', id: facility.id, at, facts: facts ?? {} })
  }
  const nearest = Math.min(...access.map((point) => point.connector_m))
  if (access.length === 0)
    warn('facility-not-connected', { max_m: maxSnapOf(context), ...factsOfRefusal(placements) })
  else if (nearest > SUSPICIOUS_SNAP_M) warn('snap-far', { distance_m: Math.round(nearest) })
  return { access, doubts }
}

/** Whether a facility stands on an island: what else a plan lays or takes away decides, wherever it is entered. */
function tellIsland(context: PlaceContext, { id, geometry }: Facility, entered: Entered): Entered {
  const { access, doubts } = entered
  const length_m = islandOf(context, access)
  const street_m = length_m === null ? undefined : Math.round(length_m)
  const told = doubts.find(({ code }) => code === 'on-island')
  if (told?.facts?.street_m === street_m) return entered
  const others = doubts.filter((doubt) => doubt !== told)
  if (street_m === undefined) return { access, doubts: others }
  const at = representativePoint(geometry)
  const doubt: Issue = {
    severity: 'warning',
    code: 'on-island',
    layer: 'facilities',
    id,
    at,
    facts: { street_m },
  }
  return { access, doubts: [...others, doubt] }
}

function enterGreen(context: PlaceContext, green: Green, doors: Doors): Entered {
  const placements = placeGreen(context, green, doors)
  const access = placements.flatMap((placement) => placement.access)
  if (access.length > 0) return { access, doubts: [] }
  const doubt: Issue = {
    severity: 'warning',
    code: 'green-not-connected',
    layer: 'greens',
    id: green.id,
    at: representativePoint(green.geometry),
    facts: { max_m: maxSnapOf(context), ...factsOfRefusal(placements) },
  }
  return { access, doubts: [doubt] }
}

/** Street metres of the island that all of these points lie on; null: they are on the network, or nowhere. */
function islandOf({ network }: PlaceContext, points: readonly AccessPoint[]): number | null {
  const { componentLength_m, nodeComponent, edgeFrom } = network
  if (points.length === 0 || componentLength_m[0] < ISLAND_M) return null
  let longest = 0
  for (const { edge, node } of points) {
    const length_m = componentLength_m[nodeComponent[edge < 0 ? node : edgeFrom[edge]]]
    if (length_m >= ISLAND_M) return null
    if (length_m > longest) longest = length_m
  }
  return longest
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
  const entered = crossings.map((snap) => accessAt(snap, zone))
  if (entered.length > 0) return [withPlan(context, rings, { x, y, access: entered, refused: null }, zone)]
  const near = nearestToOutline(context, rings, zone)
  return [
    near === null
      ? lookAround(context, x, y)
      : withPlan(context, rings, { x, y, access: [near], refused: null }, zone),
  ]
}
