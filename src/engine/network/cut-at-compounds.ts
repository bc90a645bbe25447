import Flatbush from 'flatbush'

import { type LocalFrame, roundDegrees } from '../geometry/local-frame'
import { clampedFoot, crossingFraction } from '../geometry/rings'
import { type Compound, type CompoundGate, zoneAt } from './compounds'
import { insertPoints, type StreetLine } from './street-lines'

/**
 * Cuts every line where it crosses the edge of a compound and says of each piece in which zone it lies.
 * The two pieces of a cut end in the same coordinate; whether one may walk on there is decided when
 * portals are made. Private lines outside every compound are dropped.
 */
export function cutAtCompounds(
  lines: readonly StreetLine[],
  compounds: readonly Compound[],
  frame: LocalFrame,
): StreetLine[] {
  if (compounds.length === 0) return lines.filter((line) => !line.isPrivate)
  const index = new Flatbush(compounds.length)
  for (const { bounds } of compounds) index.add(...bounds)
  index.finish()

  const pieces: StreetLine[] = []
  for (const line of lines) {
    const near = index
      .search(...lineBounds(line, frame))
      .sort((a, b) => a - b)
      .map((i) => compounds[i])
    if (near.length === 0) {
      if (!line.isPrivate) pieces.push(line)
      continue
    }
    for (const piece of cutLine(line, near, frame))
      if (piece.zone >= 0 || !piece.isPrivate) pieces.push(piece)
  }
  return pieces
}

function lineBounds(line: StreetLine, frame: LocalFrame): [number, number, number, number] {
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (let i = 0; i < line.lonLat.length; i += 2) {
    const x = frame.x(line.lonLat[i])
    const y = frame.y(line.lonLat[i + 1])
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  return [minX, minY, maxX, maxY]
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
    for (const compound of compounds) {
      for (const ring of compound.rings) {
        for (let r = 0; r + 3 < ring.length; r += 2) {
          const t = crossingFraction(ax, ay, bx, by, ring[r], ring[r + 1], ring[r + 2], ring[r + 3])
          if (t !== null) places.push(i / 2 + t)
        }
      }
    }
  }
  return places.sort((a, b) => a - b)
}

function pointAt(
  lonLat: readonly number[],
  place: number,
  frame: LocalFrame,
): { place: number; lon: number; lat: number } {
  const i = Math.floor(place)
  const t = place - i
  if (t === 0) return { place, lon: lonLat[2 * i], lat: lonLat[2 * i + 1] }
  const ax = frame.x(lonLat[2 * i])
  const ay = frame.y(lonLat[2 * i + 1])
  const x = ax + t * (frame.x(lonLat[2 * i + 2]) - ax)
  const y = ay + t * (frame.y(lonLat[2 * i + 3]) - ay)
  return { place, lon: roundDegrees(frame.lon(x)), lat: roundDegrees(frame.lat(y)) }
}

/** A gate serves the crossing it stands at: this near, metres. */
export const GATE_AT_CROSSING_M = 12
/** How far a gate that stands at no crossing is joined to a street inside and one outside, metres. */
const GATE_CONNECTOR_M = 60

/**
 * Gates drawn where no street crosses the edge are joined to the nearest street outside, and to the
 * nearest inside if there is one, by straight connectors through the gate. Returns all lines, and the
 * gates that no street outside was near enough for.
 */
export function connectLooseGates(
  lines: readonly StreetLine[],
  compounds: readonly Compound[],
  frame: LocalFrame,
): { lines: StreetLine[]; unconnected: CompoundGate[] } {
  const unconnected: CompoundGate[] = []
  if (compounds.every((compound) => compound.gates.length === 0)) return { lines: [...lines], unconnected }
  const shared = sharedBoundaryPoints(lines, frame)
  const insertions = new Map<number, { place: number; lon: number; lat: number }[]>()
  const connectors: StreetLine[] = []
  const index = new Flatbush(Math.max(1, lines.length))
  for (const line of lines) index.add(...lineBounds(line, frame))
  if (lines.length === 0) index.add(0, 0, 0, 0)
  index.finish()

  for (const compound of compounds) {
    for (const gate of compound.gates) {
      if (shared(compound.zone, gate.x, gate.y)) continue
      const sides = [-1, compound.zone].map((zone) => nearestPlace(lines, index, zone, gate.x, gate.y, frame))
      if (sides[0] === null) {
        unconnected.push(gate)
        continue
      }
      sides.forEach((side, i) => {
        if (side === null) return
        const list = insertions.get(side.line) ?? []
        list.push(side)
        insertions.set(side.line, list)
        if (side.lon !== gate.lon || side.lat !== gate.lat)
          connectors.push({
            street: -1,
            zone: i === 0 ? -1 : compound.zone,
            isPrivate: false,
            lonLat: [side.lon, side.lat, gate.lon, gate.lat],
          })
      })
    }
  }
  const joined = lines.map((line, i) => {
    const points = insertions.get(i)
    return points === undefined ? line : { ...line, lonLat: insertPoints(line.lonLat, points) }
  })
  return { lines: [...joined, ...connectors], unconnected }
}

/** Answers: does a line of this zone share a coordinate with a line of another zone near (x, y)? */
function sharedBoundaryPoints(
  lines: readonly StreetLine[],
  frame: LocalFrame,
): (zone: number, x: number, y: number) => boolean {
  const zonesAt = new Map<string, Set<number>>()
  for (const line of lines) {
    if (line.zone < 0) continue
    for (let i = 0; i < line.lonLat.length; i += 2) {
      const key = `${line.lonLat[i]},${line.lonLat[i + 1]}`
      const zones = zonesAt.get(key) ?? new Set()
      zones.add(line.zone)
      zonesAt.set(key, zones)
    }
  }
  for (const line of lines) {
    if (line.zone >= 0) continue
    for (let i = 0; i < line.lonLat.length; i += 2)
      zonesAt.get(`${line.lonLat[i]},${line.lonLat[i + 1]}`)?.add(-1)
  }
  const points: { x: number; y: number; zones: Set<number> }[] = []
  for (const [key, zones] of zonesAt) {
    if (zones.size < 2) continue
    const [lon, lat] = key.split(',').map(Number)
    points.push({ x: frame.x(lon), y: frame.y(lat), zones })
  }
  return (zone, x, y) =>
    points.some((p) => p.zones.has(zone) && Math.hypot(p.x - x, p.y - y) <= GATE_AT_CROSSING_M)
}

/** The nearest point of the lines of one zone, as a place to insert; null: none within reach. */
function nearestPlace(
  lines: readonly StreetLine[],
  index: Flatbush,
  zone: number,
  x: number,
  y: number,
  frame: LocalFrame,
): { line: number; place: number; lon: number; lat: number } | null {
  let best: { line: number; place: number; lon: number; lat: number } | null = null
  let nearest = GATE_CONNECTOR_M
  const candidates = index.search(x - nearest, y - nearest, x + nearest, y + nearest).sort((a, b) => a - b)
  for (const l of candidates) {
    if (lines[l].zone !== zone) continue
    const c = lines[l].lonLat
    for (let i = 0; i + 3 < c.length; i += 2) {
      const ax = frame.x(c[i])
      const ay = frame.y(c[i + 1])
      const bx = frame.x(c[i + 2])
      const by = frame.y(c[i + 3])
      const t = clampedFoot(x, y, ax, ay, bx, by)
      const d = Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y)
      if (d >= nearest) continue
      nearest = d
      best = { line: l, ...pointAt(c, i / 2 + t, frame) }
    }
  }
  return best
}
