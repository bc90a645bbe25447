import { lookoutOf } from '../catchment/lookout'
import { priceAccess, readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import { StartsOnEdges } from '../catchment/starts-on-edges'
import { FORWARD, seedsOf } from '../catchment/walks'
import type { LinkState } from './link-state'
import type { PossibleLink } from './possible-link'

/** Metres on foot between the two sides of a link as the streets are, for who lives on its first side; null: too far. */
export function measureDetour(
  { measured: { prepared, settings } }: LinkState,
  { a, b }: PossibleLink,
): number | null {
  const search = prepared.graphs.search(settings.profile, 'distance', false)
  search.run(seedsOf(a, search.graph, 0, FORWARD), lookoutOf('distance'), a.zone)
  const starts = new StartsOnEdges([{ point: a, source: 0 }], search.graph, FORWARD)
  const best = new BestWalk()
  readWalk(best, search, priceAccess([[b]], search.graph, FORWARD), 0, starts)
  return best.source < 0 ? null : best.cost / 1000
}
