import type { Finding } from '../../model/finding'
import type { Street } from '../../model/layers'
import { isVisibleLink } from '../../model/street-links'
import { clampedFoot } from '../geometry/rings'
import { isSameLevel } from '../network/join-crossings'
import { severityOfDetour, type StreetMeeting } from './detour'
import { type Check, namedRecord, type Patient } from './patient'

/** An end that stops short by no more than this was meant to join, metres. */
const NEAR_MISS_M = 2
/** Whoever gets round the gap within this many metres misses nothing. */
const HARMLESS_DETOUR_M = 10

/**
 * Ends of streets that stop short of another street of the same level, or lie on it without a common vertex.
 * What hangs together within a few metres anyway, and what a wall keeps apart, is left out.
 */
export const findNearMisses: Check = (patient) => {
  const { network } = patient.examined
  const findings: Finding[] = []
  for (let node = 0; node < patient.degree.length; node++) {
    if (patient.degree[node] !== 1 || network.nodeIsClip[node] === 1 || patient.edgeAt[node] < 0) continue
    const edge = patient.edgeAt[node]
    const street = patient.streetOf(edge)
    if (street === undefined || isVisibleLink(street)) continue
    const x = network.nodeX[node]
    const y = network.nodeY[node]
    const end = endOf(patient, street, x, y)
    if (end < 0) continue
    const target = nearestOther(patient, node, edge, street, x, y)
    if (target === null) continue
    const length = network.edgeLength_mm[edge] / 1000
    const meeting = severityOfDetour(
      patient,
      { edge, along_m: network.edgeFrom[edge] === node ? 0 : length },
      target.place,
    )
    if (meeting.detour_m <= HARMLESS_DETOUR_M + target.gap_m) continue
    findings.push(describe(patient, { street, edge, end, x, y }, target, meeting))
  }
  return findings
}

interface Target {
  readonly street: Street
  readonly gap_m: number
  readonly x: number
  readonly y: number
  readonly place: { readonly edge: number; readonly along_m: number }
}

/** 0: the place is the first vertex of the street, 1: its last, −1: neither, the edge was cut here. */
function endOf(patient: Patient, { geometry }: Street, x: number, y: number): number {
  const [lon, lat] = patient.lonLat(x, y)
  const isHere = ([vertexLon, vertexLat]: readonly number[]): boolean =>
    Math.abs(vertexLon - lon) < 1.5e-7 && Math.abs(vertexLat - lat) < 1.5e-7
  return isHere(geometry.coordinates[0]) ? 0 : isHere(geometry.coordinates.at(-1)!) ? 1 : -1
}

function nearestOther(
  patient: Patient,
  node: number,
  edge: number,
  street: Street,
  x: number,
  y: number,
): Target | null {
  const { shapeX, shapeY, shapeStart, shapeEnd, edgeZone, edgeFrom, edgeTo } = patient.examined.network
  let best: Target | null = null
  let nearest = NEAR_MISS_M
  for (const v of patient.grid.within(x - nearest, y - nearest, x + nearest, y + nearest)) {
    const other = patient.edgeOf[v]
    if (other === edge || edgeZone[other] !== edgeZone[edge]) continue
    const t = clampedFoot(x, y, shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1])
    const footX = shapeX[v] + t * (shapeX[v + 1] - shapeX[v])
    const footY = shapeY[v] + t * (shapeY[v + 1] - shapeY[v])
    const gap = Math.hypot(footX - x, footY - y)
    if (gap > nearest || (best !== null && gap === nearest)) continue
    const target = patient.streetOf(other)
    if (target === undefined || isVisibleLink(target) || !isSameLevel(street, target)) continue
    if (!patient.isFree(x, y, footX, footY, edgeZone[edge])) continue
    // two ends that face each other are one finding, that of the lower node
    const facing = t === 0 && v === shapeStart[other] ? edgeFrom[other] : edgeTo[other]
    const isEnd = (t === 0 && v === shapeStart[other]) || (t === 1 && v + 2 === shapeEnd[other])
    if (isEnd && patient.degree[facing] === 1 && facing < node) continue
    nearest = gap
    best = {
      street: target,
      gap_m: gap,
      x: footX,
      y: footY,
      place: { edge: other, along_m: patient.alongOf(other, v, t) },
    }
  }
  return best
}

interface LooseEnd {
  readonly street: Street
  readonly edge: number
  /** 0: the first vertex of the street, 1: its last */
  readonly end: number
  readonly x: number
  readonly y: number
}

function describe(
  patient: Patient,
  { street, edge, end, x, y }: LooseEnd,
  target: Target,
  { severity, detour_m }: StreetMeeting,
): Finding {
  const from = patient.lonLat(x, y)
  const to = patient.lonLat(target.x, target.y)
  return {
    id: `near-miss:${[`${street.id}.${end}`, target.street.id].sort().join('|')}`,
    kind: 'near-miss',
    severity,
    at: from,
    records: [namedRecord('streets', street), namedRecord('streets', target.street)],
    lines: [patient.lineOf(edge), patient.lineOf(target.place.edge)],
    facts: {
      gap_m: Math.round(target.gap_m * 100) / 100,
      ...(Number.isFinite(detour_m) ? { detour_m: Math.round(detour_m) } : {}),
    },
    repairs: [
      {
        change: {
          kind: 'add-link',
          from: { street: street.id, at: from },
          to: { street: target.street.id, at: to },
        },
        lines: [[from, to]],
        places: [to],
        facts: { length_m: Math.round(target.gap_m * 100) / 100 },
      },
    ],
  }
}
