import { type LinkEffect } from '../../model/links'
import { WALK_CAP } from '../../model/comparison'
import { facilityColumns, peopleColumns, priceAccess, readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import { StartsOnEdges } from '../catchment/starts-on-edges'
import { searchFrom } from '../catchment/search-starts'
import { FORWARD, REVERSE, seedsOf } from '../catchment/walks'
import { minutesPer } from '../compare/compare-classes'
import { tenthsOfMinutes, wholePeople } from '../compare/rounding'
import { SERVED, UNKNOWN } from '../assessment/community-judge'
import { verdictsOf } from '../compare/verdicts-of'
import { partsOf } from '../../model/people-parts'
import type { AccessPoint } from '../places/access-point'
import { checkpoint, type Run } from '../run'
import type { LinkState } from './link-state'
import type { PossibleLink } from './possible-link'
import { waysOver } from './ways-over'

/** Links priced between two looks at whether to stop. */
const AT_A_TIME = 16

/** A required class, as links are priced for it. */
interface PricedClass {
  readonly c: number
  readonly code: string
  /** verdicts and walks are looked at up to these, in the search's unit */
  readonly limit: number
  readonly cap: number
  readonly verdicts: Uint8Array
  /** facilities that serve everybody */
  readonly shared: readonly number[]
}

/** Walks in one direction over a link: from people to its one side, and from the other side on to each class. */
interface Direction {
  readonly toSide: Float64Array
  readonly onward: Float64Array
}

/**
 * Estimates what links would do: a walk over a link is the walk to its one side, the link, and the walk on from its
 * other side, on the network as it is. Facilities reserved to a community are left out, and so are people and
 * facilities whose nearest street a new path would be; what is kept of the best is measured afterwards.
 */
export class LinkPricer {
  private readonly state: LinkState
  private readonly classes: readonly PricedClass[]
  private readonly lookout: number
  private readonly hasPeople: boolean
  /** people at each point in millionths, 0 where not known; parts of a community where nobody is counted */
  private readonly weights: Float64Array
  /** walks from sides on public ground to each class, by side */
  private readonly onwardOf = new Map<AccessPoint, Float64Array>()

  constructor(state: LinkState) {
    this.state = state
    const { prepared, reach } = state.measured
    const { services } = prepared.facilities
    this.classes = state.view.assessment.classes.flatMap(({ code, required, limit }, c): PricedClass[] => {
      if (!required) return []
      const shared = reach.members.fit[c].filter((i) => services[i].access !== 'residents')
      const cost = limit * 1000
      return [{ c, code, limit: cost, cap: cost * WALK_CAP, verdicts: verdictsOf(state, c), shared }]
    })
    this.lookout = Math.max(0, ...this.classes.map(({ cap }) => cap))
    const { people, points } = prepared.people
    this.hasPeople = people.some((number) => number !== null)
    // where nobody is counted each community weighs one
    this.weights = Float64Array.from(points, ({ community, share }) =>
      partsOf(this.hasPeople ? (people[community] ?? 0) : 1, share),
    )
  }

  /** The effect of each link, in their order. */
  async price(links: readonly PossibleLink[], run: Run): Promise<LinkEffect[]> {
    this.readOnward(links)
    const effects: LinkEffect[] = []
    for (const [i, link] of links.entries()) {
      if (i % AT_A_TIME === 0) await checkpoint(run, 'links', i, links.length)
      effects.push(this.sum(this.directionsOf(link), link.cost))
    }
    return effects
  }

  /** Walks from the sides of links to every class, a search a class. */
  private readOnward(links: readonly PossibleLink[]): void {
    const { prepared, settings } = this.state.measured
    const sides = links.flatMap(({ a, b }) => [a, b])
    for (const side of sides) this.onwardOf.set(side, new Float64Array(this.classes.length).fill(Infinity))
    const search = prepared.graphs.search(settings.profile, settings.basis, true)
    const columns = priceAccess(
      sides.map((side) => [side]),
      search.graph,
      REVERSE,
    )
    const best = new BestWalk()
    this.classes.forEach(({ shared, cap }, j) => {
      if (shared.length === 0) return
      const onEdges = searchFrom({ on: prepared, search, lookout: cap }, shared)
      sides.forEach((side, i) => {
        best.clear()
        readWalk(best, search, columns, i, onEdges)
        const onward = this.onwardOf.get(side)
        if (best.source >= 0 && onward !== undefined) onward[j] = best.cost
      })
    })
  }

  /** What it costs people to come to a link by each way they may use it, and to go on from there. */
  private directionsOf(link: PossibleLink): Direction[] {
    return waysOver(link, this.state.measured.prepared.compounds).map(({ from, of, to, isInsideOnly }) => ({
      toSide: this.peopleTo(from, of),
      onward: isInsideOnly ? this.onwardInside(to) : this.onward(to),
    }))
  }

  private onward(side: AccessPoint): Float64Array {
    const onward = this.onwardOf.get(side)
    if (onward === undefined) throw new Error('a side of a link was not priced')
    return onward
  }

  /** What it costs everybody to come to a place. `zone`: −1, its compound's own people; the compound, strangers too. */
  private peopleTo(side: AccessPoint, zone: number): Float64Array {
    const { prepared, settings } = this.state.measured
    const search = prepared.graphs.search(settings.profile, settings.basis, true)
    search.run(seedsOf(side, search.graph, 0, REVERSE), this.lookout, zone)
    const onEdges = new StartsOnEdges([{ point: side, source: 0 }], search.graph, REVERSE)
    const columns = peopleColumns(prepared.people, search.graph, REVERSE)
    const best = new BestWalk()
    const costs = new Float64Array(prepared.people.points.length)
    for (let p = 0; p < costs.length; p++) {
      best.clear()
      readWalk(best, search, columns, p, onEdges)
      costs[p] = best.source < 0 ? Infinity : best.cost
    }
    return costs
  }

  /** What it costs from a place inside a compound to each class in it. */
  private onwardInside(side: AccessPoint): Float64Array {
    const { prepared, settings } = this.state.measured
    const search = prepared.graphs.search(settings.profile, settings.basis, false)
    search.run(seedsOf(side, search.graph, 0, FORWARD), this.lookout, -1)
    const onEdges = new StartsOnEdges([{ point: side, source: 0 }], search.graph, FORWARD)
    const columns = facilityColumns(prepared.facilities, search.graph, FORWARD)
    const best = new BestWalk()
    return Float64Array.from(this.classes, ({ shared }) => {
      best.clear()
      for (const i of shared)
        if (prepared.facilities.access[i].some(({ zone }) => zone === side.zone))
          readWalk(best, search, columns, i, onEdges)
      return best.source < 0 ? Infinity : best.cost
    })
  }

  private sum(directions: readonly Direction[], cost: number): LinkEffect {
    const { reach, settings, prepared } = this.state.measured
    const { points } = prepared.people
    const { weights, classes } = this
    const who = this.reachedBy(directions, cost)
    const isGain = new Uint8Array(who.length)
    const gained = new Float64Array(classes.length)
    const reached = classes.map(() => new Set<number>())
    let minutes = 0
    for (const [j, { c, limit, cap, verdicts }] of classes.entries()) {
      const ways = directions.filter(({ onward }) => onward[j] !== Infinity)
      if (ways.length === 0) continue
      const column = reach.cost[c]
      for (let i = 0; i < who.length; i++) {
        const p = who[i]
        let walk = Infinity
        for (const { toSide, onward } of ways) walk = Math.min(walk, toSide[p] + cost + onward[j])
        if (walk > cap) continue
        const known = column[p]
        if (known >= 0 && known <= walk) continue
        if (verdicts[p] !== SERVED && walk <= limit) {
          gained[j] += weights[p]
          reached[j].add(points[p].community)
          isGain[i] = 1
        }
        if (verdicts[p] !== UNKNOWN) minutes += weights[p] * ((known < 0 ? cap : Math.min(known, cap)) - walk)
      }
    }
    const saved = tenthsOfMinutes(minutes * minutesPer(settings))
    const byClass = (gainedIn: (j: number) => number): { code: string; gained: number }[] =>
      classes
        .map(({ code }, j) => ({ code, gained: gainedIn(j) }))
        .filter((each) => each.gained > 0)
        .sort((x, y) => y.gained - x.gained)
    if (!this.hasPeople) {
      const gain = new Set(who.flatMap((p, i) => (isGain[i] === 1 ? [points[p].community] : []))).size
      const own = { minutes: saved, gain, lose: 0, classes: byClass((j) => reached[j].size) }
      return { person_minutes: 0, people: 0, people_lost: 0, classes: [], communities: own }
    }
    let people = 0
    for (let i = 0; i < who.length; i++) people += isGain[i] * weights[who[i]]
    return {
      person_minutes: saved,
      people: wholePeople(people),
      people_lost: 0,
      classes: byClass((j) => wholePeople(gained[j])),
      communities: null,
    }
  }

  /** Points with people who come over a link to some class within its cap. */
  private reachedBy(directions: readonly Direction[], cost: number): number[] {
    const who: number[] = []
    const least = directions.map(
      ({ onward }) => cost + onward.reduce((low, each) => Math.min(low, each), Infinity),
    )
    for (let p = 0; p < this.weights.length; p++)
      if (this.weights[p] > 0 && directions.some(({ toSide }, d) => toSide[p] + least[d] <= this.lookout))
        who.push(p)
    return who
  }
}
