import type { Eligibility, Reason, Verdict } from '../model/assessment'
import type { LAYERS, LayerName } from '../model/layers'
import type { Basis, ProfileId } from '../model/profile'
import type { ClassFamily, RuleStatus } from '../model/rule-pack'
import type { SwitchableLayer, Workspace } from '../store/state'
import type { Stage } from '../engine/run'
import { rulesZh } from './words/rules.zh'
import { sideZh } from './words/side.zh'
import { indicatorsZh } from './words/indicators.zh'
import { gapListZh } from './words/gap-list.zh'
import { sensitivityZh } from './words/sensitivity.zh'
import { surfaceZh } from './words/surface.zh'
import { explainZh } from './words/explain.zh'
import { proposeZh } from './words/propose.zh'
import { unitsZh } from './words/units.zh'
import { tablesZh } from './words/tables.zh'
import { doctorZh, findingsZh } from './words/doctor.zh'
import { issuesZh, issueTitlesZh } from './words/issues.zh'
import { dataZh } from './words/data.zh'
import { fieldsZh, fieldTypesZh } from './words/fields.zh'
import { inspectorZh } from './words/inspector.zh'
import { complexZh } from './words/complex.zh'
import { hostingZh } from './words/hosting.zh'
import { moneyZh } from './words/money.zh'
import { consentZh } from './words/consent.zh'
import { worksZh } from './words/works.zh'
import { compareZh } from './words/compare.zh'
import { linksZh } from './words/links.zh'
import { spacesZh } from './words/spaces.zh'
import { scenarioZh } from './words/scenario.zh'
import { talkZh } from './words/talk.zh'
import { supplyZh } from './words/supply.zh'

type SpaceFields = (typeof LAYERS)['spaces']['fields']
type SpaceKind = SpaceFields['kind']['values'][number]
type Ownership = SpaceFields['ownership']['values'][number]
type GateAccess = (typeof LAYERS)['gates']['fields']['access']['values'][number]
type Management = (typeof LAYERS)['communities']['fields']['management']['values'][number]

/** Every word of the interface, in Chinese. The type of the English one is taken from here. */
export const wordsZh = {
  rules: rulesZh,
  indicators: indicatorsZh,
  appName: 'Lifecircle 生活圈规划台',
  hosting: hostingZh,
  complex: complexZh,
  money: moneyZh,
  consent: consentZh,
  works: worksZh,
  scenario: scenarioZh,
  spaces: spacesZh,
  talk: talkZh,
  links: linksZh,
  compare: compareZh,
  fictional: '虚构示例',
  fictionalHint: '示例数据由程序生成，不对应任何真实地点',
  unknown: '未知',
  none: '无',
  close: '关闭',
  cancel: '取消',
  yes: '是',
  no: '否',
  amountRefused: {
    number: (typed: string) => `未采用「${typed}」：须为 0 以上的数`,
    whole: (typed: string) => `未采用「${typed}」：须为 0 以上的整数`,
    most: (typed: string, most: string) => `未采用「${typed}」：最多 ${most}`,
  },
  atLeast: (value: string) => `至少 ${value}`,
  atMost: (value: string) => `至多 ${value}`,
  more: (count: string) => `另有 ${count} 条`,
  locate: '在地图上定位',
  askPlanner: '请规划师核对',
  unnamed: {
    facility: '未命名设施',
    space: '未命名空间',
    gate: '未命名出入口',
    gateOf: (place: string) => `${place}出入口`,
  },
  side: sideZh,
  listSeparator: '、',

  unit: {
    m: 'm',
    km: 'km',
    m2: 'm²',
    hectare: '公顷',
    tenThousandM2: '万 m²',
    km2: 'km²',
    minutes: '分钟',
    people: '人',
    person: '人',
    communities: '个小区',
    community: '个小区',
    metresPerSecond: 'm/s',
    hours: '小时',
    storey: (storey: number) => (storey < 0 ? `地下 ${-storey} 层` : `${storey} 层`),
  },

  workspace: {
    data: '数据',
    assess: '评估',
    gaps: '缺口',
    plan: '方案',
    present: '汇报',
  } satisfies Record<Workspace, string>,

  partFailed: {
    title: '这一部分没能显示',
    hint: '可能是程序已更新，或文件没有载入。项目还在：请重试；仍不行，先保存项目，再刷新页面。',
    save: '保存项目',
    retry: '重试',
  },

  topBar: {
    noProject: '未打开项目',
    scenario: '方案',
    scenarioNow: '现状',
    scenarioHint: '现状：不含任何改造措施的底图数据',
    profile: '步行者',
    basis: '判定基准',
    rules: '规则集',
    version: (version: string) => `${version} 版`,
    search: '搜索小区、设施、空间',
    searchShort: '搜索',
    searchKey: '/',
    save: '保存',
    saveHint: '保存为一个 .lifecircle 文件',
    open: '打开',
    openFiles: '打开文件…',
    openFolder: '打开项目文件夹…',
    openDemo: '打开虚构示例',
    saved: '已保存',
    unsaved: '未保存',
    languageHint: '切换到英文界面',
    dark: '深色界面',
    light: '浅色界面',
    rail: '工作区',
    tableHint: '小区 × 设施类别表格',
    presentHint: '全屏汇报视图，按 Esc 退出',
  },

  hour: {
    label: '时段',
    any: '全天',
    day: (clock: string) => `白天 ${clock}`,
    evening: (clock: string) => `晚间 ${clock}`,
    custom: '自定时刻',
    hint: '出入口按此时刻的开放时段判断开闭；「全天」视为都在开放时段内',
    noHours: '资料中没有出入口的开放时段，时刻不影响结果',
  },

  search: {
    label: '搜索',
    none: (query: string) => `没有名称含「${query}」的小区、设施或空间`,
    community: '小区',
    facility: '设施',
    space: '空间',
    clear: '清除',
  },

  basis: {
    distance: '标准距离',
    time: '步行时间',
  } satisfies Record<Basis, string>,
  bandsBasis: { distance: '300 / 500 / 1000 m', time: '5 / 10 / 15 分钟' } satisfies Record<Basis, string>,
  basisShort: { distance: '标准距离', time: '步行时间' } satisfies Record<Basis, string>,
  basisHint: {
    distance: '按路网距离判定：300 / 500 / 1000 m',
    time: '按步行者速度与过街、出入口等延误判定：5 / 10 / 15 分钟',
  } satisfies Record<Basis, string>,

  profile: {
    adult: '成年人',
    elder: '老年人 60–74 岁',
    elder75: '老年人 75 岁以上',
    child: '幼儿（成人陪同）',
    school: '学龄儿童',
    wheelchair: '轮椅 / 婴儿车',
  } satisfies Record<ProfileId, string>,

  stage: {
    read: '读取',
    assemble: '整理图层',
    network: '构建步行网络',
    check: '路网体检',
    reach: '计算可达',
    supply: '计算供给',
    assess: '评估',
    gaps: '查找缺口',
    surface: '计算分布',
    save: '保存',
    siting: '正在选址',
    links: '正在查找通路',
  } satisfies Record<Stage, string>,
  progress: {
    label: '进度',
    analysing: '正在评估…',
    cancelHint: '停止，当前项目保持不变',
  },

  empty: {
    title: '把调查数据放进来',
    lead: '拖入文件，或打开示例。数据只在本机处理，不上传。',
    openDemo: '打开虚构示例',
    openFiles: '选择文件…',
    formatsTitle: '可读取的数据',
    formats: [
      ['项目', '.lifecircle 项目文件或项目文件夹'],
      ['OpenStreetMap', '.osm.pbf、.osm、.osm.gz、Overpass JSON'],
      ['矢量图层', 'GeoJSON、FlatGeobuf'],
      ['表格', 'CSV、XLSX（有经纬度或 WKT 列）'],
    ] as readonly (readonly [string, string])[],
    loading: '正在读取数据',
    noAnalysis: '尚无评估结果',
    noAnalysisHint: '打开含有小区、设施和路网的数据后，评估会自动进行。',
    noCommunities: '没有住宅小区',
    noCommunitiesHint: '评估以住宅小区为单位。请导入小区图层。',
  },

  drop: {
    addTitle: '加入当前项目',
    addHint: '新图层与现有数据合并',
    openTitle: '作为新项目打开',
    openHint: '替换当前项目',
    onlyTitle: '松开以打开',
    onlyHint: '.lifecircle、OSM、GeoJSON、FlatGeobuf、CSV、XLSX',
  },

  data: dataZh,

  doctor: doctorZh,
  finding: findingsZh,

  layer: {
    communities: '住宅小区',
    gates: '出入口',
    buildings: '建筑',
    facilities: '设施',
    entrances: '建筑入口',
    spaces: '候选空间',
    streets: '步行路网',
    crossings: '过街与电梯',
    barriers: '围墙与屏障',
    greens: '绿地',
    heritage: '文化遗产',
    land: '用地',
    boundary: '规划范围',
    subdistricts: '街道界线',
  } satisfies Record<LayerName, string>,
  switchable: {
    communities: '住宅小区',
    catchment: '生活圈范围',
    facilities: '设施',
    spaces: '候选空间',
    gates: '出入口',
    buildings: '建筑',
    streets: '步行路网',
    greens: '绿地',
    water: '水体',
    barriers: '围墙与屏障',
    heritage: '文化遗产',
    land: '用地',
    labels: '注记',
  } satisfies Record<SwitchableLayer, string>,

  family: {
    elder: '养老',
    child: '托育与儿童',
    parking: '停车',
    sport: '体育休闲',
    education: '教育',
    health: '医疗卫生',
    culture: '文化',
    service: '社区服务',
    commerce: '商业服务',
    transport: '公共交通',
    municipal: '市政环卫',
  } satisfies Record<ClassFamily, string>,

  status: {
    V: '已核实',
    P: '部分核实',
    M: '待核对',
    J: '经验判断',
    D: '推导值',
  } satisfies Record<RuleStatus, string>,

  verdict: {
    served: '已覆盖',
    unserved: '未覆盖',
    unknown: '未知',
  } satisfies Record<Verdict, string>,
  reason: {
    'within-limit': '在限值以内',
    'too-far': '超出限值',
    'not-surveyed': '该类设施或沿途资料未调查齐',
    'not-connected': '未连入步行网络',
    'edge-of-data': '搜索到达数据边界',
    'residents-only': '最近设施仅供本小区居民使用',
    'too-small': '范围内的设施面积低于规则下限',
    'too-little-supply': '范围内的设施不够共享者使用',
    'closed-gate': '途中有关闭的出入口',
    'supply-unknown': '设施规模或共享人数未知',
  } satisfies Record<Reason, string>,
  nothingReached: '搜索范围内无',

  eligibility: {
    eligible: '符合改造范围',
    'by-exception': '可例外纳入',
    'not-eligible': '不在改造范围',
    'data-missing': '资料不足',
  } satisfies Record<Eligibility['verdict'], string>,
  eligibilityShort: {
    eligible: '符合',
    'by-exception': '例外',
    'not-eligible': '不符合',
    'data-missing': '资料不足',
  } satisfies Record<Eligibility['verdict'], string>,
  tables: tablesZh,

  assess: {
    title: '评估',
    headline: {
      communities: '住宅小区',
      eligible: '可纳入改造',
      byException: (count: string) => `含例外 ${count} 个`,
      people: '居住人口',
      peopleUnknown: (count: string) => `${count} 个小区人口未知`,
      dataMissing: (count: string) => `${count} 个资料不足`,
      classesUnknown: (count: string) => `${count} 类未知`,
      classesMet: '应配类别全部覆盖',
      classesOf: (total: string) => `/ ${total} 类`,
    },
    theme: '地图着色',
    themeMissing: '缺失类数',
    themeMissingHint: '按每个小区未覆盖的应配类别数着色',
    themeClass: '单类覆盖',
    themeEligibility: '改造范围',
    themeMode: '改造模式',
    classes: '设施类别',
    byPeople: '按人口',
    byCommunities: '人口未知，按小区计',
    onlyRequired: '仅应配建',
    nothingKnown: (count: string) => `另有 ${count} 类暂无数据（未知）`,
    limit: (value: string) => `≤ ${value}`,
    limitBasis: { radius: '服务半径', tier: '按生活圈层级推导' },
    status: (mark: string) => `依据状态 ${mark}`,
    peopleUnserved: (people: string) => `${people}未覆盖`,
    communitiesUnserved: (count: string) => `${count} 个小区未覆盖`,
    allServed: '全部覆盖',
    showOnMap: (name: string) => `在地图上显示「${name}」的覆盖情况`,
  },

  supply: supplyZh,
  sensitivity: sensitivityZh,

  legend: {
    title: '图例',
    missing: '未覆盖的应配类别数',
    missingSteps: (from: string, to: string | null) => (to === null ? `${from} 类` : `${from}–${to} 类`),
    missingNone: '无缺失',
    verdict: '中位居民的覆盖情况',
    catchment: '步行可达范围',
    edgeOfData: '范围触及数据边界，边界外情况未知',
  },

  gapList: gapListZh,
  surface: surfaceZh,

  gaps: {
    title: '缺口',
    summary: (count: string) => `${count} 处缺口`,
    none: '没有符合条件的缺口',
    noneHint: '放宽筛选条件，或在「数据」中确认各类设施是否已调查。',
    filterFamily: '设施大类',
    filterClass: '设施类别',
    onlyFirst: '仅优先类',
    first: '优先',
    firstHint: '方案优先补齐的四类：停车、养老、托育、体育休闲',
    shortfall: (value: string) => `平均超出 ${value}`,
    nothingNear: '搜索范围内无设施',
    rank: '排序',
  },

  plan: {
    groups: { scenarios: '方案', assets: '资源', joint: '联合', delivery: '实施' },
    title: '方案',
    spaces: '候选空间',
    gates: '出入口',
    total: (count: string, area: string) => `${count} 处 · ${area}`,
    areaUnknown: (count: string) => `${count} 处面积未知`,
    none: '没有候选空间',
    noneHint: '导入「候选空间」图层：空地、荒地、闲置用房、地下空间、存量公房。',
    gatesNone: '没有出入口记录',
    gatesNoneHint: '导入「出入口」图层后，这里按小区列出各出入口及其开放情况。',
    gatesUnknown: '出入口未调查',
    gatesElsewhere: '未注明小区',
    gateSummary: (open: string, residents: string, closed: string, unknown: number) =>
      `开放 ${open} · 仅居民 ${residents} · 关闭 ${closed}${unknown === 0 ? '' : ` · 未知 ${unknown}`}`,
    gatesOpenAnyway: '未登记为封闭小区，大门不影响步行',
    hours: (from: string, to: string) => `${from}–${to}`,
  },
  spaceKind: {
    vacant_land: '空地',
    waste_land: '荒地',
    idle_room: '闲置用房',
    underground: '地下空间',
    public_stock: '存量公房',
  } satisfies Record<SpaceKind, string>,
  ownership: {
    owners: '业主共有',
    government: '政府',
    state_enterprise: '国有企业',
    private: '私有',
    civil_defense: '人防',
  } satisfies Record<Ownership, string>,
  gateAccess: {
    public: '开放',
    residents: '仅居民',
    closed: '关闭',
  } satisfies Record<GateAccess, string>,
  facilityAccess: { public: '对外开放', residents: '仅本小区居民' },
  management: {
    none: '无物业',
    basic: '基本物业',
    professional: '专业物业',
  } satisfies Record<Management, string>,
  mode: { comprehensive: '综合整治', rebuild: '拆改结合' },

  field: fieldsZh,

  fieldType: fieldTypesZh,

  inspector: inspectorZh,

  table: {
    label: '小区设施覆盖表',
    name: '小区',
    subdistrict: '街道',
    eligibility: '改造范围',
    people: '人口',
    missing: '缺失',
    missingHint: '未覆盖的应配类别数',
    builtYear: '建成',
    search: '按小区名称筛选',
    anySubdistrict: '全部街道',
    anyEligibility: '全部范围判定',
    anyClass: '任一类别',
    anyVerdict: '任意结果',
    rows: (shown: string, total: string) => `${shown} / ${total} 个小区`,
    export: '导出 CSV',
    exportHint: '导出当前筛选和排序后的表格',
    none: '没有符合条件的小区',
    nothing: '范围内无',
    clearFilters: '清除筛选',
    sortBy: (name: string) => `按${name}排序`,
    resize: '拖动调整表格高度',
    csvName: '小区设施覆盖表',
    csvBasis: '判定依据',
    metres: '（m）',
    minutes: '（分钟）',
    verdictSuffix: '结果',
  },

  present: {
    title: (project: string) => `${project} · 生活圈现状评估`,
    plannedTitle: (project: string, scenario: string) => `${project} · ${scenario}`,
    exit: '退出汇报',
    exitHint: 'Esc',
    print: '打印',
    basisLine: (basis: string, bands: string, profile: string, hour: string, rules: string) =>
      `判定基准：${basis} · 圈层：${bands} · 步行者：${profile} · 时段：${hour} · 规则集：${rules}`,
    ruleWarning: '规则集含待核对数值，请规划师核对；结论为「按本规则集判断」。',
    communities: '住宅小区',
    eligible: '可纳入改造',
    people: '居住人口',
    classesMet: '应配类别全部覆盖',
    topGaps: '优先补齐',
    dataDates: (dates: string) => `数据日期：${dates}`,
  },

  notices: '通知',

  issueTitle: issueTitlesZh,

  /** What is wrong and what to do; where it is (file, layer, row) is put before it by `tellIssue`. */
  issue: issuesZh,
  issueWhere: {
    row: (row: string) => `第 ${row} 条`,
    sheetRow: (row: string) => `表中第 ${row} 行`,
    id: (id: string) => `编号 ${id}`,
    join: ' · ',
    colon: '：',
  },
  explain: explainZh,
  units: unitsZh,
  propose: proposeZh,
}

export type Words = typeof wordsZh
