import type { Gap } from '../../model/gap'
import type { Group } from '../../model/rule-pack'
import { firstFamiliesOf } from '../../model/rules/parameters'
import { UNKNOWN, UNSERVED } from '../assessment/community-judge'
import { countGroup } from './count-group'
import type { GapEvidence, Homes } from './gap-evidence'

const FIRST_WEIGHT = 2
/** A shortfall counts from a fifth of the limit up to twice the limit; nothing in reach at all counts as twice. */
const LEAST_SHORTFALL = 0.2
const MOST_SHORTFALL = 2
/** So many are put in order faster one by one. */
const FEW = 24
const MILLIONTHS = 1_000_000

/** What the gaps of one class have in common. */
export interface ClassOfGaps {
  readonly c: number
  /** how the names of its gaps begin */
  readonly beginning: string
  readonly verdicts: Uint8Array
  readonly isFirst: boolean
  readonly group: Group
  /** of the group, by community */
  readonly groupOf: readonly (number | null)[]
  /** residents and members of the group at each demand point, in millionths of a person; 0: not known */
  readonly residentsAt: Float64Array
  readonly membersAt: Float64Array
}

export function readClass(evidence: GapEvidence, homes: Homes, c: number, verdicts: Uint8Array): ClassOfGaps {
  const { assessment, rules } = evidence
  const rule = rules.rules.find(({ code }) => code === assessment.classes[c].code)
  const group = rule?.group ?? 'all'
  const isFirst = rule !== undefined && firstFamiliesOf(rules).has(rule.family)
  return {
    c,
    beginning: `${rules.id}:${assessment.classes[c].code}`,
    verdicts,
    isFirst,
    group,
    groupOf: countGroup(evidence, group),
    residentsAt: homes.partsAt('all'),
    membersAt: homes.partsAt(group),
  }
}

// of the unserved points of the gap at hand that reach a facility, kept between calls: what each weighs in millionths,
// what it misses
let weights = new Float64Array(1024)
let missing = new Float64Array(1024)

/**
 * Describes the gap of some communities, by index in the order of their ids. People are summed in whole
 * millionths, so the sum does not depend on the order of records.
 */
export function describeGap(
  evidence: GapEvidence,
  homes: Homes,
  of: ClassOfGaps,
  communities: readonly number[],
): Gap {
  const { assessment, reach, people, places } = evidence
  const column = assessment.classes[of.c]
  const costs = reach.cost[of.c]
  let [hasPeople, hasGroup] = [false, false]
  for (const k of communities) {
    if (people.people[k] !== null) hasPeople = true
    if (of.groupOf[k] !== null) hasGroup = true
  }
  const weighedBy = hasGroup ? of.group : hasPeople ? 'all' : 'places'
  const { residentsAt, membersAt } = of
  const weightAt = homes.partsAt(weighedBy)
  let count = 0
  let uncounted = 0
  let [residents, members, unknown] = [0, 0, 0]
  let [weight, reached, missed, severity, worst] = [0, 0, 0, 0, 0]
  let [at, heaviest, farthest] = [-1, -1, -1]
  for (const k of communities) {
    if (people.people[k] === null) uncounted++
    for (let i = homes.start[k]; i < homes.start[k + 1]; i++) {
      const p = homes.points[i]
      const verdict = of.verdicts[p]
      if (verdict === UNKNOWN) unknown += residentsAt[p]
      if (verdict !== UNSERVED) continue
      residents += residentsAt[p]
      members += membersAt[p]
      const weighs = weightAt[p]
      const misses = missingOf(costs[p], column.limit)
      // more people; of as many the worse off. What comes first stays
      if (weighs > heaviest || (weighs === heaviest && misses > farthest)) {
        at = p
        heaviest = weighs
        farthest = misses
      }
      weight += weighs
      if (misses > worst) worst = misses
      if (misses === Infinity) {
        severity += weighs * MOST_SHORTFALL
        continue
      }
      severity += weighs * Math.min(MOST_SHORTFALL, Math.max(LEAST_SHORTFALL, misses / column.limit))
      reached += weighs
      missed += weighs * misses
      if (count === weights.length) reserve(2 * count)
      weights[count] = weighs
      missing[count++] = misses
    }
  }
  const ids =
    communities.length === 1 ? homes.alone[communities[0]] : communities.map((k) => homes.alone[k][0])
  const isReached = costs[at] >= 0
  return {
    id: nameGap(of.beginning, ids),
    class: column.code,
    priority: of.isFirst ? 'first' : 'normal',
    places: ids,
    people: hasPeople ? Math.round(residents / MILLIONTHS) : null,
    uncounted,
    people_unknown: Math.round(unknown / MILLIONTHS),
    group: of.group,
    group_people: hasGroup ? Math.round(members / MILLIONTHS) : null,
    weighed_by: weighedBy,
    severity: Math.round(((severity * (of.isFirst ? FIRST_WEIGHT : 1)) / MILLIONTHS) * 100) / 100,
    shortfall: reached > 0 ? Math.round(missed / reached) : null,
    shortfall_median: finite(weight <= 0 ? worst : reached * 2 < weight ? Infinity : medianOf(count, weight)),
    shortfall_worst: finite(worst),
    beyond: weight > 0 ? Math.round((1 - reached / weight) * 1000) / 1000 : worst === Infinity ? 1 : 0,
    at: [places[2 * at], places[2 * at + 1]],
    nearest: isReached ? assessment.facility_ids[reach.facility[of.c][at]] : null,
    nearest_walk: isReached ? costs[at] / 1000 : null,
  }
}

/**
 * Most gaps are of one community and have short names, which are kept whole. Long ones are joined one by one: the engine
 * keeps such a text as its parts, and most are never read.
 */
function nameGap(beginning: string, ids: readonly string[]): string {
  if (ids.length === 1) return [beginning, ids[0]].join(':')
  let name = `${beginning}:${ids[0]}`
  for (let i = 1; i < ids.length; i++) name += `+${ids[i]}`
  return name
}

/** Metres or seconds beyond the limit, 0 where something else than the walk is wanting; Infinity: none reached. */
function missingOf(cost: number, limit: number): number {
  return cost < 0 ? Infinity : Math.max(0, cost / 1000 - limit)
}

/**
 * What the first half of the weight misses at most, where those who reach a facility are at least a half. Found by halves
 * around a pivot, and leaves the points in another order; weights are whole, so their sums do not depend on it.
 */
function medianOf(count: number, weight: number): number {
  let [from, to, passed] = [0, count, 0]
  while (to - from > FEW) {
    const pivot = middleOf(missing[from], missing[(from + to) >> 1], missing[to - 1])
    // what misses less goes to the front, what misses more to the end
    let [below, above, at] = [from, to, from]
    let [lighter, equal] = [0, 0]
    while (at < above) {
      const [misses, weighs] = [missing[at], weights[at]]
      if (misses < pivot) {
        lighter += weighs
        trade(at++, below++)
      } else if (misses > pivot) trade(at, --above)
      else {
        equal += weighs
        at++
      }
    }
    if ((passed + lighter) * 2 >= weight) to = below
    else if ((passed + lighter + equal) * 2 >= weight) return pivot
    else {
      passed += lighter + equal
      from = above
    }
  }
  sortFew(from, to)
  for (let k = from; k < to; k++) {
    passed += weights[k]
    if (passed * 2 >= weight) return missing[k]
  }
  return missing[to - 1]
}

/** The second of three. */
function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}

/** Two points change places. */
function trade(a: number, b: number): void {
  const [misses, weighs] = [missing[a], weights[a]]
  missing[a] = missing[b]
  weights[a] = weights[b]
  missing[b] = misses
  weights[b] = weighs
}

/** Puts a part of the points in order, each in its place. */
function sortFew(from: number, to: number): void {
  for (let k = from + 1; k < to; k++) {
    const [misses, weighs] = [missing[k], weights[k]]
    let at = k
    for (; at > from && missing[at - 1] > misses; at--) {
      missing[at] = missing[at - 1]
      weights[at] = weights[at - 1]
    }
    missing[at] = misses
    weights[at] = weighs
  }
}

function finite(value: number): number | null {
  return value === Infinity ? null : Math.round(value)
}

function reserve(size: number): void {
  const [heavier, farther] = [new Float64Array(size), new Float64Array(size)]
  heavier.set(weights)
  farther.set(missing)
  weights = heavier
  missing = farther
}
