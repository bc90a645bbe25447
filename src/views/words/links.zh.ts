import type { LinkKind } from '../../model/links'

/** 打通：可开的大门、可穿行的小区、围墙开口和短步行连接。 */
export const linksZh = {
  tab: '打通',
  title: '打通：大门、围墙与步行连接',
  lead: '按应配类别少走的人·分钟排序。',
  leadHint:
    '逐处假设打通后，居民到各应配类别的步行缩短之和（每段最多按限值的 2 倍计）；在当前方案之上逐处计算，不叠加。',
  kinds: '类型',
  kind: {
    gate: '开放关闭的大门',
    through: '开放穿行',
    wall: '围墙开口',
    shared: '打通共用围墙',
    path: '步行连接',
  } satisfies Record<LinkKind, string>,
  kindShort: { gate: '大门', through: '穿行', wall: '围墙', shared: '共墙', path: '连接' } satisfies Record<
    LinkKind,
    string
  >,
  scopeAll: '全部',
  scopeSelected: '仅选中的小区',
  scopeHint: '先在地图或表格中选中一个小区',
  finding: '正在查找并估算…',
  none: '没有能缩短步行的打通点',
  noneHint: '换一种类型，或查看全部范围。',
  noPeople: '资料中没有居住人口，无法排序',
  noPeopleHint: '按人·分钟排序需要小区人口；请在「数据」中补充居住人数。',
  stopped: '查找已停止',
  again: '重新查找',
  count: (count: string) => `${count} 处`,
  saved: (minutes: string) => `少走 ${minutes} 人·分钟`,
  gained: (people: string) => `新覆盖 ${people}`,
  lost: (people: string) => `${people} 失去覆盖`,
  detour: (before: string, after: string) => `绕行 ${before} → ${after}`,
  noWay: '不通',
  detourHint: '两侧之间步行：现状 → 打通后',
  estimated: '估算',
  estimatedHint: '由两侧的步行相加估算；展开后按打通后的路网全部重算。',
  measuring: '实测中…',
  measured: '实测',
  measuredHint: '已按打通后的路网全部重算，与加入方案后的结果一致',
  byClass: '新覆盖的类别',
  add: '加入方案',
  addNew: (name: string) => `新建「${name}」并加入`,
  added: '已加入方案',
  locked: '当前方案已锁定',
  show: '在地图上查看',
  at: (community: string) => community,
  between: (a: string, b: string) => `${a} — ${b}`,
  onStreet: '道路',
  legend: '打通点',
  legendSize: '符号越大，少走的人·分钟越多',
  legendBest: (count: string) => `只画前 ${count} 处`,
  access: { public: '对公众开放', residents: '对本小区居民开放' },
}

export type LinksWords = typeof linksZh
