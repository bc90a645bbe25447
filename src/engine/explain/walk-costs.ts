import type { AnalysisSettings } from '../../model/analysis'
import { priceAccess, readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import type { StartsOnEdges } from '../catchment/starts-on-edges'
import { lookoutOf } from '../catchment/lookout'
import { searchFrom } from '../catchment/search-starts'
import { traceSteps, type SteppedWalk } from '../catchment/trace-steps'
import { type BoundedSearch, UNREACHED } from '../catchment/bounded-search'
import { FORWARD, REVERSE, seedsOf } from '../catchment/walks'
import type { AccessPoint } from '../places/access-point'
import { type ExplainContext, limitCost } from './class-state'

/** Access points by the zone they lie in: doors of one building may lie in different compounds, each with its own gates. */
function byZone(access: readonly AccessPoint[]): [zone: number, points: AccessPoint[]][] {
  return [...new Set(access.map(({ zone }) => zone))].map((zone) => [
    zone,
    access.filter((point) => point.zone === zone),
  ])
}

/** The best walk from a place to a facility, step by step, within the lookout; null: none. */
export function walkSteps(
  context: ExplainContext,
  from: readonly AccessPoint[],
  to: readonly AccessPoint[],
  { profile, basis }: AnalysisSettings,
): { traced: SteppedWalk; search: BoundedSearch } | null {
  const search = context.graphs.search(profile, basis, false)
  let best: SteppedWalk | null = null
  for (const [zone, points] of byZone(from)) {
    const traced = traceSteps(search, points, to, zone, lookoutOf(basis), {
      ...FORWARD,
      countsConnector: !context.isPlain,
    })
    if (traced === null) continue
    const { cost, other } = traced.walk
    if (best === null || cost < best.walk.cost || (cost === best.walk.cost && other < best.walk.other))
      best = traced
  }
  return best === null ? null : { traced: best, search }
}

/** What it costs to walk from a place to each of some nodes and access points; Infinity: more than the limit. */
export function costsFrom(
  context: ExplainContext,
  from: readonly AccessPoint[],
  nodes: readonly number[],
  access: readonly AccessPoint[],
  settings: AnalysisSettings,
): { nodes: Float64Array; access: Float64Array } {
  const search = context.graphs.search(settings.profile, settings.basis, false)
  const costs = {
    nodes: new Float64Array(nodes.length).fill(Infinity),
    access: new Float64Array(access.length).fill(Infinity),
  }
  for (const [zone, points] of byZone(from)) {
    search.run(
      points.flatMap((point) => seedsOf(point, search.graph, 0, FORWARD)),
      limitCost(settings),
      zone,
    )
    readCosts(costs, search, nodes, access, FORWARD, null)
  }
  return costs
}

/** What it costs from each of some nodes and access points to the nearest of some facilities; Infinity: more than the limit. */
export function costsTo(
  context: ExplainContext,
  facilities: readonly number[],
  nodes: readonly number[],
  access: readonly AccessPoint[],
  settings: AnalysisSettings,
): { nodes: Float64Array; access: Float64Array } {
  const search = context.graphs.search(settings.profile, settings.basis, true)
  const costs = {
    nodes: new Float64Array(nodes.length).fill(Infinity),
    access: new Float64Array(access.length).fill(Infinity),
  }
  const onEdges = searchFrom({ on: context, search, lookout: limitCost(settings) }, facilities)
  readCosts(costs, search, nodes, access, REVERSE, onEdges)
  return costs
}

function readCosts(
  into: { nodes: Float64Array; access: Float64Array },
  search: BoundedSearch,
  nodes: readonly number[],
  access: readonly AccessPoint[],
  options: typeof FORWARD,
  onEdges: StartsOnEdges | null,
): void {
  nodes.forEach((node, i) => {
    const cost = search.cost[node]
    if (cost !== UNREACHED && cost < into.nodes[i]) into.nodes[i] = cost
  })
  if (access.length === 0) return
  const columns = priceAccess(
    access.map((point) => [point]),
    search.graph,
    options,
  )
  const best = new BestWalk()
  access.forEach((_, i) => {
    best.clear()
    readWalk(best, search, columns, i, onEdges)
    if (best.source >= 0 && best.cost < into.access[i]) into.access[i] = best.cost
  })
}
