import { lookoutOf } from '../catchment/lookout'
import { priceAccess, readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import { StartsOnEdges } from '../catchment/starts-on-edges'
import { FORWARD, seedsOf } from '../catchment/walks'
import type { LinkState } from './link-state'
import type { AccessPoint } from '../places/access-point'
import type { PossibleLink } from './possible-link'

/**
 * Metres on foot from street to street on the two sides of a link as the streets are, for who lives on its first side;
 * null: too far. What would lead from a street to the link is part of that, of no way around it.
 */
export function measureDetour(
  { measured: { prepared, settings } }: LinkState,
  link: PossibleLink,
): number | null {
  const [a, b] = [onStreet(link.a), onStreet(link.b)]
  const search = prepared.graphs.search(settings.profile, 'distance', false)
  search.run(seedsOf(a, search.graph, 0, FORWARD), lookoutOf('distance'), a.zone)
  const starts = new StartsOnEdges([{ point: a, source: 0 }], search.graph, FORWARD)
  const best = new BestWalk()
  readWalk(best, search, priceAccess([[b]], search.graph, FORWARD), 0, starts)
  return best.source < 0 ? null : best.cost / 1000
}

function onStreet(side: AccessPoint): AccessPoint {
  return { ...side, connector_m: 0 }
}
