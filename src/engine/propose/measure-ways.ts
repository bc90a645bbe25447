import type { Reach } from '../catchment/reach'
import type { ExplainContext } from '../explain/class-state'
import { withEdit } from '../explain/try-gates'
import { checkpoint, type Run } from '../run'
import type { AskedPoints } from './asked-points'
import { joinBoxes, meetBoxes } from '../geometry/box'
import { boxAround, growBox } from './box'
import { changesOf, type LayAll, type Laying } from './lay-apart'
import type { NearWalks } from './near-places'
import {
  NO_WAY,
  type Position,
  positionOf,
  positionsOfFacilities,
  sightOf,
  spread,
  startWalking,
  walksAmong,
  walksTo,
} from './near-walks'
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
  /** by number among those asked about, in the unit of the search; NO_WAY beyond the lookout, and by a pair where one of it does as well */
  readonly cost: Int32Array
}

/** What walks are measured for. */
interface Asked extends LinksFor {
  readonly openings: readonly Opening[]
  /** by planned class: whether somebody is to be served by it, or to walk less; of the others walks are not asked */
  readonly isSought: readonly boolean[]
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
 * never less. Of classes that nobody is to be served by nothing is told. `layAll`: as carrying out would.
 */
export async function measureWays(asked: Asked, layAll: LayAll, run: Run): Promise<MeasuredWays> {
  const { context, places, openings, points, lookout, isSought } = asked
  const unfit = new Set<Opening>()
  const today = startWalking(context.on, context.settings, points)
  const farOf = places.map(({ hosted }) => Math.max(0, ...hosted.map((each) => lookout[each.class])))
  const soughtOf = places.map(({ hosted }) =>
    hosted.flatMap((each) => (isSought[each.class] ? [each.class] : [])),
  )
  const base = places.map(({ access }, place) =>
    soughtOf[place].length === 0 ? null : spread(walksTo(today, access, farOf[place]), points),
  )
  const ways = soughtOf.flatMap((sought, place) => {
    const cost = base[place]
    return cost === null ? [] : sought.map((c): Way => ({ place, openings: [], class: c, cost }))
  })
  const opener = new OpenedWays(asked, { farOf, soughtOf, base })
  const singles = new Map<string, Int32Array>()
  const walksWith = (place: number | null, o: number, c: number): Int32Array | undefined =>
    singles.get(`${place} ${o} ${c}`)
  const waysBy: Way[][] = openings.map(() => [])
  const measureSingle = (opened: ExplainContext, o: number): void =>
    opener.measure(opened, [openings[o]], (place, hosted, walks, before) => {
      const shorter = walks.cost.some((each, i) => each < before[walks.places[i]])
      if (!shorter) return
      const cost = spread(walks, points)
      for (const c of hosted) {
        waysBy[o].push({ place, openings: [o], class: c, cost })
        singles.set(`${place} ${o} ${c}`, cost)
      }
    })
  const layings: Laying[] = []
  for (const [o, opening] of openings.entries()) {
    if (!opening.helpsAlone) continue
    if (opening.laysStreets)
      layings.push(
        opener.laying([opening], (opened) => {
          if (opened === null) unfit.add(opening)
          else measureSingle(opened, o)
        }),
      )
    else {
      await checkpoint(run, 'reach', o, openings.length)
      measureSingle(withEdit(context.on, opening.measure.edit, context.settings.hour ?? null), o)
    }
  }
  await layAll(layings)
  ways.push(...waysBy.flat())
  const pairs = await choosePairs(asked, openings, walksWith, run)
  const waysByPair: Way[][] = pairs.map(() => [])
  const pairLayings = pairs.flatMap(({ pair, ...only }, k): Laying[] => {
    const both = pair.map((o) => openings[o])
    if (both.some((opening) => unfit.has(opening))) return []
    const tell: TellWalks = (place, hosted, { places: near, cost }, before) => {
      for (const c of hosted) {
        const rivals = [before, ...pair.flatMap((o) => walksWith(place, o, c) ?? [])]
        const kept = cost.map((each, i) => (rivals.every((rival) => each < rival[near[i]]) ? each : NO_WAY))
        if (kept.every((each) => each === NO_WAY)) continue
        waysByPair[k].push({
          place,
          openings: pair,
          class: c,
          cost: spread({ places: near, cost: kept }, points),
        })
      }
    }
    return [
      opener.laying(both, (opened) => {
        if (opened !== null) opener.measure(opened, both, tell, only)
      }),
    ]
  })
  await layAll(pairLayings)
  ways.push(...waysByPair.flat())
  return { ways, unfit }
}

/**
 * Told of the walks to a place (null: to what there is of a class) from wherever there is one, and of everybody's before.
 * `hosted`: the classes they are walks to, of those that somebody is to be served by.
 */
type TellWalks = (
  place: number | null,
  hosted: readonly number[],
  walks: NearWalks,
  before: Int32Array,
) => void

/** What is known of walks to places, by place. */
interface ToPlaces {
  /** how far they may be */
  readonly farOf: readonly number[]
  /** the classes to be there that somebody is to be served by */
  readonly soughtOf: readonly (readonly number[])[]
  /** everybody's walk as things are; null: nobody is to be served there */
  readonly base: readonly (Int32Array | null)[]
}

/** Measures walks where something is opened. */
class OpenedWays {
  private readonly asked: Asked
  private readonly toPlaces: ToPlaces
  private readonly standing: readonly (readonly Position[])[]
  private readonly services: readonly (readonly Position[])[]
  /** by class, everybody's walk to what there is of it */
  private readonly today: readonly Int32Array[]

  constructor(asked: Asked, toPlaces: ToPlaces) {
    const { on, reach } = asked.context
    this.today = asked.classes.map(({ index }) => costOf(reach, index, asked.points))
    this.asked = asked
    this.toPlaces = toPlaces
    this.standing = asked.places.map(({ access }) => access.map((point) => positionOf(on, point)))
    this.services = positionsOfFacilities(on)
  }

  /** Openings to be laid, and how far around them walks are measured. */
  laying(openings: readonly Opening[], tell: Laying['tell']): Laying {
    const { context, points, lookout } = this.asked
    const { on, settings } = context
    const sight = sightOf(settings, Math.max(0, ...lookout))
    const spots = openings.flatMap((opening) => opening.spots)
    return {
      edits: openings.map(({ measure }) => measure.edit),
      changes: openings.map(({ measure }) => changesOf(on, measure.edit)).reduce(joinBoxes),
      // from where somebody is asked about to an end that is near an opening
      measured: meetBoxes(growBox(points.boxOn(on), sight), growBox(boxAround(spots), 2 * sight)),
      tell,
    }
  }

  /** Walks to what there is of each class and to each place near the openings; `only`: to these. */
  measure(
    opened: ExplainContext,
    openings: readonly Opening[],
    tell: TellWalks,
    only?: Pick<ChosenPair, 'places' | 'classes'>,
  ): void {
    const { context, classes, places, points, lookout, isSought } = this.asked
    const { farOf, soughtOf, base } = this.toPlaces
    const { reach, settings } = context
    // a walk over all of them that is short enough ends near each
    const isNear = (ends: readonly Position[], far: number): boolean => {
      const sight = sightOf(settings, far)
      return openings.every(({ spots }) =>
        spots.some((spot) => ends.some(([x, y]) => Math.hypot(x - spot[0], y - spot[1]) <= sight)),
      )
    }
    const walking = startWalking(opened, settings, points)
    const laysStreets = openings.some((opening) => opening.laysStreets)
    for (const [c, { index }] of classes.entries()) {
      if (!isSought[c] || only?.classes.has(c) === false) continue
      const near = reach.members.fit[index].filter((i) => isNear(this.services[i], lookout[c]))
      if (near.length === 0) continue
      tell(null, [c], walksAmong(walking, near, lookout[c]), this.today[c])
    }
    for (const [place, { access, enter }] of places.entries()) {
      const before = base[place]
      if (before === null || only?.places.has(place) === false) continue
      if (!isNear(this.standing[place], farOf[place])) continue
      const walks = walksTo(walking, laysStreets ? enter(opened) : access, farOf[place])
      tell(place, soughtOf[place], walks, before)
    }
  }
}

/** The walks of a class as a column of their own, by number among those asked about. */
export function costOf(reach: Reach, classIndex: number, { points }: AskedPoints): Int32Array {
  const column = reach.cost[classIndex]
  return points.map((p) => (column[p] >= 0 ? column[p] : NO_WAY))
}
