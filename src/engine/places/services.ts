import type { Facility, Green, Layers } from '../../model/layers'
import type { GREEN_CLASSES } from '../../model/survey'
import { areaOfRings, smallestWidth, type Rings, ringsOf } from '../geometry/rings'
import type { LocalFrame } from '../geometry/local-frame'

/** What people walk to: a facility, or a green that a class of the rule pack may take for one. */
export interface Service {
  /** a facility's own; of a green `green:` and its own, because ids are unique in a layer only */
  readonly id: string
  readonly layer: 'facilities' | 'greens'
  readonly class?: string
  readonly access?: 'public' | 'residents'
  readonly community?: string
  /** as recorded, or, of greens only, measured; null: not known */
  readonly building_m2: number | null
  readonly land_m2: number | null
  readonly capacity: number | null
  /** of a green: as recorded, else the most it can be; null: a facility */
  readonly width_m: number | null
}

/** The facilities of a project, then its parks, each in the order of their layer. */
export function listServices(
  { facilities, greens }: Pick<Layers, 'facilities' | 'greens'>,
  frame: LocalFrame,
): Service[] {
  return [
    ...facilities.map(serviceOfFacility),
    ...greens.filter(isPark).map((green) => serviceOfGreen(green, ringsOf(green.geometry, frame))),
  ]
}

/** The services of other facilities and the same parks. */
export function withFacilities(services: readonly Service[], facilities: readonly Facility[]): Service[] {
  return [...facilities.map(serviceOfFacility), ...services.filter(({ layer }) => layer === 'greens')]
}

/** The record a service stands for, a park in the shape of a facility; an index beyond them: RangeError. */
export function recordOfService(
  { facilities, greens }: Pick<Layers, 'facilities' | 'greens'>,
  service: number,
): Facility {
  if (service < facilities.length) return facilities[service]
  const park = greens.filter(isPark)[service - facilities.length]
  if (park === undefined) throw new RangeError(`no service ${service}`)
  return parkAsFacility(park)
}

/** The id by which a green is found among facilities. */
export function idOfGreen({ id }: Pick<Green, 'id'>): string {
  return `green:${id}`
}

// records never change: while facilities are edited one by one the others stay the same services
const known = new WeakMap<Facility, Service>()

function serviceOfFacility(facility: Facility): Service {
  let service = known.get(facility)
  if (service === undefined) known.set(facility, (service = readFacility(facility)))
  return service
}

function readFacility({
  id,
  class: code,
  access,
  community,
  floor_area_m2,
  land_area_m2,
  capacity,
}: Facility): Service {
  return {
    id,
    layer: 'facilities',
    ...(code === undefined ? {} : { class: code }),
    ...(access === undefined ? {} : { access }),
    ...(community === undefined ? {} : { community }),
    building_m2: floor_area_m2 ?? null,
    land_m2: land_area_m2 ?? null,
    capacity: capacity ?? null,
    width_m: null,
  }
}

function serviceOfGreen(green: Green, rings: Rings): Service {
  return {
    id: idOfGreen(green),
    layer: 'greens',
    building_m2: null,
    land_m2: green.area_m2 ?? areaOfRings(rings),
    capacity: null,
    width_m: green.width_m ?? smallestWidth(rings),
  }
}

/** Sizes of public parks from which each class of the standard may count them, m²; which sign they carry. */
const PARK_SIZES: readonly (readonly [code: (typeof GREEN_CLASSES)[number], least_m2: number])[] = [
  ['GREEN_15', 50_000],
  ['GREEN_10', 10_000],
  ['GREEN_5', 4000],
  ['POCKET_PARK', 400],
]

/** A park in the shape of a facility, for whoever shows and finds facilities. It carries the sign of its size. */
export function parkAsFacility(green: Green): Facility {
  const { id: _id, kind: _kind, area_m2, width_m: _width, ...rest } = green
  const code = PARK_SIZES.find(([, least]) => (area_m2 ?? 0) >= least)?.[0]
  return {
    ...rest,
    id: idOfGreen(green),
    access: 'public',
    ...(area_m2 === undefined ? {} : { land_area_m2: area_m2 }),
    ...(code === undefined ? {} : { class: code }),
  }
}

/** Courts between houses are nobody's park. */
export function isPark({ kind }: Pick<Green, 'kind'>): boolean {
  return kind !== 'court'
}
