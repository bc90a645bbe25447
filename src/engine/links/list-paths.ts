import { priceAccess, readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import { StartsOnEdges } from '../catchment/starts-on-edges'
import { FORWARD, seedsOf } from '../catchment/walks'
import { lineOf } from '../catchment/trace-route'
import { boundsOf, distanceToRings, isInside, ringsOf } from '../geometry/rings'
import type { AccessPoint } from '../places/access-point'
import { checkpoint, type Run } from '../run'
import { costPerMetre, type LinkGround } from './link-state'
import type { PossibleLink } from './possible-link'
import { StraightWays } from './straight-ways'
import { type StreetNeighbours, streetNeighbours } from './street-neighbours'

/** A path is at most this long, and at least this, metres. */
const PATH_M = 60
const LEAST_PATH_M = 3
/** The walk between its ends is so many times as long, and longer by so many metres (J). */
const PATH_DETOUR = 5
const LEAST_SAVED_M = 100
/** Places along streets are tried so far apart, metres. */
const STEP_M = 25
/** Of paths whose ends are all this near to each other one is kept: the shortest, metres. */
const SAME_M = 40
/** At most so many paths are priced, those that shorten the walk between their ends most. */
const PRICED = 600

/** Two places on streets that are near in a straight line and far on foot. */
interface Pair {
  readonly a: AccessPoint
  readonly b: AccessPoint
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly straight_m: number
  /** metres on foot; Infinity: more than was looked for */
  readonly walk_m: number
}

/**
 * Short paths between two streets of the same ground (both public, or both of one compound) that are near in a
 * straight line and far on foot, where nothing stands between. `asked`: only near these communities; null: all.
 */
export async function listPaths(
  state: LinkGround,
  asked: ReadonlySet<string> | null,
  run: Run,
): Promise<PossibleLink[]> {
  const { network, project } = state.measured.prepared
  const pairs = thin(await findPairs(state, asked, run)).slice(0, PRICED)
  const streetOf = ({ edge }: AccessPoint): string => project.layers.streets[network.edgeStreet[edge]].id
  return pairs.map(({ a, b, from, to, straight_m }): PossibleLink => {
    const line = lineOf(network.frame, [from, to])
    const [first, second] = [streetOf(a), streetOf(b)]
    return {
      id: `path:${line.map((place) => place.join()).join('..')}`,
      kind: 'path',
      edits: [{ kind: 'add-path', line, from: first, to: second }],
      zone: a.zone,
      gates: [],
      streets: [first, second],
      a,
      b,
      length_m: straight_m,
      cost: Math.round(straight_m * costPerMetre(state)),
      before_m: null,
      line: [from, to],
    }
  })
}

/** Streets looked along between two looks at whether to stop. */
const AT_A_TIME = 64

async function findPairs(state: LinkGround, asked: ReadonlySet<string> | null, run: Run): Promise<Pair[]> {
  const { network } = state.measured.prepared
  const neighbours = streetNeighbours(network)
  const ways = new StraightWays(state)
  const near = nearAsked(state, asked, neighbours)
  const pairs: Pair[] = []
  let looked = 0
  for (let edge = 0; edge < network.homeEdgeCount; edge++) {
    if (near?.edges[edge] === 0 || !neighbours.canJoin(edge)) continue
    if (looked++ % AT_A_TIME === 0) await checkpoint(run, 'links', edge, network.homeEdgeCount)
    const zone = network.edgeZone[edge]
    for (const { at, x, y } of neighbours.placesAlong(edge, STEP_M)) {
      if (near?.isNear(zone, x, y) === false) continue
      // what is cheap to ask first: nearly all streets near by meet, and something stands between many others
      const feet = neighbours
        .nearestOnOthers(edge, x, y, PATH_M)
        .filter(
          (foot) =>
            foot.d >= LEAST_PATH_M &&
            neighbours.walkByCorner(edge, at, foot) >= leastWalk(foot.d) &&
            ways.isFree(x, y, foot.x, foot.y, zone),
        )
      if (feet.length === 0) continue
      const a = pointOn(edge, at, zone)
      const ends = feet.map((foot) => pointOn(foot.edge, foot.at, zone))
      const farthest = Math.max(...feet.map(({ d }) => leastWalk(d)))
      const walks = walkMetres(state, a, ends, farthest)
      feet.forEach(({ x: toX, y: toY, d }, i) => {
        if (walks[i] < leastWalk(d)) return
        pairs.push({ a, b: ends[i], from: [x, y], to: [toX, toY], straight_m: d, walk_m: walks[i] })
      })
    }
  }
  return pairs
}

/** Ends of a path of so many metres are at least so far apart on foot. */
function leastWalk(straight_m: number): number {
  return Math.max(PATH_DETOUR * straight_m, straight_m + LEAST_SAVED_M)
}

function pointOn(edge: number, at: number, zone: number): AccessPoint {
  return { edge, at, node: -1, connector_m: 0, zone }
}

/** Metres on foot from one place to others, as far as it takes to tell a detour; Infinity: more than `most_m`. */
function walkMetres(
  { measured: { prepared, settings } }: LinkGround,
  from: AccessPoint,
  to: readonly AccessPoint[],
  most_m: number,
): number[] {
  const search = prepared.graphs.search(settings.profile, 'distance', false)
  search.run(seedsOf(from, search.graph, 0, FORWARD), Math.ceil(most_m * 1000), from.zone)
  const starts = new StartsOnEdges([{ point: from, source: 0 }], search.graph, FORWARD)
  const columns = priceAccess(
    to.map((point) => [point]),
    search.graph,
    FORWARD,
  )
  const best = new BestWalk()
  return to.map((_, i) => {
    best.clear()
    readWalk(best, search, columns, i, starts)
    return best.source < 0 ? Infinity : best.cost / 1000
  })
}

/** Where paths begin that are asked about. */
interface Near {
  /** whether a place of a zone, in metres of the frame, lies in or near one of the communities asked about */
  readonly isNear: (zone: number, x: number, y: number) => boolean
  /** 0: an edge that has no such place */
  readonly edges: Uint8Array
}

/** null: paths may begin anywhere. */
function nearAsked(
  { measured: { prepared } }: LinkGround,
  asked: ReadonlySet<string> | null,
  neighbours: StreetNeighbours,
): Near | null {
  if (asked === null) return null
  const { network, compounds, project } = prepared
  const rings = project.layers.communities
    .filter(({ id }) => asked.has(id))
    .map(({ geometry }) => ringsOf(geometry, network.frame))
  const bounds = rings.map((each) => growBounds(boundsOf(each)))
  const askedZones = Uint8Array.from(compounds, ({ id }) => (asked.has(id) ? 1 : 0))
  const isAskedZone = (zone: number): boolean => zone >= 0 && askedZones[zone] === 1
  const edges = new Uint8Array(network.homeEdgeCount)
  for (let edge = 0; edge < edges.length; edge++) if (isAskedZone(network.edgeZone[edge])) edges[edge] = 1
  // a district has a thousand communities, and each of its streets is looked at every few metres
  const byCell = new Map<string, number[]>()
  for (const [i, box] of bounds.entries()) {
    neighbours.markWithin(...box, edges)
    const [minX, minY, maxX, maxY] = box
    for (let column = columnOf(minX); column <= columnOf(maxX); column++)
      for (let row = columnOf(minY); row <= columnOf(maxY); row++) {
        const list = byCell.get(`${column} ${row}`)
        if (list === undefined) byCell.set(`${column} ${row}`, [i])
        else list.push(i)
      }
  }
  const isNear: Near['isNear'] = (zone, x, y) => {
    if (zone >= 0) return isAskedZone(zone)
    return (byCell.get(`${columnOf(x)} ${columnOf(y)}`) ?? []).some((i) => {
      const [minX, minY, maxX, maxY] = bounds[i]
      if (x < minX || x > maxX || y < minY || y > maxY) return false
      return isInside(rings[i], x, y) || distanceToRings(rings[i], x, y) <= PATH_M
    })
  }
  return { isNear, edges }
}

/** A box and as much around it as a path is long. */
function growBounds([minX, minY, maxX, maxY]: ReturnType<typeof boundsOf>): [number, number, number, number] {
  return [minX - PATH_M, minY - PATH_M, maxX + PATH_M, maxY + PATH_M]
}

/** Communities are looked for by squares as wide as many of them, metres. */
const COMMUNITY_CELL_M = 250

function columnOf(value: number): number {
  return Math.floor(value / COMMUNITY_CELL_M)
}

/** Of paths between the same two places the shortest; those that shorten their walk most come first. */
function thin(pairs: readonly Pair[]): Pair[] {
  const kept: Pair[] = []
  const cells = new Map<string, Pair[]>()
  for (const pair of pairs.toSorted((p, q) => p.straight_m - q.straight_m)) {
    const known = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) => cells.get(cellOf(pair.from, dx, dy)) ?? []),
    )
    const isKnown = known.some(
      ({ from, to }) =>
        (isSame(pair.from, from) && isSame(pair.to, to)) || (isSame(pair.from, to) && isSame(pair.to, from)),
    )
    if (isKnown) continue
    kept.push(pair)
    for (const end of [pair.from, pair.to]) {
      const key = cellOf(end)
      const list = cells.get(key)
      if (list === undefined) cells.set(key, [pair])
      else list.push(pair)
    }
  }
  return kept.sort((p, q) => savedBy(q) - savedBy(p))
}

function isSame(p: readonly [number, number], q: readonly [number, number]): boolean {
  return Math.hypot(p[0] - q[0], p[1] - q[1]) <= SAME_M
}

/** The square cell of a place, or one next to it. */
function cellOf([x, y]: readonly [number, number], dx = 0, dy = 0): string {
  return `${Math.floor(x / SAME_M) + dx} ${Math.floor(y / SAME_M) + dy}`
}

/** Where the walk is longer than was looked for, so much at least. */
function savedBy({ walk_m, straight_m }: Pair): number {
  return Math.min(walk_m, PATH_M * PATH_DETOUR) - straight_m
}
