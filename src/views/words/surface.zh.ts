import type { MapForm } from '../../store/state'

/** Words of the heat surface and the hexagons. */
export const surfaceZh = {
  form: '着色方式',
  forms: { communities: '小区', cells: '热力面', hexagons: '六边形' } satisfies Record<MapForm, string>,
  hints: {
    communities: '以小区为单位，取中位居民',
    cells: '街道旁 40 m 内每一处，不限于有人居住之处；墙与水面隔断',
    hexagons: 'H3 六边形，按居民加权取中位；无人口数据处取街道沿线中位',
  } satisfies Record<MapForm, string>,
  pending: '正在计算分布…',
  walks: (name: string) => `至最近${name}的步行`,
  missing: '未覆盖的应配类别数',
  upTo: (value: string) => `≤ ${value}`,
  over: (value: string) => `> ${value} 或搜索范围内无设施`,
  none: '无缺失',
  steps: (from: string, to: string) => `${from}–${to} 类`,
  more: (from: string) => `${from} 类以上`,
  unknown: '未知：未调查或触及数据边界',
  basis: (basis: string, profile: string, hour: string) => `${basis} · ${profile} · ${hour}`,
  by: { time: '按时间', distance: '按距离' },
  unsurveyed: (count: string) => `${count} 类应配设施未调查，不计`,
  resolution: (level: string) => `H3 ${level} 级`,
}

export type SurfaceWords = typeof surfaceZh
