import Flatbush from 'flatbush'

import type { Street } from '../../model/layers'
import { type LocalFrame, roundDegrees } from '../geometry/local-frame'
import { type InsertedPoint, insertPoints } from './insert-points'
import { KEYS_PER_DEGREE, lineAt, LineWriter, type StreetLines } from './street-lines'

/** Whether two streets can meet where their lines cross: same level, no bridge over, no tunnel under. */
export function isSameLevel(a: Street, b: Street): boolean {
  return (
    (a.bridge ?? false) === (b.bridge ?? false) &&
    (a.tunnel ?? false) === (b.tunnel ?? false) &&
    (a.layer ?? 0) === (b.layer ?? 0)
  )
}

/** A line's end this near to another line touches it, metres; anything farther is for the network doctor. */
export const TOUCH_M = 0.05

/**
 * For plain line layers: adds a common vertex wherever two lines of the same level cross or touch.
 * Ends that stop short by more than 5 cm stay apart: gluing them silently would invent streets.
 */
export function joinCrossingLines(
  lines: StreetLines,
  streets: readonly Street[],
  frame: LocalFrame,
): StreetLines {
  const { start, lonKey, latKey } = lines
  const segmentCount = lonKey.length - lines.count
  if (segmentCount <= 0) return lines
  const lineOf = new Int32Array(segmentCount)
  const vertexOf = new Int32Array(segmentCount)
  // minX, minY, maxX, maxY of each segment, local metres
  const boxes = new Float64Array(4 * segmentCount)
  const index = new Flatbush(segmentCount)
  let s = 0
  for (let l = 0; l < lines.count; l++) {
    for (let v = start[l]; v + 1 < start[l + 1]; v++) {
      const ax = frame.x(lonKey[v] / KEYS_PER_DEGREE)
      const ay = frame.y(latKey[v] / KEYS_PER_DEGREE)
      const bx = frame.x(lonKey[v + 1] / KEYS_PER_DEGREE)
      const by = frame.y(latKey[v + 1] / KEYS_PER_DEGREE)
      boxes[4 * s] = Math.min(ax, bx)
      boxes[4 * s + 1] = Math.min(ay, by)
      boxes[4 * s + 2] = Math.max(ax, bx)
      boxes[4 * s + 3] = Math.max(ay, by)
      index.add(boxes[4 * s], boxes[4 * s + 1], boxes[4 * s + 2], boxes[4 * s + 3])
      lineOf[s] = l
      vertexOf[s] = v
      s++
    }
  }
  index.finish()

  const added = new Map<number, InsertedPoint[]>()
  const add = (line: number, point: InsertedPoint): void => {
    const list = added.get(line)
    if (list === undefined) added.set(line, [point])
    else list.push(point)
  }
  for (let i = 0; i < segmentCount; i++) {
    const [minX, minY, maxX, maxY] = boxes.subarray(4 * i, 4 * i + 4)
    for (const j of index.search(minX - TOUCH_M, minY - TOUCH_M, maxX + TOUCH_M, maxY + TOUCH_M)) {
      if (j <= i) continue
      const [a, b] = [lineOf[i], lineOf[j]]
      if (a === b && Math.abs(vertexOf[i] - vertexOf[j]) <= 1) continue
      if (!isSameLevel(streets[lines.street[a]], streets[lines.street[b]])) continue
      const hit = meetSegments(lines, vertexOf[i], vertexOf[j], frame)
      if (hit === null) continue
      add(a, { place: vertexOf[i] - start[a] + hit.t, lon: hit.lon, lat: hit.lat })
      add(b, { place: vertexOf[j] - start[b] + hit.u, lon: hit.lon, lat: hit.lat })
    }
  }
  if (added.size === 0) return lines
  const writer = new LineWriter(lines.count, lonKey.length + 2 * added.size)
  for (let l = 0; l < lines.count; l++) {
    const points = added.get(l)
    if (points === undefined) writer.copy(lines, l)
    else {
      const line = lineAt(lines, l)
      writer.line({ ...line, lonLat: insertPoints(line.lonLat, points) })
    }
  }
  return writer.finish()
}

/** Where two segments cross or touch within TOUCH_M: the fractions along both, and one common coordinate. */
function meetSegments(
  { lonKey, latKey }: StreetLines,
  a: number,
  b: number,
  frame: LocalFrame,
): { t: number; u: number; lon: number; lat: number } | null {
  const lon = (v: number): number => lonKey[v] / KEYS_PER_DEGREE
  const lat = (v: number): number => latKey[v] / KEYS_PER_DEGREE
  const ax = frame.x(lon(a))
  const ay = frame.y(lat(a))
  const dx = frame.x(lon(a + 1)) - ax
  const dy = frame.y(lat(a + 1)) - ay
  const bx = frame.x(lon(b))
  const by = frame.y(lat(b))
  const ex = frame.x(lon(b + 1)) - bx
  const ey = frame.y(lat(b + 1)) - by
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
    if (t === 0 || t === 1) return { t, u, lon: lon(a + t), lat: lat(a + t) }
    if (u === 0 || u === 1) return { t, u, lon: lon(b + u), lat: lat(b + u) }
    return { t, u, lon: roundDegrees(frame.lon(ax + t * dx)), lat: roundDegrees(frame.lat(ay + t * dy)) }
  }
  // parallel: only ends that lie on each other
  for (const t of [0, 1]) {
    for (const u of [0, 1]) {
      if (Math.hypot(ax + t * dx - bx - u * ex, ay + t * dy - by - u * ey) <= TOUCH_M)
        return { t, u, lon: lon(a + t), lat: lat(a + t) }
    }
  }
  return null
}
