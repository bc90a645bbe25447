import type { Finding, Repair } from '../../model/finding'
import type { Street } from '../../model/layers'
import type { LonLat } from '../../model/units'
import { clampedFoot, representativePoint } from '../geometry/rings'
import { MAX_SNAP_M, SUSPICIOUS_SNAP_M } from '../network/snap'
import type { AccessPoint } from '../places/access-point'
import { enterAt, nearestBehind } from './not-connected'
import { type Check, namedRecord, type Patient } from './patient'

/** A street behind a wall is told when the way taken instead is longer by this, metres. */
const LONGER_M = 20
/** So many connectors of a community's buildings are drawn. */
const MOST_LINES = 60

/** Why a connector is worth a look; the first that holds is told. */
type Reason = 'bridge' | 'tunnel' | 'barrier' | 'far'

/**
 * Facilities, and communities by their buildings, that meet the network in a doubtful place: on a bridge or
 * in a tunnel, farther than 50 m away, or round a barrier that cuts them off from the nearest street.
 * Connectors never cross a barrier.
 */
export const findSuspiciousSnaps: Check = (patient) => [
  ...findSuspiciousFacilities(patient),
  ...findSuspiciousBuildings(patient),
]

function findSuspiciousFacilities(patient: Patient): Finding[] {
  const { project, facilities, network } = patient.examined
  return project.layers.facilities.flatMap((facility, i): Finding[] => {
    const access = nearestOf(facilities.access[i])
    if (access === null || access.edge < 0) return []
    const at = representativePoint(facility.geometry)
    const [x, y] = [network.frame.x(at[0]), network.frame.y(at[1])]
    const place = placeOf(patient, access)
    const level = levelOf(patient.streetOf(access.edge))
    // an area is entered along its outline: what lies between its middle and a street says nothing
    const isPoint = facility.geometry.type === 'Point'
    const near =
      isPoint && access.connector_m > LONGER_M
        ? nearestBehind(patient, x, y, access.zone, access.connector_m - LONGER_M)
        : null
    const blocked = near?.barrier === undefined ? null : near
    const reason: Reason | null =
      level ?? (blocked !== null ? 'barrier' : access.connector_m > SUSPICIOUS_SNAP_M ? 'far' : null)
    if (reason === null) return []
    const repairs: Repair[] = []
    if (reason === 'barrier' && blocked !== null) repairs.push(enterAt(patient, facility.id, x, y, blocked))
    if (level !== null) {
      const ground = nearestOnGround(patient, x, y, access.zone)
      if (ground !== null) repairs.push(enterAt(patient, facility.id, x, y, ground))
    }
    return [
      {
        id: `suspicious-snap:${facility.id}`,
        kind: 'suspicious-snap',
        severity: reason === 'barrier' ? 'info' : 'warning',
        at,
        records: [namedRecord('facilities', facility)],
        lines: [[at, patient.lonLat(place.x, place.y)]],
        facts: {
          reason,
          distance_m: Math.round(access.connector_m),
          ...(facility.class === undefined ? {} : { class: facility.class }),
          ...(blocked?.barrier === undefined
            ? {}
            : { barrier: blocked.barrier, nearest_m: Math.round(blocked.distance_m) }),
        },
        repairs,
      },
    ]
  })
}

/** One finding for all buildings of a community: they are many, and the cause is mostly the same. */
function findSuspiciousBuildings(patient: Patient): Finding[] {
  const { project, people } = patient.examined
  const buildings = new Map(project.layers.buildings.map((building) => [building.id, building]))
  const found = new Map<
    number,
    { lines: LonLat[][]; farthest: number; at: LonLat; share: number; count: number }
  >()
  for (const { community, share, access: ways, carrier, id } of people.points) {
    const access = nearestOf(ways)
    const building = carrier === 'building' ? buildings.get(id ?? '') : undefined
    if (access === null || access.edge < 0 || building === undefined) continue
    if (access.connector_m <= SUSPICIOUS_SNAP_M && levelOf(patient.streetOf(access.edge)) === null) continue
    const at = representativePoint(building.geometry)
    const place = placeOf(patient, access)
    const group: BuildingGroup = found.get(community) ?? { lines: [], farthest: -1, at, share: 0, count: 0 }
    group.count++
    group.share += share
    if (group.lines.length < MOST_LINES) group.lines.push([at, patient.lonLat(place.x, place.y)])
    if (access.connector_m > group.farthest) {
      group.farthest = access.connector_m
      group.at = at
    }
    found.set(community, group)
  }
  return [...found].map(([row, { lines, farthest, at, share, count }]): Finding => {
    const community = project.layers.communities[row]
    const number = people.people[row]
    return {
      id: `suspicious-snap:${community.id}/buildings`,
      kind: 'suspicious-snap',
      severity: 'warning',
      at,
      records: [namedRecord('communities', community)],
      lines,
      facts: {
        reason: 'far',
        distance_m: Math.round(farthest),
        buildings: count,
        ...(number === null ? {} : { people: Math.round(share * number) }),
      },
      repairs: [],
    }
  })
}

interface BuildingGroup {
  readonly lines: LonLat[][]
  farthest: number
  at: LonLat
  share: number
  count: number
}

function nearestOf(access: readonly AccessPoint[]): AccessPoint | null {
  return access.reduce<AccessPoint | null>(
    (best, point) => (best === null || point.connector_m < best.connector_m ? point : best),
    null,
  )
}

/** Where an access point lies, metres in the frame. */
function placeOf(patient: Patient, { edge, at }: AccessPoint): { x: number; y: number } {
  const { shapeStart, shapeEnd, shapeX, shapeY } = patient.examined.network
  const last = shapeEnd[edge] - 1
  let rest = at * patient.alongOf(edge, last - 1, 1)
  for (let v = shapeStart[edge]; v < last; v++) {
    const length = Math.hypot(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
    if (rest <= length || v === last - 1) {
      const t = length === 0 ? 0 : Math.min(1, rest / length)
      return {
        x: shapeX[v] + t * (shapeX[v + 1] - shapeX[v]),
        y: shapeY[v] + t * (shapeY[v + 1] - shapeY[v]),
      }
    }
    rest -= length
  }
  return { x: shapeX[last], y: shapeY[last] }
}

/** What of a street cannot be entered from beside it. A road bridge at street level can. */
function levelOf(street: Street | undefined): 'bridge' | 'tunnel' | null {
  if (street === undefined || (street.layer ?? 0) === 0) return null
  return street.bridge === true ? 'bridge' : street.tunnel === true ? 'tunnel' : null
}

/** The nearest street of a zone that is neither bridge nor tunnel and that nothing stands before. */
function nearestOnGround(
  patient: Patient,
  x: number,
  y: number,
  zone: number,
): { x: number; y: number; distance_m: number } | null {
  const { shapeX, shapeY, edgeZone } = patient.examined.network
  let best: { x: number; y: number; distance_m: number } | null = null
  for (const v of patient.grid.within(x - MAX_SNAP_M, y - MAX_SNAP_M, x + MAX_SNAP_M, y + MAX_SNAP_M)) {
    const edge = patient.edgeOf[v]
    if (edgeZone[edge] !== zone || levelOf(patient.streetOf(edge)) !== null) continue
    const t = clampedFoot(x, y, shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1])
    const footX = shapeX[v] + t * (shapeX[v + 1] - shapeX[v])
    const footY = shapeY[v] + t * (shapeY[v + 1] - shapeY[v])
    const distance_m = Math.hypot(footX - x, footY - y)
    if (distance_m >= (best?.distance_m ?? MAX_SNAP_M)) continue
    if (patient.isFree(x, y, footX, footY, zone)) best = { x: footX, y: footY, distance_m }
  }
  return best
}
