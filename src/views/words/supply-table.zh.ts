/** 供给与停车表的用语；随该表一起载入。 */
export const supplyTableZh = {
  label: '供给与停车，逐小区',
  subject: '看什么',
  community: '小区',
  subdistrict: '街道',
  parking: {
    households: '户数（户）',
    demand: '需求（个）',
    own: '小区内（个）',
    residents: '居民停车场 150\u00a0m（个）',
    shared: '共享停车场 300\u00a0m（个）',
    uncounted: '泊位未知（处）',
    shortage: '缺口（个）',
    shortageMost: '缺口，至多（个）',
  },
  supply: {
    perHead: '人均供给',
    enough: '足够（%）',
    unknown: '未知（%）',
    within: '限内人均',
    second: '限内第二近',
    metres: '步行（m）',
    minutes: '步行（分钟）',
    two: '限内两处以上（%）',
  },
  each: (per: string) => `／每 ${per} 人`,
  bounded: { atLeast: (value: string) => `≥ ${value}`, upTo: (value: string) => `≤ ${value}` },
  noNorm: '规则集没有这一类的供给指标，只列限内第二近的设施。',
  sameFilter: '小区与「矩阵」同一筛选。',
  sum: (bays: string, short: string, shown: string, isAtMost: boolean) =>
    `所列 ${shown} 个小区中${isAtMost ? '至多' : ''} ${short} 个缺泊位，${isAtMost ? '至多' : ''}共缺 ${bays} 个`,
  unknownRows: (count: string) => `${count} 个小区户数或泊位未知，不计入`,
  notAsked: '尚未计算供给',
  notAskedHint: '按路网步行分配每处设施的规模与泊位，大范围数据需要几秒。',
  fileName: '供给与停车',
}

export type SupplyTableWords = typeof supplyTableZh
