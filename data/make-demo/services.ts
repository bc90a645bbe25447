import { type City, isGated } from './city'
import { doorOf } from './door'
import { findRoom } from './estates'
import { nearestSide } from './institutions'
import {
  type P,
  type Ring,
  along,
  centroidOf,
  dist,
  nearestOn,
  pointAt,
  ringArea,
  lengthOf,
  isInside,
} from './plane'
import type { Random } from './random'
import {
  GROUNDS,
  INSIDE_SERVICES,
  MEASURED_COURTS,
  NAMED_IDS,
  SPREAD,
  STREET_SERVICES,
} from './service-tables'
import { CANAL } from './skeleton'
import type { StreetDraft } from './streets'

/** A facility in metres, before it becomes a record. */
export interface FacilityDraft {
  readonly id: string
  readonly class: string
  readonly name: string
  readonly at: P | Ring
  readonly isArea: boolean
  readonly community?: string
  readonly access: 'public' | 'residents'
  readonly floor_area_m2?: number
  readonly land_area_m2?: number
  readonly capacity?: number
  readonly storey?: number
  readonly step_free?: boolean
  readonly note?: string
  readonly extra?: Readonly<Record<string, number | string>>
  readonly entrances?: readonly P[]
}

export function placeServices(
  city: City,
  patch: (superblock: string, s: number, t: number) => P,
  random: Random,
): FacilityDraft[] {
  const out: FacilityDraft[] = []
  const counts = new Map<string, number>()
  const nextId = (facilityClass: string): string => {
    const n = (counts.get(facilityClass) ?? 0) + 1
    counts.set(facilityClass, n)
    return `f-${facilityClass.toLowerCase().replaceAll('_', '-')}-${String(n).padStart(2, '0')}`
  }
  const add = (draft: Omit<FacilityDraft, 'id'>): void => {
    out.push({ id: NAMED_IDS[draft.name] ?? nextId(draft.class), ...draft })
  }

  // whole plots: schools, markets, malls, sports
  for (const parcel of city.parcels) {
    const { kind, name } = parcel.spec
    if (!name) continue
    const door = doorOf(parcel, city.streets)
    const whole = {
      at: parcel.ring,
      isArea: true,
      access: 'public' as const,
      land_area_m2: Math.round(ringArea(parcel.ring)),
      entrances: [door],
    }
    if (kind === 'primary')
      add({ class: 'EDU_PRIMARY', name, ...whole, floor_area_m2: 11200, capacity: 1350 })
    else if (kind === 'middle')
      add({ class: 'EDU_MIDDLE', name, ...whole, floor_area_m2: 21500, capacity: 1500 })
    else if (kind === 'market' || kind === 'mall') {
      const hall = city.buildings.find((b) => b.name === name)
      if (!hall) throw new Error(`no hall for ${name}`)
      // the plot is open ground: it is entered from every street in front of it
      const doors = parcel.ring.flatMap((a, i): P[] => {
        const b = parcel.ring[(i + 1) % parcel.ring.length]
        const middle: P = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
        return dist(a, b) > 35 && hasStreetBefore(middle, city.streets) ? [middle] : []
      })
      const spread = {
        at: hall.ring,
        isArea: true,
        access: 'public' as const,
        entrances: doors.length > 0 ? doors : [door],
        step_free: true,
      }
      if (kind === 'market')
        add({ class: 'MARKET', name, ...spread, floor_area_m2: Math.round(ringArea(hall.ring)) })
      else add({ class: 'MALL', name, ...spread, floor_area_m2: Math.round(ringArea(hall.ring) * 5) })
    } else if (kind === 'sports') {
      const hall = city.buildings.find((b) => b.name === '菱湖体育馆')
      if (hall)
        add({
          class: 'SPORT_CENTRE',
          name: '菱湖体育馆',
          at: hall.ring,
          isArea: true,
          access: 'public',
          floor_area_m2: 4600,
          capacity: 1200,
          entrances: [door],
        })
      const fields = city.fields.filter((f) => f.parcel === parcel)
      const track = fields.find((f) => f.ring.length > 8)
      if (track)
        add({
          class: 'SPORT_L',
          name: '菱湖体育中心田径场',
          at: track.ring,
          isArea: true,
          access: 'public',
          land_area_m2: Math.round(ringArea(track.ring)),
          entrances: [door],
        })
      const courts = fields.filter((f) => f.ring.length === 4)
      if (courts[0])
        add({
          class: 'SPORT_M',
          name: '菱湖体育中心球场群',
          at: courts[0].ring,
          isArea: true,
          access: 'public',
          land_area_m2: courts.length * 420,
          entrances: [door],
        })
    } else if (kind === 'kindergarten') {
      const house = city.buildings.find((b) => b.name === name)
      if (house)
        add({
          class: 'KINDERGARTEN',
          name,
          at: house.ring,
          isArea: true,
          access: 'public',
          capacity: 270,
          storey: 1,
          entrances: [nearestSide(house.ring, nearestOn(centroidOf(house.ring), CANAL).p).middle],
        })
    }
  }

  // inside communities
  for (const inside of city.insides) {
    if (inside.id.startsWith('kg-')) {
      const land_area_m2 = random.integer(17, 32) * 100
      add({
        class: 'KINDERGARTEN',
        name: inside.name,
        at: inside.ring,
        isArea: true,
        community: inside.community,
        access: 'public',
        // the survey measured only those on the smallest plots
        ...(land_area_m2 < 1900
          ? { floor_area_m2: Math.round(ringArea(inside.ring) * (inside.storeys ?? 3)), land_area_m2 }
          : {}),
        capacity: random.pick([180, 210, 240, 270]),
        storey: 1,
        entrances: [doorOnto(inside.ring, city.streets, inside.community)],
      })
    }
    if (inside.id.startsWith('cs-'))
      add({
        class: 'COMM_STATION',
        name: inside.name,
        at: centroidOf(inside.ring),
        isArea: false,
        community: inside.community,
        access: 'public',
        floor_area_m2: Math.round(ringArea(inside.ring) * 2),
        storey: 1,
        step_free: random.chance(0.7),
      })
  }
  for (const [id, facilityClass, name, values] of INSIDE_SERVICES) {
    const inside = city.insides.find((i) => i.id === id)
    if (!inside) throw new Error(`no inside ${id}`)
    const area = Math.round(ringArea(inside.ring))
    const isOpen = inside.what === 'court'
    add({
      class: facilityClass,
      name,
      at: isOpen ? inside.ring : centroidOf(inside.ring),
      isArea: isOpen,
      community: inside.community,
      access: 'public',
      ...(isOpen
        ? MEASURED_COURTS.has(id)
          ? { land_area_m2: area }
          : {}
        : { floor_area_m2: area, storey: 1, step_free: true }),
      ...values,
    })
  }
  // the corner shop and the parcel lockers in the middle of an estate
  for (const parcel of city.parcels.filter(isGated)) {
    const homes = city.buildings.filter((b) => b.community === parcel.spec.id && b.use === 'residential')
    const c = centroidOf(parcel.ring)
    const byMiddle = homes.map((b) => b.ring).sort((a, b) => dist(centroidOf(a), c) - dist(centroidOf(b), c))
    const community = parcel.spec.id ?? ''
    const inHouse = { isArea: false, community, access: 'public', storey: 1 } as const
    if (byMiddle[2] && random.chance(0.5))
      add({
        class: 'STORE',
        name: '小区便利店',
        at: centroidOf(byMiddle[2]),
        floor_area_m2: random.integer(9, 18) * 5,
        ...inHouse,
      })
    if (byMiddle[1] && random.chance(0.65))
      add({
        class: 'PARCEL',
        name: '小区快递柜',
        at: centroidOf(byMiddle[1]),
        floor_area_m2: random.integer(3, 8) * 5,
        ...inHouse,
      })
  }
  for (const green of city.greens) {
    if (!green.community) continue
    const [facilityClass, label] = random.chance(0.5)
      ? ['FIT_OUTDOOR', '健身场地']
      : ['PLAY_ELDER', '老幼活动场地']
    if (random.chance(0.3)) continue
    add({
      class: facilityClass,
      name: label,
      at: green.ring,
      isArea: true,
      community: green.community,
      access: 'public',
      land_area_m2: Math.round(ringArea(green.ring)),
    })
  }

  for (const [facilityClass, name, plot, size] of GROUNDS) {
    const parcel = city.parcels.find((q) => q.spec.name === plot)
    if (!parcel) throw new Error(`no plot ${plot}`)
    const room = findRoom(
      doorOf(parcel, city.streets),
      size,
      parcel.angle,
      parcel.ring,
      city.placer,
      3,
      4,
      400,
    )
    if (!room) throw new Error(`no room for ${name}`)
    city.placer.addRing(room)
    const area = Math.round(ringArea(room))
    add({ class: facilityClass, name, at: room, isArea: true, access: 'public', land_area_m2: area })
  }
  for (const { ring, parcel } of city.fields)
    if (parcel && ring.length > 8 && (parcel.spec.kind === 'middle' || parcel.spec.kind === 'college'))
      add({
        class: 'SPORT_L',
        name: `${parcel.spec.name}田径场`,
        at: ring,
        isArea: true,
        access: 'public',
        land_area_m2: Math.round(ringArea(ring)),
        note: '课余时间向居民开放',
        entrances: [doorOf(parcel, city.streets)],
      })

  // along the streets
  const used = new Set<Shop>()
  const shops = city.buildings
    .filter((b) => !b.community && SHOP_USES.has(b.use))
    .flatMap((b) => frontOf(b.ring, city.streets) ?? [])
  const takeNear = (p: P): Shop => {
    const best = shops
      .filter((b) => !used.has(b))
      .reduce((a, b) => (dist(a.front, p) <= dist(b.front, p) ? a : b))
    used.add(best)
    return best
  }
  for (const [facilityClass, name, superblock, s, t, values] of STREET_SERVICES) {
    add({
      class: facilityClass,
      name,
      at: insideFront(takeNear(patch(superblock, s, t)), random),
      isArea: false,
      access: 'public',
      storey: 1,
      step_free: random.chance(0.75),
      ...values,
    })
  }
  const wants = city.gates.map((g) => g.point)
  for (const parcel of city.parcels) if (parcel.spec.kind === 'village') wants.push(centroidOf(parcel.ring))
  for (const { facilityClass, apart, reach, names, floor } of SPREAD) {
    const placed: P[] = []
    for (const want of wants) {
      const shop = shops
        .filter((b) => dist(b.front, want) < reach && placed.every((q) => dist(q, b.front) > apart))
        .sort((a, b) => dist(a.front, want) - dist(b.front, want))[0]
      if (!shop || random.chance(0.12)) continue
      placed.push(shop.front)
      add({
        class: facilityClass,
        name: random.pick(names),
        at: insideFront(shop, random),
        isArea: false,
        access: 'public',
        ...(facilityClass === 'CAR_PARK'
          ? { capacity: random.integer(3, 12) * 10 }
          : facilityClass === 'BIKE_PARK'
            ? { land_area_m2: random.integer(4, 16) * 10 }
            : { floor_area_m2: Math.round(random.between(floor[0], floor[1]) / 5) * 5, storey: 1 }),
        ...(facilityClass === 'TOILET' ? { step_free: random.chance(0.6) } : {}),
      })
    }
  }

  // stops and stations on the sidewalks of the arterials
  const sidewalks = city.streets.filter(
    (d) => d.kind === 'footway' && d.sidewalk === 'yes' && !d.level && lengthOf(d.line) > 220,
  )
  const stops: P[] = []
  for (const d of sidewalks)
    for (let at = random.between(60, 140); at < lengthOf(d.line) - 50; at += 90) {
      const { p, direction } = pointAt(d.line, at)
      if (!isCore(p) || stops.some((q) => dist(p, q) < 340)) continue
      stops.push(p)
      add({
        class: 'BUS_STOP',
        name: `公交${STOP_NAMES[(stops.length - 1) % STOP_NAMES.length]}站`,
        at: along(p, [-direction[1], direction[0]], -2),
        isArea: false,
        access: 'public',
        step_free: true,
      })
    }
  for (const [name, superblock, s, t] of METRO) {
    const wish = patch(superblock, s, t)
    const at = nearestSidewalk(wish, sidewalks)
    add({ class: 'METRO', name, at, isArea: false, access: 'public', storey: -1, step_free: true })
  }
  // waste stations, bicycle and car parks on the plots beside the streets
  const lots = city.parcels.filter(
    (q) =>
      ['office', 'mall', 'market', 'garden', 'factory', 'hospital', 'bare'].includes(q.spec.kind) &&
      q.spec.name !== undefined &&
      isCore(centroidOf(q.ring)),
  )
  lots.forEach((parcel, k) => {
    const door = doorOf(parcel, city.streets)
    const c = centroidOf(parcel.ring)
    const inside: P = [door[0] + (c[0] - door[0]) * 0.22, door[1] + (c[1] - door[1]) * 0.22]
    const roomFor: readonly [string, string][] = [
      ['CAR_PARK', '公共停车场'],
      ['WASTE_STATION', '垃圾收集站'],
      ['BIKE_PARK', '非机动车停车场'],
      ['CAR_PARK', '公共停车场'],
    ]
    const [facilityClass, label] = roomFor[k % roomFor.length]
    add({
      class: facilityClass,
      name: parcel.spec.name ? `${parcel.spec.name}${label}` : label,
      at: inside,
      isArea: false,
      access: 'public',
      ...(facilityClass === 'CAR_PARK'
        ? { capacity: random.integer(4, 16) * 10 }
        : { land_area_m2: facilityClass === 'WASTE_STATION' ? 150 : 90 }),
    })
  })
  return out
}

const SHOP_USES = new Set(['commercial', 'office', 'mixed', 'public', 'hospital', 'hotel'])

/** A house on the street: where its front is, and the house itself. */
interface Shop {
  readonly ring: Ring
  readonly front: P
}

/** The side of a house towards the nearest public street; null when that is too far to be its street. */
function frontOf(ring: Ring, streets: readonly StreetDraft[]): Shop | null {
  const c = centroidOf(ring)
  let best = { p: c, d: Infinity }
  for (const d of streets) {
    if (d.level || d.foot === 'no' || d.community) continue
    const on = nearestOn(c, d.line)
    if (on.d < best.d) best = on
  }
  const on = nearestOn(best.p, [...ring, ring[0]])
  return dist(on.p, best.p) < 42 ? { ring, front: on.p } : null
}

/** A point just behind the front, a little to one side: several services share a house. */
function insideFront(shop: Shop, random: Random): P {
  const c = centroidOf(shop.ring)
  for (let k = 0; k < 8; k++) {
    const p: P = [
      shop.front[0] + (c[0] - shop.front[0]) * 0.3 + random.between(-7, 7),
      shop.front[1] + (c[1] - shop.front[1]) * 0.3 + random.between(-7, 7),
    ]
    if (isInside(p, shop.ring)) return p
  }
  return [shop.front[0] + (c[0] - shop.front[0]) * 0.3, shop.front[1] + (c[1] - shop.front[1]) * 0.3]
}

const STOP_NAMES = [
  '古木路北',
  '杏林桥',
  '拱月桥',
  '望湖桥',
  '云澜路口',
  '青禾里',
  '菱湖公园',
  '道口',
  '铁路里',
  '织锦路',
  '盐埠',
  '塔影街',
  '采荇路',
  '稻香街',
  '藕花街',
  '营造路',
  '机床厂',
  '稻市',
  '槐荫路',
  '山前路口',
]
const METRO: readonly (readonly [string, string, number, number])[] = [
  ['杏林路站 A 口', 'B2', 0.08, 0.95],
  ['杏林路站 C 口', 'B1', 0.95, 0.93],
  ['菱湖站 B 口', 'E3', 0.05, 0.06],
  ['营造路站 A 口', 'C4', 0.06, 0.95],
]

const hasStreetBefore = (p: P, streets: readonly StreetDraft[]): boolean =>
  streets.some((d) => !d.level && d.foot !== 'no' && !d.community && nearestOn(p, d.line).d < 20)

const isCore = (p: P): boolean => p[0] > 30 && p[0] < 2930 && p[1] > 0 && p[1] < 2480

function nearestSidewalk(p: P, sidewalks: readonly StreetDraft[]): P {
  return sidewalks.map((d) => nearestOn(p, d.line)).reduce((a, b) => (a.d <= b.d ? a : b)).p
}

/** The door of a house inside a community: on the side of the nearest inner street. */
function doorOnto(ring: Ring, streets: readonly StreetDraft[], community: string): P {
  const c = centroidOf(ring)
  const inner = streets.filter((d) => d.community === community).map((d) => nearestOn(c, d.line))
  const to = inner.reduce((a, b) => (a.d <= b.d ? a : b)).p
  const on = nearestOn(to, [...ring, ring[0]]).p
  return on
}
