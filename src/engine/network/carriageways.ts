import Flatbush from 'flatbush'

import type { Street } from '../../model/layers'
import type { LocalFrame } from '../geometry/local-frame'
import { clampedFoot } from '../geometry/rings'
import type { CoordinateIndex } from './coordinate-index'
import { type LegPath, traceLine } from './leg-path'
import { SIGNAL_REACH_M } from './signal-points'
import { toKey, verticesOf } from './street-lines'
import { classifyWalkability } from './walkable'

/** 0: no vehicles to wait for; 1: a local street; 2: a main road. */
export type CarriagewayRank = 0 | 1 | 2

/**
 * Main roads are 快速路、主干路、次干路 of GB/T 51328, which OpenStreetMap in China maps as trunk, primary and
 * secondary (P). 支路 (tertiary) and below are local: crossing them without a signal costs nothing (J).
 */
const MAIN = new Set(['trunk', 'primary', 'secondary', '快速路', '主干路', '次干路'])
const LOCAL = new Set([
  'trunk_link',
  'primary_link',
  'secondary_link',
  'tertiary',
  'tertiary_link',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'busway',
  'road',
  '支路',
])

/** How much of a road a street is to somebody who crosses it. */
export function carriagewayRank(street: Street): CarriagewayRank {
  const kind = street.kind ?? ''
  return MAIN.has(kind) ? 2 : LOCAL.has(kind) ? 1 : 0
}

/** The carriageways of a divided road are this near to each other, metres between center lines. */
const DIVIDED_M = 40
/** Cosine of the angle up to which two lines count as parallel: 45°. */
const PARALLEL = Math.SQRT1_2

/**
 * Answers for a street of the project: is it one carriageway of a divided road? It is when vehicles go one
 * way on it and another one-way line of the same name runs beside the middle of it. Crossing it is half the
 * crossing of the road.
 */
export function findDividedRoads(streets: readonly Street[], frame: LocalFrame): (street: number) => boolean {
  const oneway: number[] = []
  streets.forEach((street, i) => {
    if (street.oneway === true && carriagewayRank(street) > 0) oneway.push(i)
  })
  if (oneway.length < 2) return () => false
  const index = new Flatbush(oneway.length)
  for (const i of oneway) {
    const xs = streets[i].geometry.coordinates.map((p) => frame.x(p[0]))
    const ys = streets[i].geometry.coordinates.map((p) => frame.y(p[1]))
    index.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
  }
  index.finish()
  const known = new Map<number, boolean>()
  return (i) => {
    if (streets[i].oneway !== true) return false
    let isDivided = known.get(i)
    if (isDivided === undefined) {
      const { x, y, dx, dy } = middleOf(streets[i], frame)
      isDivided = index
        .search(x - DIVIDED_M, y - DIVIDED_M, x + DIVIDED_M, y + DIVIDED_M)
        .some((k) => oneway[k] !== i && isBeside(streets[i], streets[oneway[k]], x, y, dx, dy, frame))
      known.set(i, isDivided)
    }
    return isDivided
  }
}

/** The middle of the longest straight part of a line, and its direction as a unit vector. */
function middleOf(street: Street, frame: LocalFrame): { x: number; y: number; dx: number; dy: number } {
  const { coordinates } = street.geometry
  let longest = 0
  let middle = { x: 0, y: 0, dx: 0, dy: 0 }
  for (let v = 1; v < coordinates.length; v++) {
    const ax = frame.x(coordinates[v - 1][0])
    const ay = frame.y(coordinates[v - 1][1])
    const bx = frame.x(coordinates[v][0])
    const by = frame.y(coordinates[v][1])
    const length = Math.hypot(bx - ax, by - ay)
    if (length <= longest) continue
    longest = length
    middle = { x: (ax + bx) / 2, y: (ay + by) / 2, dx: (bx - ax) / length, dy: (by - ay) / length }
  }
  return middle
}

function isBeside(
  street: Street,
  other: Street,
  x: number,
  y: number,
  dx: number,
  dy: number,
  frame: LocalFrame,
): boolean {
  if (street.name !== undefined && other.name !== undefined && street.name !== other.name) return false
  const { coordinates } = other.geometry
  for (let v = 1; v < coordinates.length; v++) {
    const ax = frame.x(coordinates[v - 1][0])
    const ay = frame.y(coordinates[v - 1][1])
    const bx = frame.x(coordinates[v][0])
    const by = frame.y(coordinates[v][1])
    const length = Math.hypot(bx - ax, by - ay)
    if (length === 0) continue
    const t = clampedFoot(x, y, ax, ay, bx, by)
    // an end that only comes near goes on from the street rather than beside it
    if (t === 0 || t === 1) continue
    const distance = Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y)
    if (distance > DIVIDED_M) continue
    if (Math.abs(((bx - ax) * dx + (by - ay) * dy) / length) >= PARALLEL) return true
  }
  return false
}

/** One arm of a road nobody walks on, at a vertex where a walk crosses it. */
export interface ForeignLeg {
  readonly street: number
  /** as far out as its signals stand */
  readonly path: LegPath
}

/**
 * The arms of roads that are not walked themselves (foot=no beside mapped sidewalks, trunk roads without any,
 * private roads outside their compound), by the public vertex where they share a node with a walked street.
 */
export function collectForeignLegs(
  streets: readonly Street[],
  vertices: CoordinateIndex,
  frame: LocalFrame,
): Map<number, ForeignLeg[]> {
  const legs = new Map<number, ForeignLeg[]>()
  streets.forEach((street, i) => {
    if (carriagewayRank(street) === 0 || classifyWalkability(street) === 'public') return
    const coordinates = verticesOf(street)
    coordinates.forEach(([lon, lat], v) => {
      const vertex = vertices.find(toKey(lon), toKey(lat), -1)
      if (vertex < 0) return
      const list = legs.get(vertex) ?? []
      for (const step of [-1, 1] as const) {
        if (coordinates[v + step] === undefined) continue
        list.push({ street: i, path: traceLine(coordinates, v, step, SIGNAL_REACH_M, frame) })
      }
      legs.set(vertex, list)
    })
  })
  return legs
}
