import { GATE_AT_CROSSING_M } from '../../model/gate-place'
import type { Community, Gate, Layers } from '../../model/layers'
import type { EditProblem } from '../../model/scenario-outcome'
import type { LonLat } from '../../model/units'
import { distanceOnSphere, LocalFrame } from '../geometry/local-frame'
import { clampedFoot, type Rings, ringsOf } from '../geometry/rings'
import { nearestStreet } from './nearest-street'
import { whyWallsStay } from './shared-wall'

/**
 * What lies so near to a wall on either side would stand in a gate, metres: of it half a metre is left to rounding, and
 * what remains is the least width of a footway (J).
 */
const BEFORE_GATE_M = 2
/** A street this near to a place in a wall leads through there, metres. */
const ON_STREET_M = 0.5

type Ground = Pick<Layers, 'buildings' | 'heritage' | 'barriers' | 'streets'>

/**
 * Why the wall of one community cannot be opened at a place on its edge, by the rules of walls in common; null: nothing
 * on record stands there. A house counts where it is the wall or leaves no footway beside it; where a street leads
 * through the wall only one that stands on the place itself.
 */
export function whyWallStays(
  layers: Ground,
  { geometry }: Pick<Community, 'geometry'>,
  place: LonLat,
): EditProblem | null {
  const frame = new LocalFrame(...place)
  const [x, y] = acrossEdge(ringsOf(geometry, frame))
  const side = (metres: number): LonLat => [frame.lon(metres * x), frame.lat(metres * y)]
  const line = [side(-BEFORE_GATE_M), place, side(BEFORE_GATE_M)]
  const stays = whyWallsStay(layers, { at: [place], line })
  if (stays?.reason !== 'building-between') return stays
  const isOnStreet = nearestStreet(layers.streets, place, ON_STREET_M) !== null
  return isOnStreet ? whyWallsStay(layers, { at: [place], line: [] }) : stays
}

/** A gate of a community that would decide about a place in its wall; null: none is that near. */
export function gateAt(gates: readonly Gate[], id: string, place: LonLat): Gate | null {
  return (
    gates.find(
      ({ community, geometry: { coordinates } }) =>
        community === id && distanceOnSphere(coordinates[0], coordinates[1], ...place) <= GATE_AT_CROSSING_M,
    ) ?? null
  )
}

/** One metre straight across the edge that is nearest to the middle of the frame. */
function acrossEdge(rings: Rings): readonly [x: number, y: number] {
  let nearest = Infinity
  let across: readonly [number, number] = [0, 0]
  for (const ring of rings)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [ax, ay, bx, by] = [ring[i], ring[i + 1], ring[i + 2], ring[i + 3]]
      const length = Math.hypot(bx - ax, by - ay)
      const t = clampedFoot(0, 0, ax, ay, bx, by)
      const distance = Math.hypot(ax + t * (bx - ax), ay + t * (by - ay))
      if (length === 0 || distance >= nearest) continue
      nearest = distance
      across = [(ay - by) / length, (bx - ax) / length]
    }
  return across
}
