import type { ComplexCode, ComplexFinding, Service } from '../../model/service-complex'

type Facts = ComplexFinding['facts']

/** Complexes of embedded services: sites split among three uses or more. */
export const complexZh = {
  title: '社区嵌入式服务综合体',
  count: (count: string) => `${count} 处`,
  partOf: (count: string) => `属嵌入式服务综合体（${count} 种用途）`,
  tagHint: (count: string) => `与同一处空间的其他用途组成社区嵌入式服务综合体：${count} 种用途`,
  hint: '一处空间（或相连的几处空间）由三种及以上用途共用，按嵌入式服务设施导则判断；导则不作禁止。',
  uses: (uses: string, services: string) => `${uses} 种用途 · ${services} 项服务`,
  floor: (area: string) => `建筑面积合计 ${area}`,
  floorUnknown: '建筑面积合计 未知',
  other: '导则未列',
  service: {
    elder: '养老',
    nursery: '托育',
    child_care: '儿童托管',
    meals: '社区助餐',
    household: '家政便民',
    health: '健康服务',
    sport: '体育健身',
    culture: '文化休闲',
    child_play: '儿童游憩',
  } satisfies Record<Service, string>,
  level: { met: '达到', warn: '注意', unknown: '未知', info: '说明' } satisfies Record<
    ComplexFinding['level'],
    string
  >,
  say: {
    functions: (f) => `服务功能 ${f['count']} 项，应不少于 ${f['least']} 项`,
    'core-functions': (f) => `养老、托育、儿童托管、助餐中有 ${f['count']} 项，应不少于 ${f['least']} 项`,
    area: (f) =>
      `建筑面积 ${f['area_m2']} m²，应不小于 ${f['least_m2']} m²${(f['area_m2'] ?? 0) < (f['least_m2'] ?? 0) ? '；不足时按分散的单一功能点设置' : ''}`,
    'area-unknown': (f) =>
      `空地上新建部分的建筑面积未知；其余 ${f['area_m2']} m²，应不小于 ${f['least_m2']} m²`,
    'area-better': (f) => `达到有条件时的 ${f['better_m2']} m²`,
    'area-not-better': (f) => `有条件的宜不小于 ${f['better_m2']} m²`,
    'care-there': () => '含养老或托育功能',
    'care-missing': () => '一般应有养老或托育功能，现两者都没有',
    'walk-not-given': () => '到综合体的步行距离：未知（导则未给出）；指标按十五分钟层级判断',
    'services-by-judgement': () => '哪种用途算哪项服务，为经验判断；同类用途只算一项',
  } satisfies Record<ComplexCode, (facts: Facts) => string>,
}
