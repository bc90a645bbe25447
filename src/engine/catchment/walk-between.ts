import type { AnalysisSettings } from '../../model/analysis'
import type { LonLat } from '../../model/units'
import type { GraphCache } from './graph-cache'
import { type OriginContext, resolveOrigin } from './resolve-origin'
import { type TracedRoute, traceBetween } from './trace-route'

/**
 * The walk between two points, with the straight ways to the snapped streets; null: no walk at all.
 * In a plain project the connectors are reported but not counted.
 */
export function walkBetween(
  context: OriginContext & { readonly graphs: GraphCache },
  from: LonLat,
  to: LonLat,
  settings: Pick<AnalysisSettings, 'profile' | 'basis'>,
): (TracedRoute & { readonly snap_from_m: number; readonly snap_to_m: number }) | null {
  const origin = resolveOrigin(context, { kind: 'point', at: from })
  const end = resolveOrigin(context, { kind: 'point', at: to })
  // far enough for any walk across a district: costs are 32-bit, 2,000 km in millimetres
  const route = traceBetween(context, origin, end.access, settings, 2_000_000_000)
  if (route === null) return null
  return { ...route, snap_from_m: origin.access[0].connector_m, snap_to_m: end.access[0].connector_m }
}
