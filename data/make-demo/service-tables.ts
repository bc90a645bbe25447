import type { FacilityDraft } from './services'

/** Facilities that a story of the demo tells of keep a name of their own. */
export const NAMED_IDS: Readonly<Record<string, string>> = {
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

export const INSIDE_SERVICES: readonly InsideService[] = [
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

/** Courts the survey measured; they are smaller than the standard asks. The others are of unknown size. */
export const MEASURED_COURTS: ReadonlySet<string> = new Set(['ct-zhugan', 'ct-anhe'])

/** Services in buildings along the streets: class, name, superblock and place in it, values. */
type StreetService = readonly [
  facilityClass: string,
  name: string,
  superblock: string,
  s: number,
  t: number,
  values?: Partial<Omit<FacilityDraft, 'id' | 'class' | 'name' | 'at' | 'isArea'>>,
]

export const STREET_SERVICES: readonly StreetService[] = [
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
    0.96,
    0.58,
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
  ['COMM_CENTRE', '望湖街道社区服务中心', 'E4', 0.56, 0.9, { floor_area_m2: 900 }],
  ['CULT_CENTRE', '望湖文化中心', 'E3', 0.2, 0.92, { floor_area_m2: 3200, capacity: 480 }],
  ['SPORT_CENTRE', '杏林全民健身中心', 'B2', 0.12, 0.75, { floor_area_m2: 2600, capacity: 500 }],
  ['CULT_STATION', '铁路里文化站', 'B4', 0.3, 0.37, { floor_area_m2: 260, capacity: 80 }],
  ['CULT_STATION', '藕花文化站', 'E4', 0.47, 0.65, { floor_area_m2: 300, capacity: 90 }],
  ['CULT_STATION', '渡口文化站', 'D3', 0.5, 0.1, { floor_area_m2: 280, capacity: 80 }],
  ['HEALTH_STATION', '渡口社区卫生服务站', 'D3', 0.62, 0.08, { floor_area_m2: 130 }],
  ['HEALTH_STATION', '澜北社区卫生服务站', 'A1', 0.5, 0.2, { floor_area_m2: 150 }],
  ['MARKET', '澜北生鲜超市', 'A1', 0.5, 0.4, { floor_area_m2: 760 }],
  ['MARKET', '东环生鲜超市', 'B4', 0.6, 0.1, { floor_area_m2: 900 }],
  ['COMM_CENTRE', '杏林街道社区服务中心', 'D1', 0.84, 0.8, { floor_area_m2: 1400 }],
  ['CULT_CENTRE', '杏林文化中心', 'D1', 0.92, 0.85, { floor_area_m2: 3600, capacity: 600 }],
  ['POST', '杏林邮政支局', 'B2', 0.2, 0.9, { floor_area_m2: 240 }],
  ['POST', '望湖邮政所', 'C3', 0.05, 0.95, { floor_area_m2: 160 }],
  ['MARKET', '粮桥生鲜超市', 'A2', 0.87, 0.4, { floor_area_m2: 860 }],
  ['MARKET', '稻市生鲜超市', 'C2', 0.66, 0.85, { floor_area_m2: 780 }],
  ['MARKET', '盐埠生鲜超市', 'C4', 0.33, 0.48, { floor_area_m2: 820 }],
  ['MARKET', '藕花生鲜市场', 'E4', 0.47, 0.88, { floor_area_m2: 900 }],
]

/** Open grounds in parks and on squares: class, name, plot, size. */
export const GROUNDS: readonly (readonly [
  facilityClass: string,
  name: string,
  plot: string,
  size: readonly [number, number],
])[] = [
  ['SPORT_M', '望湖桥绿地球场', '望湖桥绿地', [52, 30]],
  ['SPORT_S', '望湖桥绿地篮球场', '望湖桥绿地', [32, 26]],
  ['FIT_OUTDOOR', '望湖桥绿地健身场', '望湖桥绿地', [24, 16]],
  ['SPORT_M', '菱湖公园球场', '菱湖公园', [50, 30]],
  ['FIT_OUTDOOR', '菱湖公园健身苑', '菱湖公园', [28, 20]],
  ['PLAY_ELDER', '菱湖公园儿童乐园', '菱湖公园', [30, 22]],
  ['SPORT_M', '澜北绿地球场', '澜北绿地', [50, 28]],
  ['FIT_OUTDOOR', '慧灯广场健身点', '慧灯古庙', [24, 18]],
  ['PLAY_ELDER', '慧灯广场老幼园', '慧灯古庙', [26, 18]],
  ['FIT_OUTDOOR', '综合服务中心健身角', '杏林街道综合服务中心', [24, 14]],
  ['SPORT_S', '高架绿地篮球场', '高架绿地', [32, 25]],
]

/** Everyday services in the shop rows: one near each gate, kept `apart` metres from the next of its class. */
export const SPREAD: readonly {
  readonly facilityClass: string
  readonly apart: number
  /** how far from a gate to look for a shop */
  readonly reach: number
  readonly names: readonly string[]
  readonly floor: readonly [number, number]
}[] = [
  {
    facilityClass: 'RETAIL',
    apart: 165,
    reach: 260,
    names: ['惠家超市', '百姓大药房', '洁霸洗衣', '剪艺美发', '万家日用'],
    floor: [80, 420],
  },
  {
    facilityClass: 'STORE',
    apart: 145,
    reach: 200,
    names: ['邻里便利店', '好又近便利', '小区菜店', '晨光杂货'],
    floor: [45, 110],
  },
  { facilityClass: 'PARCEL', apart: 180, reach: 200, names: ['快递驿站'], floor: [30, 80] },
  {
    facilityClass: 'DINING',
    apart: 280,
    reach: 280,
    names: ['片儿川面馆', '老灶家常菜', '运河小馆', '杏林馄饨'],
    floor: [90, 360],
  },
  {
    facilityClass: 'BANK',
    apart: 500,
    reach: 320,
    names: ['商业银行支行', '农商行网点', '邮储网点'],
    floor: [180, 420],
  },
  { facilityClass: 'TOILET', apart: 330, reach: 300, names: ['公共厕所'], floor: [40, 80] },
  { facilityClass: 'CAR_PARK', apart: 340, reach: 260, names: ['临街停车场'], floor: [600, 2400] },
  { facilityClass: 'BIKE_PARK', apart: 330, reach: 240, names: ['非机动车停放点'], floor: [40, 160] },
]
