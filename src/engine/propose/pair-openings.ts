import { priceAccess } from '../catchment/access-columns'
import { StartsOnEdges } from '../catchment/starts-on-edges'
import { FORWARD, seedsOf } from '../catchment/walks'
import { isClosedTo } from '../links/ways-over'
import type { AccessPoint } from '../places/access-point'
import { checkpoint, type Run } from '../run'
import { type PricedWay, WorthCounter } from './count-worth'
import { NearPlaces } from './near-places'
import type { Opening } from './opening'
import { type LinksFor, readTargets, walksInside, type WalkTarget } from './walk-targets'

/** Pairs of which people are counted; of the others the walks between their sides already say that they do less (J). */
const COUNTED = 160
/** So many pairs are measured, the best by estimate (J). */
const MEASURED = 16
/** Sides searched from, or pairs counted, between two looks at whether to stop. */
const AT_A_TIME = 32

/** Two openings by index, the first before the second. */
type OpeningPair = readonly [first: number, second: number]

/** A pair that is worth measuring, and whom for. */
export interface ChosenPair {
  readonly pair: OpeningPair
  /** places it brings somebody to, by index */
  readonly places: ReadonlySet<number>
  /** planned classes of which it brings somebody to what there is */
  readonly classes: ReadonlySet<number>
}

/**
 * Walks of those asked about, by number, to a place (null: to what there is) of a class with one opening; undefined: no
 * shorter than without.
 */
export type WalksWith = (place: number | null, opening: number, c: number) => Int32Array | undefined

/** One opening in one direction; sides by index. */
interface Passage {
  readonly opening: number
  readonly from: number
  readonly to: number
  readonly cost: number
}

/** A pair, what is known of it without looking who lives near, and the ways people may use it. */
interface Candidate {
  readonly pair: OpeningPair
  readonly ways: readonly PricedWay[]
  readonly promise: number
}

/**
 * Pairs of openings that are of use only together: a walk over both is shorter than over either, and than there is
 * one today. Estimated as single links are: to the near side of the one, over it, on to the other, over that, and on from
 * its far side. The answer only says which pairs are worth measuring.
 */
export async function choosePairs(
  asked: LinksFor,
  openings: readonly Opening[],
  walksWith: WalksWith,
  run: Run,
): Promise<ChosenPair[]> {
  const sides: AccessPoint[] = []
  const passages = openings.flatMap(({ over }, opening): Passage[] => {
    if (over === null) return []
    const [a, b] = [sides.push(over.a) - 1, sides.push(over.b) - 1]
    return [
      { opening, from: a, to: b, cost: over.cost },
      { opening, from: b, to: a, cost: over.cost },
    ]
  })
  if (passages.length < 4) return []
  const targets = await readTargets(asked, sides, run)
  const candidates = listCandidates(asked, openings, {
    passages,
    sides,
    targets,
    between: await walkBetween(asked, sides, run),
  })
  const counter = new WorthCounter(asked, targets)
  const ranked = candidates.sort((p, q) => q.promise - p.promise || compare(p.pair, q.pair)).slice(0, COUNTED)
  const counted: (ChosenPair & { readonly worth: number })[] = []
  for (const { pair, ways } of ranked) {
    if (counted.length % AT_A_TIME === 0) await checkpoint(run, 'links', counted.length, ranked.length)
    const [places, classes] = [new Set<number>(), new Set<number>()]
    const worth = counter.of(
      ways,
      ({ place }, c, n, walk) => pair.some((o) => (walksWith(place, o, c)?.[n] ?? Infinity) <= walk),
      ({ place }, c) => (place === null ? classes.add(c) : places.add(place)),
    )
    counted.push({ pair, places, classes, worth })
  }
  return counted
    .filter(({ worth }) => worth > 0)
    .sort((p, q) => q.worth - p.worth || compare(p.pair, q.pair))
    .slice(0, MEASURED)
    .sort((p, q) => compare(p.pair, q.pair))
}

interface Ground {
  readonly passages: readonly Passage[]
  readonly sides: readonly AccessPoint[]
  readonly targets: readonly WalkTarget[]
  /** walks from side to side on the network as it is, `from * sides + to`; Infinity: farther than any walk may be */
  readonly between: Float64Array
}

/** Pairs whose sides say that a walk over both is shorter than any there is without. */
function listCandidates(
  asked: LinksFor,
  openings: readonly Opening[],
  { passages, sides, targets, between }: Ground,
): Candidate[] {
  const { compounds } = asked.context.on
  const isClosed = sides.map((side) => isClosedTo(side, compounds))
  const toAll = sides.map((side) => Float64Array.from(targets, ({ onward }) => onward.get(side) ?? Infinity))
  // most targets are too far from most sides
  const inReach = new Map<Float64Array, readonly number[]>()
  const reachedBy = (walks: Float64Array): readonly number[] => {
    let list = inReach.get(walks)
    if (list === undefined) inReach.set(walks, (list = [...walks.keys()].filter((t) => walks[t] < Infinity)))
    return list
  }
  const inside = new Map<number, Float64Array>()
  /** on from a side for whoever came in as a guest, and passes no further */
  const asGuest = (side: number): Float64Array => {
    let known = inside.get(side)
    if (known === undefined) {
      const walks = walksInside(asked, targets, sides[side])
      inside.set(side, (known = Float64Array.from(targets, (target) => walks.get(target) ?? Infinity)))
    }
    return known
  }
  const found = new Map<string, { pair: OpeningPair; ways: PricedWay[]; promise: number }>()
  for (const first of passages)
    for (const second of passages) {
      if (first.opening === second.opening) continue
      const [start, middle, end] = [sides[first.from].zone, sides[first.to].zone, sides[second.to].zone]
      const walk = between[first.to * sides.length + second.from]
      if (middle !== sides[second.from].zone || walk === Infinity) continue
      // through a compound between them nobody passes but by public gates
      const isThrough = isClosed[first.to] && start !== middle && end !== middle
      if (isThrough && !(openings[first.opening].isPublic && openings[second.opening].isPublic)) continue
      const isInsideOnly = isClosed[second.to] && end !== start
      const cost = first.cost + walk + second.cost
      const rest = isInsideOnly ? asGuest(second.to) : toAll[second.to]
      const today = toAll[first.from]
      const byFirst = isThrough ? asGuest(first.to) : toAll[first.to]
      const round = isThrough ? Infinity : between[first.from * sides.length + second.from] + second.cost
      let promise = 0
      for (const t of reachedBy(rest)) {
        const { limit, classes } = targets[t]
        const without = Math.min(limit, today[t], first.cost + byFirst[t], round + rest[t])
        const saved = without - cost - rest[t]
        if (saved > 0) promise += saved * classes.length
      }
      if (promise === 0) continue
      const [i, j] = [first.opening, second.opening].sort((p, q) => p - q)
      const known = found.get(`${i} ${j}`) ?? { pair: [i, j], ways: [], promise: 0 }
      known.promise += promise
      known.ways.push({ from: sides[first.from], to: sides[second.to], of: -1, isInsideOnly, cost })
      found.set(`${i} ${j}`, known)
    }
  return [...found.values()]
}

async function walkBetween(
  { context, lookout }: LinksFor,
  sides: readonly AccessPoint[],
  run: Run,
): Promise<Float64Array> {
  const { on, settings } = context
  const far = Math.max(0, ...lookout)
  const search = on.graphs.search(settings.profile, settings.basis, false)
  const ends = NearPlaces.of(
    priceAccess(
      sides.map((side) => [side]),
      search.graph,
      FORWARD,
    ),
  )
  const between = new Float64Array(sides.length ** 2).fill(Infinity)
  for (const [i, from] of sides.entries()) {
    if (i % AT_A_TIME === 0) await checkpoint(run, 'links', i, sides.length)
    search.run(seedsOf(from, search.graph, 0, FORWARD), far, -1)
    const onEdges = new StartsOnEdges([{ point: from, source: 0 }], search.graph, FORWARD)
    const { places, cost } = ends.read(search, onEdges, far)
    places.forEach((k, n) => (between[i * sides.length + k] = cost[n]))
  }
  return between
}

function compare(p: OpeningPair, q: OpeningPair): number {
  return p[0] - q[0] || p[1] - q[1]
}
