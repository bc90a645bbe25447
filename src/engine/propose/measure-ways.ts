import { startMeasuring } from '../catchment/measure-class'
import type { Reach } from '../catchment/reach'
import type { ExplainContext } from '../explain/class-state'
import { liveAlike } from '../places/live-alike'
import { checkpoint, type Run } from '../run'
import type { LayEdits } from './list-openings'
import type { NearWalks } from './near-places'
import { NO_WAY, type Position, positionOf, sightOf, spread, walksAmong, walksTo } from './near-walks'
import type { Opening } from './opening'
import { type ChosenPair, choosePairs } from './pair-openings'
import type { LinksFor } from './walk-targets'

/** What some measures together would make of walks to a class; who serves, and by which opening. */
export interface Way {
  readonly place: number | null
  /** indexes into the openings that it takes, ascending: none by the network as it is, one, or two of a pair */
  readonly openings: readonly number[]
  /** index into the planned classes */
  readonly class: number
  /** by demand point, in the unit of the search; NO_WAY beyond the lookout, and by a pair where one of it does as well */
  readonly cost: Int32Array
}

/** What walks are measured for. */
interface Asked extends LinksFor {
  readonly openings: readonly Opening[]
  /** 1: a point somebody in scope lives at */
  readonly isAsked: Uint8Array
}

/** The ways there are, and openings that cannot be measured: they would move people. */
export interface MeasuredWays {
  readonly ways: readonly Way[]
  readonly unfit: ReadonlySet<Opening>
}

/**
 * Walks to every place as things are, to what there is with one gate, wall or path opened, and to every place with
 * one of them opened where that is shorter; the same with two of them that help only together, as far as
 * `choosePairs` finds them worth it. Three that do are not looked for: what they would add is more than a plan promises,
 * never less. `lay`: as carrying both of a pair out would.
 */
export async function measureWays(asked: Asked, lay: LayEdits, run: Run): Promise<MeasuredWays> {
  const { context, places, openings, lookout, isAsked } = asked
  const unfit = new Set<Opening>()
  const today = startMeasuring(context.on, context.settings)
  const farOf = places.map(({ hosted }) => Math.max(0, ...hosted.map((each) => lookout[each.class])))
  const base = places.map(({ access }, place) =>
    spread(walksTo(today, access, farOf[place], isAsked), isAsked.length),
  )
  const ways = places.flatMap(({ hosted }, place) =>
    hosted.map(({ class: c }): Way => ({ place, openings: [], class: c, cost: base[place] })),
  )
  const opener = new OpenedWays(asked, farOf, base)
  const singles = new Map<string, Int32Array>()
  const walksWith = (place: number | null, o: number, c: number): Int32Array | undefined =>
    singles.get(`${place} ${o} ${c}`)
  for (const [o, opening] of openings.entries()) {
    if (!opening.helpsAlone) continue
    await checkpoint(run, 'reach', o, openings.length)
    const opened = opening.open()
    if (opened === null) {
      unfit.add(opening)
      continue
    }
    opener.measure(opened, [opening], (place, hosted, walks, before) => {
      const shorter = walks.cost.some((each, i) => each < before[walks.places[i]])
      if (!shorter) return
      const cost = spread(walks, isAsked.length)
      for (const c of hosted) {
        ways.push({ place, openings: [o], class: c, cost })
        singles.set(`${place} ${o} ${c}`, cost)
      }
    })
  }
  const pairs = await choosePairs(asked, openings, walksWith, run)
  for (const [k, { pair, ...only }] of pairs.entries()) {
    await checkpoint(run, 'reach', k, pairs.length)
    const both = pair.map((o) => openings[o])
    if (both.some((opening) => unfit.has(opening))) continue
    const opened = lay(both.map(({ measure }) => measure.edit))
    if (!liveAlike(context.on.people, opened.people)) continue
    const tell: TellWalks = (place, hosted, { places: near, cost }, before) => {
      for (const c of hosted) {
        const rivals = [before, ...pair.flatMap((o) => walksWith(place, o, c) ?? [])]
        const kept = cost.map((each, i) => (rivals.every((rival) => each < rival[near[i]]) ? each : NO_WAY))
        if (kept.every((each) => each === NO_WAY)) continue
        ways.push({
          place,
          openings: pair,
          class: c,
          cost: spread({ places: near, cost: kept }, isAsked.length),
        })
      }
    }
    opener.measure(opened, both, tell, only)
  }
  return { ways, unfit }
}

/**
 * Told of the walks to a place (null: to what there is of a class) from wherever there is one, and of everybody's before.
 * `hosted`: the classes they are walks to.
 */
type TellWalks = (
  place: number | null,
  hosted: readonly number[],
  walks: NearWalks,
  before: Int32Array,
) => void

/** Measures walks where something is opened. */
class OpenedWays {
  private readonly asked: Asked
  private readonly farOf: readonly number[]
  private readonly base: readonly Int32Array[]
  private readonly standing: readonly (readonly Position[])[]
  private readonly services: readonly (readonly Position[])[]
  /** by class, everybody's walk to what there is of it */
  private readonly today: readonly Int32Array[]

  /** `base`: by place, everybody's walk to it as things are, as far as `farOf` */
  constructor(asked: Asked, farOf: readonly number[], base: readonly Int32Array[]) {
    const { on, reach } = asked.context
    this.today = asked.classes.map(({ index }) => costOf(reach, index, asked.isAsked))
    this.asked = asked
    this.farOf = farOf
    this.base = base
    this.standing = asked.places.map(({ access }) => access.map((point) => positionOf(on, point)))
    this.services = on.facilities.access.map((access) => access.map((point) => positionOf(on, point)))
  }

  /** Walks to what there is of each class and to each place near the openings; `only`: to these. */
  measure(
    opened: ExplainContext,
    openings: readonly Opening[],
    tell: TellWalks,
    only?: Pick<ChosenPair, 'places' | 'classes'>,
  ): void {
    const { context, classes, places, lookout, isAsked } = this.asked
    const { reach, settings } = context
    // a walk over all of them that is short enough ends near each
    const isNear = (ends: readonly Position[], far: number): boolean => {
      const sight = sightOf(settings, far)
      return openings.every(({ spots }) =>
        spots.some((spot) => ends.some(([x, y]) => Math.hypot(x - spot[0], y - spot[1]) <= sight)),
      )
    }
    const measuring = startMeasuring(opened, settings)
    const laysStreets = openings.some((opening) => opening.laysStreets)
    for (const [c, { index }] of classes.entries()) {
      if (only?.classes.has(c) === false) continue
      const near = reach.members.fit[index].filter((i) => isNear(this.services[i], lookout[c]))
      if (near.length === 0) continue
      tell(null, [c], walksAmong(measuring, near, lookout[c], isAsked), this.today[c])
    }
    for (const [place, { access, enter, hosted }] of places.entries()) {
      if (only?.places.has(place) === false) continue
      if (!isNear(this.standing[place], this.farOf[place])) continue
      const walks = walksTo(measuring, laysStreets ? enter(opened) : access, this.farOf[place], isAsked)
      tell(
        place,
        hosted.map((each) => each.class),
        walks,
        this.base[place],
      )
    }
  }
}

/** The walks of a class as a column of their own. */
export function costOf(reach: Reach, classIndex: number, isAsked: Uint8Array): Int32Array {
  const column = reach.cost[classIndex]
  return Int32Array.from(isAsked, (asked, p) => {
    const cost = column[p]
    return asked === 1 && cost >= 0 ? cost : NO_WAY
  })
}
