import type { Edit } from '../../model/scenario'
import { SHARED_WALL_M, type SharedWallAnswer } from '../../model/shared-wall'
import type { LonLat } from '../../model/units'
import { newGateAccess } from '../explain/new-gate-access'
import type { ExplainContext } from '../explain/class-state'
import { boundsOf } from '../geometry/rings'
import type { Compound } from '../network/compounds'
import type { WalkNetwork } from '../network/walk-network'
import { costPerMetre, gateCostOf, type LinkGround } from './link-state'
import type { PossibleLink } from './possible-link'
import { placesOf, type SharedPlace, SharedPlaces } from './shared-places'

/** Places in a wall are tried so far apart, metres. */
const STEP_M = 5
/** Of places nearer to each other than this the one with the shortest way through is priced; cut streets each (J). */
const APART_M = 20

/**
 * Openings of walls that two compounds have in common: where streets inside come near on both sides and nothing on record
 * stands between. `isAsked`: one of the two has to be.
 */
export function listSharedWalls(state: LinkGround, isAsked: (community: string) => boolean): PossibleLink[] {
  const { prepared } = state.measured
  const pairs = listPairs(prepared.compounds).filter(([a, b]) => isAsked(a.id) || isAsked(b.id))
  if (pairs.length === 0) return []
  const places = sharedPlacesOf(prepared)
  return pairs.flatMap(([a, b]) => listPlaces(places, a, b).map((place) => linkOf(state, [a, b], place)))
}

/** A place as a link: the edit that opens it, its sides, and what passing it costs. */
export function linkOf(
  state: LinkGround,
  pair: readonly [Compound, Compound],
  place: SharedPlace,
): PossibleLink {
  const edit = editOf(state.measured.prepared, pair, place)
  const { line, length_m, sides, streets, at } = place
  // two walls are two gates to open
  const walls = at[0][0] === at[1][0] && at[0][1] === at[1][1] ? 1 : 2
  return {
    id: `shared:${edit.communities.join('+')}@${edit.at[0].join()}`,
    kind: 'shared',
    edits: [edit],
    zone: -1,
    between: [pair[0].zone, pair[1].zone],
    gates: [],
    streets,
    a: sides[0],
    b: sides[1],
    length_m,
    cost: Math.round(length_m * costPerMetre(state)) + walls * gateCostOf(state),
    before_m: null,
    line,
  }
}

/** The edit that opens a place: each side lets through whom its other gates let through. */
export function editOf(
  { network }: ExplainContext,
  [a, b]: readonly [Compound, Compound],
  { at, line, joins }: SharedPlace,
): Extract<Edit, { readonly kind: 'open-shared-wall' }> {
  const [first, second] = placesOf(network.frame, at)
  return {
    kind: 'open-shared-wall',
    communities: [a.id, b.id],
    at: [first, second],
    sides: [newGateAccess(a), newGateAccess(b)],
    path: joins === null ? null : { line: placesOf(network.frame, line), joins },
  }
}

/**
 * What opens the wall of a community at a place by hand, where a neighbor's wall is near: the walls of both, or only its
 * own where a public street runs between, or why nothing can be opened there. `at`: in the wall of the first.
 */
export function openByHand(
  prepared: ExplainContext,
  [community, neighbour]: readonly [string, string],
  at: LonLat,
): SharedWallAnswer {
  const { compounds, network } = prepared
  const [a, b] = [community, neighbour].map((id) => compounds.find((each) => each.id === id))
  if (a === undefined || b === undefined)
    return {
      problem: { reason: 'not-gated', layer: 'communities', id: a === undefined ? community : neighbour },
    }
  const place = sharedPlacesOf(prepared).tryAt(a, b, [network.frame.x(at[0]), network.frame.y(at[1])])
  if ('reason' in place) return { problem: place }
  if (place.streets.length > 0)
    return { edit: { kind: 'open-wall', community, at, access: newGateAccess(a) } }
  return { edit: editOf(prepared, [a, b], place) }
}

// while somebody plans, one network is asked again and again
const known = new WeakMap<WalkNetwork, SharedPlaces>()

function sharedPlacesOf(prepared: ExplainContext): SharedPlaces {
  let places = known.get(prepared.network)
  if (places === undefined) known.set(prepared.network, (places = new SharedPlaces(prepared)))
  return places
}

// compounds never change, and a plan for each unit asks about those of the district
const knownPairs = new WeakMap<readonly Compound[], readonly (readonly [Compound, Compound])[]>()

/** Compounds whose outlines come as near as walls in common, in the order of the layer. */
export function listPairs(compounds: readonly Compound[]): readonly (readonly [Compound, Compound])[] {
  let pairs = knownPairs.get(compounds)
  if (pairs === undefined) knownPairs.set(compounds, (pairs = findPairs(compounds)))
  return pairs
}

function findPairs(compounds: readonly Compound[]): (readonly [Compound, Compound])[] {
  return compounds.flatMap((a, i) =>
    compounds
      .slice(i + 1)
      .filter(
        ({ bounds: [west, south, east, north] }) =>
          west <= a.bounds[2] + SHARED_WALL_M &&
          east >= a.bounds[0] - SHARED_WALL_M &&
          south <= a.bounds[3] + SHARED_WALL_M &&
          north >= a.bounds[1] - SHARED_WALL_M,
      )
      .map((b) => [a, b] as const),
  )
}

/** The places of two compounds' walls that are worth a look: streets that both cut, and the shortest ways of others. */
function listPlaces(places: SharedPlaces, a: Compound, b: Compound): SharedPlace[] {
  const kept = places.cutThrough(a, b)
  const ways: SharedPlace[] = []
  const [west, south, east, north] = boundsOf(b.rings)
  for (const ring of a.rings)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [dx, dy] = [ring[i + 2] - ring[i], ring[i + 3] - ring[i + 1]]
      const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / STEP_M))
      for (let k = 0; k < steps; k++) {
        const [x, y] = [ring[i] + (dx * (k + 0.5)) / steps, ring[i + 1] + (dy * (k + 0.5)) / steps]
        if (x < west - SHARED_WALL_M || x > east + SHARED_WALL_M) continue
        if (y < south - SHARED_WALL_M || y > north + SHARED_WALL_M) continue
        const place = places.tryAt(a, b, [x, y])
        if (!('reason' in place) && place.joins !== null && isBeside(place, dx, dy)) ways.push(place)
      }
    }
  for (const way of ways.sort((p, q) => p.length_m - q.length_m)) {
    const [[x, y]] = way.at
    if (kept.every(({ at: [[px, py]] }) => Math.hypot(px - x, py - y) >= APART_M)) kept.push(way)
  }
  return kept
}

/** Beside the wall, not ahead of it: the sides of a corner do not run along each other. */
function isBeside({ at: [p, q] }: SharedPlace, dx: number, dy: number): boolean {
  const [ex, ey] = [q[0] - p[0], q[1] - p[1]]
  return Math.abs(ex * dx + ey * dy) <= Math.SQRT1_2 * Math.hypot(ex, ey) * Math.hypot(dx, dy) + 1e-9
}
