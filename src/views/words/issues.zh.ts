import type { Issue, IssueCode } from '../../model/issue'
import type { EditRefusal } from '../../model/scenario'
import { scenarioZh } from './scenario.zh'

type Facts = NonNullable<Issue['facts']>

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

/** 隔开道路的东西 */
export const barrierWords: Readonly<Record<string, string>> = {
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

/** 过大的文件是哪种格式 */
function largeKind(facts: Facts): string {
  if (facts['format'] === 'json') return ' GeoJSON 或 Overpass JSON '
  if (facts['format'] === 'flatgeobuf') return ' FlatGeobuf '
  if (facts['format'] === 'table') return '表格'
  if (facts['format'] === 'rules') return '规则集'
  return facts['format'] === 'osm-xml' ? ' OSM XML ' : ''
}

/** 过大的文件怎样变小 */
function makeSmaller(facts: Facts): string {
  if (facts['format'] === 'json')
    return '请先转换为 FlatGeobuf（ogr2ogr 输出.fgb 输入.geojson），或先按范围裁剪（ogr2ogr 加 -spat 西 南 东 北）再打开；Overpass 的结果请缩小范围重新下载。'
  if (facts['format'] === 'osm-xml')
    return '请先转换为 PBF（osmium cat -o 输出.osm.pbf 输入.osm），或先按范围裁剪（osmium extract -b 西,南,东,北）再打开。'
  if (facts['format'] === 'flatgeobuf')
    return '请先按范围裁剪（ogr2ogr 加 -spat 西 南 东 北），再打开裁出的文件。'
  if (facts['format'] === 'table') return '请按街道拆成几个文件，或删去表中的图片后再导入。'
  if (facts['format'] === 'rules') return '规则集一般不到 1 MB，请确认选对了文件。'
  return '请用命令行 lifecircle import 加 --box 取出一个区再打开；整个区域可在命令行分块评估（assess --tiles）。'
}

/** What is wrong and what to do; where it is stands before it. */
export const issuesZh: Readonly<Record<IssueCode, (facts: Facts) => string>> = {
  'file-empty': () => '文件内容为空。请重新导出或重新下载后再导入。',
  'file-unreadable': (f) =>
    f['reason'] === 'quote-open'
      ? `第 ${say(f, '?', 'row')} 行的引号没有成对。请在 Excel 中打开后另存为 CSV（UTF-8）再导入。`
      : f['reason'] === 'encoding'
        ? `文字编码不是 UTF-8${f['encoding'] === undefined ? '' : `（标明为 ${f['encoding']}）`}。请另存为 UTF-8 后再导入。`
        : '文件读不出来，内容可能已损坏或不是所示格式。请重新获取文件后再导入。',
  'file-truncated': (f) =>
    `文件在中途结束${f['read'] === undefined || f['expected'] === undefined ? '' : `（应有 ${f['expected']} 条，只读到 ${f['read']} 条）`}${f['remark'] === undefined ? '' : `（服务器说明：${f['remark']}）`}，没有下载或复制完整。请重新获取完整文件。`,
  'file-too-large': (f) =>
    `文件${f['form'] === 'unpacked' ? '解压后' : ''}有 ${say(f, '过多的', 'size_mb')} MB，超过${largeKind(f)}一次能读入的 ${say(f, '允许的', 'limit_mb')} MB，没有打开。${makeSmaller(f)}`,
  'format-unknown': (f) =>
    f['format'] === 'xls'
      ? '这是旧版 Excel（.xls）。请在 Excel 或 WPS 中另存为 .xlsx 后再导入。'
      : f['format'] === 'shapefile' || f['format'] === 'geopackage'
        ? `这是 ${f['format'] === 'shapefile' ? 'Shapefile' : 'GeoPackage'}。请在 QGIS 中另存为 GeoJSON 或 FlatGeobuf（坐标系选 WGS84，EPSG:4326）后再导入。`
        : f['format'] === 'dbf'
          ? '这是 Shapefile 的属性表（.dbf），没有图形。请在 QGIS 中打开同名 .shp 另存为 GeoJSON；只要表格，可另存为 CSV。'
          : '不认识这种格式。可读取 .lifecircle、OSM（PBF、XML、Overpass JSON）、GeoJSON、FlatGeobuf、表格（CSV、XLSX）。',
  'compression-unsupported': (f) =>
    `使用了不支持的压缩方式${quote(f, 'compression', 'method')}。请用 zlib 压缩重新保存（例如 osmium cat -o 新文件.osm.pbf）。`,
  'json-invalid': (f) =>
    `从第 ${say(f, '?', 'line')} 行${f['column'] === undefined ? '' : `第 ${f['column']} 个字`}${f['found'] === undefined || f['found'] === '' ? '' : quote(f, 'found')}起不是正确的 JSON。请在该处改正，或从原软件重新导出。`,
  'xml-invalid': (f) =>
    `不是正确的 XML${f['line'] === undefined ? '' : `（第 ${f['line']} 行附近）`}。请从原软件重新导出。`,
  'layer-unknown': (f) =>
    `不知道${quote(f, 'layer', 'name')}属于哪个图层。请把文件名改成图层名（如 communities、facilities、streets）后再导入。`,
  'table-no-heading': () =>
    '表中没有找到标题行。标题行须在前 20 行内，至少有两个认得的列名（如 名称、种类、面积、经度、纬度）。请补上标题行后再导入。',
  'table-no-position': (f) =>
    `表中没有坐标列（标题在第 ${say(f, '?', 'row')} 行），一条也没有采用。请补上「经度」「纬度」两列（WGS84，小数度）或「WKT」列；候选空间也可以只写「所在小区」。`,
  'table-sheets-skipped': (f) =>
    `只读了工作表${quote(f, 'sheet')}，未读${quote(f, 'sheets')}。如也需要，请另存为单独的文件后导入。`,
  'table-columns-kept': (f) =>
    `不认识的列${quote(f, 'columns')}随记录保留，不参与计算。如是已有的字段，请按候选空间表格导出的列名改写（单位须相同）。`,
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
  'rows-rejected': (f) =>
    `采用 ${say(f, '若干', 'accepted')} 条，舍去 ${say(f, '若干', 'rejected')} 条。哪一行、为什么、怎么改，见「数据 › 数据问题」。`,
  'geometry-missing': () => '没有几何图形，未采用。请在原图层中补画后再导入。',
  'geometry-invalid': (f) =>
    `几何图形有误${quote(f, 'problem', 'reason')}，未采用。请在 GIS 中修复几何后再导入。`,
  'geometry-type-wrong': (f) =>
    `几何类型${quote(f, 'found', 'type', 'geometry')}与图层不符${f['expected'] === undefined ? '' : `，应为 ${f['expected']}`}，未采用。请转换类型后再导入。`,
  'coordinates-out-of-range': (f) =>
    `坐标 ${say(f, '', 'lon', 'x')} ${say(f, '', 'lat', 'y')} 不是经纬度，可能是投影坐标。请转换为 WGS84 经纬度后再导入。`,
  'coordinates-swapped': () => '经度和纬度可能写反了。请核对坐标列的顺序。',
  'coordinates-not-wgs84': (f) => `坐标系${quote(f, 'crs')}不是 WGS84。请转换为 WGS84 后再导入。`,
  'position-zero': (f) =>
    f['corner'] === undefined
      ? `${quote(f, 'name')}的经纬度是 0, 0，视为没有坐标${f['left_out'] === undefined ? '' : '，未采用'}。请在原文件中补填后再导入。`
      : `${quote(f, 'name')}的图形第 ${f['corner']} 点的经纬度是 0, 0，未采用。请在 GIS 中改正后再导入。`,
  'table-sum': () => '合计行，未采用。',
  'position-missing': (f) =>
    `${quote(f, 'name')}没有坐标，未采用${whyNowhere(f)}。请补填经度、纬度（WGS84，小数度）或 WKT 后再导入，或在「方案 › 资源 › 候选空间」中画出。`,
  'position-waiting': (f) =>
    `${quote(f, 'name')}没有坐标${whyNowhere(f)}，已列入「待落图」，暂不参加计算。请在「方案 › 资源 › 候选空间」中点图落位或选所在小区，或补填坐标后再导入。`,
  'position-by-community': (f) =>
    `${quote(f, 'name')}没有坐标，已放在${quote(f, 'community')}内，位置按小区估定，步行距离因此不准。请在地图上选中它、点「在地图上定位」，或补填坐标后重新导入。`,
  'spaces-housed': (f) =>
    `${say(f, '若干', 'count')} 处候选空间没有写所属小区，已按位置归入所在的小区${f['name'] === undefined ? '' : `，如${quote(f, 'name')}归入${quote(f, 'community')}`}。不对的请在原表中写明小区后重新导入。`,
  'position-invalid': (f) =>
    `${quote(f, 'name')}的坐标${quote(f, 'value')}读不出来，未采用。经纬度应写作 120.1523、30.2741，或 120°9′8.3″；WKT 应为 POINT 或 POLYGON。请更正后再导入。`,
  'text-cleaned': (f) =>
    `${f['rows'] === undefined ? '' : `${f['rows']} 条记录的`}文字中有不可见字符，已去除${quote(f, 'example')}。请核对。`,
  'id-duplicate': (f) => `编号${quote(f, 'id')}在图层中重复，已另编号。请核对是否为同一对象。`,
  'field-wrong-type': (f) =>
    `字段${quote(f, 'field')}的值${quote(f, 'value', 'found')}不是${say(f, '所需类型', 'expected', 'type')}，按未知处理。请在原表中更正。`,
  'field-unknown-value': (f) =>
    `字段${quote(f, 'field')}的值${quote(f, 'value', 'found')}不在允许的列表内${f['expected'] === undefined ? '' : `（${f['expected']}）`}，按未知处理。`,
  'class-unknown': (f) =>
    `设施类别${quote(f, 'class', 'value')}不在当前规则集内，不参与评估。请核对类别代码。`,
  'reference-missing': (f) =>
    `${quote(f, 'field')}所指的${quote(f, 'reference', 'ref', 'value', 'target')}不存在。请核对编号，或补充该对象。`,
  'reference-ambiguous': (f) =>
    `${quote(f, 'field')}填的名称${quote(f, 'reference')}有 ${say(f, '几', 'count')} 个同名对象，没有采用其中任何一个。请改填编号。`,
  'spaces-updated': (f) =>
    `${say(f, '若干', 'count')} 处空间编号和位置与项目中的相同，没有重复添加；${f['changed'] === 0 ? '各项内容没有变化' : `其中 ${say(f, '若干', 'changed')} 处的内容按表更新，记入「数据修正」，可逐条撤销`}。表中空着的格不改动原有内容。`,
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
    `第 ${f['edit'] ?? '?'} 项措施未采用：${scenarioZh.refusal[f['reason'] as EditRefusal] ?? '原因不明'}。请修改或删除该项措施。`,
  'no-street-here': () => '附近没有道路或步行路可移除：请放大地图，点在要移除的路上。',
  'tool-not-loaded': () => '请检查网络，再点一次该工具；仍不行请先保存项目，再刷新页面。',
  'wall-stays': (f) =>
    `${f['walls'] === 'one' ? '围墙不能在此开口' : '两小区共用的围墙不能在此打通'}：${scenarioZh.wallStays(String(f['reason']), quote(f, 'name'))}。`,
  'correction-stale': (f) =>
    `数据修正${quote(f, 'correction')}所针对的对象${quote(f, 'record')}已不存在或已改动，未采用。请撤销该修正，或重新修复。`,
  'internal-error': (f) =>
    `程序内部出错${f['message'] === undefined ? '' : `（${f['message']}）`}。已打开的数据没有改变；请重试，若再次出现请保存项目后重新打开页面。`,
}

/** The same in few words. */
export const issueTitlesZh = {
  'file-empty': '文件是空的',
  'file-unreadable': '文件无法读取',
  'file-truncated': '文件不完整',
  'file-too-large': '文件过大',
  'format-unknown': '不认识的格式',
  'compression-unsupported': '不支持的压缩方式',
  'json-invalid': 'JSON 写法有误',
  'xml-invalid': 'XML 写法有误',
  'layer-unknown': '不认识的图层',
  'table-no-heading': '表格没有标题行',
  'table-no-position': '表格没有坐标列',
  'table-sheets-skipped': '有工作表未读',
  'table-columns-kept': '有不认识的列',
  'layer-missing': '缺少图层',
  'project-version-newer': '项目文件版本较新',
  'project-invalid': '项目说明有误',
  'rule-pack-invalid': '规则集有误',
  'rule-pack-missing': '缺少规则集',
  'archive-too-large': '压缩包过大',
  'archive-entry-unsafe': '压缩包条目不安全',
  'rows-rejected': '有记录未采用',
  'geometry-missing': '没有几何图形',
  'geometry-invalid': '几何图形有误',
  'geometry-type-wrong': '几何类型不符',
  'coordinates-out-of-range': '坐标超出范围',
  'coordinates-swapped': '经纬度可能颠倒',
  'coordinates-not-wgs84': '坐标不是 WGS84',
  'position-zero': '坐标为 0, 0',
  'table-sum': '合计行',
  'position-missing': '没有坐标',
  'position-waiting': '待落图',
  'position-invalid': '坐标读不出来',
  'text-cleaned': '不可见字符',
  'id-duplicate': '编号重复',
  'field-wrong-type': '字段类型不符',
  'field-unknown-value': '字段取值不在列表内',
  'class-unknown': '设施类别不在规则集内',
  'reference-missing': '引用的对象不存在',
  'reference-ambiguous': '名称有重复',
  'position-by-community': '位置按小区估定',
  'spaces-housed': '候选空间按位置归入小区',
  'spaces-updated': '候选空间已更新',
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
  'no-street-here': '这里没有道路',
  'tool-not-loaded': '绘图工具未能加载',
  'wall-stays': '围墙不能打通',
  'correction-stale': '数据修正已失效',
  'internal-error': '程序出错',
} satisfies Record<IssueCode, string>

/** Why the community a row names is no place either. */
function whyNowhere(f: Facts): string {
  switch (f['reason']) {
    case 'community-missing':
      return '；也没有写所在小区'
    case 'community-unknown':
      return `；没有叫${quote(f, 'community')}的小区`
    case 'community-ambiguous':
      return `；叫${quote(f, 'community')}的小区有 ${f['count']} 个，不知是哪一个`
    default:
      return ''
  }
}
