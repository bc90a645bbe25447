import type { VariantId } from '../../model/sensitivity'

/** Words of how far the people served depend on what was assumed. */
export const sensitivityZh = {
  title: '敏感性',
  hint: '覆盖人口随步行速度、等候和接入距离的取值变化多少',
  noPeople: '居住人口未知，无法计算',
  measuring: '正在计算…',
  variedTime: (speed: string, snap: string) =>
    `括号内：步行速度 ±${speed}、计或不计等候、接入路网距离 ${snap} 各种取值下，覆盖人口的最少与最多`,
  variedDistance: (snap: string) =>
    `括号内：接入路网距离 ${snap} 各种取值下，覆盖人口的最少与最多。按标准距离判定，步行速度与等候不影响结果`,
  served: (people: string) => `覆盖 ${people}`,
  range: (least: string, most: string) => `（${least}–${most}）`,
  same: '（不变）',
  least: (by: string) => `最少：${by}`,
  most: (by: string) => `最多：${by}`,
  flipping: (people: string, share: string) => `结论会变的居民：${people}，${share}`,
  by: {
    judged: '按现取值',
    slower: '步行较慢',
    faster: '步行较快',
    'no-delays': '不计等候',
    'snap-near': '接入距离较短',
    'snap-far': '接入距离较长',
    'least-favorable': '各项均取不利值',
    'most-favorable': '各项均取有利值',
  } satisfies Record<VariantId, string>,
}

export type SensitivityWords = typeof sensitivityZh
