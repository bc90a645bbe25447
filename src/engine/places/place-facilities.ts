import type { Issue } from '../../model/issue'
import type { Facility, Green } from '../../model/layers'
import type { Project } from '../../model/project'
import type { AccessPoint } from './access-point'
import { representativePoint, ringsOf } from '../geometry/rings'
import type { LocalFrame } from '../geometry/local-frame'
import { zoneAt } from '../network/compounds'
import type { Box } from '../network/near-boxes'
import { boxOf } from '../network/streets-around'
import { ISLAND_M, SUSPICIOUS_SNAP_M } from '../network/snap'
import { nearestToOutline } from './nearest-to-outline'
import { withPlan } from './outline-on-plan'
import { isSameAccess } from './align-services'
import { isNearPlan, type PlanWays, touchesPlan, withPieces } from './plan-ways'
import { placeGreen } from './place-green'
import { isPark, listServices, type Service, withFacilities } from './services'
import { factsOfRefusal, type Placement } from './placement'
import {
  accessAt,
  entrancesByOwner,
  type EntrancesByOwner,
  lookAround,
  maxSnapOf,
  type PlaceContext,
} from './place-context'

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

/** Facilities placed before on the same streets, and the project they were in. */
export interface PlacedBefore {
  readonly project: Project
  readonly facilities: PlacedFacilities
  readonly plan?: PlanWays | null
}

/**
 * Where each facility and green is entered. A facility: its surveyed entrances; else, for an area, every street that crosses its
 * outline; else the street nearest to the outline; a point by the street nearest to it. Greens: `placeGreen`.
 * `before`: what stands where it stood, with the doors it had, is taken over; the answer is the same.
 */
export function placeFacilities(context: PlaceContext, before: PlacedBefore | null = null): PlacedFacilities {
  const { layers } = context.project
  const entrances = entrancesByOwner(layers.entrances)
  const known = before === null ? null : new KnownPlaces(before, context)
  const parks = layers.greens.filter(isPark)
  const placed = [
    ...layers.facilities.map((facility) => {
      const doors = entrances.get(facility.id) ?? NO_DOORS
      const enter = (): Entered => enterFacility(context, facility, doors)
      return known === null ? enter() : known.find('facilities', facility, doors, enter)
    }),
    ...parks.map((green) => {
      const doors = entrances.get(green.id) ?? NO_DOORS
      const enter = (): Entered => enterGreen(context, green, doors)
      return known === null ? enter() : known.find('greens', green, doors, enter)
    }),
  ]
  const isSameGreens = before !== null && before.project.layers.greens === layers.greens
  return {
    services: isSameGreens
      ? withFacilities(before.facilities.services, layers.facilities)
      : listServices(layers, context.network.frame),
    access: placed.map(({ access }) => access),
    doubts: placed.map(({ doubts }) => doubts),
    issues: placed.flatMap(({ doubts }) => doubts),
  }
}

/** A service on the network: its access points and what is odd about them. */
interface Entered {
  readonly access: readonly AccessPoint[]
  readonly doubts: readonly Issue[]
}

type Doors = readonly (readonly [number, number])[]

const NO_DOORS: Doors = []

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
  const street_m = islandOf(context, access)
  if (street_m !== null) warn('on-island', { street_m: Math.round(street_m) })
  return { access, doubts }
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

/** What was placed before, by what decides a place: the record's id, its geometry and its doors. */
class KnownPlaces {
  private readonly facilities: PlacedFacilities
  private readonly entrances: EntrancesByOwner
  private readonly records: readonly (Facility | Green)[]
  private readonly firstGreen: number
  private indexes: Readonly<Record<Service['layer'], ReadonlyMap<string, number>>> | null = null
  /** records mostly follow on each other as they did */
  private next = 0
  private readonly context: PlaceContext
  private readonly isSamePlan: boolean

  constructor({ project: { layers }, facilities, plan }: PlacedBefore, context: PlaceContext) {
    this.context = context
    this.isSamePlan = (plan ?? null) === (context.plan ?? null)
    this.facilities = facilities
    this.entrances = entrancesByOwner(layers.entrances)
    this.records = [...layers.facilities, ...layers.greens.filter(isPark)]
    this.firstGreen = layers.facilities.length
  }

  /** A record as it was entered before, or as it is entered now: where it had other doors, or a plan touches it. */
  find(layer: Service['layer'], record: Facility | Green, doors: Doors, enter: () => Entered): Entered {
    const i = this.records[this.next] === record ? this.next : this.indexOf(layer, record.id)
    if (i === undefined) return enter()
    this.next = i + 1
    const before = this.records[i]
    // an edit makes its records anew each time
    if (before !== record && !isSame(before.geometry, record.geometry)) return enter()
    if (!isSame(this.entrances.get(record.id) ?? NO_DOORS, doors)) return enter()
    const was = { access: this.facilities.access[i], doubts: this.facilities.doubts[i] }
    return this.isMoved(was.access, record, doors) ? this.keepWays(was, enter()) : was
  }

  /** A plan takes no way in away: those there were are kept, but those over streets that are gone. */
  private keepWays(was: Entered, is: Entered): Entered {
    const { plan, network } = this.context
    if (!plan) return is
    const left = was.access.filter(({ edge }) => !plan.gone.has(edge))
    const missing = withPieces(plan, network, left).filter(
      (way) => !is.access.some((each) => isSameAccess([each], [way])),
    )
    if (missing.length === 0) return is
    return { access: [...is.access, ...missing], doubts: is.access.length === 0 ? was.doubts : is.doubts }
  }

  /** Whether a plan changes the streets by which a place is entered, or lays a path that may be nearer. */
  private isMoved(access: readonly AccessPoint[], record: Facility | Green, doors: Doors): boolean {
    const { plan, network } = this.context
    if (!plan || this.isSamePlan) return false
    // a door that is on no street may be anywhere within reach
    const isAll = access.length > 0 && access.length >= doors.length
    const reach_m = isAll
      ? Math.max(...access.map(({ connector_m }) => connector_m))
      : maxSnapOf(this.context)
    return (
      touchesPlan(plan, access) ||
      access.some(({ edge, zone }) => edge < 0 && plan.gateZones.has(zone)) ||
      (access.length === 0 && plan.gateZones.size > 0) ||
      isNearPlan(plan, boxOfPlace(record, doors, network.frame), reach_m)
    )
  }

  private indexOf(layer: Service['layer'], id: string): number | undefined {
    const { records, firstGreen } = this
    this.indexes ??= {
      facilities: new Map(records.slice(0, firstGreen).map((record, i) => [record.id, i])),
      greens: new Map(records.slice(firstGreen).map((record, i) => [record.id, firstGreen + i])),
    }
    return this.indexes[layer].get(id)
  }
}

// records never change
const boxes = new WeakMap<Facility | Green, Box>()

/** The box around a record and its doors, local metres; worked out once. */
function boxOfPlace(record: Facility | Green, doors: Doors, frame: LocalFrame): Box {
  let box = boxes.get(record)
  if (box === undefined) boxes.set(record, (box = boxOf(coordinatesOf(record.geometry), frame)))
  if (doors.length === 0) return box
  const [west, south, east, north] = boxOf(doors, frame)
  return [Math.min(box[0], west), Math.min(box[1], south), Math.max(box[2], east), Math.max(box[3], north)]
}

function coordinatesOf(geometry: Facility['geometry']): readonly (readonly number[])[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat(2)
}

function isSame(a: object, b: object): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
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
  const entered = crossings.map((snap) => accessAt(snap, zone))
  if (entered.length > 0) return [withPlan(context, rings, { x, y, access: entered, refused: null }, zone)]
  const near = nearestToOutline(context, rings, zone)
  return [
    near === null
      ? lookAround(context, x, y)
      : withPlan(context, rings, { x, y, access: [near], refused: null }, zone),
  ]
}
