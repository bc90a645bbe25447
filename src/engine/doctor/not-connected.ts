import type { LinkEnd } from '../../model/correction'
import type { Finding, Repair } from '../../model/finding'
import type { LonLat } from '../../model/units'
import { nearestOnRings } from '../geometry/nearest-on-rings'
import { representativePoint } from '../geometry/rings'
import type { BarrierKind } from '../network/barrier-index'
import { type Compound, zoneAt } from '../network/compounds'
import type { Snap } from '../network/snap-types'
import { type Check, namedRecord, type Patient } from './patient'

/** A path is proposed to a street at most this far, metres. */
const MOST_PATH_M = 500
/** So far before a gate one has left its compound for sure, metres. */
const BEFORE_GATE_M = 2

/** Facilities that meet no street: they serve nobody. */
export const findUnconnectedFacilities: Check = (patient) => {
  const { project, facilities, network, compounds } = patient.examined
  return project.layers.facilities.flatMap((facility, i): Finding[] => {
    if (facilities.access[i].length > 0) return []
    const at = representativePoint(facility.geometry)
    const [x, y] = [network.frame.x(at[0]), network.frame.y(at[1])]
    const zone = zoneAt(compounds, x, y)
    const behind = nearestBehind(patient, x, y, zone, MOST_PATH_M)
    const path = proposePath(patient, { street: null, at }, x, y, zone)
    return [
      {
        id: `facility-not-connected:${facility.id}`,
        kind: 'facility-not-connected',
        severity: 'error',
        at,
        records: [namedRecord('facilities', facility)],
        lines: [],
        facts: {
          ...(facility.class === undefined ? {} : { class: facility.class }),
          ...(behind === null ? {} : { distance_m: Math.round(behind.distance_m) }),
          ...(behind?.barrier === undefined ? {} : { barrier: behind.barrier }),
        },
        repairs: [
          ...path,
          // a door in the wall: only whoever knows the place can say so
          ...(behind?.barrier === undefined ? [] : [enterAt(patient, facility.id, x, y, behind)]),
        ],
      },
    ]
  })
}

/** Communities whose people meet no street: everything about them is unknown. */
export const findUnconnectedCommunities: Check = (patient) => {
  const { project, people, network, compounds } = patient.examined
  const isReached = new Uint8Array(project.layers.communities.length)
  for (const { community, access } of people.points) if (access.length > 0) isReached[community] = 1
  return project.layers.communities.flatMap((community, i): Finding[] => {
    if (isReached[i] === 1) return []
    const at = representativePoint(community.geometry)
    const [x, y] = [network.frame.x(at[0]), network.frame.y(at[1])]
    const number = people.people[i]
    return [
      {
        id: `community-not-connected:${community.id}`,
        kind: 'community-not-connected',
        severity: 'error',
        at,
        records: [namedRecord('communities', community)],
        lines: [],
        facts: number === null ? {} : { people: number },
        // a path into a compound, or one around the community, would cross its edge away from every gate
        repairs: zoneAt(compounds, x, y) >= 0 ? [] : proposePath(patient, { street: null, at }, x, y, -1),
      },
    ]
  })
}

/** Gates that stand too far from every street outside. */
export const findUnconnectedGates: Check = (patient) => {
  const { project, issues, compounds } = patient.examined
  const rowOf = new Map(project.layers.gates.map((gate, row) => [gate.id, row]))
  return issues.flatMap(({ code, id }): Finding[] => {
    const row = rowOf.get(id ?? '')
    if (code !== 'gate-not-connected' || row === undefined) return []
    const gate = project.layers.gates[row]
    const [lon, lat] = gate.geometry.coordinates
    const compound = compounds.find(({ gates }) => gates.some(({ index }) => index === row))
    const outside = compound === undefined ? null : outsideOf(patient, compound, [lon, lat])
    return [
      {
        id: `gate-not-connected:${gate.id}`,
        kind: 'gate-not-connected',
        severity: 'warning',
        at: [lon, lat],
        records: [namedRecord('gates', gate)],
        lines: [],
        facts: {},
        repairs:
          outside === null ? [] : proposePath(patient, { street: null, at: [lon, lat] }, ...outside, -1),
      },
    ]
  })
}

/**
 * The place some steps before a gate, outside of its compound: from the gate itself, which stands in the wall, the
 * nearest street may be on the other side of the compound. null: no public ground is there.
 */
function outsideOf(
  patient: Patient,
  { rings }: Compound,
  [lon, lat]: LonLat,
): readonly [x: number, y: number] | null {
  const { network, compounds } = patient.examined
  const edge = nearestOnRings(rings, network.frame.x(lon), network.frame.y(lat))
  if (edge === null) return null
  let best: readonly [number, number] | null = null
  let farthest = 0
  for (let k = 0; k < 8; k++) {
    const x = edge.x + BEFORE_GATE_M * Math.cos((k * Math.PI) / 4)
    const y = edge.y + BEFORE_GATE_M * Math.sin((k * Math.PI) / 4)
    const fromEdge = nearestOnRings(rings, x, y)?.distance_m ?? 0
    // of equally far ones the first
    if (fromEdge <= farthest + 1e-6 || zoneAt(compounds, x, y) >= 0) continue
    farthest = fromEdge
    best = [x, y]
  }
  return best
}

/** A straight path to the nearest street of a zone that nothing stands before; none within 500 m: none. */
function proposePath(patient: Patient, from: LinkEnd, x: number, y: number, zone: number): Repair[] {
  const snap = patient.examined.snaps.nearest(x, y, { maxDistance_m: MOST_PATH_M, zone })
  const street = snap === null ? undefined : patient.streetOf(snap.edge)
  if (snap === null || street === undefined) return []
  const at = patient.lonLat(snap.x, snap.y)
  return [
    {
      change: { kind: 'add-link', from, to: { street: street.id, at } },
      lines: [[from.at, at]],
      places: [],
      facts: { length_m: Math.round(lengthOf(patient, from.at, snap)) },
    },
  ]
}

/** Metres from a place to a point of the network. */
function lengthOf({ examined: { network } }: Patient, [lon, lat]: LonLat, to: Snap): number {
  return Math.hypot(to.x - network.frame.x(lon), to.y - network.frame.y(lat))
}

interface Behind {
  readonly distance_m: number
  readonly x: number
  readonly y: number
  /** absent: the way is free */
  readonly barrier: BarrierKind | undefined
}

/** The nearest street of a zone within a distance as the crow flies, and what stands before it. */
export function nearestBehind(
  patient: Patient,
  x: number,
  y: number,
  zone: number,
  maxDistance_m: number,
): Behind | null {
  const snap = patient.examined.snaps.nearest(x, y, { maxDistance_m, zone, isPlain: true })
  if (snap === null) return null
  const barrier = patient.examined.barriers?.blockerBetween(x, y, snap.x, snap.y, { zone }) ?? undefined
  return { distance_m: snap.distance_m, x: snap.x, y: snap.y, barrier }
}

/** An entrance at a street: the facility is entered there, whatever lies between. */
export function enterAt(
  patient: Patient,
  facility: string,
  x: number,
  y: number,
  street: { readonly x: number; readonly y: number; readonly distance_m: number },
): Repair {
  const at = patient.lonLat(street.x, street.y)
  return {
    change: { kind: 'enter-facility', facility, at },
    lines: [[patient.lonLat(x, y), at]],
    places: [at],
    facts: { length_m: Math.round(street.distance_m) },
  }
}
