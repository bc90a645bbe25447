import { type Assessment, VERDICTS } from '../../model/assessment'
import type { Gap } from '../../model/gap'
import type { ClassFamily, RulePack } from '../../model/rule-pack'
import { firstFamiliesOf } from '../../model/rules/parameters'

const FIRST_WEIGHT = 2
/** A shortfall counts from a fifth of the limit up to twice the limit; nothing in reach at all counts as twice. */
const LEAST_SHORTFALL = 0.2
const MOST_SHORTFALL = 2

const UNSERVED = VERDICTS.indexOf('unserved')

/** A gap, and what it was made of. */
export interface GapGroup {
  readonly gap: Gap
  /** index of its class, and of its communities in the order of their ids */
  readonly classIndex: number
  readonly members: readonly number[]
}

/** Gaps in the order of their ranks, and what they were found in. */
export interface FoundGaps {
  readonly groups: readonly GapGroup[]
  readonly assessment: Assessment
  readonly rules: RulePack
  readonly neighbours: readonly (readonly number[])[]
  /** place of each community, and of each class, in the order of ties */
  readonly rank: Int32Array
  readonly classRank: Int32Array
}

/**
 * Gaps: for each class, the unserved communities, grouped where they are neighbours on foot
 * (`neighbours[i]`: communities next to community i). Ranked by
 * severity = people × shortfall ÷ limit (0.2 … 2) × priority (2 for the plan's four families, else 1);
 * where no people are known the number of places stands in. Ties: class, then places, by id.
 */
export function findGaps(
  assessment: Assessment,
  rules: RulePack,
  neighbours: readonly (readonly number[])[],
): FoundGaps {
  const { communities, classes, status } = assessment
  const byId = orderBy(communities, ({ id }) => id)
  const byCode = orderBy(classes, ({ code }) => code)
  const search = { assessment, rules, neighbours, rank: ranksOf(byId), classRank: ranksOf(byCode) }
  // found in the order of ties, the gaps need sorting by a number only: there are thousands
  const groups: GapGroup[] = []
  const isOpen = new Uint8Array(communities.length)
  for (const c of byCode) {
    for (let k = 0; k < isOpen.length; k++) isOpen[k] = status[k * classes.length + c] === UNSERVED ? 1 : 0
    for (const first of byId)
      if (isOpen[first] === 1) groups.push(makeGroup(search, c, takeGroup(first, isOpen, neighbours)))
  }
  groups.sort((a, b) => b.gap.severity - a.gap.severity)
  return { ...search, groups }
}

/** The gap of some communities that hang together, in whatever order they come. */
export function makeGroup(
  { assessment, rules, rank }: Omit<FoundGaps, 'groups'>,
  classIndex: number,
  members: number[],
): GapGroup {
  if (members.length > 1) members.sort((a, b) => rank[a] - rank[b])
  const { familyOf, first } = familiesOf(rules)
  const family = familyOf.get(assessment.classes[classIndex].code) ?? 'municipal'
  const gap = describeGap(assessment, classIndex, members, rules.id, first.has(family))
  return { gap, classIndex, members }
}

interface Families {
  readonly familyOf: ReadonlyMap<string, ClassFamily>
  /** those the rules put first */
  readonly first: ReadonlySet<ClassFamily>
}

const families = new WeakMap<RulePack, Families>()

function familiesOf(rules: RulePack): Families {
  let known = families.get(rules)
  if (known === undefined) {
    const familyOf = new Map(rules.rules.map(({ code, family }) => [code, family]))
    families.set(rules, (known = { familyOf, first: firstFamiliesOf(rules) }))
  }
  return known
}

function ranksOf(order: readonly number[]): Int32Array {
  const ranks = new Int32Array(order.length)
  order.forEach((item, i) => (ranks[item] = i))
  return ranks
}

/** Indexes of a list in ascending order of a text; equal ones as they stand. */
function orderBy<T>(list: readonly T[], textOf: (item: T) => string): number[] {
  const texts = list.map(textOf)
  return list.map((_, i) => i).sort((a, b) => (texts[a] < texts[b] ? -1 : texts[a] > texts[b] ? 1 : a - b))
}

function describeGap(
  assessment: Assessment,
  c: number,
  group: readonly number[],
  pack: string,
  isFirst: boolean,
): Gap {
  const column = assessment.classes[c]
  const walks = column.limit_unit === 'm' ? assessment.nearest_m : assessment.nearest_s
  let people: number | null = null
  let weight = 0
  let weighted = 0
  let reachesNothing = false
  for (const k of group) {
    const entry = k * assessment.classes.length + c
    const residents = assessment.communities[k].people
    const unserved = residents === null ? null : residents * (1 - assessment.served_share[entry])
    if (unserved !== null) people = (people ?? 0) + unserved
    if (Number.isNaN(walks[entry])) reachesNothing = true
    else {
      const w = unserved ?? 1
      weight += w
      weighted += w * Math.max(0, walks[entry] - column.limit)
    }
  }
  const shortfall = weight > 0 ? Math.round(weighted / weight) : null
  const factor =
    shortfall === null || reachesNothing
      ? MOST_SHORTFALL
      : Math.min(MOST_SHORTFALL, Math.max(LEAST_SHORTFALL, shortfall / column.limit))
  const places = group.map((k) => assessment.communities[k].id)
  const wholePeople = people === null ? null : Math.round(people)
  return {
    id: `${pack}:${column.code}:${places.join('+')}`,
    class: column.code,
    people: wholePeople,
    places,
    severity: Math.round((wholePeople ?? places.length) * factor * (isFirst ? FIRST_WEIGHT : 1)),
    shortfall,
    at: assessment.communities[group[0]].at,
    priority: isFirst ? 'first' : 'normal',
  }
}

/** The open communities that hang together with one by neighbourhood; they are open no more. */
export function takeGroup(
  first: number,
  isOpen: Uint8Array,
  neighbours: readonly (readonly number[])[],
): number[] {
  const group = [first]
  isOpen[first] = 0
  // the list grows while it is gone through
  for (let i = 0; i < group.length; i++) {
    for (const next of neighbours[group[i]]) {
      if (isOpen[next] === 0) continue
      isOpen[next] = 0
      group.push(next)
    }
  }
  return group
}
