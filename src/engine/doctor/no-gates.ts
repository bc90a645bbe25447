import type { Finding, Repair } from '../../model/finding'
import { representativePoint } from '../geometry/rings'
import type { LonLat } from '../../model/units'
import { type Check, namedRecord, type Patient } from './patient'

/** Crossings that are proposed as a gate of their own. */
const MOST_PROPOSALS = 8

/**
 * Gated communities none of whose gates is known. Until then every street across the edge counts as a
 * residents' gate; a repair makes one of them, or all, a gate on record.
 */
export const findCommunitiesWithoutGates: Check = (patient) => {
  const { network, project, people } = patient.examined
  const rows = new Map(project.layers.communities.map(({ id }, row) => [id, row]))
  return network.zonesWithUnknownGates.flatMap((zone): Finding[] => {
    const row = rows.get(network.zoneIds[zone])
    if (row === undefined) return []
    const community = project.layers.communities[row]
    const [lon, lat] = representativePoint(community.geometry)
    const crossings = crossingsOf(patient, zone)
    const number = people.people[row]
    return [
      {
        id: `no-gates:${community.id}`,
        kind: 'no-gates',
        severity: crossings.length === 0 ? 'error' : 'warning',
        at: [lon, lat],
        records: [namedRecord('communities', community)],
        lines: [],
        facts: { crossings: crossings.length, ...(number === null ? {} : { people: number }) },
        repairs: proposeGates(community.id, crossings),
      },
    ]
  })
}

interface StreetCrossing {
  readonly at: LonLat
  readonly street: string
}

/** Where streets cross the edge of a zone, in order of node, each place once, with the street's name. */
function crossingsOf(patient: Patient, zone: number): StreetCrossing[] {
  const { network } = patient.examined
  const found = new Map<string, StreetCrossing>()
  for (let p = 0; p < network.portalCount; p++) {
    const node = network.portalFrom[p]
    if (network.nodeZone[node] !== zone) continue
    const at = patient.lonLat(network.nodeX[node], network.nodeY[node])
    const edge = patient.edgeAt[node]
    const street = (edge < 0 ? undefined : patient.streetOf(edge)?.name) ?? ''
    found.set(at.join(), { at, street })
  }
  return [...found.values()]
}

function proposeGates(community: string, crossings: readonly StreetCrossing[]): Repair[] {
  if (crossings.length === 0) return []
  const all: Repair = {
    change: { kind: 'add-gates', community, at: crossings.map(({ at }) => at) },
    lines: [],
    places: crossings.map(({ at }) => at),
    facts: { gates: crossings.length },
  }
  if (crossings.length === 1) return [all]
  return [
    all,
    ...crossings.slice(0, MOST_PROPOSALS).map(({ at, street }): Repair => ({
      change: { kind: 'add-gates', community, at: [at] },
      lines: [],
      places: [at],
      facts: { gates: 1, street },
    })),
  ]
}
