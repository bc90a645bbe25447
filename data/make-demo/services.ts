import type { City } from './city'
import { nearestSide } from './institutions'
import type { Parcel } from './parcels'
import { type P, type Ring, along, centroidOf, dist, nearestOn, pointAt, ringArea, lengthOf } from './plane'
import type { Random } from './random'
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

/** Facilities that a story of the demo tells of keep a name of their own. */
const NAMED_IDS: Readonly<Record<string, string>> = {
  稻市幼儿园: 'f-daoshi-kindergarten',
  井亭农贸市场: 'f-jingting-market',
  茶亭日间照料中心: 'f-chating-daycare',
  金穗日间照料中心: 'f-jinsui-daycare',
  盐埠一区篮球场: 'f-yanbu-court',
}

/** A service in a building or on a ground drawn inside a community. */
type InsideService = readonly [
  inside: string,
  facilityClass: string,
  name: string,
  values: Partial<Omit<FacilityDraft, 'id' | 'class' | 'name' | 'at' | 'isArea'>>,
]

const INSIDE_SERVICES: readonly InsideService[] = [
  [
    'ct-yanbu-1',
    'SPORT_S',
    '盐埠一区篮球场',
    { access: 'residents', note: '仅限本小区业主刷卡入场;盐埠二区、水车新村无球场' },
  ],
  ['ct-lanting', 'SPORT_S', '澜庭雅苑球场', { access: 'residents' }],
  ['ct-liangqiao', 'SPORT_S', '粮桥球场', {}],
  ['ct-zhugan', 'SPORT_S', '竹竿球场', {}],
  ['ct-jichuang', 'SPORT_S', '机床厂灯光球场', {}],
  ['ct-zhijin-1', 'SPORT_S', '织锦球场', {}],
  ['ct-anhe', 'SPORT_S', '安和家园球场', { access: 'residents' }],
  ['el-lanbei-2', 'ELDER_DAYCARE', '澜北日间照料中心', { capacity: 30 }],
  ['el-daokou', 'ELDER_DAYCARE', '道口日间照料中心', { capacity: 30 }],
  ['el-yunhe-2', 'ELDER_DAYCARE', '运河日间照料中心', { capacity: 36 }],
  ['el-zhijin-2', 'ELDER_DAYCARE', '织锦日间照料中心', { capacity: 30 }],
  ['el-yanbu-1', 'ELDER_DAYCARE', '盐埠日间照料中心', { capacity: 32 }],
  ['el-taying-2', 'ELDER_DAYCARE', '塔影日间照料中心', { capacity: 34 }],
  ['el-songyin-1', 'ELDER_DAYCARE', '松荫日间照料中心', { capacity: 30 }],
  ['el-ouhua-2', 'ELDER_DAYCARE', '藕花日间照料中心', { capacity: 28 }],
  ['el-liuan-1', 'ELDER_DAYCARE', '柳岸日间照料中心', { capacity: 30 }],
  ['el-jichuang', 'CULT_STATION', '机床厂退休职工之家', { access: 'residents', capacity: 80 }],
]

/** Services in buildings along the streets: class, name, superblock and place in it, values. */
type StreetService = readonly [
  facilityClass: string,
  name: string,
  superblock: string,
  s: number,
  t: number,
  values?: Partial<Omit<FacilityDraft, 'id' | 'class' | 'name' | 'at' | 'isArea'>>,
]

const STREET_SERVICES: readonly StreetService[] = [
  [
    'ELDER_DAYCARE',
    '茶亭日间照料中心',
    'B2',
    0.6,
    0.5,
    { floor_area_m2: 360, capacity: 24, note: '满员,候补 41 人', extra: { in_use: 24, waiting: 41 } },
  ],
  [
    'ELDER_DAYCARE',
    '金穗日间照料中心',
    'B2',
    0.93,
    0.66,
    { floor_area_m2: 720, capacity: 60, note: '日均 6 人,使用率 10%', extra: { in_use: 6, waiting: 0 } },
  ],
  ['HEALTH_CENTRE', '杏林街道社区卫生服务中心', 'B1', 0.14, 0.6, { floor_area_m2: 3200, capacity: 400 }],
  ['HEALTH_CENTRE', '望湖街道社区卫生服务中心', 'C3', 0.12, 0.6, { floor_area_m2: 2100, capacity: 300 }],
  ['HEALTH_STATION', '粮桥社区卫生服务站', 'A2', 0.42, 0.3, { floor_area_m2: 160 }],
  ['HEALTH_STATION', '茶亭社区卫生服务站', 'B2', 0.75, 0.5, { floor_area_m2: 180 }],
  ['HEALTH_STATION', '稻市社区卫生服务站', 'C2', 0.68, 0.78, { floor_area_m2: 140 }],
  ['HEALTH_STATION', '塔影社区卫生服务站', 'D1', 0.5, 0.2, { floor_area_m2: 150 }],
  ['HEALTH_STATION', '松荫社区卫生服务站', 'E1', 0.17, 0.48, { floor_area_m2: 200 }],
  ['HEALTH_STATION', '盐埠社区卫生服务站', 'C4', 0.22, 0.48, { floor_area_m2: 165 }],
  ['HEALTH_STATION', '藕花社区卫生服务站', 'E4', 0.46, 0.77, { floor_area_m2: 130 }],
  ['HEALTH_STATION', '铁路里社区卫生服务站', 'B4', 0.36, 0.36, { floor_area_m2: 120 }],
  ['CULT_STATION', '杏林文化家园', 'B1', 0.53, 0.72, { floor_area_m2: 420, capacity: 150 }],
  ['CULT_STATION', '织锦文化站', 'C3', 0.25, 0.52, { floor_area_m2: 360, capacity: 120 }],
  ['CULT_STATION', '竹竿文化站', 'E1', 0.84, 0.52, { floor_area_m2: 300, capacity: 100 }],
  ['CULT_STATION', '南塘文化站', 'F2', 0.4, 0.75, { floor_area_m2: 380, capacity: 120 }],
  ['CULT_STATION', '槐荫文化站', 'B3', 0.5, 0.35, { floor_area_m2: 260, capacity: 90 }],
  ['CULT_STATION', '澜北文化站', 'A1', 0.5, 0.3, { floor_area_m2: 320, capacity: 110 }],
  ['CANTEEN', '杏林社区食堂', 'B1', 0.53, 0.85, { floor_area_m2: 260, capacity: 120 }],
  ['CANTEEN', '槐荫社区食堂', 'B3', 0.6, 0.3, { floor_area_m2: 220, capacity: 90 }],
  ['CANTEEN', '井亭社区食堂', 'E1', 0.3, 0.65, { floor_area_m2: 240, capacity: 100 }],
  ['CANTEEN', '盐埠社区食堂', 'C4', 0.1, 0.47, { floor_area_m2: 200, capacity: 80 }],
  ['CANTEEN', '湖滨社区食堂', 'E3', 0.25, 0.9, { floor_area_m2: 210, capacity: 85 }],
  ['NURSERY', '望湖托育园', 'A2', 0.87, 0.25, { floor_area_m2: 520, capacity: 60 }],
  ['NURSERY', '科苑托育中心', 'B3', 0.18, 0.75, { floor_area_m2: 460, capacity: 50 }],
  ['NURSERY', '东环托育中心', 'E4', 0.75, 0.75, { floor_area_m2: 380, capacity: 40 }],
  ['NURSERY', '同春托育点', 'E1', 0.08, 0.75, { floor_area_m2: 300, capacity: 35 }],
  ['ELDER_HOME', '湖滨颐养院', 'E2', 0.81, 0.3, { floor_area_m2: 9800, capacity: 260 }],
  ['POLICE', '杏林派出所', 'D1', 0.9, 0.65, { floor_area_m2: 1500 }],
  ['POLICE', '望湖派出所', 'C4', 0.8, 0.85, { floor_area_m2: 1350 }],
  ['STREET_OFFICE', '杏林街道办事处', 'D1', 0.86, 0.72, { floor_area_m2: 1900 }],
  ['STREET_OFFICE', '望湖街道办事处', 'E4', 0.6, 0.7, { floor_area_m2: 1600 }],
  ['COMM_CENTRE', '杏林街道社区服务中心', 'D1', 0.84, 0.8, { floor_area_m2: 1400 }],
  ['CULT_CENTRE', '杏林文化中心', 'D1', 0.92, 0.85, { floor_area_m2: 3600, capacity: 600 }],
  ['POST', '杏林邮政支局', 'B2', 0.2, 0.9, { floor_area_m2: 240 }],
  ['POST', '望湖邮政所', 'C3', 0.05, 0.95, { floor_area_m2: 160 }],
  ['MARKET', '粮桥生鲜超市', 'A2', 0.87, 0.4, { floor_area_m2: 860 }],
  ['MARKET', '稻市生鲜超市', 'C2', 0.66, 0.85, { floor_area_m2: 780 }],
  ['MARKET', '盐埠生鲜超市', 'C4', 0.33, 0.48, { floor_area_m2: 820 }],
  ['MARKET', '藕花生鲜市场', 'E4', 0.47, 0.88, { floor_area_m2: 900 }],
]

/** Classes spread over the shop rows by rule. */
const SPREAD: readonly (readonly [
  facilityClass: string,
  count: number,
  names: readonly string[],
  floor: readonly [number, number],
])[] = [
  ['RETAIL', 30, ['惠家超市', '百姓大药房', '洁霸洗衣', '剪艺美发', '万家日用'], [80, 420]],
  ['STORE', 24, ['邻里便利店', '好又近便利', '小区菜店', '晨光杂货'], [45, 110]],
  ['DINING', 16, ['片儿川面馆', '老灶家常菜', '运河小馆', '杏林馄饨'], [90, 360]],
  ['BANK', 7, ['商业银行支行', '农商行网点', '邮储网点'], [180, 420]],
  ['PARCEL', 14, ['快递驿站'], [30, 80]],
  ['TOILET', 12, ['公共厕所'], [40, 80]],
]

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
        return dist(a, b) > 55 && hasStreetBefore(middle, city.streets) ? [middle] : []
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
          entrances: [nearestSide(hall.ring, door).middle],
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
          floor_area_m2: Math.round(ringArea(house.ring) * 3),
          land_area_m2: 3600,
          capacity: 270,
          storey: 1,
          entrances: [nearestSide(house.ring, nearestOn(centroidOf(house.ring), CANAL).p).middle],
        })
    }
  }

  // inside communities
  for (const inside of city.insides) {
    if (inside.id.startsWith('kg-'))
      add({
        class: 'KINDERGARTEN',
        name: inside.name,
        at: inside.ring,
        isArea: true,
        community: inside.community,
        access: 'public',
        floor_area_m2: Math.round(ringArea(inside.ring) * (inside.storeys ?? 3)),
        land_area_m2: random.integer(17, 32) * 100,
        capacity: random.pick([180, 210, 240, 270]),
        storey: 1,
        entrances: [doorOnto(inside.ring, city.streets, inside.community)],
      })
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
      ...(isOpen ? { land_area_m2: area } : { floor_area_m2: area, storey: 1, step_free: true }),
      ...values,
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

  // along the streets
  const used = new Set<Ring>()
  const outside = city.buildings.filter(
    (b) => !b.community && ['commercial', 'office', 'mixed', 'public', 'hospital', 'hotel'].includes(b.use),
  )
  const takeNear = (p: P): Ring => {
    const free = outside.filter((b) => !used.has(b.ring))
    const best = free.reduce((a, b) => (dist(centroidOf(a.ring), p) <= dist(centroidOf(b.ring), p) ? a : b))
    used.add(best.ring)
    return best.ring
  }
  for (const [facilityClass, name, superblock, s, t, values] of STREET_SERVICES) {
    const ring = takeNear(patch(superblock, s, t))
    add({
      class: facilityClass,
      name,
      at: centroidOf(ring),
      isArea: false,
      access: 'public',
      storey: 1,
      step_free: random.chance(0.75),
      ...values,
    })
  }
  const rows = outside.filter((b) => b.use === 'commercial' || b.use === 'mixed')
  for (const [facilityClass, count, names, [low, high]] of SPREAD) {
    // evenly over the quarter: each next one keeps away from those of its class
    const placed: P[] = []
    for (let k = 0; k < count; k++) {
      const choices = Array.from({ length: 6 }, () => random.pick(rows)).filter((b) => !used.has(b.ring))
      const gap = (ring: Ring): number => Math.min(2000, ...placed.map((q) => dist(q, centroidOf(ring))))
      const best = choices.reduce<Ring | null>(
        (a, b) => (a === null || gap(b.ring) > gap(a) ? b.ring : a),
        null,
      )
      if (!best) continue
      used.add(best)
      placed.push(centroidOf(best))
      const floor = Math.round(random.between(low, high) / 5) * 5
      add({
        class: facilityClass,
        name: random.pick(names),
        at: centroidOf(best),
        isArea: false,
        access: 'public',
        floor_area_m2: floor,
        storey: 1,
        ...(facilityClass === 'TOILET' ? { step_free: random.chance(0.6) } : {}),
      })
    }
  }

  // stops and stations on the sidewalks of the arterials
  const sidewalks = city.streets.filter(
    (d) => d.kind === 'footway' && d.sidewalk === 'yes' && !d.level && lengthOf(d.line) > 220,
  )
  const stops: P[] = []
  for (const d of sidewalks) {
    const { p, direction } = pointAt(d.line, lengthOf(d.line) * random.between(0.35, 0.65))
    if (!isCore(p) || stops.some((q) => dist(p, q) < 330)) continue
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

/** Where a plot is entered: the middle of the side nearest to a street people walk on. */
export function doorOf(parcel: Pick<Parcel, 'ring'>, streets: readonly StreetDraft[]): P {
  let best = { p: parcel.ring[0], d: Infinity }
  parcel.ring.forEach((a, i) => {
    const b = parcel.ring[(i + 1) % parcel.ring.length]
    if (dist(a, b) < 30) return
    const middle: P = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    for (const d of streets) {
      if (d.level || d.foot === 'no' || d.community || d.crossing) continue
      // quiet streets before arterials
      const on = nearestOn(middle, d.line)
      const weight = on.d + (d.kind === 'footway' || d.kind === 'pedestrian' ? 8 : 0)
      if (weight < best.d) best = { p: middle, d: weight }
    }
  })
  return best.p
}

/** The door of a house inside a community: on the side of the nearest inner street. */
function doorOnto(ring: Ring, streets: readonly StreetDraft[], community: string): P {
  const c = centroidOf(ring)
  const inner = streets.filter((d) => d.community === community).map((d) => nearestOn(c, d.line))
  const to = inner.reduce((a, b) => (a.d <= b.d ? a : b)).p
  const on = nearestOn(to, [...ring, ring[0]]).p
  return on
}
