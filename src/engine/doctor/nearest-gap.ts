import type { Metres } from '../../model/units'
import { clampedFoot } from '../geometry/rings'
import { isVisibleLink } from '../../model/street-links'
import { isSameLevel } from '../network/join-crossings'
import type { Patient } from './patient'

/** An island farther away than this is not linked by a proposal, metres. */
const MOST_GAP_M = 30

/** The place where two parts of the network come nearest. */
export interface Gap {
  readonly length_m: Metres
  readonly ownEdge: number
  readonly ownX: number
  readonly ownY: number
  readonly otherEdge: number
  readonly otherX: number
  readonly otherY: number
}

/**
 * Where a part comes nearest to a longer one, at the same level, in the same zone and with nothing between;
 * null: nowhere within 30 m. Two lines that do not cross are nearest at a vertex of one of them; those that
 * cross are a missed crossing.
 */
export function findNearestGap(patient: Patient, label: number, edges: readonly number[]): Gap | null {
  const { shapeStart, shapeEnd, shapeX, shapeY, edgeZone } = patient.examined.network
  let best: Gap | null = null
  let reach = MOST_GAP_M
  const offer = (gap: Gap): void => {
    if (gap.length_m > reach || (best !== null && gap.length_m === reach)) return
    const [own, other] = [patient.streetOf(gap.ownEdge), patient.streetOf(gap.otherEdge)]
    if (own === undefined || other === undefined || !isSameLevel(own, other)) return
    if (isVisibleLink(own) || isVisibleLink(other)) return
    if (!patient.isFree(gap.ownX, gap.ownY, gap.otherX, gap.otherY, edgeZone[gap.ownEdge])) return
    best = gap
    reach = gap.length_m
  }
  for (const ownEdge of edges) {
    for (let v = shapeStart[ownEdge]; v + 1 < shapeEnd[ownEdge]; v++) {
      const [ax, ay, bx, by] = [shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1]]
      const [west, east] = [Math.min(ax, bx) - reach, Math.max(ax, bx) + reach]
      const [south, north] = [Math.min(ay, by) - reach, Math.max(ay, by) + reach]
      for (const w of patient.grid.within(west, south, east, north)) {
        const otherEdge = patient.edgeOf[w]
        if (patient.partOf(otherEdge) >= label || edgeZone[otherEdge] !== edgeZone[ownEdge]) continue
        const [cx, cy, dx, dy] = [shapeX[w], shapeY[w], shapeX[w + 1], shapeY[w + 1]]
        if (Math.max(cx, dx) < west || Math.min(cx, dx) > east) continue
        if (Math.max(cy, dy) < south || Math.min(cy, dy) > north) continue
        for (const [ownX, ownY] of [
          [ax, ay],
          [bx, by],
        ]) {
          const t = clampedFoot(ownX, ownY, cx, cy, dx, dy)
          const [otherX, otherY] = [cx + t * (dx - cx), cy + t * (dy - cy)]
          const length_m = Math.hypot(otherX - ownX, otherY - ownY)
          offer({ length_m, ownEdge, ownX, ownY, otherEdge, otherX, otherY })
        }
        for (const [otherX, otherY] of [
          [cx, cy],
          [dx, dy],
        ]) {
          const t = clampedFoot(otherX, otherY, ax, ay, bx, by)
          const [ownX, ownY] = [ax + t * (bx - ax), ay + t * (by - ay)]
          const length_m = Math.hypot(otherX - ownX, otherY - ownY)
          offer({ length_m, ownEdge, ownX, ownY, otherEdge, otherX, otherY })
        }
      }
    }
  }
  return best
}
