import type { Position } from 'geojson'

import type { Street } from '../../model/layers'
import type { Project } from '../../model/project'
import { isVisibleLink } from '../../model/street-links'
import { LocalFrame } from '../geometry/local-frame'
import { classifyWalkability } from './walkable'

/** Degrees × 1e7 as whole numbers: the coordinates files keep, about a centimetre, and exact to compare. */
export const KEYS_PER_DEGREE = 1e7

/** Walkable lines on their way to becoming edges, in columns; consecutive vertices of a line differ. */
export interface StreetLines {
  readonly count: number
  /** index into project.layers.streets, −1: a gate's connector. One per line */
  readonly street: Int32Array
  /** zone number, −1 public. One per line */
  readonly zone: Int32Array
  /** 1: walkable only as part of a gated community. One per line */
  readonly isPrivate: Uint8Array
  /** first vertex of each line, and one more entry as end mark */
  readonly start: Int32Array
  /** whole numbers of 1e-7 degrees, one per vertex */
  readonly lonKey: Int32Array
  readonly latKey: Int32Array
}

/** One line taken out of the columns to be worked on: flat lon, lat in degrees. */
export interface StreetLine {
  readonly street: number
  readonly zone: number
  readonly isPrivate: boolean
  readonly lonLat: readonly number[]
}

/** Writes lines into columns that grow as needed. Repeated points and lines of one point are left out. */
export class LineWriter {
  private count = 0
  private vertexCount = 0
  private street: Int32Array
  private zone: Int32Array
  private isPrivate: Uint8Array
  private start: Int32Array
  private lonKey: Int32Array
  private latKey: Int32Array

  constructor(expectedLines: number, expectedVertices: number) {
    const lines = Math.max(16, expectedLines)
    const vertices = Math.max(32, expectedVertices)
    this.street = new Int32Array(lines)
    this.zone = new Int32Array(lines)
    this.isPrivate = new Uint8Array(lines)
    this.start = new Int32Array(lines + 1)
    this.lonKey = new Int32Array(vertices)
    this.latKey = new Int32Array(vertices)
  }

  /** A further vertex of the line being written. */
  vertex(lonKey: number, latKey: number): void {
    const v = this.vertexCount
    if (v > this.start[this.count] && this.lonKey[v - 1] === lonKey && this.latKey[v - 1] === latKey) return
    if (v === this.lonKey.length) {
      this.lonKey = grown(this.lonKey)
      this.latKey = grown(this.latKey)
    }
    this.lonKey[v] = lonKey
    this.latKey[v] = latKey
    this.vertexCount = v + 1
  }

  /** Ends the line being written; with fewer than two vertices it never was. */
  end(street: number, zone: number, isPrivate: boolean): void {
    const line = this.count
    if (this.vertexCount - this.start[line] < 2) {
      this.vertexCount = this.start[line]
      return
    }
    if (line === this.street.length) {
      this.street = grown(this.street)
      this.zone = grown(this.zone)
      const flags = new Uint8Array(this.street.length)
      flags.set(this.isPrivate)
      this.isPrivate = flags
      const start = new Int32Array(this.street.length + 1)
      start.set(this.start)
      this.start = start
    }
    this.street[line] = street
    this.zone[line] = zone
    this.isPrivate[line] = isPrivate ? 1 : 0
    this.count = line + 1
    this.start[line + 1] = this.vertexCount
  }

  line({ street, zone, isPrivate, lonLat }: StreetLine): void {
    for (let i = 0; i < lonLat.length; i += 2) this.vertex(toKey(lonLat[i]), toKey(lonLat[i + 1]))
    this.end(street, zone, isPrivate)
  }

  copy(lines: StreetLines, i: number): void {
    for (let v = lines.start[i]; v < lines.start[i + 1]; v++) this.vertex(lines.lonKey[v], lines.latKey[v])
    this.end(lines.street[i], lines.zone[i], lines.isPrivate[i] === 1)
  }

  /** The lines written; the writer is not used any more. */
  finish(): StreetLines {
    return {
      count: this.count,
      street: this.street.subarray(0, this.count),
      zone: this.zone.subarray(0, this.count),
      isPrivate: this.isPrivate.subarray(0, this.count),
      start: this.start.subarray(0, this.count + 1),
      lonKey: this.lonKey.subarray(0, this.vertexCount),
      latKey: this.latKey.subarray(0, this.vertexCount),
    }
  }
}

function grown(from: Int32Array): Int32Array {
  const to = new Int32Array(from.length * 2)
  to.set(from)
  return to
}

/** A coordinate in degrees as a key. */
export function toKey(degrees: number): number {
  return Math.round(degrees * KEYS_PER_DEGREE)
}

/** The vertices of a street as recorded; one drawn again at once stands there once, as in its line. */
export function verticesOf({ geometry: { coordinates } }: Street): readonly Position[] {
  return coordinates.filter((vertex, v) => v === 0 || !isSamePlace(vertex, coordinates[v - 1]))
}

function isSamePlace([lonA, latA]: Position, [lonB, latB]: Position): boolean {
  return toKey(lonA) === toKey(lonB) && toKey(latA) === toKey(latB)
}

/** One line out of the columns. */
export function lineAt(lines: StreetLines, i: number): StreetLine {
  const lonLat: number[] = []
  for (let v = lines.start[i]; v < lines.start[i + 1]; v++)
    lonLat.push(lines.lonKey[v] / KEYS_PER_DEGREE, lines.latKey[v] / KEYS_PER_DEGREE)
  return { street: lines.street[i], zone: lines.zone[i], isPrivate: lines.isPrivate[i] === 1, lonLat }
}

/** The frame of a project: its own origin, else centred on its extent, else on its streets. */
export function frameOf(project: Project): LocalFrame {
  if (project.origin !== undefined) return new LocalFrame(...project.origin)
  if (project.extent !== undefined) {
    const [west, south, east, north] = project.extent
    return new LocalFrame((west + east) / 2, (south + north) / 2)
  }
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (const street of project.layers.streets) {
    const { coordinates } = street.geometry
    for (let i = 0; i < coordinates.length; i++) {
      const lon = coordinates[i][0]
      const lat = coordinates[i][1]
      if (lon < west) west = lon
      if (lon > east) east = lon
      if (lat < south) south = lat
      if (lat > north) north = lat
    }
  }
  return west <= east ? new LocalFrame((west + east) / 2, (south + north) / 2) : new LocalFrame(0, 0)
}

/**
 * All walkable streets as lines, in the order of the layer. Plain: without private streets and without the
 * lines across squares that nobody mapped.
 */
export function collectLines(project: Project, options: { isPlain: boolean }): StreetLines {
  const { streets } = project.layers
  let vertices = 0
  for (const street of streets) vertices += street.geometry.coordinates.length
  const writer = new LineWriter(streets.length, vertices)
  for (let index = 0; index < streets.length; index++) {
    const street = streets[index]
    const walkability = classifyWalkability(street)
    if (walkability === 'none') continue
    if (options.isPlain && (walkability === 'private' || isVisibleLink(street))) continue
    const { coordinates } = street.geometry
    for (let i = 0; i < coordinates.length; i++)
      writer.vertex(toKey(coordinates[i][0]), toKey(coordinates[i][1]))
    writer.end(index, -1, walkability === 'private')
  }
  return writer.finish()
}
