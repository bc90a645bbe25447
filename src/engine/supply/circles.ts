import type { AnalysisSettings } from '../../model/analysis'
import { peopleColumns } from '../catchment/access-columns'
import { StartsOnEdges } from '../catchment/starts-on-edges'
import type { ReachInput } from '../catchment/reach'
import { FORWARD, seedsOf } from '../catchment/walks'
import { checkpoint, type Run } from '../run'
import { EntriesIndex } from './entries-index'
import { FoundWalks } from './found-walks'

/** A limit within which some group is counted; `people`: by point, NaN unknown. */
export interface CircleAsked {
  readonly limit: number
  readonly people: Float64Array
}

/**
 * How many people live in the circle of each community: within the limit of any of its own people, these
 * included. One search from each community answers for all limits. Entry `asked * communities + community`;
 * NaN: the number is not known of somebody inside, or the community is not connected.
 */
export async function countCircles(
  on: ReachInput,
  settings: AnalysisSettings,
  asked: readonly CircleAsked[],
  run: Run,
): Promise<Float64Array> {
  const count = on.project.layers.communities.length
  const sums = new Float64Array(asked.length * count)
  const search = on.graphs.search(settings.profile, settings.basis, false)
  const entries = new EntriesIndex(
    peopleColumns(on.people, search.graph, FORWARD),
    search.graph.network.nodeCount,
  )
  const found = new FoundWalks(on.people.points.length)
  const widest = Math.max(0, ...asked.map(({ limit }) => limit))
  const access = on.project.layers.communities.map(
    () => [] as (typeof on.people.points)[number]['access'][number][],
  )
  for (const point of on.people.points) access[point.community].push(...point.access)
  for (let k = 0; k < count; k++) {
    for (const zone of new Set(access[k].map((each) => each.zone))) {
      const starts = access[k].filter((each) => each.zone === zone)
      search.run(
        starts.flatMap((each) => seedsOf(each, search.graph, 0, FORWARD)),
        widest,
        zone,
      )
      const onEdges = new StartsOnEdges(
        starts.map((point) => ({ point, source: 0 })),
        search.graph,
        FORWARD,
      )
      found.read(search, entries, onEdges, new Set(starts.map(({ edge }) => edge)), widest)
    }
    if (access[k].length === 0) asked.forEach((_, a) => (sums[a * count + k] = NaN))
    found.drain((point, cost) => {
      asked.forEach(({ limit, people }, a) => {
        if (cost <= limit) sums[a * count + k] += people[point]
      })
    })
    if (k % 128 === 127) await checkpoint(run, 'supply', k + 1, count)
  }
  return sums
}
