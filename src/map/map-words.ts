import type { Locale } from '../store/state'

interface MapWords {
  readonly map: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly north: string
  readonly fictional: string
  readonly dragPoint: string
  readonly noWebGl: string
  readonly gate: Readonly<Record<'public' | 'residents' | 'closed' | 'unknown', string>>
  readonly space: Readonly<
    Record<'vacant_land' | 'waste_land' | 'idle_room' | 'underground' | 'public_stock', string>
  >
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
    noWebGl: '此浏览器无法绘制地图(需要 WebGL2)。数据与表格仍可使用。',
    gate: {
      public: '大门:公众可通行',
      residents: '大门:仅居民通行',
      closed: '大门:关闭',
      unknown: '大门:通行情况未调查',
    },
    space: {
      vacant_land: '空地',
      waste_land: '荒地',
      idle_room: '闲置用房',
      underground: '地下空间',
      public_stock: '存量公房',
    },
  },
  en: {
    map: 'Map',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    north: 'North up',
    fictional: 'Fictional example',
    dragPoint: 'Drag to move the starting point',
    noWebGl: 'This browser cannot draw the map (WebGL2 is needed). Data and tables still work.',
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
  },
}
