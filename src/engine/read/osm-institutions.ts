/**
 * Chinese institutions by the end of their name. Their names are official and say the class more surely
 * than the tag beside them: a 社区卫生服务中心 is mapped as a hospital, a clinic or a mere building.
 * First match wins; null: known, and no life-circle facility.
 */
const INSTITUTIONS: readonly (readonly [ending: RegExp, code: string | null])[] = [
  [/派出所(户籍大厅)?$/, 'POLICE'],
  [/(公安局|公安分局|分局|支队|大队|中队|公安厅|交通警察|指挥大楼|训练基地|机关)$/, null],
  [/司法所$/, 'JUSTICE'],
  [/街道办(事处)?$/, 'STREET_OFFICE'],
  [/卫生(服务站|站|室)$/, 'HEALTH_STATION'],
  [/(卫生服务(中心|院)|卫生院|社区医院)$/, 'HEALTH_CENTRE'],
  // sanatoriums and homes for children are no eldercare, whatever their tag says
  [/(儿童福利院|疗养院|干休所|庇护站|救助站)$/, null],
  [/(养护院|护理院)$/, 'ELDER_NURSING'],
  [/(照料中心|托老所|居家养老服务(中心|站))$/, 'ELDER_DAYCARE'],
  [/(养老院|敬老院|养老中心|颐养中心|颐养院|老年公寓|社会福利院|松龄院)$/, 'ELDER_HOME'],
  [/(托儿所|托育园|托育中心|托育点)$/, 'NURSERY'],
  [/幼儿园$/, 'KINDERGARTEN'],
  [/(社区食堂|老年食堂|长者食堂|爱心食堂|助餐点|老年助餐.*)$/, 'CANTEEN'],
  [/(街道|镇|片区).*(便民|社区|党群|公共|综合)服务中心$/, 'COMM_CENTRE'],
  [/(居委会|居民委员会|村委会|村民委员会)$/, 'COMM_STATION'],
  [/((社区|村).*服务(中心|站)|党群服务(中心|站)|便民服务(中心|站))$/, 'COMM_STATION'],
  // clubs of one employer or one estate, and pupils' halls, are not open to the neighbourhood
  [/(老干部|学生|师生|业主|职工|华侨|机关).*(活动中心|俱乐部)$/, null],
  [/(街道|镇|乡).*(文化站|文化(活动)?中心)$/, 'CULT_CENTRE'],
  [/(社区|村).*(文化|活动).*(站|中心|室)$/, 'CULT_STATION'],
  [/(文化礼堂|文化家园|老年活动(中心|室)|文化活动站)$/, 'CULT_STATION'],
  [/(文化活动中心|[区县]文化中心|文化馆|文化宫|青少年宫|青少年活动中心|老年人活动中心)$/, 'CULT_CENTRE'],
  [/物业(服务|管理)(中心|处|站)$/, 'PROPERTY'],
  [/(农贸市场|菜市场|菜场|菜巿场|生鲜超市)$/, 'MARKET'],
  [/(电信|移动|联通).*营业厅$/, 'TELECOM'],
  [/(菜鸟驿站|快递驿站|妈妈驿站|快递超市)$/, 'PARCEL'],
  [/全民健身中心$/, 'SPORT_CENTRE'],
]

/** @returns a class code, null for a known institution that is none, undefined for any other name */
export function classifyInstitution(name: string): string | null | undefined {
  // 「文新派出所（南区）」 is told by what stands before the brackets
  const bare = name.replace(/\s*[（(][^（(]*[)）]\s*$/, '')
  return INSTITUTIONS.find(([ending]) => ending.test(bare))?.[1]
}
