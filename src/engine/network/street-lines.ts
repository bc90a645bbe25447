import Flatbush from 'flatbush'

import type { Street } from '../../model/layers'
import type { Project } from '../../model/project'
import { LocalFrame, roundDegrees } from '../geometry/local-frame'
import { isVisibleLink } from '../../model/street-links'
import { classifyWalkability } from './walkable'

/** A walkable line on its way to becoming edges. */
export interface StreetLine {
  /** index into project.layers.streets, −1: a gate's connector */
  readonly street: number
  /** zone number, −1 public */
  readonly zone: number
  /** true: walkable only as part of a gated community */
  readonly isPrivate: boolean
  /** flat lon, lat; consecutive points differ */
  readonly lonLat: readonly number[]
}

/** The frame of a project: centred on its extent, else on its streets. */
export function frameOf(project: Project): LocalFrame {
  if (project.extent !== undefined) {
    const [west, south, east, north] = project.extent
    return new LocalFrame((west + east) / 2, (south + north) / 2)
  }
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (const street of project.layers.streets) {
    for (const [lon, lat] of street.geometry.coordinates) {
      if (lon < west) west = lon
      if (lon > east) east = lon
      if (lat < south) south = lat
      if (lat > north) north = lat
    }
  }
  return west <= east ? new LocalFrame((west + east) / 2, (south + north) / 2) : new LocalFrame(0, 0)
}

/**
 * All walkable streets as lines, in the order of the layer. Repeated points are dropped. Plain: without
 * private streets and without the lines across squares that nobody mapped.
 */
export function collectLines(project: Project, options: { isPlain: boolean }): StreetLine[] {
  const lines: StreetLine[] = []
  project.layers.streets.forEach((street, index) => {
    const walkability = classifyWalkability(street)
    if (walkability === 'none' || (options.isPlain && (walkability === 'private' || isVisibleLink(street))))
      return
    const lonLat: number[] = []
    for (const [lon, lat] of street.geometry.coordinates) {
      const n = lonLat.length
      if (n > 0 && lonLat[n - 2] === lon && lonLat[n - 1] === lat) continue
      lonLat.push(lon, lat)
    }
    if (lonLat.length >= 4)
      lines.push({ street: index, zone: -1, isPrivate: walkability === 'private', lonLat })
  })
  return lines
}

/** Whether two streets can meet where their lines cross: same level, no bridge over, no tunnel under. */
function isSameLevel(a: Street, b: Street): boolean {
  return (
    (a.bridge ?? false) === (b.bridge ?? false) &&
    (a.tunnel ?? false) === (b.tunnel ?? false) &&
    (a.layer ?? 0) === (b.layer ?? 0)
  )
}

/** A line's end this near to another line touches it, metres; anything farther is for the network doctor. */
const TOUCH_M = 0.05

/**
 * For plain line layers: adds a common vertex wherever two lines of the same level cross or touch.
 * Ends that stop short by more than 5 cm stay apart: gluing them silently would invent streets.
 */
export function joinCrossingLines(
  lines: readonly StreetLine[],
  streets: readonly Street[],
  frame: LocalFrame,
): StreetLine[] {
  const segments: { line: number; at: number }[] = []
  for (let l = 0; l < lines.length; l++) {
    for (let at = 0; at + 3 < lines[l].lonLat.length; at += 2) segments.push({ line: l, at })
  }
  if (segments.length === 0) return [...lines]
  const index = new Flatbush(segments.length)
  const box = (s: { line: number; at: number }): [number, number, number, number] => {
    const c = lines[s.line].lonLat
    const ax = frame.x(c[s.at])
    const ay = frame.y(c[s.at + 1])
    const bx = frame.x(c[s.at + 2])
    const by = frame.y(c[s.at + 3])
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
  }
  for (const s of segments) index.add(...box(s))
  index.finish()

  // points to add to each line: place along it (vertex index + fraction) and coordinate
  const added: { place: number; lon: number; lat: number }[][] = lines.map(() => [])
  segments.forEach((s, i) => {
    const [minX, minY, maxX, maxY] = box(s)
    for (const j of index.search(minX - TOUCH_M, minY - TOUCH_M, maxX + TOUCH_M, maxY + TOUCH_M)) {
      if (j <= i) continue
      const other = segments[j]
      if (other.line === s.line && Math.abs(other.at - s.at) <= 2) continue
      if (!isSameLevel(streets[lines[s.line].street], streets[lines[other.line].street])) continue
      const hit = meetSegments(lines[s.line].lonLat, s.at, lines[other.line].lonLat, other.at, frame)
      if (hit === null) continue
      added[s.line].push({ place: s.at / 2 + hit.t, lon: hit.lon, lat: hit.lat })
      added[other.line].push({ place: other.at / 2 + hit.u, lon: hit.lon, lat: hit.lat })
    }
  })
  return lines.map((line, l) =>
    added[l].length === 0 ? line : { ...line, lonLat: insertPoints(line.lonLat, added[l]) },
  )
}

/** Where two segments cross or touch within TOUCH_M: the fractions along both, and one common coordinate. */
function meetSegments(
  a: readonly number[],
  ai: number,
  b: readonly number[],
  bi: number,
  frame: LocalFrame,
): { t: number; u: number; lon: number; lat: number } | null {
  const ax = frame.x(a[ai])
  const ay = frame.y(a[ai + 1])
  const dx = frame.x(a[ai + 2]) - ax
  const dy = frame.y(a[ai + 3]) - ay
  const bx = frame.x(b[bi])
  const by = frame.y(b[bi + 1])
  const ex = frame.x(b[bi + 2]) - bx
  const ey = frame.y(b[bi + 3]) - by
  const dLength = Math.hypot(dx, dy)
  const eLength = Math.hypot(ex, ey)
  if (dLength === 0 || eLength === 0) return null
  const cross = dx * ey - dy * ex
  if (Math.abs(cross) > 1e-9 * dLength * eLength) {
    let t = ((bx - ax) * ey - (by - ay) * ex) / cross
    let u = ((bx - ax) * dy - (by - ay) * dx) / cross
    const slackT = TOUCH_M / dLength
    const slackU = TOUCH_M / eLength
    if (t < -slackT || t > 1 + slackT || u < -slackU || u > 1 + slackU) return null
    // an existing vertex wins over a computed point, so that both lines name the very same coordinate
    if (t <= slackT) t = 0
    if (t >= 1 - slackT) t = 1
    if (u <= slackU) u = 0
    if (u >= 1 - slackU) u = 1
    if (t === 0 || t === 1) return { t, u, lon: a[ai + 2 * t], lat: a[ai + 2 * t + 1] }
    if (u === 0 || u === 1) return { t, u, lon: b[bi + 2 * u], lat: b[bi + 2 * u + 1] }
    return { t, u, lon: roundDegrees(frame.lon(ax + t * dx)), lat: roundDegrees(frame.lat(ay + t * dy)) }
  }
  // parallel: only ends that lie on each other
  for (const t of [0, 1]) {
    for (const u of [0, 1]) {
      if (Math.hypot(ax + t * dx - bx - u * ex, ay + t * dy - by - u * ey) <= TOUCH_M) {
        return { t, u, lon: a[ai + 2 * t], lat: a[ai + 2 * t + 1] }
      }
    }
  }
  return null
}

/**
 * A line with points put in at places along it (vertex index + fraction). A point at a vertex replaces it,
 * so that lines which touch there share the coordinate exactly.
 */
export function insertPoints(
  lonLat: readonly number[],
  points: readonly { place: number; lon: number; lat: number }[],
): number[] {
  const sorted = [...points].sort((p, q) => p.place - q.place)
  const out: number[] = []
  const push = (lon: number, lat: number): void => {
    const n = out.length
    if (n > 0 && out[n - 2] === lon && out[n - 1] === lat) return
    out.push(lon, lat)
  }
  let k = 0
  for (let v = 0; v * 2 < lonLat.length; v++) {
    let replaced = false
    while (k < sorted.length && sorted[k].place === v) {
      push(sorted[k].lon, sorted[k].lat)
      replaced = true
      k++
    }
    if (!replaced) push(lonLat[2 * v], lonLat[2 * v + 1])
    while (k < sorted.length && sorted[k].place < v + 1) {
      push(sorted[k].lon, sorted[k].lat)
      k++
    }
  }
  return out
}
