import type { LinkKind } from '../model/links'
import type { Locale } from '../store/state'

interface MapWords {
  readonly map: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly north: string
  readonly fictional: string
  readonly dragPoint: string
  readonly dragFacility: string
  /** what a press would open; the community beyond */
  readonly sharedWall: (name: string) => string
  /** of a community that is not, or not known to be, gated */
  readonly noWall: { readonly open: string; readonly unknown: string }
  readonly noWebGl: string
  readonly divider: string
  /** the project without any scenario */
  readonly asIs: string
  readonly gate: Readonly<Record<'public' | 'residents' | 'closed' | 'unknown', string>>
  readonly space: Readonly<
    Record<'vacant_land' | 'waste_land' | 'idle_room' | 'underground' | 'public_stock', string>
  >
  /** what a ring or a hexagon says under the pointer */
  readonly tip: {
    readonly gap: (name: string) => string
    readonly gapPeople: (count: string) => string
    readonly gapPeopleLeast: (count: string) => string
    readonly peopleUnknown: string
    readonly gathered: (count: string) => string
    readonly link: Readonly<Record<LinkKind, string>>
    readonly use: Readonly<Record<'space' | 'shared', (name: string) => string>>
    readonly savesCommunities: (minutes: string) => string
    readonly saves: (minutes: string) => string
    readonly serves: (people: string) => string
    readonly servesCommunities: (communities: string) => string
    readonly unknown: string
    readonly none: string
    readonly walk: (walk: string) => string
    readonly missing: (count: string) => string
    readonly minutes: string
    readonly nobody: string
    readonly people: (count: string) => string
    readonly beyond: Readonly<Record<'walks' | 'classes', (count: string) => string>>
    readonly peopleOfUnknown: (count: string) => string
  }
}

/** The few words the map itself says. */
export const MAP_WORDS: Readonly<Record<Locale, MapWords>> = {
  zh: {
    map: '地图',
    zoomIn: '放大',
    zoomOut: '缩小',
    north: '正北朝上',
    fictional: '虚构示例',
    dragPoint: '拖动以移动起点',
    dragFacility: '按住拖动以移动设施',
    sharedWall: (name) => `与「${name}」共用的围墙：两侧一起打通；中间有街巷时只开这一侧`,
    noWall: {
      open: '该小区不是封闭小区，没有围墙可开',
      unknown: '未登记是否为封闭小区，按不封闭计算，没有围墙可开；点选小区，在「基本情况」中登记',
    },
    noWebGl: '此浏览器无法绘制地图(需要 WebGL2)。数据与表格仍可使用。',
    divider: '拖动分隔线（或用左右方向键）比较两侧',
    asIs: '现状',
    gate: {
      public: '大门：公众可通行',
      residents: '大门：仅居民通行',
      closed: '大门：关闭',
      unknown: '大门：通行情况未调查',
    },
    space: {
      vacant_land: '空地',
      waste_land: '荒地',
      idle_room: '闲置用房',
      underground: '地下空间',
      public_stock: '存量公房',
    },
    tip: {
      link: {
        gate: '开放关闭的大门',
        through: '开放穿行',
        wall: '围墙开口',
        shared: '打通共用围墙',
        path: '步行连接',
      },
      use: { space: (name) => `改作${name}`, shared: (name) => `${name}向邻里开放` },
      saves: (minutes) => `少走 ${minutes} 人·分钟`,
      savesCommunities: (minutes) => `少走 ${minutes} 小区·分钟`,
      serves: (people) => `单独新覆盖 ${people} 人次`,
      servesCommunities: (communities) => `单独新覆盖 ${communities} 小区·类`,
      gap: (name) => `缺口：${name}`,
      gapPeople: (count) => `未覆盖 ${count} 人`,
      gapPeopleLeast: (count) => `未覆盖至少 ${count} 人`,
      peopleUnknown: '人数未知',
      gathered: (count) => `此处合并 ${count} 处缺口，点按查看最严重的一处`,
      unknown: '未知：未调查或触及数据边界',
      none: '搜索范围内无设施',
      walk: (walk) => `中位步行 ${walk}`,
      missing: (count) => `中位缺 ${count} 类`,
      minutes: '分钟',
      nobody: '无人口数据，取街道沿线中位',
      people: (count) => `居民 ${count} 人`,
      beyond: {
        walks: (count) => `超出限值 ${count} 人`,
        classes: (count) => `有缺失 ${count} 人`,
      },
      peopleOfUnknown: (count) => `未知 ${count} 人`,
    },
  },
  en: {
    map: 'Map',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    north: 'North up',
    fictional: 'Fictional example',
    dragPoint: 'Drag to move the starting point',
    dragFacility: 'Drag to move the facility',
    sharedWall: (name) =>
      `The wall shared with ${name}: both sides are opened together, unless a street runs between`,
    noWall: {
      open: 'This community is not gated: it has no wall to open',
      unknown:
        'Not known to be gated, so it counts as open: there is no wall to open. Select it and say so under Facts',
    },
    noWebGl: 'This browser cannot draw the map (WebGL2 is needed). Data and tables still work.',
    divider: 'Drag the divider (or use the arrow keys) to compare both sides',
    asIs: 'As it is',
    gate: {
      public: 'Gate: open to the public',
      residents: 'Gate: residents only',
      closed: 'Gate: closed',
      unknown: 'Gate: access not surveyed',
    },
    space: {
      vacant_land: 'Vacant plot',
      waste_land: 'Waste land',
      idle_room: 'Idle room',
      underground: 'Underground space',
      public_stock: 'Public stock',
    },
    tip: {
      link: {
        gate: 'Open a closed gate',
        through: 'Open a way through',
        wall: 'Open the wall',
        shared: 'Open a shared wall',
        path: 'Short path',
      },
      use: { space: (name) => `To be: ${name}`, shared: (name) => `${name}, opened to neighbors` },
      saves: (minutes) => `saves ${minutes} person-minutes`,
      savesCommunities: (minutes) => `saves ${minutes} community-minutes`,
      serves: (people) => `serves ${people} person-classes by itself`,
      servesCommunities: (communities) => `serves ${communities} community-classes by itself`,
      gap: (name) => `Gap: ${name}`,
      gapPeople: (count) => `${count} people not served`,
      gapPeopleLeast: (count) => `at least ${count} people not served`,
      peopleUnknown: 'Number of people unknown',
      gathered: (count) => `${count} gaps gathered here; click for the gravest`,
      unknown: 'Unknown: not surveyed, or edge of the data',
      none: 'No facility within the lookout',
      walk: (walk) => `Median walk ${walk}`,
      missing: (count) => `Median: ${count} classes missing`,
      minutes: 'min',
      nobody: 'No people known: median along the streets',
      people: (count) => `${count} people`,
      beyond: {
        walks: (count) => `${count} beyond the limits`,
        classes: (count) => `${count} missing some`,
      },
      peopleOfUnknown: (count) => `${count} unknown`,
    },
  },
}
