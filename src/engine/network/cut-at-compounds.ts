import Flatbush from 'flatbush'

import { type LocalFrame, roundDegrees } from '../geometry/local-frame'
import { crossingFraction } from '../geometry/rings'
import { type Compound, zoneAt } from './compounds'
import { type InsertedPoint, insertPoints } from './insert-points'
import { type Box, NearBoxes } from './near-boxes'
import { KEYS_PER_DEGREE, lineAt, LineWriter, type StreetLine, type StreetLines } from './street-lines'

/**
 * Cuts every line where it crosses the edge of a compound and says of each piece in which zone it lies.
 * The two pieces of a cut end in the same coordinate; whether one may walk on there is decided when
 * portals are made. Private lines outside every compound are dropped.
 */
export function cutAtCompounds(
  lines: StreetLines,
  compounds: readonly Compound[],
  frame: LocalFrame,
): StreetLines {
  if (compounds.length === 0 && !lines.isPrivate.includes(1)) return lines
  const { near, index } = indexCompounds(compounds)
  const writer = new LineWriter(lines.count, lines.lonKey.length)
  for (let l = 0; l < lines.count; l++) {
    const box = boxOfLine(lines, l, frame)
    const found = near.has(...box) ? index.search(...box).sort((a, b) => a - b) : []
    if (found.length === 0) {
      if (lines.isPrivate[l] === 0) writer.copy(lines, l)
      continue
    }
    const pieces = cutLine(
      lineAt(lines, l),
      found.map((i) => compounds[i]),
      frame,
    )
    for (const piece of pieces) if (piece.zone >= 0 || !piece.isPrivate) writer.line(piece)
  }
  return writer.finish()
}

interface CompoundIndex {
  readonly near: NearBoxes
  readonly index: Flatbush
}

const known = new WeakMap<readonly Compound[], CompoundIndex>()

/** Compounds by the boxes around them; made once for a list of them. */
function indexCompounds(compounds: readonly Compound[]): CompoundIndex {
  let made = known.get(compounds)
  if (made === undefined) {
    const index = new Flatbush(Math.max(1, compounds.length))
    for (const { bounds } of compounds) index.add(...bounds)
    if (compounds.length === 0) index.add(Infinity, Infinity, Infinity, Infinity)
    index.finish()
    known.set(compounds, (made = { near: new NearBoxes(compounds.map(({ bounds }) => bounds)), index }))
  }
  return made
}

/** The box around a line, or from one line to another, local metres. */
export function boxOfLine(
  { start, lonKey, latKey }: StreetLines,
  l: number,
  frame: LocalFrame,
  last = l,
): Box {
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (let v = start[l]; v < start[last + 1]; v++) {
    if (lonKey[v] < west) west = lonKey[v]
    if (lonKey[v] > east) east = lonKey[v]
    if (latKey[v] < south) south = latKey[v]
    if (latKey[v] > north) north = latKey[v]
  }
  return [
    frame.x(west / KEYS_PER_DEGREE),
    frame.y(south / KEYS_PER_DEGREE),
    frame.x(east / KEYS_PER_DEGREE),
    frame.y(north / KEYS_PER_DEGREE),
  ]
}

function cutLine(line: StreetLine, compounds: readonly Compound[], frame: LocalFrame): StreetLine[] {
  const places = crossingPlaces(line.lonLat, compounds, frame)
  const lonLat = insertPoints(
    line.lonLat,
    places.map((place) => pointAt(line.lonLat, place, frame)),
  )
  // label each stretch between crossings by the zone of the middle of its longest segment
  const isCut = new Set(places.map((place) => keyOf(pointAt(line.lonLat, place, frame))))
  const pieces: StreetLine[] = []
  let start = 0
  for (let i = 2; i < lonLat.length; i += 2) {
    const isLast = i === lonLat.length - 2
    if (!isLast && !isCut.has(keyOf({ lon: lonLat[i], lat: lonLat[i + 1] }))) continue
    const stretch = lonLat.slice(start, i + 2)
    const zone = zoneOfStretch(stretch, compounds, frame)
    const previous = pieces.at(-1)
    // a line that only touches the edge goes on as it was
    if (previous !== undefined && previous.zone === zone)
      pieces[pieces.length - 1] = { ...previous, lonLat: [...previous.lonLat, ...stretch.slice(2)] }
    else pieces.push({ ...line, zone, lonLat: stretch })
    start = i
  }
  return pieces
}

function keyOf(point: { lon: number; lat: number }): string {
  return `${point.lon},${point.lat}`
}

function zoneOfStretch(lonLat: readonly number[], compounds: readonly Compound[], frame: LocalFrame): number {
  let longest = -1
  let x = 0
  let y = 0
  for (let i = 0; i + 3 < lonLat.length; i += 2) {
    const ax = frame.x(lonLat[i])
    const ay = frame.y(lonLat[i + 1])
    const bx = frame.x(lonLat[i + 2])
    const by = frame.y(lonLat[i + 3])
    const length = Math.hypot(bx - ax, by - ay)
    if (length > longest) {
      longest = length
      x = (ax + bx) / 2
      y = (ay + by) / 2
    }
  }
  return zoneAt(compounds, x, y)
}

/** Places (vertex index + fraction) where a line crosses or touches the edge of a compound, ascending. */
function crossingPlaces(
  lonLat: readonly number[],
  compounds: readonly Compound[],
  frame: LocalFrame,
): number[] {
  const places: number[] = []
  for (let i = 0; i + 3 < lonLat.length; i += 2) {
    const ax = frame.x(lonLat[i])
    const ay = frame.y(lonLat[i + 1])
    const bx = frame.x(lonLat[i + 2])
    const by = frame.y(lonLat[i + 3])
    for (const { bounds, rings } of compounds) {
      if (!comesNear(bounds, ax, ay, bx, by)) continue
      for (const ring of rings) {
        for (let r = 0; r + 3 < ring.length; r += 2) {
          const t = crossingFraction(ax, ay, bx, by, ring[r], ring[r + 1], ring[r + 2], ring[r + 3])
          if (t !== null) places.push(i / 2 + t)
        }
      }
    }
  }
  return places.sort((a, b) => a - b)
}

/** Lines meet edges they miss by this much; see `crossingFraction`. */
const TOUCH_M = 0.01

/** Whether a segment comes so near to a box that it may touch something in it. */
function comesNear([west, south, east, north]: Box, ax: number, ay: number, bx: number, by: number): boolean {
  return (
    Math.max(ax, bx) >= west - TOUCH_M &&
    Math.min(ax, bx) <= east + TOUCH_M &&
    Math.max(ay, by) >= south - TOUCH_M &&
    Math.min(ay, by) <= north + TOUCH_M
  )
}

/** The coordinate at a place along a line. */
export function pointAt(lonLat: readonly number[], place: number, frame: LocalFrame): InsertedPoint {
  const i = Math.floor(place)
  const t = place - i
  if (t === 0) return { place, lon: lonLat[2 * i], lat: lonLat[2 * i + 1] }
  const ax = frame.x(lonLat[2 * i])
  const ay = frame.y(lonLat[2 * i + 1])
  const x = ax + t * (frame.x(lonLat[2 * i + 2]) - ax)
  const y = ay + t * (frame.y(lonLat[2 * i + 3]) - ay)
  return { place, lon: roundDegrees(frame.lon(x)), lat: roundDegrees(frame.lat(y)) }
}
