import { facilityColumns, peopleColumns, priceAccess, readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import { searchFrom } from '../catchment/search-starts'
import { StartsOnEdges } from '../catchment/starts-on-edges'
import { seedsOf } from '../catchment/walks'
import type { PossibleLink } from '../links/possible-link'
import { type WayOver, waysOver } from '../links/ways-over'
import type { AccessPoint } from '../places/access-point'
import { checkpoint, type Run } from '../run'
import type { PlannedClass } from './list-demand'
import type { Place } from './places'
import type { PlanContext } from './plan-context'

const FORWARD = { isReverse: false, countsConnector: true }
const REVERSE = { isReverse: true, countsConnector: true }
/** Links of which people are counted; of the others the walks to their sides already say that they do less (J). */
const COUNTED = 160
/** Links looked at between two looks at whether to stop. */
const AT_A_TIME = 8

/** Somewhere walks lead: a place that may come to hold some classes, or whatever there is of a class. */
interface Target {
  /** indexes into the planned classes */
  readonly classes: readonly number[]
  /** the farthest of their limits */
  readonly limit: number
  /** everybody's walk to it today; NaN: too far */
  readonly today: Float64Array
  /** from each side of a link on; NaN: too far */
  readonly onward: ReadonlyMap<AccessPoint, number>
  /** the ways into it, or the facilities */
  readonly access: readonly AccessPoint[]
  readonly members: readonly number[]
}

interface Asked {
  readonly context: PlanContext
  readonly classes: readonly PlannedClass[]
  readonly places: readonly Place[]
  /** how far a walk may be to count, in the unit of the search; by class */
  readonly lookout: readonly number[]
  /** people who want a class, weighted, at `class * points + point`; 0: nobody, or it is not asked */
  readonly wants: Float64Array
}

/**
 * How much links would do for a plan, estimated as the link finder estimates: a walk over a link is the walk to its
 * one side, the link, and the walk on from the other, on the network as it is. Counts whom a link brings within reach
 * of what there is, or of a place that may hold what they want. The answer only says which links are worth measuring.
 */
export class LinkRanker {
  private readonly asked: Asked
  private readonly targets: Target[] = []
  /** points where somebody wants something */
  private readonly points: readonly number[]
  private readonly seen: Int32Array
  private stamp = 0

  constructor(asked: Asked) {
    this.asked = asked
    const count = asked.context.on.people.points.length
    const isWanting = new Uint8Array(count)
    asked.wants.forEach((want, i) => {
      if (want > 0) isWanting[i % count] = 1
    })
    this.points = [...isWanting.keys()].filter((p) => isWanting[p] === 1)
    this.seen = new Int32Array(asked.wants.length)
  }

  /** What each link would do, in their order; 0 where its sides say that there is better. `isAsked`: counted anyhow. */
  async rank(
    links: readonly PossibleLink[],
    isAsked: (link: PossibleLink) => boolean,
    run: Run,
  ): Promise<Float64Array> {
    await this.readTargets([...new Set(links.flatMap(({ a, b }) => [a, b]))], run)
    const promise = Float64Array.from(links, (link) => this.promiseOf(link))
    const order = [...links.keys()]
      .filter((i) => promise[i] > 0)
      .sort((i, j) => promise[j] - promise[i] || i - j)
    const counted = new Set(order.slice(0, COUNTED))
    links.forEach((link, i) => {
      if (isAsked(link)) counted.add(i)
    })
    const worth = new Float64Array(links.length)
    let done = 0
    for (const i of counted) {
      if (done % AT_A_TIME === 0) await checkpoint(run, 'links', done, counted.size)
      done++
      worth[i] = this.worthOf(links[i])
    }
    return worth
  }

  /** What is known without looking who lives near: how much nearer a link brings its sides to what there may be. */
  private promiseOf(link: PossibleLink): number {
    let sum = 0
    for (const { from, to } of this.waysOver(link))
      for (const { limit, onward, classes } of this.targets) {
        const on = onward.get(to)
        if (on === undefined) continue
        const saved = Math.min(onward.get(from) ?? limit, limit) - on - link.cost
        if (saved > 0) sum += saved * classes.length
      }
    return sum
  }

  private waysOver(link: PossibleLink): readonly WayOver[] {
    return waysOver(link, this.asked.context.on.compounds)
  }

  /** People, weighted, whom a link brings within reach, or nearer than they are, each once for each class. */
  private worthOf(link: PossibleLink): number {
    const { context, wants, lookout } = this.asked
    const { on, settings } = context
    const count = on.people.points.length
    let worth = 0
    this.stamp++
    for (const way of this.waysOver(link)) {
      const { from, to } = way
      const inside = way.isInsideOnly ? this.walksInside(to) : null
      const useful = this.targets.flatMap((target) => {
        const rest = inside === null ? target.onward.get(to) : inside.get(target)
        if (rest === undefined) return []
        const onward = rest + link.cost
        const own = target.onward.get(from)
        return onward > target.limit || (own !== undefined && own <= onward) ? [] : [{ target, onward }]
      })
      if (useful.length === 0) continue
      useful.sort((p, q) => p.onward - q.onward)
      const reach = Math.max(...useful.map(({ target, onward }) => target.limit - onward))
      const search = on.graphs.search(settings.profile, settings.basis, true)
      search.run(seedsOf(from, search.graph, 0, REVERSE), reach, way.of)
      const onEdges = new StartsOnEdges([{ point: from, source: 0 }], search.graph, REVERSE)
      const columns = peopleColumns(on.people, search.graph, REVERSE)
      const best = new BestWalk()
      for (const p of this.points) {
        best.clear()
        readWalk(best, search, columns, p, onEdges)
        if (best.source < 0 || best.cost > reach) continue
        for (const { target, onward } of useful) {
          const walk = best.cost + onward
          if (walk > target.limit) break
          for (const c of target.classes) {
            const i = c * count + p
            if (walk > lookout[c] || this.seen[i] === this.stamp || !(wants[i] > 0)) continue
            // NaN, too far today, is no walk that is as short
            if (target.today[p] <= walk) continue
            this.seen[i] = this.stamp
            worth += wants[i]
          }
        }
      }
    }
    return worth
  }

  /** Reads everywhere walks may lead, with everybody's walk there and that from each side. */
  private async readTargets(sides: readonly AccessPoint[], run: Run): Promise<void> {
    const { context, classes, places, lookout } = this.asked
    const { on, settings, reach } = context
    const { services } = on.facilities
    const search = on.graphs.search(settings.profile, settings.basis, true)
    const people = peopleColumns(on.people, search.graph, REVERSE)
    const ends = priceAccess(
      sides.map((side) => [side]),
      search.graph,
      REVERSE,
    )
    const read = (
      own: readonly number[],
      access: readonly (readonly AccessPoint[])[],
      members: readonly number[],
    ) => {
      const limit = Math.max(0, ...own.map((c) => lookout[c]))
      const facilities = { ...on.facilities, access }
      const onEdges = searchFrom({ on: { ...on, facilities }, search, lookout: limit }, members)
      const best = new BestWalk()
      const today = new Float64Array(on.people.points.length).fill(NaN)
      for (const p of this.points) {
        best.clear()
        readWalk(best, search, people, p, onEdges)
        if (best.source >= 0 && best.cost <= limit) today[p] = best.cost
      }
      const onward = new Map<AccessPoint, number>()
      sides.forEach((side, i) => {
        best.clear()
        readWalk(best, search, ends, i, onEdges)
        if (best.source >= 0 && best.cost <= limit) onward.set(side, best.cost)
      })
      return { classes: own, limit, today, onward }
    }
    this.targets.length = 0
    const count = places.length + classes.length
    for (const { access, hosted } of places) {
      await checkpoint(run, 'links', this.targets.length, count)
      const own = hosted.map((each) => each.class)
      this.targets.push({ ...read(own, [access], [0]), access, members: [] })
    }
    for (const [c, { index }] of classes.entries()) {
      const members = reach.members.fit[index].filter((i) => services[i].access !== 'residents')
      if (members.length === 0) continue
      await checkpoint(run, 'links', this.targets.length, count)
      this.targets.push({ ...read([c], on.facilities.access, members), access: [], members })
    }
  }

  /** From a place inside a compound on to what stands in it. */
  private walksInside(side: AccessPoint): ReadonlyMap<Target, number> {
    const { context, lookout } = this.asked
    const { on, settings } = context
    const inside = this.targets.filter(({ access, members }) =>
      [...access, ...members.flatMap((i) => on.facilities.access[i])].some(({ zone }) => zone === side.zone),
    )
    const walks = new Map<Target, number>()
    if (inside.length === 0) return walks
    const search = on.graphs.search(settings.profile, settings.basis, false)
    search.run(seedsOf(side, search.graph, 0, FORWARD), Math.max(0, ...lookout), -1)
    const onEdges = new StartsOnEdges([{ point: side, source: 0 }], search.graph, FORWARD)
    const facilities = facilityColumns(on.facilities, search.graph, FORWARD)
    const held = priceAccess(
      inside.map(({ access }) => access.filter(({ zone }) => zone === side.zone)),
      search.graph,
      FORWARD,
    )
    const best = new BestWalk()
    inside.forEach((target, i) => {
      best.clear()
      readWalk(best, search, held, i, onEdges)
      for (const member of target.members)
        if (on.facilities.access[member].some(({ zone }) => zone === side.zone))
          readWalk(best, search, facilities, member, onEdges)
      if (best.source >= 0) walks.set(target, best.cost)
    })
    return walks
  }
}
