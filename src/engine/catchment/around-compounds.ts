import type { AnalysisSettings } from '../../model/analysis'
import { facilityColumns, readWalk } from './access-columns'
import { BestWalk } from './best-walk'
import { StartsOnEdges } from './starts-on-edges'
import { leaveCompounds } from './search-starts'
import type { ReachInput } from './reach'
import type { Span } from './span'
import { FORWARD, seedsOf } from './walks'

/**
 * Facilities to which walks can change when gates of some compounds let more people through: those the people of these
 * compounds reach within `span`, and those inside, which strangers reach by ways around that they take as guests. One
 * search from all these people, on the network after. Gives per class the index of each, in order.
 */
export function listAround(
  on: ReachInput,
  zones: ReadonlySet<number>,
  fit: readonly (readonly number[])[],
  { profile, basis }: AnalysisSettings,
  { lookouts }: Span,
): number[][] {
  const search = on.graphs.search(profile, basis, false)
  const widest = Math.max(...lookouts)
  const starts = on.people.points.flatMap(({ access }) =>
    access.some(({ zone }) => zones.has(zone)) ? access.map((point) => ({ point, source: 0 })) : [],
  )
  const seeds = starts.flatMap(({ point }) => seedsOf(point, search.graph, 0, FORWARD))
  search.run(leaveCompounds(search, seeds, widest), widest, -1)
  const onEdges = new StartsOnEdges(starts, search.graph, FORWARD)
  const columns = facilityColumns(on.facilities, search.graph, FORWARD)
  const best = new BestWalk()
  const cost = on.facilities.access.map((access, i) => {
    if (access.some(({ zone }) => zones.has(zone))) return 0
    best.clear()
    readWalk(best, search, columns, i, onEdges)
    return best.cost
  })
  return fit.map((members, c) => members.filter((i) => cost[i] <= lookouts[c]))
}
