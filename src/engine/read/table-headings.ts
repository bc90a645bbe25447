import type { ShiftedCrs } from '../../model/correction'
import { LAYER_NAMES } from '../../model/layers'
import { listFields } from './coerce-field'

/**
 * Headings of columns as offices write them, in Chinese and in English; the names of the schema are known, too. Those
 * with an @ say where the record is.
 */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  '@lon': ['经度', '中心点经度', '东经', 'lon', 'lng', 'long', 'longitude', 'x'],
  '@lat': ['纬度', '中心点纬度', '北纬', 'lat', 'latitude', 'y'],
  '@place': ['坐标', '经纬度', '坐标位置', '中心点坐标', 'coordinates', 'lon,lat', 'lonlat'],
  '@wkt': ['wkt', 'geometry', 'geom', 'the_geom', '几何', '图形', '边界坐标'],
  id: ['编号', '编码', '空间编号', '空间编码', '资源编号', 'number'],
  name: ['名称', '空间名称', '资源名称', '房屋名称', '地块名称', '设施名称'],
  kind: ['种类', '类型', '空间类型', '空间种类', '资源类型', '类别', 'type'],
  community: ['所在小区', '所属小区', '小区', '小区名称'],
  area_m2: ['面积', '空间面积', '可用面积', '建筑面积', '使用面积', '占地面积', '用地面积', 'area'],
  storey: ['楼层', '所在楼层', '所在层', 'floor', 'level'],
  clear_height_m: ['净高', '室内净高', '净空高度', 'clearheight'],
  own_entrance: ['独立出入口', '独立入口', '单独出入口', '有无独立出入口', '是否有独立出入口', 'ownentrance'],
  ownership: ['权属', '产权', '产权性质', '权属性质', '权属类型', 'owner'],
  available_until: ['可用至', '可用期限', '使用期限', '到期日期', '租期至', '租约到期', 'availableuntil'],
  sun_hours: ['日照时数', '日照', '日照小时', '冬至日照', '大寒日日照', 'sunlight'],
  structure: ['结构', '结构形式', '结构类型', '建筑结构'],
  fire_grade: ['耐火等级', '耐火', 'firegrade'],
  flue: ['烟道', '排烟道', '有无烟道', '专用烟道'],
  lift: ['电梯', '有无电梯', 'elevator'],
  outdoor_m2: ['室外场地', '室外场地面积', '室外活动场地', 'outdoorground'],
  in_housing: ['在住宅楼内', '住宅楼内', '是否在住宅楼内', 'inahousingblock'],
  heritage: ['文物建筑', '文保', '是否文物建筑', '历史建筑', '文保建筑'],
  current_use: ['现状用途', '现状', '现用途', '目前用途', 'usednowas', 'currentuse'],
  photos: ['照片', '现场照片', 'photo'],
  source: ['来源', '数据来源'],
  survey_date: ['调查日期', '调查时间', '摸排日期', 'surveyed'],
  note: ['备注', '说明', '情况说明', 'remarks', 'notes'],
  extra: ['extra'],
}

const FIELD_OF: ReadonlyMap<string, string> = new Map([
  ...LAYER_NAMES.flatMap((layer) => [...listFields(layer).keys()].map((field) => [field, field] as const)),
  ['layer', 'layer'] as const,
  ...Object.entries(HEADINGS).flatMap(([field, words]) => words.map((word) => [word, field] as const)),
])

/** Units that a heading may name behind it: those the fields are kept in, and no other. */
const UNIT =
  /[([]\s*(?:m2|m²|m\^2|㎡|平方米|平米|m|米|h|小时|时|度|°|wgs-?84|cgcs2000|小数度|必填|选填)\s*[)\]]$/i

const IN_PARENTHESES = /[([]\s*(?:gcj-?02|高德|腾讯|火星|bd-?09|百度)(?:地图)?(?:坐标系?)?\s*[)\]]$/i
const IN_FRONT = /^(?:gcj-?02|高德|腾讯|火星|bd-?09|百度)(?:地图)?(?:坐标系?)?[_-]?(?=.)/i

/** The shifted system that a heading of coordinates names: 高德经度, lat(BD-09); null: none. */
export function readShift(heading: string): ShiftedCrs | null {
  const plain = heading.normalize('NFKC').replaceAll(/\s+/g, '')
  const named = (IN_PARENTHESES.exec(plain) ?? IN_FRONT.exec(plain))?.[0]
  if (named === undefined) return null
  return /bd|百度/i.test(named) ? 'bd09' : 'gcj02'
}

/**
 * The field or place that a heading means; null: none that is known. Spaces, full-width letters, a star for what must
 * be filled in and the unit the field is kept in do not matter; another unit (亩) is another column.
 */
export function readHeading(heading: string): string | null {
  const plain = heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+|[*:]/g, '')
  // NFKC writes ㎡ and m² as m2
  const bare = plain.replace(UNIT, '').replace(UNIT, '')
  const known = FIELD_OF.get(bare) ?? FIELD_OF.get(bare.replaceAll('_', ''))
  if (known !== undefined) return known
  // only places are in a system of coordinates
  const place = FIELD_OF.get(bare.replace(IN_PARENTHESES, '').replace(IN_FRONT, ''))
  return place?.startsWith('@') === true ? place : null
}
