import { GATE_AT_CROSSING_M } from '../../model/gate-place'
import type { Finding, Repair } from '../../model/finding'
import { type EdgePoint, nearestOnRings } from '../geometry/nearest-on-rings'
import { isInside, type Rings, ringsOf } from '../geometry/rings'
import { type Check, namedRecord, type Patient } from './patient'

/** A gate farther from its community than this rather belongs to another one, metres. */
const MOST_MOVE_M = 100
/** A street that crosses the edge this near to the nearest point of it is where the gate was meant, metres. */
const CROSSING_NEAR_M = 20

/**
 * Gates of a community that stand more than 12 m from its edge: too far to decide who passes where a street
 * crosses it.
 */
export const findGatesOffEdge: Check = (patient) => {
  const { layers } = patient.examined.project
  const { frame } = patient.examined.network
  const communities = new Map(layers.communities.map((community) => [community.id, community]))
  const ringsById = new Map<string, Rings>()
  return layers.gates.flatMap((gate): Finding[] => {
    const community = communities.get(gate.community ?? '')
    if (community === undefined) return []
    const rings = ringsById.get(community.id) ?? ringsOf(community.geometry, frame)
    ringsById.set(community.id, rings)
    const [lon, lat] = gate.geometry.coordinates
    const [x, y] = [frame.x(lon), frame.y(lat)]
    const edge = nearestOnRings(rings, x, y)
    if (edge === null || edge.distance_m <= GATE_AT_CROSSING_M) return []
    return [
      {
        id: `gate-off-edge:${gate.id}`,
        kind: 'gate-off-edge',
        severity: 'warning',
        at: [lon, lat],
        records: [namedRecord('gates', gate), namedRecord('communities', community)],
        lines: [],
        facts: {
          distance_m: Math.round(edge.distance_m),
          side: isInside(rings, x, y) ? 'inside' : 'outside',
        },
        repairs: proposeMove(patient, gate.id, rings, x, y, edge),
      },
    ]
  })
}

/** To the street that crosses the edge near by, else straight to the edge. */
function proposeMove(
  patient: Patient,
  gate: string,
  rings: Rings,
  x: number,
  y: number,
  edge: EdgePoint,
): Repair[] {
  if (edge.distance_m > MOST_MOVE_M) return []
  let target: EdgePoint = edge
  let nearest = CROSSING_NEAR_M
  for (const crossing of patient.examined.snaps.crossings(rings)) {
    const distance = Math.hypot(crossing.x - edge.x, crossing.y - edge.y)
    if (distance >= nearest) continue
    nearest = distance
    target = { x: crossing.x, y: crossing.y, distance_m: Math.hypot(crossing.x - x, crossing.y - y) }
  }
  const at = patient.lonLat(target.x, target.y)
  return [
    {
      change: { kind: 'move-gate', gate, at },
      lines: [[patient.lonLat(x, y), at]],
      places: [at],
      facts: { length_m: Math.round(target.distance_m) },
    },
  ]
}
