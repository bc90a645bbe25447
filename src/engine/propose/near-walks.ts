import type { AnalysisSettings } from '../../model/analysis'
import { PROFILES } from '../../model/profile'
import type { BoundedSearch } from '../catchment/bounded-search'
import { groupByCommunity } from '../catchment/measure-class'
import { searchFrom } from '../catchment/search-starts'
import type { ExplainContext } from '../explain/class-state'
import type { AccessPoint } from '../places/access-point'
import type { PlacedFacilities } from '../places/place-facilities'
import type { AskedPoints } from './asked-points'
import type { NearWalks } from './near-places'

/** No way within the lookout. */
export const NO_WAY = 0x7fffffff

/** In the frame, metres. */
export type Position = readonly [x: number, y: number]

/** As far as a walk may lead, as the crow flies, metres. `cost`: in the unit of the search. */
export function sightOf({ basis, profile }: AnalysisSettings, cost: number): number {
  return basis === 'distance' ? cost / 1000 : (cost / 1000) * PROFILES[profile].speed_m_s * FASTEST
}

/** Escalators and slopes may carry a walk faster than its profile goes, by no more than this. */
const FASTEST = 2.5

export function positionOf(
  { network }: Pick<ExplainContext, 'network'>,
  { edge, at, node }: AccessPoint,
): Position {
  const { nodeX, nodeY, edgeFrom, edgeTo } = network
  if (edge < 0) return [nodeX[node], nodeY[node]]
  const [a, b] = [edgeFrom[edge], edgeTo[edge]]
  return [nodeX[a] + at * (nodeX[b] - nodeX[a]), nodeY[a] + at * (nodeY[b] - nodeY[a])]
}

// places never change, nor do the nodes of a network
const knownPositions = new WeakMap<PlacedFacilities['access'], readonly (readonly Position[])[]>()

/** Where each facility is entered. */
export function positionsOfFacilities(on: ExplainContext): readonly (readonly Position[])[] {
  const { access } = on.facilities
  let positions = knownPositions.get(access)
  if (positions === undefined) {
    positions = access.map((points) => points.map((point) => positionOf(on, point)))
    knownPositions.set(access, positions)
  }
  return positions
}

/** Walks of those a question is about, on one network. */
export interface Walking {
  readonly on: ExplainContext
  readonly asked: AskedPoints
  /** from where walks lead to where people live */
  readonly search: BoundedSearch
}

/** Readies the search from places to people. */
export function startWalking(
  on: ExplainContext,
  { profile, basis }: AnalysisSettings,
  asked: AskedPoints,
): Walking {
  return { on, asked, search: on.graphs.search(profile, basis, true) }
}

/** The walks to one place, of everybody asked about who has one; by number among them. */
export function walksTo(
  { on, asked, search }: Walking,
  access: readonly AccessPoint[],
  lookout: number,
): NearWalks {
  const only = { ...on, facilities: { ...on.facilities, access: [access] } }
  return asked.read(search, on.people, searchFrom({ on: only, search, lookout }, [0]), lookout)
}

/**
 * The walks to the nearest of some facilities that serve one, of everybody asked about who has one, by number among them:
 * those kept to one community serve its people.
 */
export function walksAmong(
  { on, asked, search }: Walking,
  among: readonly number[],
  lookout: number,
): NearWalks {
  const { services } = on.facilities
  const walksFrom = (members: readonly number[]): NearWalks =>
    asked.read(search, on.people, searchFrom({ on, search, lookout }, members), lookout)
  const livesIn = (n: number): number => on.people.points[asked.points[n]].community
  const [open, reserved] = [false, true].map((isReserved) =>
    among.filter((i) => (services[i].access === 'residents') === isReserved),
  )
  const parts = [
    ...(open.length === 0 ? [] : [walksFrom(open)]),
    ...[...groupByCommunity(on, reserved)].map(([community, own]) =>
      ofThose(walksFrom(own), (n) => livesIn(n) === community),
    ),
  ]
  if (parts.length === 1) return parts[0]
  const best = new Map<number, number>()
  for (const { places, cost } of parts)
    places.forEach((n, i) => best.set(n, Math.min(best.get(n) ?? NO_WAY, cost[i])))
  const sorted = [...best].sort(([n], [m]) => n - m)
  return {
    places: Int32Array.from(sorted, ([n]) => n),
    cost: Int32Array.from(sorted, ([, cost]) => cost),
  }
}

/** Walks from some places alone. */
function ofThose({ places, cost }: NearWalks, isMeant: (n: number) => boolean): NearWalks {
  return { places: places.filter(isMeant), cost: cost.filter((_, i) => isMeant(places[i])) }
}

/** Walks as a column with an entry for everybody asked about. */
export function spread({ places, cost }: NearWalks, { count }: AskedPoints): Int32Array {
  const column = new Int32Array(count).fill(NO_WAY)
  places.forEach((n, i) => (column[n] = cost[i]))
  return column
}
