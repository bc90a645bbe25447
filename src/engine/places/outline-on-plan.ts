import { boundsOf, type Rings } from '../geometry/rings'
import { nearestToOutline } from './nearest-to-outline'
import type { Placement } from './placement'
import { accessAt, type PlaceContext } from './place-context'
import { isNearPlan, withPieces } from './plan-ways'

/**
 * Where an area is entered by the streets of a plan too: pieces of the streets it is entered by, paths of the plan
 * that cross its outline, or else the nearest of them if it is nearer than any street.
 */
export function withPlan(context: PlaceContext, rings: Rings, placement: Placement, zone: number): Placement {
  const { plan, network } = context
  if (!plan) return placement
  const access = withPieces(plan, network, placement.access)
  const nearest_m = Math.min(...placement.access.map(({ connector_m }) => connector_m))
  if (!isNearPlan(plan, boundsOf(rings), nearest_m)) return { ...placement, access }
  const isFresh = { ...context, snaps: plan.fresh, plan: null, maxSnap_m: nearest_m }
  const crossings = plan.fresh.crossings(rings, zone).map((snap) => accessAt(snap, zone))
  const near = crossings.length > 0 || nearest_m === 0 ? null : nearestToOutline(isFresh, rings, zone)
  const more = near !== null && near.connector_m < nearest_m ? [near] : crossings
  return {
    ...placement,
    access: [...access, ...more.map((point) => ({ ...point, edge: plan.graft.fresh[point.edge] }))],
  }
}
