import type { AnalysisSettings } from '../../model/analysis'
import { PROFILES } from '../../model/profile'
import { groupByCommunity, type Measuring } from '../catchment/measure-class'
import { searchFrom } from '../catchment/search-starts'
import type { ExplainContext } from '../explain/class-state'
import type { AccessPoint } from '../places/access-point'
import { NearPlaces, type NearWalks } from './near-places'

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

export function positionOf({ network }: ExplainContext, { edge, at, node }: AccessPoint): Position {
  const { nodeX, nodeY, edgeFrom, edgeTo } = network
  if (edge < 0) return [nodeX[node], nodeY[node]]
  const [a, b] = [edgeFrom[edge], edgeTo[edge]]
  return [nodeX[a] + at * (nodeX[b] - nodeX[a]), nodeY[a] + at * (nodeY[b] - nodeY[a])]
}

/** The walks to one place, of everybody who has one. */
export function walksTo(
  measuring: Measuring,
  access: readonly AccessPoint[],
  lookout: number,
  isAsked: Uint8Array,
): NearWalks {
  const { on, search, columns } = measuring
  const only = { ...on, facilities: { ...on.facilities, access: [access] } }
  const onEdges = searchFrom({ on: only, search, lookout }, [0])
  return ofThose(NearPlaces.of(columns).read(search, onEdges, lookout), (p) => isAsked[p] === 1)
}

/**
 * The walks to the nearest of some facilities that serve one, of everybody who has one: those kept to one community
 * serve its people.
 */
export function walksAmong(
  { on, search, columns }: Measuring,
  among: readonly number[],
  lookout: number,
  isAsked: Uint8Array,
): NearWalks {
  const { services } = on.facilities
  const near = NearPlaces.of(columns)
  const walksFrom = (members: readonly number[], isMeant: (p: number) => boolean): NearWalks =>
    ofThose(near.read(search, searchFrom({ on, search, lookout }, members), lookout), isMeant)
  const [open, reserved] = [false, true].map((isReserved) =>
    among.filter((i) => (services[i].access === 'residents') === isReserved),
  )
  const parts = [
    ...(open.length === 0 ? [] : [walksFrom(open, (p) => isAsked[p] === 1)]),
    ...[...groupByCommunity(on, reserved)].map(([community, own]) =>
      walksFrom(own, (p) => isAsked[p] === 1 && on.people.points[p].community === community),
    ),
  ]
  if (parts.length === 1) return parts[0]
  const best = new Map<number, number>()
  for (const { places, cost } of parts)
    places.forEach((p, i) => best.set(p, Math.min(best.get(p) ?? NO_WAY, cost[i])))
  const sorted = [...best].sort(([p], [q]) => p - q)
  return {
    places: Int32Array.from(sorted, ([p]) => p),
    cost: Int32Array.from(sorted, ([, cost]) => cost),
  }
}

/** Walks from some points alone. */
function ofThose({ places, cost }: NearWalks, isMeant: (p: number) => boolean): NearWalks {
  return { places: places.filter(isMeant), cost: cost.filter((_, i) => isMeant(places[i])) }
}

/** Walks as a column with an entry for everybody. */
export function spread({ places, cost }: NearWalks, count: number): Int32Array {
  const column = new Int32Array(count).fill(NO_WAY)
  places.forEach((p, i) => (column[p] = cost[i]))
  return column
}
