import type { LegKind, Obstacle, Unknown } from '../../model/explanation'

type UnknownKind = Unknown['kind']

/** What a leg's sentence may say; empty where there is nothing. */
interface LegText {
  readonly name: string
  readonly hasSignals: boolean
  readonly wait: string
  readonly factor: string
}

const leg: Readonly<Record<LegKind, (p: LegText) => string>> = {
  connector: () => '从家门口走到路上',
  inside: (p) => `在${p.name === '' ? '院内' : `${p.name}院内`}走`,
  gate: (p) => `过${p.name === '' ? '出入口' : `「${p.name}」`}`,
  street: (p) => (p.name === '' ? '沿无名道路走' : `沿${p.name}走`),
  crossing: (p) => (p.hasSignals ? '过马路，等红绿灯' : p.wait === '' ? '过马路' : '过没有红绿灯的马路'),
  stairs: (p) => `走台阶${p.factor === '' ? '' : `（用时按平路 ${p.factor} 倍）`}`,
  bridge: (p) => (p.name === '' ? '过桥' : `过${p.name}`),
  underpass: (p) => (p.name === '' ? '过地道' : `过${p.name}`),
  elevator: () => '乘电梯',
  entrance: () => '从路上走到设施门口',
}

/** 「为什么未覆盖」：可以直接念给居民听的句子。数字由界面格式化后传入。 */
export const explainZh = {
  why: '为什么？',
  whyLabel: (name: string) => `${name}：为什么？`,
  title: { unserved: '为什么未覆盖', served: '时间花在哪里', unknown: '为什么未知' },
  computing: '正在沿路计算…',
  close: '收起说明',
  copy: '复制说明',
  copied: '已复制',
  copyFailed: '浏览器不允许复制，请手动选取文字',
  strip: '步行用时，从出门到设施门口',
  stripHint: '每一格宽度按用时；逐段文字见下',
  legs: '一步一步',
  changes: '单项措施',
  changesHint: '每一项都单独重算全部小区；人数为该类设施新增覆盖的总人数',
  noChange: '无单项措施可解决。',
  limitUnverified: (p: { limit: string; status: string }) =>
    `${p.limit} 这一限值来源未完全核实（${p.status}），请规划师核对。`,
  seconds: (count: string) => `${count} 秒`,
  clauseSeparator: '，',
  toNetworkCheck: '到「路网检查」查看',

  point: '这里',
  home: (who: string, home: string) => `${who}（以居中一户「${home}」计）`,
  median: (who: string) => `${who}（以居中一户居民计）`,

  served: (p: { who: string; facility: string; metres: string; minutes: string; limit: string }) =>
    `从${p.who}步行到「${p.facility}」${p.metres}，约 ${p.minutes}，在按本规则集要求的 ${p.limit} 以内，已覆盖。`,
  tooFar: (p: {
    who: string
    of: string
    facility: string
    metres: string
    minutes: string
    limit: string
    missing: string
  }) =>
    `从${p.who}去最近的${p.of}「${p.facility}」要走 ${p.metres}，约 ${p.minutes}，按本规则集应不超过 ${p.limit}，多出 ${p.missing}，所以未覆盖。`,
  noWalk: (p: { who: string; of: string; limit: string }) =>
    `从${p.who}出发，3 km（或 45 分钟）以内走不到任何可用的${p.of}，超过按本规则集要求的 ${p.limit}，所以未覆盖。`,
  /** 未覆盖，但不是因为远 */
  withinButNot: (p: { who: string; facility: string; metres: string; limit: string; reason: string }) =>
    `从${p.who}到「${p.facility}」${p.metres}，在 ${p.limit} 以内，但${p.reason}，所以未覆盖。`,
  refused: (p: { facility: string; metres: string; owner: string }) =>
    `近处有「${p.facility}」（步行 ${p.metres}），但只供${p.owner}居民使用。`,
  unknownOwner: '所属小区',

  crowSame: (p: { metres: string; between: string; ratio: string }) =>
    `直线距离只有 ${p.metres}${p.between}，步行路程是直线的 ${p.ratio} 倍。`,
  crowOther: (p: { facility: string; metres: string; because: string }) =>
    `直线最近的是「${p.facility}」（${p.metres}），但${p.because}。`,
  between: (list: string) => `，中间隔着${list}`,
  crowReserved: (p: { owner: string; walk: string }) => `它只供${p.owner}居民使用${p.walk}`,
  onFoot: (metres: string) => `（走过去 ${metres}）`,
  crowWalk: (p: { between: string; metres: string }) => `${p.between}走过去要 ${p.metres}`,
  crowBetween: (list: string) => `隔着${list}，`,
  crowCutOff: {
    'not-connected': '它没有接上任何道路，走不到（路网资料待修正）',
    'other-part': '它门前的道路与其他道路没有接通，走不到（路网资料待修正）',
    'too-far': '绕过去太远，3 km（或 45 分钟）以内走不到',
  },
  partLength: (metres: string) => `那一片道路总长只有 ${metres}`,
  detour: (p: { gate: string; inside: string; extra: string }) =>
    `出门要先在院内走 ${p.inside} 到${p.gate}，比直接出去多绕 ${p.extra}。`,
  unnamedGate: '出入口',
  closedGate: (p: { wall: string; gate: string }) => `${p.wall}（墙上的「${p.gate}」不开放）`,
  waits: (seconds: string) => `路上等待（红灯、过街、开门等）共约 ${seconds}。`,
  stairs: (metres: string) => `要上下台阶 ${metres}。`,

  unknown: {
    'not-surveyed': (of: string) =>
      `${of}在这里还没有调查，有没有都不知道，所以是「未知」，不算没有。补充调查即可判断。`,
    'layers-incomplete': (p: { who: string; of: string; layers: string; limit: string }) =>
      `从${p.who}按现有资料在 ${p.limit} 内走不到${p.of}；直线距离内有，而${p.layers}没有调查完整，可能有没登记的近路或住宅，所以是「未知」，不算没有。补充调查即可判断。`,
    'not-connected': (p: { who: string; barrier: string; nearest: string }) =>
      `${p.who}没有接上步行路网${p.barrier === '' ? '' : `：最近的道路（${p.nearest}）被${p.barrier}隔开`}，走多远不知道，所以是「未知」。请核对门口的小路和出入口。`,
    'locked-in': (who: string) =>
      `${who}没有任何一个开放的出入口，按现有资料走不出去，所以是「未知」。请核对出入口的开放情况。`,
    'edge-of-data': (p: { who: string; reached: string }) =>
      `从${p.who}走 ${p.reached} 就到了资料的边界，外面可能有设施，所以是「未知」。补充边界外的资料即可判断。`,
  } satisfies Record<UnknownKind | 'locked-in' | 'layers-incomplete', unknown>,
  reasonInside: {
    'too-small': '面积小于要求',
    'too-little-supply': '要用的人太多、不够用',
    'closed-gate': '路上的出入口不开放',
    other: '不满足要求',
  },

  split: (p: { served: string; unserved: string; unknown: string }) =>
    `居民中 ${p.served} 已覆盖，${p.unserved} 未覆盖，${p.unknown} 未知。`,

  gateOf: (gate: string) => `「${gate}」`,
  change: {
    openGate: (gate: string) => `把「${gate}」向本小区居民开放`,
    publicGate: (gate: string) => `把「${gate}」向公众开放`,
    openLonger: {
      residents: (gate: string) => `把「${gate}」改为全天对本小区居民开放`,
      public: (gate: string) => `把「${gate}」改为全天对公众开放`,
    },
    newGate: (p: { of: string; link: string }) => `在${p.of}围墙上新开一个出入口（连接段约 ${p.link}）`,
    share: (p: { facility: string; of: string }) => `把${p.of}「${p.facility}」向邻近居民开放共享`,
    space: (p: { space: string; of: string; area: string; suits: string }) =>
      `利用${p.of}「${p.space}」${p.area}设置（${p.suits}）`,
    suits: {
      fits: '按空间适用性规则适合',
      conditions: '按空间适用性规则有条件',
      unjudged: '没有这一类所需面积的规则，放不放得下请规划师核对',
    },
    area: (area: string) => `（${area}）`,
  },
  effect: {
    walk: (p: { metres: string; minutes: string }) => `步行变为 ${p.metres}、约 ${p.minutes}`,
    gained: (people: string) => `新增覆盖 ${people}`,
    gainedUnknown: '人数未知',
    gainedCommunities: (count: string) => `新增覆盖小区 ${count} 个`,
    share: (share: string) => `本小区 ${share} 居民可达，居中一户仍未覆盖`,
  },
  ifChanged: (change: string, effect: string) => `如果${change}，${effect}。`,

  obstacle: {
    wall: '围墙',
    fence: '围栏',
    water: '水面',
    rail: '铁路',
    expressway: '快速路',
    compound: '封闭小区',
  } satisfies Record<Obstacle['kind'], string>,
  ownWall: '本小区围墙',
  compoundWall: (name: string) => `封闭小区「${name}」`,

  leg,
  legWait: (seconds: string) => `其中等待 ${seconds}`,
  group: {
    street: '沿街走',
    inside: '院内走',
    gate: '过出入口、等待',
    climb: '台阶、桥、地道、电梯',
    ends: '门口到路上',
  },
  building: {
    kind: '建筑',
    unnamed: '未命名建筑',
    community: '所属小区',
    address: '地址',
    residents: '居民',
    notCounted: '这幢建筑没有居民数，按从门口出发计算',
    computing: '正在读取…',
  },
}

export type ExplainWords = typeof explainZh
