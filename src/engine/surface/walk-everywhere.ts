import type { AnalysisSettings } from '../../model/analysis'
import type { Basis } from '../../model/profile'
import { UNREACHED } from '../catchment/bounded-search'
import { lookoutOf } from '../catchment/lookout'
import { groupByCommunity } from '../catchment/measure-class'
import { searchFrom } from '../catchment/search-starts'
import { searchFromClip } from '../catchment/measure-reach'
import type { ReachInput } from '../catchment/reach'
import type { Ground } from './ground'
import { readGround } from './read-ground'

/** Who walks where, and by which measure. */
export interface Walking {
  readonly on: ReachInput
  readonly ground: Ground
  readonly settings: AnalysisSettings
  readonly basis: Basis
}

/**
 * What it costs to walk from every place of the ground to the nearest of some facilities, by index into their
 * layer (mm or ms); UNREACHED: none within the lookout. Facilities for residents count in their own compound.
 */
export function walkEverywhere(
  { on, ground, settings, basis }: Walking,
  members: readonly number[],
): Int32Array {
  const cost = new Int32Array(ground.edge.length).fill(UNREACHED)
  const search = on.graphs.search(settings.profile, basis, true)
  const lookout = lookoutOf(basis)
  const { communities } = on.project.layers
  const { services } = on.facilities
  const isShared = (i: number): boolean => services[i].access !== 'residents'
  const shared = members.filter(isShared)
  if (shared.length > 0)
    readGround(cost, ground, search, searchFrom({ on, search, lookout }, shared), lookout)
  const zoneOf = new Map(search.graph.network.zoneIds.map((id, zone) => [id, zone]))
  const reserved = members.filter((i) => !isShared(i))
  for (const [community, own] of groupByCommunity(on, reserved)) {
    const zone = zoneOf.get(communities[community]?.id ?? '')
    if (zone === undefined) continue
    readGround(cost, ground, search, searchFrom({ on, search, lookout }, own), lookout, zone)
  }
  return cost
}

/** What it costs to walk from every place of the ground to where the data ends; UNREACHED: it is farther. */
export function walkToClip({ on, ground, settings, basis }: Walking): Int32Array {
  const cost = new Int32Array(ground.edge.length).fill(UNREACHED)
  const search = on.graphs.search(settings.profile, basis, true)
  const lookout = lookoutOf(basis)
  if (searchFromClip({ search, lookout })) readGround(cost, ground, search, null, lookout)
  return cost
}
