import type { AnalysisSettings } from '../../model/analysis'
import { StartsOnEdges } from './starts-on-edges'
import { ClassWalks } from './class-walks'
import type { ReachInput } from './reach'
import type { ReachDraft } from './reach-draft'
import type { Span } from './span'
import { FORWARD, seedsOf } from './walks'

/** Measures some points against every class, each by a search from where it is. */
export function redoPoints(
  draft: ReachDraft,
  points: readonly number[],
  on: ReachInput,
  settings: AnalysisSettings,
  span: Span,
): void {
  if (points.length === 0) return
  const search = on.graphs.search(settings.profile, settings.basis, false)
  const lookout = Math.max(...span.lookouts)
  const { communities } = on.project.layers
  const walks = new ClassWalks(on, draft.reach, settings, span)
  for (const p of points) {
    const { access, community } = on.people.points[p]
    walks.clear()
    // doors of one building may lie in different compounds: each has its own gates
    for (const zone of new Set(access.map((point) => point.zone))) {
      const starts = access.filter((point) => point.zone === zone)
      search.run(
        starts.flatMap((point) => seedsOf(point, search.graph, 0, FORWARD)),
        lookout,
        zone,
      )
      const sources = starts.map((point) => ({ point, source: 0 }))
      walks.read(search, new StartsOnEdges(sources, search.graph, FORWARD), communities[community].id)
    }
    walks.write(draft, p, lookout)
  }
}
