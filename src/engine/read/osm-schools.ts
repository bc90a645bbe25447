import type { Tags } from './osm-keys'

const PRIMARY = 'EDU_PRIMARY'
const MIDDLE = 'EDU_MIDDLE'

/** Schools outside the nine years of compulsory education, by words of their name. */
const OTHER_SCHOOL =
  /职业|职高|技师|技工|中专|高级中学|高中|培训|进修|党校|干部|老年大学|驾校|市民学校|社会主义学院|学院|专修|团校|特殊|聋|盲|培智|vocational|senior high|driving|music school|language school/i

/**
 * Which of the two school classes a school is, from what is written, in this order: the years it teaches
 * (`grades`, `isced:level`), then its name. 小学 is a primary school, 初中 and 中学 a middle school, 九年一贯制
 * both. 「实验学校」, 「学校」 and unnamed schools can be either.
 * @returns codes; none for schools of other kinds; 'unclear' when nothing says which
 */
export function classifySchool(tags: Tags, name: string): readonly string[] | 'unclear' {
  const years = readYears(tags)
  if (years !== null) {
    // grades 1–6 and 7–9 of the Chinese school
    return [...(years.first <= 6 ? [PRIMARY] : []), ...(years.first <= 9 && years.last >= 7 ? [MIDDLE] : [])]
  }
  if (/九年一贯|九年制/.test(name)) return [PRIMARY, MIDDLE]
  if (OTHER_SCHOOL.test(name)) return []
  if (/小学|第[一二三四五六七八九十]+小|[一二三四五六七八九十]小(?=$|[（(])|primary|elementary/i.test(name))
    return [PRIMARY]
  if (/初中|初级|中学|第[一二三四五六七八九十]+中(?=$|[（(])|middle school|junior high/i.test(name))
    return [MIDDLE]
  return 'unclear'
}

function readYears(tags: Tags): { first: number; last: number } | null {
  const grades = tags.grades?.match(/\d+/g)?.map(Number)
  if (grades !== undefined && grades.length > 0)
    return { first: Math.min(...grades), last: Math.max(...grades) }
  const levels = tags['isced:level']?.match(/[1-3]/g)?.map(Number)
  if (levels === undefined || levels.length === 0) return null
  // ISCED 1 is primary (years 1–6), 2 lower secondary (7–9), 3 upper secondary
  return {
    first: Math.min(...levels) * 6 - 5 - (Math.min(...levels) > 2 ? 3 : 0),
    last: Math.max(...levels) * 3 + 3,
  }
}
