import type { Eligibility, Reason, Verdict } from '../model/assessment'
import type { Change } from '../model/correction'
import type { Finding, FindingKind } from '../model/finding'
import type { Issue, IssueCode } from '../model/issue'
import type { LAYERS, LayerName } from '../model/layers'
import type { Basis, ProfileId } from '../model/profile'
import type { ClassFamily, RuleStatus } from '../model/rule-pack'
import type { EditRefusal } from '../model/scenario'
import type { VariantId } from '../model/sensitivity'
import type { SwitchableLayer, Workspace } from '../store/state'
import type { Stage } from '../engine/run'
import { rulesZh } from './words/rules.zh'
import { gapListZh } from './words/gap-list.zh'
import { surfaceZh } from './words/surface.zh'
import { explainZh } from './words/explain.zh'
import { proposeZh } from './words/propose.zh'
import { unitsZh } from './words/units.zh'
import { tablesZh } from './words/tables.zh'
import { hostingZh } from './words/hosting.zh'
import { moneyZh } from './words/money.zh'
import { consentZh } from './words/consent.zh'
import { worksZh } from './words/works.zh'
import { compareZh } from './words/compare.zh'
import { linksZh } from './words/links.zh'
import { scenarioZh } from './words/scenario.zh'
import { talkZh } from './words/talk.zh'
import { supplyZh } from './words/supply.zh'

type Facts = NonNullable<Issue['facts']>
type SpaceFields = (typeof LAYERS)['spaces']['fields']
type SpaceKind = SpaceFields['kind']['values'][number]
type Ownership = SpaceFields['ownership']['values'][number]
type GateAccess = (typeof LAYERS)['gates']['fields']['access']['values'][number]
type Management = (typeof LAYERS)['communities']['fields']['management']['values'][number]

/** `「值」` after a space, or nothing where the fact was not given. */
function quote(facts: Facts, ...keys: readonly string[]): string {
  for (const key of keys) if (facts[key] !== undefined) return `「${facts[key]}」`
  return ''
}

/** The first of the facts that was given, as text, or the fallback. */
function say(facts: Facts, fallback: string, ...keys: readonly string[]): string {
  for (const key of keys) if (facts[key] !== undefined) return String(facts[key])
  return fallback
}

const barrierWords: Readonly<Record<string, string>> = {
  wall: '围墙',
  fence: '围栏',
  water: '水体',
  rail: '铁路',
  expressway: '快速路',
  compound: '封闭小区边界',
}

/** 是什么隔开了最近的道路；没有则为空 */
function behind(facts: Facts): string {
  const barrier = barrierWords[String(facts['barrier'])]
  return barrier === undefined
    ? ''
    : `最近的道路（${say(facts, '数', 'distance_m')} m）被${barrier}隔开，且附近没有可直达的道路。`
}

const editRefusal: Readonly<Record<EditRefusal, string>> = {
  missing: '所指对象不存在，或已被前面的措施取消',
  'space-used-up': '该空间剩余面积不够',
  'space-without-area': '该空间面积未知，请填写所用面积',
  'not-gated': '该小区没有围墙可开',
  'far-from-edge': '所选位置距小区边界超过 12 m',
  'line-too-short': '步行通道至少需要两个点',
  'not-on-street': '通道端点不在所要连接的道路上',
  'already-shared': '该设施已向所有人开放',
  'nothing-to-change': '没有填写面积或容量',
}

const issue: Readonly<Record<IssueCode, (facts: Facts) => string>> = {
  'file-empty': () => '文件内容为空。请重新导出或重新下载后再导入。',
  'file-unreadable': (f) =>
    f['reason'] === 'encoding'
      ? `文字编码不是 UTF-8${f['encoding'] === undefined ? '' : `（标明为 ${f['encoding']}）`}。请另存为 UTF-8 后再导入。`
      : '文件读不出来，内容可能已损坏或不是所示格式。请重新获取文件后再导入。',
  'file-truncated': (f) =>
    `文件在中途结束${f['read'] === undefined || f['expected'] === undefined ? '' : `（应有 ${f['expected']} 条，只读到 ${f['read']} 条）`}${f['remark'] === undefined ? '' : `（服务器说明：${f['remark']}）`}，没有下载或复制完整。请重新获取完整文件。`,
  'file-too-large': (f) =>
    `文件有 ${say(f, '过多的', 'size_mb')} MB，超过一次能读入的 ${say(f, '允许的', 'limit_mb')} MB，没有打开。请用命令行 lifecircle import 加 --box 取出一个区再打开；整个区域可在命令行分块评估（assess --tiles）。`,
  'format-unknown': () =>
    '不认识这种格式。可读取 .lifecircle、OSM(PBF、XML、Overpass JSON)、GeoJSON、FlatGeobuf。',
  'compression-unsupported': (f) =>
    `使用了不支持的压缩方式${quote(f, 'compression', 'method')}。请用 zlib 压缩重新保存（例如 osmium cat -o 新文件.osm.pbf）。`,
  'json-invalid': (f) =>
    `不是正确的 JSON${f['at'] === undefined ? '' : `（第 ${f['at']} 个字符附近）`}。请从原软件重新导出。`,
  'xml-invalid': (f) =>
    `不是正确的 XML${f['line'] === undefined ? '' : `（第 ${f['line']} 行附近）`}。请从原软件重新导出。`,
  'layer-unknown': (f) =>
    `不知道${quote(f, 'layer', 'name')}属于哪个图层。请把文件名改成图层名（如 communities、facilities、streets）后再导入。`,
  'layer-missing': (f) => `项目中缺少${quote(f, 'layer', 'name')}图层。请把该图层文件放回项目中。`,
  'project-version-newer': (f) =>
    `项目文件由更新的版本保存（格式 ${say(f, '未知', 'version', 'found')}），本版本读不了。请用新版软件打开。`,
  'project-invalid': (f) =>
    `项目说明 project.json 有误${quote(f, 'at', 'path')}。请用本软件重新保存项目，或改正该文件。`,
  'rule-pack-invalid': (f) =>
    `规则集有误，整个未采用：${say(f, '', 'path')} 的值${quote(f, 'found')}，应为${say(f, '其他值', 'expected')}${f['options'] === undefined ? '' : ` ${f['options']}`}。已改用随附规则集，请改正后重新打开。`,
  'rule-pack-missing': (f) => `项目所用的规则集${quote(f, 'id')}不在文件中。已改用随附规则集，请补回该文件。`,
  'archive-too-large': (f) =>
    `压缩包解开后超过 ${say(f, '允许的', 'limit_mb')} MB，没有打开。大范围的项目请在命令行分块评估（assess --tiles），或用 import 加 --box 只取一个区；若非自己导入，请核对文件来源。`,
  'archive-entry-unsafe': () => '压缩包里有一项的路径指向包外，未采用。请核对文件来源。',
  'geometry-missing': () => '没有几何图形，未采用。请在原图层中补画后再导入。',
  'geometry-invalid': (f) =>
    `几何图形有误${quote(f, 'problem', 'reason')}，未采用。请在 GIS 中修复几何后再导入。`,
  'geometry-type-wrong': (f) =>
    `几何类型${quote(f, 'found', 'type', 'geometry')}与图层不符${f['expected'] === undefined ? '' : `，应为 ${f['expected']}`}，未采用。请转换类型后再导入。`,
  'coordinates-out-of-range': (f) =>
    `坐标 ${say(f, '', 'lon', 'x')} ${say(f, '', 'lat', 'y')} 不是经纬度，可能是投影坐标。请转换为 WGS84 经纬度后再导入。`,
  'coordinates-swapped': () => '经度和纬度可能写反了。请核对坐标列的顺序。',
  'coordinates-not-wgs84': (f) => `坐标系${quote(f, 'crs')}不是 WGS84。请转换为 WGS84 后再导入。`,
  'id-duplicate': (f) => `编号${quote(f, 'id')}在图层中重复，已另编号。请核对是否为同一对象。`,
  'field-wrong-type': (f) =>
    `字段${quote(f, 'field')}的值${quote(f, 'value', 'found')}不是${say(f, '所需类型', 'expected', 'type')}，按未知处理。请在原表中更正。`,
  'field-unknown-value': (f) =>
    `字段${quote(f, 'field')}的值${quote(f, 'value', 'found')}不在允许的列表内${f['expected'] === undefined ? '' : `（${f['expected']}）`}，按未知处理。`,
  'class-unknown': (f) =>
    `设施类别${quote(f, 'class', 'value')}不在当前规则集内，不参与评估。请核对类别代码。`,
  'reference-missing': (f) =>
    `${quote(f, 'field')}所指的${quote(f, 'reference', 'ref', 'value', 'target')}不存在。请核对编号，或补充该对象。`,
  'polygon-broken': () => '面的边界没有闭合，只采用了能闭合的部分或未采用。请在原图层中修复。',
  'nodes-missing': (f) =>
    `缺少 ${say(f, '部分', 'count', 'missing', 'nodes')} 个节点，可能在裁切边界被截断。如需完整，请用带完整节点的方式重新裁切。`,
  'no-streets': () => '没有可步行的道路，无法计算生活圈。请导入路网（OSM 或 streets 图层）。',
  'gates-unknown': (f) =>
    `${quote(f, 'name', 'community')}是封闭小区但没有出入口记录；与边界相交的每条道路都按出入口计算。请补充出入口。`,
  'community-not-connected': (f) =>
    `小区${quote(f, 'name')}没有连入步行网络，各类结果为未知。${behind(f)}请核对路网或出入口位置。`,
  'facility-not-connected': (f) =>
    `设施${quote(f, 'name')}没有连入步行网络，不计入服务。${behind(f)}请核对其位置或附近路网。`,
  'building-not-connected': (f) =>
    `这栋建筑的居民没有连入步行网络，其结果为未知。${behind(f)}请补充其出入口，或通向它的道路。`,
  'gate-not-connected': (f) => `出入口${quote(f, 'name')}没有连入步行网络。请核对其位置或附近路网。`,
  'green-not-connected': (f) =>
    `绿地${quote(f, 'name')}没有连入步行网络，不计入服务。${behind(f)}请核对其边界，或补充通向它的道路。`,
  'people-mismatch': (f) =>
    `${quote(f, 'name')}${quote(f, 'field')}登记为 ${say(f, '未知', 'total')}，各楼合计 ${say(f, '未知', 'buildings')}，相差超过 5 %。计算以小区登记数为准，按各楼比例分布。请核对两处数字。`,
  'people-outside': (f) =>
    `有 ${say(f, '若干', 'buildings')} 栋住宅不在任何小区范围内（居民 ${say(f, '未知', 'people')} 人、${say(f, '未知', 'households')} 户），不计入任何小区。请核对小区边界，或在建筑中填写所属小区。`,
  'snap-far': (f) =>
    `${quote(f, 'name')}距最近道路 ${say(f, '较远', 'distance_m', 'distance')}${typeof (f['distance_m'] ?? f['distance']) === 'number' ? ' m' : ''}。请核对位置，或补充通向它的道路。`,
  'on-island': (f) =>
    `${quote(f, 'name')}所在的道路（共 ${f['street_m'] ?? '不足 1000'} m）不与路网相连，走不到别处。请检查断头处是否应当接上。`,
  'slope-implausible': (f) =>
    `道路${quote(f, 'name')}某处坡度达 ${f['percent'] ?? '60 以上'} %，无法步行，该处按平坡计算。请核对高程或坡度。`,
  'edit-impossible': (f) =>
    `第 ${f['edit'] ?? '?'} 项措施未采用：${editRefusal[f['reason'] as EditRefusal] ?? '原因不明'}。请修改或删除该项措施。`,
  'correction-stale': (f) =>
    `数据修正${quote(f, 'correction')}所针对的对象${quote(f, 'record')}已不存在或已改动，未采用。请撤销该修正，或重新修复。`,
  'internal-error': (f) =>
    `程序内部出错${f['message'] === undefined ? '' : `（${f['message']}）`}。已打开的数据没有改变；请重试，若再次出现请保存项目后重新打开页面。`,
}

const BARRIER_WORDS: Readonly<Record<string, string>> = {
  wall: '围墙',
  fence: '围栏',
  water: '水体',
  rail: '铁路',
  expressway: '快速路',
  compound: '小区边界',
}

/** `；绕行 73 m`, or that there is no way around. */
function sayDetour(facts: Facts): string {
  return facts['detour_m'] === undefined ? '，300 m 以内绕不过去' : `，目前需绕行 ${facts['detour_m']} m`
}

/** What the network doctor found, without the names, which stand above it. */
const finding: Readonly<Record<FindingKind, (facts: Facts) => string>> = {
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
    `设施没有连入步行网络，不计入服务。${f['distance_m'] === undefined ? '500 m 以内没有道路。' : f['barrier'] === undefined ? `最近道路在 ${f['distance_m']} m 外。` : `最近道路相距 ${f['distance_m']} m，中间隔着${BARRIER_WORDS[String(f['barrier'])] ?? '屏障'}。`}`,
  'gate-not-connected': () => '出入口外侧 60 m 以内没有道路。',
  'suspicious-snap': (f) =>
    f['buildings'] !== undefined
      ? `${f['buildings']} 栋住宅离路网较远（最远 ${f['distance_m']} m）或接在桥隧上${f['people'] === undefined ? '' : `，涉及 ${f['people']} 人`}。`
      : f['reason'] === 'bridge'
        ? '设施接在桥上，从地面走不到。'
        : f['reason'] === 'tunnel'
          ? '设施接在隧道里，从地面走不到。'
          : f['reason'] === 'barrier'
            ? `最近道路相距 ${f['nearest_m']} m，但隔着${BARRIER_WORDS[String(f['barrier'])] ?? '屏障'}；改从 ${f['distance_m']} m 外进入。`
            : `设施距最近道路 ${f['distance_m']} m。`,
  'no-gates': (f) => `封闭小区没有出入口记录；边界上有 ${f['crossings']} 条道路穿过，暂都按居民出入口计算。`,
  'gate-off-edge': (f) =>
    `出入口在小区边界${f['side'] === 'inside' ? '以内' : '以外'} ${f['distance_m']} m，无法判定边界上谁可通行。`,
}

/** Every word of the interface, in Chinese. The type of the English one is taken from here. */
export const wordsZh = {
  rules: rulesZh,
  appName: 'Lifecircle 生活圈规划台',
  hosting: hostingZh,
  money: moneyZh,
  consent: consentZh,
  works: worksZh,
  scenario: scenarioZh,
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
  more: (count: string) => `另有 ${count} 条`,
  locate: '在地图上定位',
  askPlanner: '请规划师核对',
  unnamed: {
    community: '未命名小区',
    facility: '未命名设施',
    space: '未命名空间',
    gate: '未命名出入口',
  },
  listSeparator: '、',

  unit: {
    m: 'm',
    km: 'km',
    m2: 'm²',
    hectare: '公顷',
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
    onlyHint: '.lifecircle、OSM、GeoJSON、FlatGeobuf',
  },

  data: {
    title: '数据',
    import: '导入数据…',
    importHint: '也可以把文件拖到窗口任意位置',
    layers: '图层',
    layerShown: (layer: string) => `在地图上显示${layer}`,
    noSource: '来源未知',
    noDate: '日期未知',
    licence: '许可',
    noRecords: '无记录',
    files: '文件',
    fileCounts: (accepted: string, rejected: string) => `采用 ${accepted}，舍去 ${rejected}`,
    fileAllAccepted: (accepted: string) => `采用 ${accepted}`,
    issues: '数据问题',
    noIssues: '没有发现数据问题',
    severity: { error: '未采用', warning: '请核查', info: '说明' } satisfies Record<
      Issue['severity'],
      string
    >,
    severityHint: {
      error: '这些记录没有进入项目',
      warning: '已进入项目，但需要核查',
      info: '供了解',
    } satisfies Record<Issue['severity'], string>,
    issueCount: (count: string) => `${count} 处`,
    survey: '调查完整度',
    surveyHint: '没有任何记录的类别视为「未调查」，结果为「未知」。确认已调查后，没有即为「未覆盖」。',
    notSurveyed: '未调查',
    surveySwitch: (name: string) => `${name}:已调查`,
    surveySummary: (done: string, total: string) => `${done} / ${total} 类已调查`,
    records: (count: string) => `${count} 处记录`,
    network: '步行网络',
    networkFacts: (km: string, nodes: string, edges: string) => `${km} · ${nodes} 节点 · ${edges} 路段`,
  },

  doctor: {
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
      ignore: () => '忽略',
    } satisfies Record<Change['kind'], (facts: Facts) => string>,
  },
  finding,

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
    'not-surveyed': '该类设施未调查',
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
      eligible: '符合改造范围',
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
    limit: (value: string) => `≤ ${value}`,
    limitBasis: { radius: '服务半径', tier: '按生活圈层级推导' },
    status: (mark: string) => `依据状态 ${mark}`,
    peopleUnserved: (people: string) => `${people}未覆盖`,
    communitiesUnserved: (count: string) => `${count} 个小区未覆盖`,
    allServed: '全部覆盖',
    showOnMap: (name: string) => `在地图上显示「${name}」的覆盖情况`,
  },

  supply: supplyZh,
  sensitivity: {
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
  },

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
    severityHint: '人口 × 差距 × 优先级',
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
    gateSummary: (open: string, residents: string, closed: string) =>
      `开放 ${open} · 仅居民 ${residents} · 关闭 ${closed}`,
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

  field: {
    subdistrict: '街道',
    committee: '社区',
    built_year: '建成年份',
    floor_area_m2: '建筑面积',
    households: '户数',
    residents: '居住人口',
    residents_0_2: '0–2 岁',
    residents_3_5: '3–5 岁',
    residents_6_11: '6–11 岁',
    residents_12_14: '12–14 岁',
    residents_15_59: '15–59 岁',
    residents_60_plus: '60 岁以上',
    residents_80_plus: '其中 80 岁以上',
    gated: '封闭管理',
    last_renovated_year: '上次综合改造',
    expropriation_planned: '年度征收计划',
    affordable_housing: '保障性安居工程',
    resident_will: '居民改造意愿',
    management: '物业管理',
    owners: '业主数',
    exclusive_area_m2: '专有部分面积',
    parking_bays: '停车位',
    mode: '改造模式',
    class: '类别',
    community: '所在小区',
    access: '使用对象',
    land_area_m2: '用地面积',
    capacity: '容量',
    storey: '楼层',
    step_free: '无障碍',
    kind: '种类',
    area_m2: '面积',
    clear_height_m: '净高',
    own_entrance: '独立出入口',
    ownership: '权属',
    available_until: '可用至',
    sun_hours: '日照时数',
    fire_grade: '耐火等级',
    flue: '烟道',
    lift: '电梯',
    outdoor_m2: '室外场地',
    in_housing: '在住宅楼内',
    heritage: '文物建筑',
    current_use: '现状用途',
    source: '来源',
    survey_date: '调查日期',
    note: '备注',
  },

  fieldType: { text: '文字', int: '整数', number: '数字', bool: '是或否', enum: '列表内的值' },

  inspector: {
    label: '详情',
    facts: '基本情况',
    eligibility: '改造范围判定',
    eligibilityMissing: '缺少',
    eligibilityMissingHint: '补充后可判定',
    people: '人口年龄构成',
    peopleUnknown: '人口未知',
    classes: '设施覆盖',
    classesHint: '点击类别，在地图上画出步行路线；再点一次清除',
    nearestOfClass: '各类最近设施',
    limit: '限值',
    catchment: '步行可达范围',
    band: '范围',
    street: '可达道路',
    area: '面积',
    bandPeople: '人口',
    notConnected: '此处未连入步行网络，无法计算范围。',
    edgeOfData: '范围触及数据边界，边界以外的设施和人口未知。',
    computing: '正在计算…',
    point: '任意点',
    pointHint: '在地图上拖动此点，范围随之更新。',
    gatesUnknown: '出入口未调查',
    gatesUnknownHint: '与边界相交的每条道路都按出入口计算。',
    gap: '缺口',
    gapPeople: '未覆盖人口',
    gapPlaces: '涉及小区',
    gapShortfall: '平均超出',
    source: '来源',
    users: '以此为最近设施的小区',
    unknown: (count: string) => `未知 ${count}`,
    allClasses: '全部类别',
    onlyUnserved: '仅未覆盖',
    centerOn: '居中',
    gates: '出入口',
    spaces: '小区内候选空间',
  },

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
    eligible: '符合改造范围',
    people: '居住人口',
    classesMet: '应配类别全部覆盖',
    topGaps: '优先补齐',
    dataDates: (dates: string) => `数据日期：${dates}`,
  },

  notices: '通知',

  issueTitle: {
    'file-empty': '文件是空的',
    'file-unreadable': '文件无法读取',
    'file-truncated': '文件不完整',
    'file-too-large': '文件过大',
    'format-unknown': '不认识的格式',
    'compression-unsupported': '不支持的压缩方式',
    'json-invalid': 'JSON 写法有误',
    'xml-invalid': 'XML 写法有误',
    'layer-unknown': '不认识的图层',
    'layer-missing': '缺少图层',
    'project-version-newer': '项目文件版本较新',
    'project-invalid': '项目说明有误',
    'rule-pack-invalid': '规则集有误',
    'rule-pack-missing': '缺少规则集',
    'archive-too-large': '压缩包过大',
    'archive-entry-unsafe': '压缩包条目不安全',
    'geometry-missing': '没有几何图形',
    'geometry-invalid': '几何图形有误',
    'geometry-type-wrong': '几何类型不符',
    'coordinates-out-of-range': '坐标超出范围',
    'coordinates-swapped': '经纬度可能颠倒',
    'coordinates-not-wgs84': '坐标不是 WGS84',
    'id-duplicate': '编号重复',
    'field-wrong-type': '字段类型不符',
    'field-unknown-value': '字段取值不在列表内',
    'class-unknown': '设施类别不在规则集内',
    'reference-missing': '引用的对象不存在',
    'polygon-broken': '面没有闭合',
    'nodes-missing': '缺少节点',
    'no-streets': '没有步行路网',
    'gates-unknown': '出入口未调查',
    'community-not-connected': '小区未连入路网',
    'facility-not-connected': '设施未连入路网',
    'building-not-connected': '建筑未连入路网',
    'gate-not-connected': '出入口未连入路网',
    'green-not-connected': '绿地未连入路网',
    'people-mismatch': '人数与各楼合计不符',
    'people-outside': '有居民不在任何小区内',
    'snap-far': '离路网较远',
    'on-island': '位于孤立道路',
    'slope-implausible': '坡度不合理',
    'edit-impossible': '措施无法实施',
    'correction-stale': '数据修正已失效',
    'internal-error': '程序出错',
  } satisfies Record<IssueCode, string>,

  /** What is wrong and what to do; where it is (file, layer, row) is put before it by `tellIssue`. */
  issue,
  issueWhere: {
    row: (row: string) => `第 ${row} 条`,
    id: (id: string) => `编号 ${id}`,
    join: ' · ',
    colon: '：',
  },
  explain: explainZh,
  units: unitsZh,
  propose: proposeZh,
}

export type Words = typeof wordsZh
