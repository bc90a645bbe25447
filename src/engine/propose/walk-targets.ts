import { facilityColumns, priceAccess, readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import { searchFrom } from '../catchment/search-starts'
import { StartsOnEdges } from '../catchment/starts-on-edges'
import { FORWARD, REVERSE, seedsOf } from '../catchment/walks'
import type { AccessPoint } from '../places/access-point'
import { checkpoint, type Run } from '../run'
import type { AskedPoints } from './asked-points'
import type { PlannedClass } from './list-demand'
import { NearPlaces } from './near-places'
import { isInBox } from '../geometry/box'
import { boxAround, growBox } from './box'
import { positionOf, positionsOfFacilities, sightOf } from './near-walks'
import type { Place } from './places'
import type { PlanContext } from './plan-context'

/** What links are looked at for. */
export interface LinksFor {
  readonly context: PlanContext
  readonly classes: readonly PlannedClass[]
  readonly places: readonly Place[]
  /** how far a walk may be to count, in the unit of the search; by class */
  readonly lookout: readonly number[]
  /** those it is about */
  readonly points: AskedPoints
  /** people who want a class, weighted, at `class * count + number` among them; 0: nobody, or it is not asked */
  readonly wants: Float64Array
}

/** Somewhere walks lead: a place that may come to hold some classes, or whatever there is of a class. */
export interface WalkTarget {
  /** index into the places; null: what there is */
  readonly place: number | null
  /** indexes into the planned classes */
  readonly classes: readonly number[]
  /** the farthest of their limits */
  readonly limit: number
  /** walks to it today, by number among those asked about; NaN: too far */
  readonly today: Float64Array
  /** from each side of a link on; NaN: too far */
  readonly onward: ReadonlyMap<AccessPoint, number>
  /** the ways into it, or those facilities that a walk to them could be short enough for */
  readonly access: readonly AccessPoint[]
  readonly members: readonly number[]
}

/** 1: somebody there wants something; by number among those asked about. */
export function markWanting({ points: { count }, wants }: Pick<LinksFor, 'points' | 'wants'>): Uint8Array {
  const isWanting = new Uint8Array(count)
  wants.forEach((want, i) => {
    if (want > 0) isWanting[i % count] = 1
  })
  return isWanting
}

/** Reads everywhere walks may lead, with everybody's walk there and that from each side of links. */
export async function readTargets(
  { context, classes, places, lookout, points, wants }: LinksFor,
  sides: readonly AccessPoint[],
  run: Run,
): Promise<WalkTarget[]> {
  const { on, settings, reach } = context
  const { services } = on.facilities
  const isWanting = markWanting({ points, wants })
  const search = on.graphs.search(settings.profile, settings.basis, true)
  const box = boxAround([
    ...sides.map((side) => positionOf(on, side)),
    ...[...points.points]
      .filter((_, n) => isWanting[n] === 1)
      .flatMap((p) => on.people.points[p].access.map((point) => positionOf(on, point))),
  ])
  const entered = positionsOfFacilities(on)
  const ends = NearPlaces.of(
    priceAccess(
      sides.map((side) => [side]),
      search.graph,
      REVERSE,
    ),
  )
  const read = (
    own: readonly number[],
    access: readonly (readonly AccessPoint[])[],
    members: readonly number[],
  ) => {
    const limit = Math.max(0, ...own.map((c) => lookout[c]))
    const facilities = { ...on.facilities, access }
    const onEdges = searchFrom({ on: { ...on, facilities }, search, lookout: limit }, members)
    const today = new Float64Array(points.count).fill(NaN)
    const near = points.read(search, on.people, onEdges, limit)
    near.places.forEach((n, i) => {
      if (isWanting[n] === 1) today[n] = near.cost[i]
    })
    const onward = new Map<AccessPoint, number>()
    const reached = ends.read(search, onEdges, limit)
    reached.places.forEach((i, n) => onward.set(sides[i], reached.cost[n]))
    return { classes: own, limit, today, onward }
  }
  const targets: WalkTarget[] = []
  const count = places.length + classes.length
  for (const [place, { access, hosted }] of places.entries()) {
    await checkpoint(run, 'links', targets.length, count)
    const own = hosted.map((each) => each.class)
    targets.push({ place, ...read(own, [access], [0]), access, members: [] })
  }
  for (const [c, { index }] of classes.entries()) {
    const near = growBox(box, sightOf(settings, lookout[c]) + ROUNDING_M)
    const members = reach.members.fit[index].filter(
      (i) => services[i].access !== 'residents' && entered[i].some((position) => isInBox(near, position)),
    )
    if (members.length === 0) continue
    await checkpoint(run, 'links', targets.length, count)
    targets.push({ place: null, ...read([c], on.facilities.access, members), access: [], members })
  }
  return targets
}

/** Lengths are rounded, street by street: so much longer than a walk the straight way may seem, metres. */
const ROUNDING_M = 20

/** From a place inside a compound on to what stands in it. */
export function walksInside(
  { context, lookout }: Pick<LinksFor, 'context' | 'lookout'>,
  targets: readonly WalkTarget[],
  side: AccessPoint,
): ReadonlyMap<WalkTarget, number> {
  const { on, settings } = context
  const inside = targets.filter(({ access, members }) =>
    [...access, ...members.flatMap((i) => on.facilities.access[i])].some(({ zone }) => zone === side.zone),
  )
  const walks = new Map<WalkTarget, number>()
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
