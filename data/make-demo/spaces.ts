import type { Space } from '../../src/model/layers'
import type { City } from './city'
import { type P, type Ring, centroidOf, insetRing, ringArea } from './plane'
import type { Random } from './random'

/** A candidate space in metres, before it becomes a record. */
export type SpaceDraft = Omit<Space, 'geometry' | 'area_m2'> & {
  readonly at: P | Ring
  readonly isArea: boolean
  readonly area_m2?: number
}

type Values = Partial<Omit<Space, 'geometry' | 'id' | 'kind' | 'name' | 'community'>>

const ROOMS: readonly (readonly [inside: string, kind: 'idle_room' | 'public_stock', values: Values])[] = [
  [
    'boiler',
    'idle_room',
    {
      clear_height_m: 6.2,
      own_entrance: true,
      ownership: 'owners',
      sun_hours: 3.5,
      fire_grade: 2,
      flue: true,
      outdoor_m2: 180,
      in_housing: false,
      heritage: false,
      current_use: '停用锅炉房,2009 年起闲置',
    },
  ],
  [
    'idle-caixing',
    'idle_room',
    {
      clear_height_m: 4.1,
      own_entrance: true,
      ownership: 'owners',
      sun_hours: 2.5,
      fire_grade: 2,
      flue: false,
      outdoor_m2: 40,
      in_housing: false,
      current_use: '停用水泵房',
    },
  ],
  [
    'idle-liuan',
    'idle_room',
    {
      clear_height_m: 3.8,
      own_entrance: true,
      ownership: 'government',
      sun_hours: 3,
      fire_grade: 3,
      flue: true,
      outdoor_m2: 35,
      in_housing: false,
      current_use: '旧煤球店,堆杂物',
      available_until: '2032-12-31',
    },
  ],
  [
    'idle-liangqiao',
    'public_stock',
    {
      clear_height_m: 4.8,
      own_entrance: true,
      ownership: 'state_enterprise',
      sun_hours: 4,
      fire_grade: 2,
      flue: true,
      outdoor_m2: 120,
      in_housing: false,
      current_use: '旧粮站,出租给家具店',
      available_until: '2028-06-30',
    },
  ],
  [
    'idle-daokou',
    'idle_room',
    {
      clear_height_m: 4.4,
      own_entrance: true,
      ownership: 'government',
      sun_hours: 3,
      fire_grade: 2,
      flue: true,
      outdoor_m2: 60,
      in_housing: false,
      current_use: '停业浴室',
    },
  ],
  [
    'canteen-jichuang',
    'public_stock',
    {
      clear_height_m: 5.5,
      own_entrance: true,
      ownership: 'state_enterprise',
      sun_hours: 4.5,
      fire_grade: 2,
      flue: true,
      outdoor_m2: 260,
      in_housing: false,
      current_use: '旧职工食堂,空置',
    },
  ],
  [
    'hall-yingzao',
    'public_stock',
    {
      clear_height_m: 7.5,
      own_entrance: true,
      ownership: 'state_enterprise',
      sun_hours: 3.5,
      fire_grade: 3,
      flue: false,
      outdoor_m2: 150,
      in_housing: false,
      current_use: '旧礼堂,临时仓库',
      available_until: '2030-12-31',
    },
  ],
  [
    'office-sizhi',
    'public_stock',
    {
      clear_height_m: 3.4,
      own_entrance: true,
      ownership: 'state_enterprise',
      sun_hours: 4,
      fire_grade: 2,
      flue: false,
      lift: false,
      outdoor_m2: 80,
      in_housing: false,
      current_use: '旧办公楼,一层空置',
    },
  ],
  [
    'sh-yunhe-1',
    'idle_room',
    {
      clear_height_m: 2.8,
      own_entrance: true,
      ownership: 'owners',
      sun_hours: 2,
      fire_grade: 3,
      flue: false,
      outdoor_m2: 20,
      in_housing: false,
      current_use: '自行车棚,半空',
    },
  ],
  [
    'sh-xinglin-2',
    'idle_room',
    {
      clear_height_m: 2.9,
      own_entrance: true,
      ownership: 'owners',
      sun_hours: 1.5,
      fire_grade: 3,
      flue: false,
      in_housing: false,
      current_use: '自行车棚',
    },
  ],
  [
    'sh-shuiche',
    'idle_room',
    {
      clear_height_m: 2.7,
      own_entrance: true,
      ownership: 'owners',
      sun_hours: 2.5,
      fire_grade: 4,
      flue: false,
      in_housing: false,
      current_use: '自行车棚,屋面破损',
    },
  ],
  [
    'sh-huaiyin-1',
    'idle_room',
    {
      clear_height_m: 2.8,
      own_entrance: true,
      ownership: 'owners',
      fire_grade: 3,
      flue: false,
      in_housing: false,
      current_use: '自行车棚',
    },
  ],
  [
    'sh-taying-1',
    'idle_room',
    {
      clear_height_m: 2.8,
      own_entrance: true,
      ownership: 'owners',
      sun_hours: 3,
      flue: false,
      outdoor_m2: 30,
      in_housing: false,
      current_use: '自行车棚',
    },
  ],
  [
    'sh-qinghe-3',
    'idle_room',
    {
      clear_height_m: 2.8,
      own_entrance: true,
      ownership: 'owners',
      sun_hours: 2,
      fire_grade: 3,
      flue: false,
      in_housing: false,
      current_use: '自行车棚',
    },
  ],
  [
    'sh-zhugan',
    'idle_room',
    {
      clear_height_m: 2.9,
      own_entrance: true,
      ownership: 'owners',
      sun_hours: 3,
      fire_grade: 2,
      flue: false,
      in_housing: false,
      current_use: '自行车棚',
    },
  ],
  [
    'sh-qianzhang-1',
    'idle_room',
    {
      clear_height_m: 2.8,
      own_entrance: true,
      ownership: 'owners',
      fire_grade: 3,
      flue: false,
      in_housing: false,
      current_use: '自行车棚',
    },
  ],
]

const WASTE = /荒地|边角|护坡|堆场/

const BASEMENTS: readonly (readonly [
  id: string,
  community: string,
  name: string,
  area: number,
  values: Values,
])[] = [
  [
    'u-chating',
    'c-chating-3',
    '茶亭三区人防地下室',
    640,
    {
      clear_height_m: 3.1,
      own_entrance: true,
      ownership: 'civil_defense',
      sun_hours: 0,
      fire_grade: 1,
      flue: false,
      lift: false,
      outdoor_m2: 90,
      in_housing: true,
      current_use: '空置',
      note: '居民提议改作托育点(2025 年议事会)。地下空间不得设托育,待另选',
    },
  ],
  [
    'u-yunlan',
    'c-yunlan',
    '云澜府地下一层会所',
    820,
    {
      clear_height_m: 3.6,
      own_entrance: true,
      ownership: 'private',
      sun_hours: 0,
      fire_grade: 1,
      flue: true,
      lift: true,
      in_housing: true,
      current_use: '停业会所',
      available_until: '2029-12-31',
    },
  ],
  [
    'u-lanting',
    'c-lanting',
    '澜庭雅苑地下车库预留区',
    560,
    {
      clear_height_m: 3.2,
      own_entrance: false,
      ownership: 'private',
      sun_hours: 0,
      fire_grade: 1,
      lift: true,
      in_housing: true,
      current_use: '空置',
    },
  ],
  [
    'u-gongyue',
    'c-gongyue',
    '拱月华庭地下室',
    480,
    {
      clear_height_m: 2.9,
      own_entrance: true,
      ownership: 'owners',
      sun_hours: 0,
      fire_grade: 1,
      lift: true,
      in_housing: true,
      current_use: '杂物',
    },
  ],
  [
    'u-yanbu',
    'c-yanbu-1',
    '盐埠一区人防地下室',
    700,
    {
      clear_height_m: 3,
      own_entrance: true,
      ownership: 'civil_defense',
      sun_hours: 0,
      fire_grade: 1,
      in_housing: true,
      current_use: '出租仓储',
      available_until: '2027-09-30',
    },
  ],
  [
    'u-hubin',
    'c-hubin',
    '湖滨里半地下自行车库',
    310,
    {
      clear_height_m: 2.4,
      own_entrance: true,
      ownership: 'owners',
      sun_hours: 0,
      fire_grade: 2,
      in_housing: true,
      current_use: '自行车库,三成使用',
    },
  ],
]

/** Stock on plots of public bodies, and empty plots: by the plot's name. */
const PLOTS: readonly (readonly [
  plot: string,
  id: string,
  kind: Space['kind'],
  name: string,
  inset: number,
  values: Values,
])[] = [
  [
    '船坞地块',
    'p-chuanwu',
    'vacant_land',
    '船坞收储地块',
    12,
    {
      ownership: 'government',
      sun_hours: 5,
      outdoor_m2: 9000,
      in_housing: false,
      current_use: '围挡空地',
      available_until: '2031-12-31',
    },
  ],
  [
    '菱塘储备地块',
    'p-lingtang',
    'vacant_land',
    '菱塘储备地块',
    12,
    { ownership: 'government', sun_hours: 6, in_housing: false, current_use: '储备用地,临时绿化' },
  ],
  [
    '机床厂北地块',
    'p-jichuang',
    'waste_land',
    '机床厂北荒地',
    14,
    { ownership: 'state_enterprise', sun_hours: 5.5, in_housing: false, current_use: '厂区荒地' },
  ],
]

const STOCK: readonly (readonly [building: string, id: string, name: string, values: Values])[] = [
  [
    '稻市旧粮仓',
    'k-daoshi',
    '稻市旧粮仓 1 号仓',
    {
      clear_height_m: 6.5,
      own_entrance: true,
      ownership: 'state_enterprise',
      sun_hours: 4,
      fire_grade: 3,
      flue: false,
      outdoor_m2: 300,
      in_housing: false,
      heritage: true,
      current_use: '民国粮仓,空置',
    },
  ],
  [
    '杏林街道综合服务中心',
    'k-civic',
    '综合服务中心三层空房',
    {
      storey: 3,
      clear_height_m: 3.6,
      own_entrance: false,
      ownership: 'government',
      sun_hours: 5,
      fire_grade: 2,
      lift: true,
      in_housing: false,
      current_use: '空置办公室',
    },
  ],
]

export function placeSpaces(city: City, random: Random): SpaceDraft[] {
  const out: SpaceDraft[] = []
  for (const [id, kind, values] of ROOMS) {
    const inside = city.insides.find((i) => i.id === id)
    if (!inside) throw new Error(`no inside ${id}`)
    out.push({
      id: `sp-${id}`,
      kind,
      name: inside.name,
      community: inside.community,
      at: inside.ring,
      isArea: true,
      storey: 1,
      lift: false,
      heritage: false,
      ...values,
    })
  }
  for (const inside of city.insides) {
    if (inside.what !== 'plot') continue
    const isWaste = WASTE.test(inside.name)
    out.push({
      id: `sp-${inside.id}`,
      kind: isWaste ? 'waste_land' : 'vacant_land',
      name: inside.name,
      community: inside.community,
      at: inside.ring,
      isArea: true,
      ownership:
        inside.community === 'c-yingzao' ? 'state_enterprise' : random.chance(0.75) ? 'owners' : 'government',
      sun_hours: Math.round(random.between(2, 6) * 2) / 2,
      outdoor_m2: Math.round(ringArea(inside.ring)),
      in_housing: false,
      heritage: false,
      current_use: isWaste
        ? random.pick(['杂草', '堆放建筑垃圾', '私自种菜'])
        : random.pick(['临时停车', '拆违后空置', '晾晒场']),
    })
  }
  for (const [id, community, name, area, values] of BASEMENTS) {
    const homes = city.buildings.filter((b) => b.community === community && b.use === 'residential')
    const home = homes[Math.floor(homes.length / 2)]
    if (!home) throw new Error(`no house in ${community}`)
    out.push({
      id: `sp-${id}`,
      kind: 'underground',
      name,
      community,
      at: centroidOf(home.ring),
      isArea: false,
      area_m2: area,
      storey: -1,
      heritage: false,
      ...values,
    })
  }
  for (const [plot, id, kind, name, inset, values] of PLOTS) {
    const parcel = city.parcels.find((q) => q.spec.name === plot)
    const ring = parcel ? insetRing(parcel.ring, inset) : null
    if (!ring || !kind) throw new Error(`no plot ${plot}`)
    out.push({ id: `sp-${id}`, kind, name, at: ring, isArea: true, heritage: false, ...values })
  }
  for (const [building, id, name, values] of STOCK) {
    const house = city.buildings.find((b) => b.name === building)
    if (!house) throw new Error(`no building ${building}`)
    const isWhole = values.storey === undefined
    out.push({
      id: `sp-${id}`,
      kind: 'public_stock',
      name,
      at: isWhole ? house.ring : centroidOf(house.ring),
      isArea: isWhole,
      ...(isWhole ? { storey: 1 } : { area_m2: 620 }),
      heritage: false,
      ...values,
    })
  }
  return out
}
