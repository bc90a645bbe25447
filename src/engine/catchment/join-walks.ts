import type { AnalysisSettings } from '../../model/analysis'
import { BestWalk, peopleColumns, readWalk } from './access-columns'
import { ClassWalks } from './class-walks'
import { CLASS_COLUMNS, type Reach, type ReachInput } from './reach'
import type { Span } from './span'

const REVERSE = { isReverse: true, countsConnector: true }

/**
 * Betters the walks of `reach` with those over streets that were not there before: to an end of one of them, and on
 * from there to each class. `ends`: nodes on public ground, of the network of `on`; people who start on such a street
 * are not asked. After a compound's last gate a walk is one over public ground, so every new walk is among these, but
 * those inside compounds. Returns the points whose walks changed.
 */
export function joinWalks(
  reach: Reach,
  ends: readonly number[],
  on: ReachInput,
  settings: AnalysisSettings,
  span: Span,
): ReadonlySet<number> {
  const changed = new Set<number>()
  if (ends.length === 0) return changed
  const { profile, basis } = settings
  const lookout = Math.max(...span.lookouts)
  const { points } = on.people
  const { communities } = on.project.layers
  const hosts = new Set(
    on.facilities.services.flatMap(({ access, community }) =>
      access === 'residents' && community !== undefined ? [community] : [],
    ),
  )
  const forward = on.graphs.search(profile, basis, false)
  // who is let into reserved facilities depends on the community; most have none of their own
  const onward = ends.map((node) => {
    const ofCommunity = new Map<string, ClassWalks>()
    forward.run([{ node, cost: 0, other: 0, source: 0 }], lookout, -1)
    for (const community of ['', ...hosts]) {
      const walks = new ClassWalks(on, reach, settings, span)
      walks.clear()
      walks.read(forward, null, community)
      ofCommunity.set(community, walks)
    }
    return ofCommunity
  })
  const reverse = on.graphs.search(profile, basis, true)
  const columns = peopleColumns(on.people, reverse.graph, REVERSE)
  const { nodeArrival } = reverse.graph.network
  const own = new ClassWalks(on, reach, settings, span)
  const best = new BestWalk()
  ends.forEach((node, i) => {
    // a walk seen from its end comes into a crossroads where a walk along the street arrives
    reverse.run([{ node: nodeArrival[node], cost: 0, other: 0, source: 0 }], lookout, -1)
    for (let p = 0; p < points.length; p++) {
      best.clear()
      readWalk(best, reverse, columns, p, null)
      if (best.source < 0) continue
      const { id } = communities[points[p].community]
      const there = onward[i].get(hosts.has(id) ? id : '')
      if (there === undefined || !there.canBetter(reach, p, best.cost)) continue
      own.load(reach, p)
      own.goOnFrom(there, best.cost, best.other)
      const before = rowOf(reach, p)
      own.write(reach, p, lookout)
      if (rowOf(reach, p).some((value, k) => value !== before[k])) changed.add(p)
    }
  })
  return changed
}

/** Everything kept for a point. */
function rowOf(reach: Reach, point: number): number[] {
  const row = [reach.clipCost[point]]
  for (const column of CLASS_COLUMNS)
    for (let at = point; at < reach.cost.length; at += reach.pointCount) row.push(reach[column][at])
  return row
}
