import type { AnalysisSettings } from '../../model/analysis'
import type { LonLat } from '../../model/units'
import type { CatchmentContext } from './draw-catchment'
import { resolveOrigin } from './resolve-origin'
import { type TracedRoute, traceBetween } from './trace-route'

/** A walk between two points, and the straight ways between them and the streets. */
export interface MeasuredWalk extends TracedRoute {
  readonly snap_from_m: number
  readonly snap_to_m: number
}

/**
 * The walk between two points, with the straight ways to the snapped streets; null: no walk at all.
 * In a plain project the connectors are reported but not counted.
 */
export function measureWalk(
  prepared: CatchmentContext,
  from: LonLat,
  to: LonLat,
  settings: Pick<AnalysisSettings, 'profile' | 'basis'>,
): MeasuredWalk | null {
  const origin = resolveOrigin(prepared, { kind: 'point', at: from })
  const end = resolveOrigin(prepared, { kind: 'point', at: to })
  // far enough for any walk across a district: costs are 32-bit, 2,000 km in millimetres
  const route = traceBetween(prepared, origin, end.access, settings, 2_000_000_000)
  if (route === null) return null
  return { ...route, snap_from_m: origin.access[0].connector_m, snap_to_m: end.access[0].connector_m }
}
