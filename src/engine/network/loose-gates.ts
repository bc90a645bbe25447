import { GATE_AT_CROSSING_M } from '../../model/gate-place'
import type { LocalFrame } from '../geometry/local-frame'
import { clampedFoot } from '../geometry/rings'
import type { BarrierIndex } from './barrier-index'
import type { Compound, CompoundGate } from './compounds'
import { boxOfLine, pointAt } from './cut-at-compounds'
import { type InsertedPoint, insertPoints } from './insert-points'
import { NearBoxes } from './near-boxes'
import { lineAt, LineWriter, type StreetLine, type StreetLines } from './street-lines'

/** How far a gate that stands at no crossing is joined to a street inside and one outside, metres. */
export const GATE_CONNECTOR_M = 60

const NONE_CLOSED: ReadonlySet<number> = new Set()

/** A place on a line to insert a point at. */
interface PlaceOnLine extends InsertedPoint {
  readonly line: number
  /** from the gate, metres */
  readonly distance: number
}

/**
 * Gates drawn where no street crosses the edge are joined to the nearest street outside, and to the
 * nearest inside if there is one, by straight connectors through the gate that cross no barrier. Returns all
 * lines, and the gates that no street outside was near enough for. `closed`: streets that gates are not joined to;
 * `isPath`: whether a street is a path of a plan. What a plan adds takes no way from a gate that has one: the gate stays
 * joined to the streets it was joined to, and is joined to a path besides that comes nearer.
 */
export function connectLooseGates(
  lines: StreetLines,
  compounds: readonly Compound[],
  frame: LocalFrame,
  barriers: BarrierIndex | null,
  closed: ReadonlySet<number> = NONE_CLOSED,
  isPath: (street: number) => boolean = () => false,
): { lines: StreetLines; unconnected: CompoundGate[] } {
  const unconnected: CompoundGate[] = []
  // where only some streets are laid most gates are far from all of them
  const isNear = nearLines(lines, frame)
  const gates = compounds.flatMap((compound) => compound.gates.filter(isNear))

  // only what passes near some gate can matter
  const near = new NearBoxes(
    gates.map(({ x, y }) => [
      x - GATE_CONNECTOR_M,
      y - GATE_CONNECTOR_M,
      x + GATE_CONNECTOR_M,
      y + GATE_CONNECTOR_M,
    ]),
  )
  const close: { index: number; line: StreetLine; box: readonly [number, number, number, number] }[] = []
  for (let l = 0; l < lines.count; l++) {
    if (closed.has(lines.street[l])) continue
    const box = boxOfLine(lines, l, frame)
    if (near.has(...box)) close.push({ index: l, line: lineAt(lines, l), box })
  }
  const streets = close.filter(({ line }) => !isPath(line.street))
  const paths = close.filter(({ line }) => isPath(line.street))
  const isCrossed = sharedBoundaryPoints(
    streets.map(({ line }) => line),
    frame,
  )
  const isCrossedByPath = sharedBoundaryPoints(
    paths.map(({ line }) => line),
    frame,
  )
  const insertions = new Map<number, PlaceOnLine[]>()
  const connectors: StreetLine[] = []
  const reach = nearestPlaces(streets, frame, barriers)
  const reachPath = nearestPlaces(paths, frame, barriers)
  for (const compound of compounds) {
    for (const gate of compound.gates) {
      if (!isNear(gate)) {
        unconnected.push(gate)
        continue
      }
      if (gate.isOnPath === true || isCrossed(compound.zone, gate.x, gate.y)) continue
      const isPassed = isCrossedByPath(compound.zone, gate.x, gate.y)
      const [outside, inside] = [-1, compound.zone].map((zone) => {
        const street = reach(zone, gate.x, gate.y)
        const path = isPassed ? null : reachPath(zone, gate.x, gate.y)
        const isNearer = path !== null && (street === null || path.distance < street.distance)
        return [...(street === null ? [] : [street]), ...(isNearer ? [path] : [])]
      })
      if (outside.length === 0) {
        if (!isPassed) unconnected.push(gate)
        continue
      }
      for (const [zone, sides] of [[-1, outside] as const, [compound.zone, inside] as const])
        for (const side of sides) {
          const list = insertions.get(side.line) ?? []
          list.push(side)
          insertions.set(side.line, list)
          if (side.lon !== gate.lon || side.lat !== gate.lat)
            connectors.push({
              street: -1,
              zone,
              isPrivate: false,
              lonLat: [side.lon, side.lat, gate.lon, gate.lat],
            })
        }
    }
  }
  if (insertions.size === 0) return { lines, unconnected }
  const writer = new LineWriter(lines.count + connectors.length, lines.lonKey.length + 4 * connectors.length)
  for (let l = 0; l < lines.count; l++) {
    const points = insertions.get(l)
    if (points === undefined) writer.copy(lines, l)
    else {
      const line = lineAt(lines, l)
      writer.line({ ...line, lonLat: insertPoints(line.lonLat, points) })
    }
  }
  for (const connector of connectors) writer.line(connector)
  return { lines: writer.finish(), unconnected }
}

/** Answers whether a gate is so near to the box around all lines that one of them may be in reach. */
function nearLines(lines: StreetLines, frame: LocalFrame): (gate: CompoundGate) => boolean {
  if (lines.count === 0) return () => false
  const [west, south, east, north] = boxOfLine(lines, 0, frame, lines.count - 1)
  return ({ x, y }) =>
    x >= west - GATE_CONNECTOR_M &&
    x <= east + GATE_CONNECTOR_M &&
    y >= south - GATE_CONNECTOR_M &&
    y <= north + GATE_CONNECTOR_M
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
  // by zone, because a gate asks about its own compound only
  const pointsOfZone = new Map<number, { x: number; y: number }[]>()
  for (const [key, zones] of zonesAt) {
    if (zones.size < 2) continue
    const [lon, lat] = key.split(',').map(Number)
    for (const zone of zones) {
      const points = pointsOfZone.get(zone) ?? []
      points.push({ x: frame.x(lon), y: frame.y(lat) })
      pointsOfZone.set(zone, points)
    }
  }
  return (zone, x, y) =>
    (pointsOfZone.get(zone) ?? []).some((p) => (p.x - x) ** 2 + (p.y - y) ** 2 <= GATE_AT_CROSSING_M ** 2)
}

/** Answers: which point of the lines of a zone is nearest to (x, y) and free to walk to, as a place to insert; null: none. */
function nearestPlaces(
  close: readonly {
    index: number
    line: StreetLine
    box: readonly [number, number, number, number]
  }[],
  frame: LocalFrame,
  barriers: BarrierIndex | null,
): (zone: number, x: number, y: number) => PlaceOnLine | null {
  const ofZone = new Map<number, (typeof close)[number][]>()
  for (const candidate of close) {
    const list = ofZone.get(candidate.line.zone) ?? []
    list.push(candidate)
    ofZone.set(candidate.line.zone, list)
  }
  const grid = new Map<string, (typeof close)[number][]>()
  for (const candidate of ofZone.get(-1) ?? [])
    for (const key of cellsOf(candidate.box)) {
      const list = grid.get(key) ?? []
      list.push(candidate)
      grid.set(key, list)
    }
  return (zone, x, y) => {
    let best: PlaceOnLine | null = null
    let nearest = GATE_CONNECTOR_M
    const candidates = zone >= 0 ? ofZone.get(zone) : grid.get(cellKey(cellOf(x), cellOf(y)))
    for (const { index, line, box } of candidates ?? []) {
      if (x < box[0] - nearest || x > box[2] + nearest || y < box[1] - nearest || y > box[3] + nearest)
        continue
      const c = line.lonLat
      for (let i = 0; i + 3 < c.length; i += 2) {
        const ax = frame.x(c[i])
        const ay = frame.y(c[i + 1])
        const bx = frame.x(c[i + 2])
        const by = frame.y(c[i + 3])
        const t = clampedFoot(x, y, ax, ay, bx, by)
        const footX = ax + t * (bx - ax)
        const footY = ay + t * (by - ay)
        const d = Math.hypot(footX - x, footY - y)
        if (d >= nearest) continue
        // the wall the gate stands in is open there
        const walker = { zone, endSlack_m: GATE_AT_CROSSING_M }
        if (barriers !== null && !barriers.isFree(footX, footY, x, y, walker)) continue
        nearest = d
        best = { line: index, distance: d, ...pointAt(c, i / 2 + t, frame) }
      }
    }
    return best
  }
}

/** Cells as large as the reach of a connector, so that a gate's own cell holds every line in reach. */
const CELL_M = 2 * GATE_CONNECTOR_M

function cellOf(value: number): number {
  return Math.floor(value / CELL_M)
}

function cellKey(column: number, row: number): string {
  return `${column} ${row}`
}

function cellsOf([minX, minY, maxX, maxY]: readonly [number, number, number, number]): string[] {
  const keys: string[] = []
  for (let row = cellOf(minY - GATE_CONNECTOR_M); row <= cellOf(maxY + GATE_CONNECTOR_M); row++)
    for (let column = cellOf(minX - GATE_CONNECTOR_M); column <= cellOf(maxX + GATE_CONNECTOR_M); column++)
      keys.push(cellKey(column, row))
  return keys
}
