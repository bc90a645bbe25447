import type { Finding, Repair } from '../../model/finding'
import type { Street } from '../../model/layers'
import type { LonLat } from '../../model/units'
import { findNearestGap } from './nearest-gap'
import { type Check, namedRecord, type Patient } from './patient'

/** Shorter islands without anybody on them are odd, and without consequence, metres. */
const NOTABLE_M = 100
/** So many streets of an island are drawn; the rest is told by its length. */
const MOST_LINES = 300

/** One part of the network that hangs together with no other. */
interface Part {
  readonly edges: number[]
  length_m: number
  touchesClip: boolean
  /** people whose number is known */
  people: number
  hasUnknownPeople: boolean
  facilities: number
}

/**
 * Parts of the network that do not hang together with the longest one, with the people and facilities that
 * meet the network nowhere else. Unless somebody is on it, a part cut off by the border of the data is left
 * out, it may hang together beyond, and so is a single closed line.
 */
export const findIslands: Check = (patient) => {
  const { network, project } = patient.examined
  const parts = collectParts(patient)
  const isApart = findStreetsApart(patient)
  countPlaces(patient, parts)
  const findings: Finding[] = []
  for (const [label, part] of [...parts].sort(([a], [b]) => a - b)) {
    if (part.length_m === 0) continue
    const isUsed = part.people > 0 || part.hasUnknownPeople || part.facilities > 0
    if (part.touchesClip && !isUsed) continue
    const streets = [...new Set(part.edges.map((edge) => network.edgeStreet[edge]))]
      .filter((street) => street >= 0)
      .map((street) => project.layers.streets[street])
    if (streets.length === 0) continue
    // the outline of an area or a track: nobody was meant to get anywhere on it
    if (!isUsed && streets.length === 1 && isClosed(streets[0])) continue
    const first = streets.reduce((least, street) => (street.id < least.id ? street : least))
    const named = streets.find(({ name }) => name !== undefined && name !== '') ?? first
    const zone = network.edgeZone[part.edges[0]]
    const isInCompound = zone >= 0 && part.edges.every((edge) => network.edgeZone[edge] === zone)
    const compound = project.layers.communities.find(({ id }) => isInCompound && id === network.zoneIds[zone])
    const middle = part.edges[part.edges.length >> 1]
    findings.push({
      id: isApart.has(first) ? `island:${first.id}@${placeName(patient, part, first)}` : `island:${first.id}`,
      kind: 'island',
      severity:
        isUsed && !part.touchesClip ? 'error' : isUsed || part.length_m >= NOTABLE_M ? 'warning' : 'info',
      at: middleOf(patient.lineOf(middle)),
      records: [
        namedRecord('streets', named),
        ...(compound === undefined ? [] : [namedRecord('communities', compound)]),
      ],
      lines: part.edges.slice(0, MOST_LINES).map((edge) => patient.lineOf(edge)),
      facts: {
        street_m: Math.round(part.length_m),
        streets: streets.length,
        // where the number of one community is not known, that of the part is not
        ...(part.hasUnknownPeople ? {} : { people: Math.round(part.people) }),
        facilities: part.facilities,
        ...(part.touchesClip ? { edge_of_data: 1 } : {}),
      },
      repairs: proposeLink(patient, label, part.edges),
    })
  }
  return findings
}

/** Streets that lie in several parts: cut by walls, they do not tell one island from another. */
function findStreetsApart(patient: Patient): ReadonlySet<Street> {
  const partOf = new Map<Street, number>()
  const apart = new Set<Street>()
  for (let edge = 0; edge < patient.examined.network.homeEdgeCount; edge++) {
    const street = patient.streetOf(edge)
    if (street === undefined) continue
    const part = patient.partOf(edge)
    if ((partOf.get(street) ?? part) !== part) apart.add(street)
    partOf.set(street, part)
  }
  return apart
}

/** Where a street begins in a part, as a name: a repair elsewhere does not change it. */
function placeName(patient: Patient, { edges }: Part, street: Street): string {
  const edge = edges.find((each) => patient.streetOf(each) === street) ?? edges[0]
  const [[lon, lat]] = patient.lineOf(edge)
  return `${lon.toFixed(5)},${lat.toFixed(5)}`
}

function collectParts(patient: Patient): Map<number, Part> {
  const { network } = patient.examined
  const parts = new Map<number, Part>()
  for (let edge = 0; edge < network.homeEdgeCount; edge++) {
    const label = patient.partOf(edge)
    if (label === 0) continue
    let part = parts.get(label)
    if (part === undefined) {
      part = { edges: [], length_m: 0, touchesClip: false, people: 0, hasUnknownPeople: false, facilities: 0 }
      parts.set(label, part)
    }
    part.edges.push(edge)
    part.length_m += network.edgeLength_mm[edge] / 1000
    if (network.nodeIsClip[network.edgeFrom[edge]] === 1 || network.nodeIsClip[network.edgeTo[edge]] === 1)
      part.touchesClip = true
  }
  return parts
}

/** People and facilities all of whose ways lead to the same part belong to it. */
function countPlaces(patient: Patient, parts: ReadonlyMap<number, Part>): void {
  const { people, facilities, network, project } = patient.examined
  const partOf = (access: (typeof facilities.access)[number]): Part | undefined => {
    const labels = new Set(
      access.map(({ edge, node }) => network.nodeComponent[edge < 0 ? node : network.edgeFrom[edge]]),
    )
    const [label] = labels
    return labels.size === 1 ? parts.get(label) : undefined
  }
  for (const access of facilities.access.slice(0, project.layers.facilities.length)) {
    const part = partOf(access)
    if (part !== undefined) part.facilities++
  }
  for (const { access, community, share } of people.points) {
    const part = partOf(access)
    if (part === undefined) continue
    const number = people.people[community]
    if (number === null) part.hasUnknownPeople = true
    else part.people += share * number
  }
}

function isClosed({ geometry }: Street): boolean {
  const [first] = geometry.coordinates
  const last = geometry.coordinates[geometry.coordinates.length - 1]
  return first[0] === last[0] && first[1] === last[1]
}

/** The shortest link to a longer part, where one is short enough and no wall or water lies between. */
function proposeLink(patient: Patient, label: number, edges: readonly number[]): Repair[] {
  const gap = findNearestGap(patient, label, edges)
  if (gap === null) return []
  const [own, other] = [patient.streetOf(gap.ownEdge), patient.streetOf(gap.otherEdge)]
  if (own === undefined || other === undefined) return []
  const from = patient.lonLat(gap.ownX, gap.ownY)
  const to = patient.lonLat(gap.otherX, gap.otherY)
  return [
    {
      change: { kind: 'add-link', from: { street: own.id, at: from }, to: { street: other.id, at: to } },
      lines: [[from, to]],
      places: [],
      facts: { length_m: Math.round(gap.length_m * 10) / 10 },
    },
  ]
}

function middleOf(line: readonly LonLat[]): LonLat {
  return line[line.length >> 1]
}
