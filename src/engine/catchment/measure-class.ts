import type { AnalysisSettings } from '../../model/analysis'
import { limitOf } from '../../model/class-limit'
import { peopleColumns } from './access-columns'
import { BestWalk } from './best-walk'
import { findNearest, type ReadAtPeople } from './find-nearest'
import { lookoutOf } from './lookout'
import type { MeasureInput } from './reach'
import type { ReachDraft } from './reach-draft'
import { REVERSE } from './walks'

/** A search, what it is read at, and how far it goes. */
export interface Measuring extends ReadAtPeople {
  readonly settings: AnalysisSettings
  readonly lookout: number
}

/** How far a class may be, in the cost unit of the basis: mm or ms. */
export function limitOfClass({ rules, basis }: AnalysisSettings, classIndex: number): number {
  return limitOf(rules, rules.rules[classIndex], basis).limit * 1000
}

/** Readies the search from facilities to people. */
export function startMeasuring(on: MeasureInput, settings: AnalysisSettings): Measuring {
  const search = on.graphs.search(settings.profile, settings.basis, true)
  const columns = peopleColumns(on.people, search.graph, REVERSE)
  return { on, settings, search, columns, lookout: lookoutOf(settings.basis) }
}

/** A part of what there is to be measured; null: all of it. */
export interface Asked {
  /** facilities that are walked to */
  readonly among: ReadonlySet<number> | null
  /** demand points that walk */
  readonly points: readonly number[] | null
  /** how far the nearest one they may use is looked for first; see `findNearest` */
  readonly likely?: readonly number[]
}

const EVERYTHING: Asked = { among: null, points: null }

/** Measures demand points against one class: what is found betters what a draft says of it. */
export function measureClass(
  draft: ReachDraft,
  classIndex: number,
  measuring: Measuring,
  { among, points, likely }: Asked = EVERYTHING,
): void {
  const { on, settings, lookout } = measuring
  const { services } = on.facilities
  const { fit, small } = draft.reach.members
  const isReserved = (i: number): boolean => services[i].access === 'residents'
  const listed = (members: readonly number[], reserved: boolean): number[] =>
    members.filter((i) => isReserved(i) === reserved && (among === null || among.has(i)))
  const better = (
    name: 'residentsOnlyCost' | 'smallCost',
    members: readonly number[],
    of: readonly number[] | null,
    limit: number,
  ): void => {
    if (members.length === 0) return
    const { cost } = findNearest(measuring, members, of, limit)
    const known = draft.reach[name][classIndex]
    eachPoint(of, cost.length, (point) => {
      if (cost[point] > limit || (known[point] >= 0 && known[point] <= cost[point])) return
      draft.own(name, classIndex)[point] = cost[point]
    })
  }
  const betterNearest = (members: readonly number[], of: readonly number[] | null): void => {
    if (members.length === 0) return
    const { cost, other, source } = findNearest(measuring, members, of, lookout, likely)
    const known = draft.reach.cost[classIndex]
    const best = new BestWalk()
    let nearest: NearestColumns | null = null
    eachPoint(of, cost.length, (point) => {
      if (cost[point] > lookout || (known[point] >= 0 && known[point] < cost[point])) return
      nearest ??= nearestColumns(draft, classIndex)
      best.clear()
      best.offer(cost[point], other[point], source[point])
      writeNearer(nearest, point, best)
    })
  }
  // what is too small to serve: everybody's, and to their own people the reserved ones
  const limit = limitOfClass(settings, classIndex)
  better('smallCost', listed(small[classIndex], false), points, limit)
  for (const [own, people] of ownOf(on, listed(small[classIndex], true), points))
    better('smallCost', own, people, limit)
  betterNearest(listed(fit[classIndex], false), points)
  const reserved = listed(fit[classIndex], true)
  better('residentsOnlyCost', reserved, points, lookout)
  for (const [own, people] of ownOf(on, reserved, points)) betterNearest(own, people)
}

function eachPoint(points: readonly number[] | null, count: number, visit: (point: number) => void): void {
  if (points !== null) for (const point of points) visit(point)
  else for (let point = 0; point < count; point++) visit(point)
}

/** Facilities that serve their own people alone, with those of some points, null: of all, whom they serve. */
function ownOf(
  on: MeasureInput,
  reserved: readonly number[],
  points: readonly number[] | null,
): (readonly [facilities: readonly number[], people: readonly number[]])[] {
  const groups = groupByCommunity(on, reserved)
  if (groups.size === 0) return []
  const people = new Map<number, number[]>(Array.from(groups.keys(), (community) => [community, []]))
  eachPoint(points, on.people.points.length, (point) => {
    people.get(on.people.points[point].community)?.push(point)
  })
  return [...groups].flatMap(([community, own]) => {
    const theirs = people.get(community) ?? []
    return theirs.length === 0 ? [] : [[own, theirs] as const]
  })
}

/** The columns that tell the walks to the nearest facility of a class. */
export type NearestColumns = Readonly<Record<'cost' | 'other' | 'facility', Int32Array>>

/** Those of a class, to be written to. */
export function nearestColumns(draft: ReachDraft, classIndex: number): NearestColumns {
  return {
    cost: draft.own('cost', classIndex),
    other: draft.own('other', classIndex),
    facility: draft.own('facility', classIndex),
  }
}

/** Writes the better of a walk and the one that stands there. `best` is bettered by it. */
export function writeNearer({ cost, other, facility }: NearestColumns, point: number, best: BestWalk): void {
  if (cost[point] >= 0) best.offer(cost[point], other[point], facility[point])
  cost[point] = best.cost
  other[point] = best.other
  facility[point] = best.source
}

/** Facilities that serve only their own, by the index of their community; −1: none that there is. */
export function groupByCommunity(
  { project, facilities: { services } }: MeasureInput,
  facilities: readonly number[],
): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  if (facilities.length === 0) return groups
  const indexOf = new Map(project.layers.communities.map(({ id }, i) => [id, i]))
  for (const i of facilities) {
    const community = indexOf.get(services[i].community ?? '') ?? -1
    const list = groups.get(community)
    if (list === undefined) groups.set(community, [i])
    else list.push(i)
  }
  return groups
}
