import { boundsOf, type Rings } from '../geometry/rings'
import type { AccessPoint } from './access-point'
import { nearestToOutline } from './nearest-to-outline'
import type { Placement } from './placement'
import { accessAt, type PlaceContext } from './place-context'
import { isNearPlan, withPieces } from './plan-ways'

/**
 * Where an area is entered by the streets of a plan too: pieces of the streets it is entered by, and each path of the
 * plan where it crosses its outline, or else where it is nearest, if that is nearer than any street.
 */
export function withPlan(context: PlaceContext, rings: Rings, placement: Placement, zone: number): Placement {
  const { plan, network } = context
  if (!plan) return placement
  const access = withPieces(plan, network, placement.access)
  const nearest_m = Math.min(...placement.access.map(({ connector_m }) => connector_m))
  const box = boundsOf(rings)
  const more = plan.paths.flatMap(({ edges, snaps, boxes }): readonly AccessPoint[] => {
    if (!isNearPlan({ boxes }, box, nearest_m)) return []
    const crossings = snaps.crossings(rings, zone).map((snap) => accessAt(snap, zone))
    const onPath = { ...context, snaps, plan: null, maxSnap_m: nearest_m }
    const near = crossings.length > 0 || nearest_m === 0 ? null : nearestToOutline(onPath, rings, zone)
    const found = near !== null && near.connector_m < nearest_m ? [near] : crossings
    return found.map((point) => ({ ...point, edge: edges[point.edge] }))
  })
  return { ...placement, access: [...access, ...more] }
}
