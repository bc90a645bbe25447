import { type Assessment, VERDICTS } from '../../model/assessment'
import type { Gap } from '../../model/gap'
import type { ClassFamily, RulePack } from '../../model/rule-pack'

/** The plan's four families that come first: eldercare, childcare, parking, sport and leisure. */
const FIRST_FAMILIES: ReadonlySet<ClassFamily> = new Set(['elder', 'child', 'parking', 'sport'])
const FIRST_WEIGHT = 2
/** A shortfall counts from a fifth of the limit up to twice the limit; nothing in reach at all counts as twice. */
const LEAST_SHORTFALL = 0.2
const MOST_SHORTFALL = 2

const UNSERVED = VERDICTS.indexOf('unserved')

/**
 * Gaps: for each class, the unserved communities, grouped where they are neighbours on foot
 * (`neighbours[i]`: communities next to community i). Ranked by
 * severity = people × shortfall ÷ limit (0.2 … 2) × priority (2 for the plan's four families, else 1);
 * where no people are known the number of places stands in. Ties: id.
 */
export function findGaps(
  assessment: Assessment,
  rules: RulePack,
  neighbours: readonly (readonly number[])[],
): Gap[] {
  const families = new Map(rules.rules.map((rule) => [rule.code, rule.family]))
  const gaps: Gap[] = []
  assessment.classes.forEach((column, c) => {
    const entry = (community: number): number => community * assessment.classes.length + c
    const isUnserved = assessment.communities.map((_, k) => assessment.status[entry(k)] === UNSERVED)
    for (const group of groupNeighbours(isUnserved, neighbours)) {
      let people: number | null = null
      let weight = 0
      let weighted = 0
      let reachesNothing = false
      for (const k of group) {
        const residents = assessment.communities[k].people
        const share = assessment.served_share[entry(k)]
        const unserved = residents === null ? null : residents * (1 - share)
        if (unserved !== null) people = (people ?? 0) + unserved
        const walk =
          column.limit_unit === 'm' ? assessment.nearest_m[entry(k)] : assessment.nearest_s[entry(k)]
        if (Number.isNaN(walk)) reachesNothing = true
        else {
          const w = unserved ?? 1
          weight += w
          weighted += w * Math.max(0, walk - column.limit)
        }
      }
      const shortfall = weight > 0 ? Math.round(weighted / weight) : null
      const factor =
        shortfall === null || reachesNothing
          ? MOST_SHORTFALL
          : Math.min(MOST_SHORTFALL, Math.max(LEAST_SHORTFALL, shortfall / column.limit))
      const isFirst = FIRST_FAMILIES.has(families.get(column.code) ?? 'municipal')
      const places = group.map((k) => assessment.communities[k].id).sort()
      const wholePeople = people === null ? null : Math.round(people)
      gaps.push({
        id: `${rules.id}:${column.code}:${places.join('+')}`,
        class: column.code,
        people: wholePeople,
        places,
        severity: Math.round((wholePeople ?? places.length) * factor * (isFirst ? FIRST_WEIGHT : 1)),
        shortfall,
        at: assessment.communities[group[0]].at,
        priority: isFirst ? 'first' : 'normal',
      })
    }
  })
  return gaps.sort((a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1))
}

/** Groups of marked communities that hang together by neighbourhood, each ascending. */
function groupNeighbours(
  isMarked: readonly boolean[],
  neighbours: readonly (readonly number[])[],
): number[][] {
  const groups: number[][] = []
  const isTaken = isMarked.map((marked) => !marked)
  for (let first = 0; first < isMarked.length; first++) {
    if (isTaken[first]) continue
    const group: number[] = []
    const open = [first]
    isTaken[first] = true
    while (open.length > 0) {
      const k = open.pop() ?? first
      group.push(k)
      for (const next of neighbours[k]) {
        if (isTaken[next]) continue
        isTaken[next] = true
        open.push(next)
      }
    }
    groups.push(group.sort((a, b) => a - b))
  }
  return groups
}
