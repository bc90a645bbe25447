import type { Finding } from '../../model/finding'
import type { Street } from '../../model/layers'
import { isVisibleLink } from '../../model/street-links'
import { isSameLevel } from '../network/join-crossings'
import { severityOfDetour } from './detour'
import { type Check, namedRecord, type Patient } from './patient'

/** A vertex this near to the crossing is the crossing, metres. */
const AT_VERTEX_M = 0.01
/** Whoever gets from one street to the other within this many metres misses nothing. */
const HARMLESS_DETOUR_M = 10

/**
 * Places where two streets of the same level cross and share no vertex, so that nobody can turn from one into
 * the other. Only where lines join at shared vertices; plain line layers join wherever they cross. A street
 * that crosses itself is not looked for.
 */
export const findMissedCrossings: Check = (patient) => {
  if (patient.examined.project.provenance.streets?.topology === 'crossings') return []
  const findings = new Map<string, Finding>()
  const { grid } = patient
  for (let bucket = 0; bucket + 1 < grid.start.length; bucket++)
    for (let i = grid.start[bucket]; i < grid.start[bucket + 1]; i++)
      for (let j = i + 1; j < grid.start[bucket + 1]; j++) {
        const crossing = crossPieces(patient, grid.pieces[i], grid.pieces[j])
        if (crossing === null) continue
        const finding = judge(patient, crossing)
        if (finding !== null) findings.set(finding.id, finding)
      }
  return [...findings.values()]
}

interface Crossing {
  readonly x: number
  readonly y: number
  /** the two pieces, by their first vertices, and the fractions along them */
  readonly pieces: readonly [number, number]
  readonly fractions: readonly [number, number]
}

/** Where two pieces of different edges cross or touch inside; null: nowhere, or in a vertex they share. */
function crossPieces(patient: Patient, a: number, b: number): Crossing | null {
  const { shapeX: px, shapeY: py } = patient.examined.network
  const ax = px[a]
  const ay = py[a]
  const dx = px[a + 1] - ax
  const dy = py[a + 1] - ay
  const bx = px[b]
  const by = py[b]
  const ex = px[b + 1] - bx
  const ey = py[b + 1] - by
  // most pairs of a cell do not even lie side by side
  if (Math.max(ax, ax + dx) < Math.min(bx, bx + ex) || Math.max(bx, bx + ex) < Math.min(ax, ax + dx))
    return null
  if (Math.max(ay, ay + dy) < Math.min(by, by + ey) || Math.max(by, by + ey) < Math.min(ay, ay + dy))
    return null
  const cross = dx * ey - dy * ex
  const dLength = Math.sqrt(dx * dx + dy * dy)
  const eLength = Math.sqrt(ex * ex + ey * ey)
  if (Math.abs(cross) <= 1e-9 * dLength * eLength) return null
  const t = ((bx - ax) * ey - (by - ay) * ex) / cross
  const u = ((bx - ax) * dy - (by - ay) * dx) / cross
  const slackT = AT_VERTEX_M / dLength
  const slackU = AT_VERTEX_M / eLength
  if (t < -slackT || t > 1 + slackT || u < -slackU || u > 1 + slackU) return null
  const isVertexOfA = t <= slackT || t >= 1 - slackT
  const isVertexOfB = u <= slackU || u >= 1 - slackU
  // at vertices of both: joined there, or ends that nearly meet
  if (isVertexOfA && isVertexOfB) return null
  const tt = t <= slackT ? 0 : t >= 1 - slackT ? 1 : t
  const uu = u <= slackU ? 0 : u >= 1 - slackU ? 1 : u
  const isByA = !isVertexOfB
  return {
    x: isByA ? ax + tt * dx : bx + uu * ex,
    y: isByA ? ay + tt * dy : by + uu * ey,
    pieces: [a, b],
    fractions: [tt, uu],
  }
}

function judge(patient: Patient, { x, y, pieces, fractions }: Crossing): Finding | null {
  const { network } = patient.examined
  const [a, b] = [patient.edgeOf[pieces[0]], patient.edgeOf[pieces[1]]]
  if (a === b || network.edgeStreet[a] === network.edgeStreet[b]) return null
  if (network.edgeZone[a] !== network.edgeZone[b]) return null
  const streets = [patient.streetOf(a), patient.streetOf(b)]
  const [street, other] = streets
  if (street === undefined || other === undefined || !isSameLevel(street, other)) return null
  if (isVisibleLink(street) || isVisibleLink(other)) return null
  // an end that lies on the other street is a near miss
  if (isLooseEnd(patient, pieces[0], fractions[0]) || isLooseEnd(patient, pieces[1], fractions[1]))
    return null
  const meeting = severityOfDetour(
    patient,
    { edge: a, along_m: patient.alongOf(a, pieces[0], fractions[0]) },
    { edge: b, along_m: patient.alongOf(b, pieces[1], fractions[1]) },
  )
  if (meeting.detour_m <= HARMLESS_DETOUR_M) return null
  return { ...describe(patient, street, other, x, y, meeting), lines: [patient.lineOf(a), patient.lineOf(b)] }
}

/** Whether a place at a vertex is the loose end of its edge. */
function isLooseEnd(patient: Patient, piece: number, fraction: number): boolean {
  if (fraction !== 0 && fraction !== 1) return false
  const { shapeStart, shapeEnd, edgeFrom, edgeTo } = patient.examined.network
  const edge = patient.edgeOf[piece]
  const vertex = piece + fraction
  const isFirst = vertex === shapeStart[edge]
  if (!isFirst && vertex !== shapeEnd[edge] - 1) return false
  return patient.degree[isFirst ? edgeFrom[edge] : edgeTo[edge]] === 1
}

function describe(
  patient: Patient,
  a: Street,
  b: Street,
  x: number,
  y: number,
  { severity, detour_m }: ReturnType<typeof severityOfDetour>,
): Finding {
  const at = patient.lonLat(x, y)
  const [first, second] = a.id < b.id ? [a, b] : [b, a]
  return {
    id: `missed-crossing:${first.id}|${second.id}@${at[0].toFixed(5)},${at[1].toFixed(5)}`,
    kind: 'missed-crossing',
    severity,
    at,
    records: [namedRecord('streets', first), namedRecord('streets', second)],
    lines: [],
    facts: Number.isFinite(detour_m) ? { detour_m: Math.round(detour_m) } : {},
    repairs: [
      {
        change: { kind: 'share-node', streets: [first.id, second.id], at },
        lines: [],
        places: [at],
        facts: {},
      },
    ],
  }
}
