import type { Green } from '../../model/layers'
import { representativePoint, type Rings, ringsOf } from '../geometry/rings'
import { zoneAt } from '../network/compounds'
import type { Snap } from '../network/snap-types'
import { nearestToOutline } from './nearest-to-outline'
import { withPlan } from './outline-on-plan'
import type { Placement } from './placement'
import { accessAt, lookAround, type PlaceContext } from './place-context'

/** A street this near to the edge of a green is at its edge: from its middle to the grass beside it, metres. */
const BESIDE_M = 5
/** The edge is looked along in steps of this, metres. */
const STEP_M = 5

/**
 * Where a green is entered: its surveyed entrances; else wherever a street crosses its edge or comes within
 * 5 m of it with nothing between; else the street nearest to its edge. `doors`: lon and lat.
 */
export function placeGreen(
  context: PlaceContext,
  { geometry }: Pick<Green, 'geometry'>,
  doors: readonly (readonly [number, number])[],
): readonly Placement[] {
  const { frame } = context.network
  const byDoor = doors.map(([lon, lat]) => lookAround(context, frame.x(lon), frame.y(lat)))
  if (byDoor.some(({ access }) => access.length > 0)) return byDoor
  const [lon, lat] = representativePoint(geometry)
  const x = frame.x(lon)
  const y = frame.y(lat)
  const rings = ringsOf(geometry, frame)
  const zone = zoneAt(context.compounds, x, y)
  const snaps = [...context.snaps.crossings(rings, zone), ...snapsBeside(context, rings, zone)]
  const entered = snaps.map((snap) => accessAt(snap, zone))
  if (entered.length > 0) return [withPlan(context, rings, { x, y, access: entered, refused: null }, zone)]
  const near = nearestToOutline(context, rings, zone)
  return [
    near === null
      ? lookAround(context, x, y)
      : withPlan(context, rings, { x, y, access: [near], refused: null }, zone),
  ]
}

/**
 * Where streets run beside an outline. Of a stretch along one street its ends are enough: whoever comes along
 * that street meets one of them first.
 */
function snapsBeside(context: PlaceContext, rings: Rings, zone: number): Snap[] {
  const found: Snap[] = []
  let run: Snap[] = []
  const finishRun = (): void => {
    if (run.length > 0) found.push(run.reduce((a, b) => (b.at < a.at ? b : a)))
    if (run.length > 1) found.push(run.reduce((a, b) => (b.at > a.at ? b : a)))
    run = []
  }
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [ax, ay, dx, dy] = [ring[i], ring[i + 1], ring[i + 2] - ring[i], ring[i + 3] - ring[i + 1]]
      const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / STEP_M))
      for (let k = 0; k < steps; k++) {
        const snap = context.snaps.nearest(ax + (dx * k) / steps, ay + (dy * k) / steps, {
          maxDistance_m: BESIDE_M,
          zone,
        })
        if (snap === null || (run.length > 0 && run[0].edge !== snap.edge)) finishRun()
        if (snap !== null) run.push(snap)
      }
    }
    finishRun()
  }
  return found
}
