import type { ProposalOptions } from '../../model/proposal'
import { UNSERVED } from '../assessment/community-judge'
import { limitOfClass } from '../catchment/measure-class'
import { lookoutOf } from '../catchment/lookout'
import type { AskedPoints } from './asked-points'
import { type Asking, GroupAtPoints, type PlannedClass } from './list-demand'
import { costOf, type Way } from './measure-ways'
import type { PlanContext } from './plan-context'
import type { Demand } from './plan-question'

/** Who is asked about, and by what ways they may come to be served. */
export interface AskedDemand {
  readonly context: PlanContext
  readonly classes: readonly PlannedClass[]
  /** those it is about */
  readonly points: AskedPoints
  /** see `judgeClasses` */
  readonly verdicts: Uint8Array
  /** by number among them, in what `counts` */
  readonly people: Float64Array
  readonly counts: ProposalOptions['counts']
  /** of whom, by class and community */
  readonly asks: Asking['asks']
  readonly ways: readonly Way[]
  /** true: shorter walks count; false: walks within the limit */
  readonly isByWalk: boolean
}

/** Demand in columns, and which of it each way serves. */
export interface ListedDemand {
  readonly demand: Demand
  readonly weight: Float64Array
  readonly need: Float64Array
  /** by way: indexes of demand, ascending */
  readonly served: readonly (readonly number[])[]
}

/** Lists who is to be served, and who would be by each way. */
export function listDemand(asked: AskedDemand): ListedDemand {
  return asked.isByWalk ? listStretches(asked) : listUnserved(asked)
}

/** Growing columns of demand. */
class DemandList {
  readonly point: number[] = []
  readonly classIndex: number[] = []
  readonly community: number[] = []
  readonly people: number[] = []
  readonly isUnserved: number[] = []
  readonly weight: number[] = []
  readonly need: number[] = []

  finish(served: readonly (readonly number[])[]): ListedDemand {
    return {
      demand: {
        point: Int32Array.from(this.point),
        classIndex: Int32Array.from(this.classIndex),
        community: Int32Array.from(this.community),
        people: Float64Array.from(this.people),
        isUnserved: Uint8Array.from(this.isUnserved),
      },
      weight: Float64Array.from(this.weight),
      need: Float64Array.from(this.need),
      served,
    }
  }
}

/** One demand for each place and class that is not served; a way serves it within the class's limit. */
function listUnserved({
  context,
  classes,
  points: { points, count },
  verdicts,
  people,
  counts,
  asks,
  ways,
}: AskedDemand): ListedDemand {
  const list = new DemandList()
  const indexOf = new Int32Array(verdicts.length).fill(-1)
  const groups = new GroupAtPoints(context, counts)
  classes.forEach(({ rule, weighed, weight }, c) => {
    const needing = rule.supply?.group ?? 'households'
    points.forEach((p, n) => {
      const { community } = context.on.people.points[p]
      if (verdicts[c * count + n] !== UNSERVED || !asks(c, community)) return
      indexOf[c * count + n] = list.point.length
      list.point.push(p)
      list.classIndex.push(c)
      list.community.push(community)
      list.people.push(people[n])
      list.isUnserved.push(1)
      list.weight.push(groups.at(weighed, p, people[n]) * weight)
      list.need.push(groups.at(needing, p, people[n]))
    })
  })
  const within = (way: Way): number[] => {
    const { limit } = classes[way.class]
    const found: number[] = []
    for (let n = 0; n < count; n++) {
      const i = indexOf[way.class * count + n]
      if (i >= 0 && way.cost[n] <= limit) found.push(i)
    }
    return found
  }
  const served = ways.map(within)
  return list.finish(withoutRepeats(ways, served))
}

/** Of what takes several measures only what fewer of them do not serve: each person by the least there is to do. */
function withoutRepeats(ways: readonly Way[], served: readonly number[][]): number[][] {
  const by = new Map<string, ReadonlySet<number>>()
  ways.forEach(({ place, openings, class: c }, w) => {
    by.set(keyOf(place, openings, c), new Set(served[w]))
  })
  return ways.map(({ place, openings, class: c }, w) => {
    const places = place === null ? [null] : [place, null]
    const fewer = places.flatMap((at) =>
      partsOf(openings).flatMap((some) =>
        at === place && some.length === openings.length ? [] : (by.get(keyOf(at, some, c)) ?? []),
      ),
    )
    return fewer.length === 0 ? served[w] : served[w].filter((i) => fewer.every((each) => !each.has(i)))
  })
}

function keyOf(place: number | null, openings: readonly number[], c: number): string {
  return `${place} ${openings.join('+')} ${c}`
}

/** All choices among one or two openings, none included. */
function partsOf(openings: readonly number[]): (readonly number[])[] {
  return openings.reduce<(readonly number[])[]>(
    (parts, o) => [...parts, ...parts.map((each) => [...each, o])],
    [[]],
  )
}

/** Weight is in thousands: metres and people make person-kilometres. */
const PER_UNIT = 1_000_000

/**
 * A walk in stretches: from how long it is today down to each length it could have, one demand for each, worth
 * people × what is saved; a way serves all stretches beyond its own length. Serving most of them is the p-median
 * (García, Labbé and Marín 2011 put it so). Who has no way today counts as having one as long as the lookout.
 */
function listStretches({
  context,
  classes,
  points,
  verdicts,
  people,
  counts,
  asks,
  ways,
}: AskedDemand): ListedDemand {
  const { on, reach, settings } = context
  const far = lookoutOf(settings.basis)
  const groups = new GroupAtPoints(context, counts)
  const list = new DemandList()
  const served: number[][] = ways.map(() => [])
  classes.forEach(({ index, weighed, weight }, c) => {
    const today = costOf(reach, index, points)
    const limit = limitOfClass(settings, index)
    const own = ways.flatMap((way, w) => (way.class === c ? [w] : []))
    points.points.forEach((p, n) => {
      const { community } = on.people.points[p]
      if (!asks(c, community)) return
      const isUnserved = verdicts[c * points.count + n] === UNSERVED
      // whose walk is unknown is not made shorter
      if (!isUnserved && today[n] > limit) return
      const now = Math.min(today[n], far)
      const shorter = own
        .filter((w) => ways[w].cost[n] < now)
        .sort((a, b) => ways[a].cost[n] - ways[b].cost[n])
      shorter.forEach((w, rank) => {
        const from = ways[w].cost[n]
        const to = rank + 1 < shorter.length ? ways[shorter[rank + 1]].cost[n] : now
        if (to === from) return
        const i = list.point.length
        list.point.push(p)
        list.classIndex.push(c)
        list.community.push(community)
        list.people.push(people[n])
        list.isUnserved.push(isUnserved ? 1 : 0)
        list.weight.push((groups.at(weighed, p, people[n]) * weight * (to - from)) / PER_UNIT)
        list.need.push(0)
        for (const each of shorter.slice(0, rank + 1)) served[each].push(i)
      })
    })
  })
  return list.finish(served)
}
