import type { Position } from 'geojson'
import type { Finding, Repair } from '../../model/finding'
import type { Street } from '../../model/layers'
import { isVisibleLink } from '../../model/street-links'
import type { LonLat } from '../../model/units'
import { squaredDistanceToSegment } from '../geometry/rings'
import { isSameLevel } from '../network/join-crossings'
import { type Check, namedRecord, type Patient } from './patient'

/** Lines nowhere farther apart than this are drawn twice, metres. */
const SAME_LINE_M = 0.5
/** What is shorter lies on another line by chance, metres. */
const LEAST_LENGTH_M = 5
/** How often a line is compared between its vertices, metres. */
const SAMPLE_M = 5

/**
 * Streets that lie on another street of the same level from end to end. Of two that lie on each other the
 * later one of the layer is the duplicate. It may go where the other has all the vertices that others join.
 */
export const findDuplicateStreets: Check = (patient) => {
  const { project, network } = patient.examined
  const findings: Finding[] = []
  const drawn = new DrawnStreets(patient)
  const isSeen = new Uint8Array(project.layers.streets.length)
  for (let edge = 0; edge < network.homeEdgeCount; edge++) {
    const index = network.edgeStreet[edge]
    if (index < 0 || isSeen[index] === 1) continue
    isSeen[index] = 1
    const street = project.layers.streets[index]
    if (isVisibleLink(street)) continue
    const line = drawn.line(index)
    const length_m = lengthOf(line)
    if (length_m < LEAST_LENGTH_M) continue
    const samples = sampleLine(line)
    for (const other of drawn.near(samples[samples.length >> 1])) {
      if (other === index) continue
      const target = project.layers.streets[other]
      if (isVisibleLink(target) || !isSameLevel(street, target)) continue
      const apart = farthest(samples, drawn.line(other))
      if (apart > SAME_LINE_M) continue
      // lying on each other: told once, of the later one
      if (other > index && farthest(sampleLine(drawn.line(other)), line) <= SAME_LINE_M) continue
      findings.push(describe(drawn, street, index, target, other, length_m, apart))
      break
    }
  }
  return findings
}

/** Streets as flat x, y in the frame, and which of them pass near a place. */
class DrawnStreets {
  private readonly lines = new Map<number, Float64Array>()
  private readonly patient: Patient

  constructor(patient: Patient) {
    this.patient = patient
  }

  line(index: number): Float64Array {
    let line = this.lines.get(index)
    if (line === undefined) {
      const { network, project } = this.patient.examined
      const { coordinates } = project.layers.streets[index].geometry
      line = new Float64Array(coordinates.length * 2)
      coordinates.forEach(([lon, lat], i) => {
        line![2 * i] = network.frame.x(lon)
        line![2 * i + 1] = network.frame.y(lat)
      })
      this.lines.set(index, line)
    }
    return line
  }

  /** Streets with a piece in the same cells, ascending. */
  near([x, y]: readonly [number, number]): number[] {
    const { grid, edgeOf, examined } = this.patient
    const { edgeStreet, shapeX, shapeY } = examined.network
    const found = new Set<number>()
    for (const v of grid.within(x - SAME_LINE_M, y - SAME_LINE_M, x + SAME_LINE_M, y + SAME_LINE_M)) {
      const street = edgeStreet[edgeOf[v]]
      if (street < 0 || found.has(street)) continue
      const d2 = squaredDistanceToSegment(x, y, shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1])
      if (d2 <= SAME_LINE_M ** 2) found.add(street)
    }
    return [...found].sort((a, b) => a - b)
  }

  /** Whether every vertex of a street that others join is a vertex of a second street, too. */
  hasAllJoints(index: number, other: number): boolean {
    const { network, project } = this.patient.examined
    const own = new Set(project.layers.streets[other].geometry.coordinates.map(keyOf))
    const { coordinates } = project.layers.streets[index].geometry
    return coordinates.every((vertex) => {
      if (own.has(keyOf(vertex))) return true
      const [x, y] = [network.frame.x(vertex[0]), network.frame.y(vertex[1])]
      return !this.isJoined(index, x, y)
    })
  }

  /** Whether another street has a vertex where this one has one. */
  private isJoined(index: number, x: number, y: number): boolean {
    const { grid, edgeOf, examined } = this.patient
    const { edgeStreet, shapeX, shapeY } = examined.network
    return grid.within(x - 0.01, y - 0.01, x + 0.01, y + 0.01).some((v) => {
      if (edgeStreet[edgeOf[v]] === index) return false
      return [v, v + 1].some((end) => Math.hypot(shapeX[end] - x, shapeY[end] - y) < 0.01)
    })
  }
}

function keyOf([lon, lat]: Position): string {
  return `${lon},${lat}`
}

function lengthOf(line: Float64Array): number {
  let length = 0
  for (let i = 0; i + 3 < line.length; i += 2)
    length += Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1])
  return length
}

/** The vertices of a line, and places between those far apart. */
function sampleLine(line: Float64Array): (readonly [number, number])[] {
  const samples: (readonly [number, number])[] = [[line[0], line[1]]]
  for (let i = 0; i + 3 < line.length; i += 2) {
    const dx = line[i + 2] - line[i]
    const dy = line[i + 3] - line[i + 1]
    const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / SAMPLE_M))
    for (let k = 1; k <= steps; k++)
      samples.push([line[i] + (dx * k) / steps, line[i + 1] + (dy * k) / steps])
  }
  return samples
}

/** How far the samples lie from a line at most; Infinity as soon as that is too far to be the same. */
function farthest(samples: readonly (readonly [number, number])[], line: Float64Array): number {
  let most = 0
  for (const [x, y] of samples) {
    let least = Infinity
    for (let i = 0; i + 3 < line.length; i += 2)
      least = Math.min(least, squaredDistanceToSegment(x, y, line[i], line[i + 1], line[i + 2], line[i + 3]))
    if (least > SAME_LINE_M ** 2) return Infinity
    most = Math.max(most, least)
  }
  return Math.sqrt(most)
}

function describe(
  drawn: DrawnStreets,
  street: Street,
  index: number,
  other: Street,
  otherIndex: number,
  length_m: number,
  apart_m: number,
): Finding {
  const line = street.geometry.coordinates.map(([lon, lat]): LonLat => [lon, lat])
  const isJoined = drawn.hasAllJoints(index, otherIndex)
  const repairs: Repair[] = []
  if (isJoined)
    repairs.push({
      change: { kind: 'drop-street', street: street.id },
      lines: [line],
      places: [],
      facts: { length_m: Math.round(length_m) },
    })
  return {
    id: `duplicate-street:${[street.id, other.id].sort().join('|')}`,
    kind: 'duplicate-street',
    // the same line twice counts its length twice; two lines side by side may not join where they should
    severity: isJoined ? 'info' : 'warning',
    at: line[line.length >> 1],
    records: [namedRecord('streets', street), namedRecord('streets', other)],
    lines: [line],
    facts: { length_m: Math.round(length_m), apart_m: Math.round(apart_m * 100) / 100 },
    repairs,
  }
}
