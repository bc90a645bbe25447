import type { Change } from '../../model/correction'
import type { Finding, FindingKind } from '../../model/finding'
import type { Issue } from '../../model/issue'
import { barrierWords } from './issues.zh'

type Facts = NonNullable<Issue['facts']>

/** `；绕行 73 m`, or that there is no way around. */
function sayDetour(facts: Facts): string {
  return facts['detour_m'] === undefined ? '，300 m 以内绕不过去' : `，目前需绕行 ${facts['detour_m']} m`
}

/** What the network doctor found, without the names, which stand above it. */
export const findingsZh: Readonly<Record<FindingKind, (facts: Facts) => string>> = {
  'layer-shifted': (f) =>
    `图层中 ${f['records']} 处位置整体偏移约 ${f['shift_m']} m，很可能是 ${f['crs'] === 'bd09' ? 'BD-09（百度）' : 'GCJ-02（高德、腾讯）'}坐标被当作 WGS84：到最近道路的中位距离为 ${f['before_m']} m，纠偏后为 ${f['after_m']} m。`,
  island: (f) =>
    `共 ${f['street_m']} m 道路与路网其余部分不相连${f['edge_of_data'] === 1 ? '（在数据边界处被截断）' : ''}，其上${f['people'] === undefined ? '人口未知' : `有 ${f['people']} 人`}、${f['facilities']} 处设施。`,
  'near-miss': (f) => `道路端点差 ${f['gap_m']} m 没有接上${sayDetour(f)}。`,
  'missed-crossing': (f) => `两条道路同层相交却没有公共节点，走到这里转不过去${sayDetour(f)}。`,
  'duplicate-street': (f) => `${f['length_m']} m 道路画了两遍，最大相距 ${f['apart_m']} m。`,
  'zero-length-street': () => '道路长度为零，起不到连接作用。',
  'community-not-connected': (f) =>
    `小区没有连入步行网络，各类结果为未知${f['people'] === undefined ? '' : `，涉及 ${f['people']} 人`}。`,
  'facility-not-connected': (f) =>
    `设施没有连入步行网络，不计入服务。${f['distance_m'] === undefined ? '500 m 以内没有道路。' : f['barrier'] === undefined ? `最近道路在 ${f['distance_m']} m 外。` : `最近道路相距 ${f['distance_m']} m，中间隔着${barrierWords[String(f['barrier'])] ?? '屏障'}。`}`,
  'gate-not-connected': () => '出入口外侧 60 m 以内没有道路。',
  'suspicious-snap': (f) =>
    f['buildings'] !== undefined
      ? `${f['buildings']} 栋住宅离路网较远（最远 ${f['distance_m']} m）或接在桥隧上${f['people'] === undefined ? '' : `，涉及 ${f['people']} 人`}。`
      : f['reason'] === 'bridge'
        ? '设施接在桥上，从地面走不到。'
        : f['reason'] === 'tunnel'
          ? '设施接在隧道里，从地面走不到。'
          : f['reason'] === 'barrier'
            ? `最近道路相距 ${f['nearest_m']} m，但隔着${barrierWords[String(f['barrier'])] ?? '屏障'}；改从 ${f['distance_m']} m 外进入。`
            : `设施距最近道路 ${f['distance_m']} m。`,
  'no-gates': (f) => `封闭小区没有出入口记录；边界上有 ${f['crossings']} 条道路穿过，暂都按居民出入口计算。`,
  'gate-off-edge': (f) =>
    `出入口在小区边界${f['side'] === 'inside' ? '以内' : '以外'} ${f['distance_m']} m，无法判定边界上谁可通行。`,
}

/** Words of the network doctor. */
export const doctorZh = {
  title: '路网体检',
  count: (count: string) => `${count} 处`,
  checking: '正在体检…',
  none: '路网没有发现问题',
  noneHint: '道路相连，小区、设施和出入口都接得上。',
  severity: { error: '影响结果', warning: '请核查', info: '提示' } satisfies Record<
    Finding['severity'],
    string
  >,
  onlyErrors: '仅影响结果',
  repair: '修复',
  ignore: '忽略',
  ignoreHint: '核实无误，不再提示；可在「数据修正」中撤销',
  ignored: (count: string) => `已忽略 ${count} 处`,
  repairs: '修复办法',
  noRepair: '没有可自动给出的修复办法，请核实后在原图层中改正。',
  proposal: '建议，请核实',
  effect: '对覆盖人口的影响',
  effectNone: '各类设施的覆盖人口不变',
  effectUnknown: (count: string) => `另有 ${count} 类的「未知」与「未覆盖」之间有变动`,
  effectComputing: '正在计算影响…',
  effectPeople: (before: string, after: string) => `${before} → ${after}`,
  effectCommunities: (before: string, after: string) => `${before} → ${after} 个小区`,
  effectBasis: (profile: string, basis: string, hour: string, pack: string) =>
    `${profile} · ${basis} · ${hour} · ${pack}`,
  enterHere: '以所选点为入口',
  enterHint: '在地图上按住 Shift 点击选一个点，可将该点设为此设施的入口。',
  showOnMap: '在地图上查看',
  corrections: '数据修正',
  correctionsHint: '修正保存在项目文件中，计算和导出均已采用；调查图层本身不变。',
  noCorrections: '还没有数据修正',
  undo: '撤销',
  stale: '未采用',
  kind: {
    'layer-shifted': '图层整体偏移',
    island: '孤立路段',
    'near-miss': '端点未接上',
    'missed-crossing': '相交处缺节点',
    'duplicate-street': '重复道路',
    'zero-length-street': '零长度道路',
    'community-not-connected': '小区未连入路网',
    'facility-not-connected': '设施未连入路网',
    'gate-not-connected': '出入口未连入路网',
    'suspicious-snap': '接入位置可疑',
    'no-gates': '封闭小区无出入口',
    'gate-off-edge': '出入口偏离边界',
  } satisfies Record<FindingKind, string>,
  street: '道路',
  change: {
    'add-link': (f: Facts) =>
      f['length_m'] === 0 ? '在端点处接上' : `补一段 ${f['length_m'] ?? '?'} m 的通道`,
    'share-node': () => '在相交处加公共节点',
    'drop-street': () => '去掉重复的一条',
    'enter-facility': () => '在此处设入口',
    'add-gates': (f: Facts) =>
      Number(f['gates']) > 1
        ? `将 ${f['gates']} 处道路穿越点都记为居民出入口`
        : `仅${f['street'] === undefined || f['street'] === '' ? '此处' : `「${f['street']}」处`}记为居民出入口`,
    'move-gate': (f: Facts) =>
      f['length_m'] === undefined ? '移动出入口' : `将出入口移动 ${f['length_m']} m 到边界`,
    'shift-layer': () => '将整个图层纠偏到 WGS84',
    // 说法见 tables.mode.correction
    'set-mode': () => '改造模式',
    'set-gated': () => '登记是否封闭小区',
    'add-space': () => '新增候选空间',
    'set-space': () => '更正候选空间',
    'place-space': () => '候选空间落位',
    'drop-space': () => '去掉候选空间',
    ignore: () => '忽略',
  } satisfies Record<Change['kind'], (facts: Facts) => string>,
}

export type DoctorWords = typeof doctorZh
