import type { AnalysisSettings, Origin, RouteView } from '../../model/analysis'
import type { LonLat } from '../../model/units'
import { type LocalFrame, roundDegrees } from '../geometry/local-frame'
import type { AccessPoint } from '../places/access-point'
import { positionOf } from '../places/demand-places'
import type { BoundedSearch } from './bounded-search'
import type { CatchmentContext } from './draw-catchment'
import { lookoutOf } from './lookout'
import { type ResolvedOrigin, resolveOrigin } from './resolve-origin'
import { traceSteps, type WalkStep } from './trace-steps'

/**
 * The walk from an origin to one facility as a line, with connectors; null: no walk within the lookout.
 * From a community it is the walk of whoever lives nearest to the facility. An unknown id: RangeError.
 */
export function traceRoute(
  context: CatchmentContext,
  origin: Origin,
  facility: string,
  settings: Pick<AnalysisSettings, 'profile' | 'basis'>,
): RouteView | null {
  const index = context.facilities.services.findIndex((service) => service.id === facility)
  if (index < 0) throw new RangeError(`no facility ${facility}`)
  const limit = lookoutOf(settings.basis)
  const route = traceBetween(
    context,
    resolveOrigin(context, origin),
    context.facilities.access[index],
    settings,
    limit,
  )
  if (route === null) return null
  // what comes after the facilities are greens: areas, entered at their edge
  const geometry = context.project.layers.facilities[index]?.geometry
  const line = [...route.line]
  if (geometry?.type === 'Point') line.push([geometry.coordinates[0], geometry.coordinates[1]])
  return { facility, distance_m: route.distance_m, time_s: route.time_s, line }
}

/** A walk between two places on the network, in both measures. */
export interface TracedRoute {
  readonly distance_m: number
  readonly time_s: number
  readonly line: readonly LonLat[]
}

/** The best walk from a resolved origin to any of some access points; null: none within the limit (mm or ms). */
export function traceBetween(
  context: CatchmentContext,
  origin: ResolvedOrigin,
  ends: readonly AccessPoint[],
  settings: Pick<AnalysisSettings, 'profile' | 'basis'>,
  limit: number,
): TracedRoute | null {
  const search = context.graphs.search(settings.profile, settings.basis, false)
  const options = { isReverse: false, countsConnector: !context.isPlain }
  const traced = traceSteps(search, origin.access, ends, origin.zone, limit, options)
  if (traced === null) return null
  const isDistance = settings.basis === 'distance'
  const { frame } = context.network
  const xy = traced.steps.flatMap((step) => pointsOf(search, step))
  if (xy.length === 0) xy.push(positionOf(context.network, traced.start))
  if (origin.at !== null) xy.unshift([origin.at[0], origin.at[1]])
  return {
    distance_m: (isDistance ? traced.walk.cost : traced.walk.other) / 1000,
    time_s: (isDistance ? traced.walk.other : traced.walk.cost) / 1000,
    line: lineOf(frame, xy),
  }
}

/** Points in the frame as a line on the map, each once. */
export function lineOf(frame: LocalFrame, xy: readonly (readonly [number, number])[]): LonLat[] {
  const line = xy.map(([x, y]): LonLat => [roundDegrees(frame.lon(x)), roundDegrees(frame.lat(y))])
  return line.filter((point, i) => i === 0 || point[0] !== line[i - 1][0] || point[1] !== line[i - 1][1])
}

/** The points a step passes, metres in the frame; a connector and a turn pass none of their own. */
export function pointsOf(search: BoundedSearch, step: WalkStep): [number, number][] {
  if (step.kind === 'edge') return alongEdge(search, step.edge, step.from, step.to)
  if (step.kind !== 'gate') return []
  const { network } = search.graph
  const node = network.portalFrom[step.portal]
  return [[network.nodeX[node], network.nodeY[node]]]
}

/** The points of an edge between two fractions of it. */
function alongEdge(search: BoundedSearch, walked: number, from: number, to: number): [number, number][] {
  const { network } = search.graph
  const { shapeX, shapeY } = network
  // a through copy lies on the street it copies
  const isCopy = walked >= network.homeEdgeCount
  const edge = isCopy ? network.copyEdges[walked - network.homeEdgeCount] : walked
  const first = network.shapeStart[edge]
  const last = network.shapeEnd[edge] - 1
  const point = (at: number): [number, number] =>
    positionOf(network, { edge, at, node: -1, connector_m: 0, zone: -1 })
  let total = 0
  for (let v = first; v < last; v++) total += Math.hypot(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
  const inner: [number, number][] = []
  let before = 0
  for (let v = first; v <= last; v++) {
    const at = total === 0 ? 0 : before / total
    if (at > Math.min(from, to) && at < Math.max(from, to)) inner.push([shapeX[v], shapeY[v]])
    if (v < last) before += Math.hypot(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
  }
  return [point(from), ...(from <= to ? inner : inner.reverse()), point(to)]
}
