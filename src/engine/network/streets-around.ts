import Flatbush from 'flatbush'

import type { Street } from '../../model/layers'
import type { LocalFrame } from '../geometry/local-frame'
import type { Compound } from './compounds'
import { GATE_CONNECTOR_M } from './loose-gates'
import type { Box } from './near-boxes'
import { toKey } from './street-lines'

/** Streets this near to a change are laid as in the whole network: a crossroads reaches that far, metres. */
const AROUND_M = 80
/** Changes farther apart than this have no street around them in common but those that are as they were, metres. */
export const SITE_M = 2 * AROUND_M

/**
 * The streets that decide how those near a change are laid: themselves, whatever they share a vertex or a crossing
 * with, and whatever the gates beside them may be joined to. Their places in the layer, ascending. `boxes`: what
 * changes, local metres.
 */
export function streetsAround(
  streets: readonly Street[],
  boxes: readonly Box[],
  compounds: readonly Compound[],
  frame: LocalFrame,
): number[] {
  const index = indexStreets(streets, frame)
  const near = new Set<number>()
  for (const box of boxes)
    for (const i of index.search(...grown(box, AROUND_M)))
      if (piecesMeet(streets[i], grown(box, AROUND_M), frame)) near.add(i)
  const vertices = new Set<string>()
  const bounds: Box[] = []
  for (const i of near) {
    const { coordinates } = streets[i].geometry
    for (const [lon, lat] of coordinates) vertices.add(keyOf(lon, lat))
    for (let v = 1; v < coordinates.length; v++) bounds.push(boxOf(coordinates.slice(v - 1, v + 1), frame))
  }
  const around = new Set(near)
  for (const box of bounds)
    for (const i of index.search(...box)) {
      if (around.has(i)) continue
      const isMet = streets[i].geometry.coordinates.some(([lon, lat]) => vertices.has(keyOf(lon, lat)))
      if (isMet || piecesMeet(streets[i], box, frame)) around.add(i)
    }
  // a gate beside these streets is joined to the nearest ones
  const gates = compounds.flatMap((compound) => compound.gates)
  for (const { x, y } of gates) {
    const box = grown([x, y, x, y], GATE_CONNECTOR_M + 1)
    if (!bounds.some((each) => doMeet(each, box))) continue
    for (const i of index.search(...box)) around.add(i)
  }
  return [...around].sort((a, b) => a - b)
}

// a list of records never changes
const known = new WeakMap<readonly Street[], Flatbush>()

function indexStreets(streets: readonly Street[], frame: LocalFrame): Flatbush {
  let index = known.get(streets)
  if (index === undefined) {
    index = new Flatbush(Math.max(1, streets.length))
    for (const { geometry } of streets) index.add(...boxOf(geometry.coordinates, frame))
    if (streets.length === 0) index.add(Infinity, Infinity, Infinity, Infinity)
    index.finish()
    known.set(streets, index)
  }
  return index
}

function keyOf(lon: number, lat: number): string {
  return `${toKey(lon)},${toKey(lat)}`
}

/** The box around a line, local metres. */
export function boxOf(coordinates: readonly (readonly number[])[], frame: LocalFrame): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of coordinates) {
    const x = frame.x(lon)
    const y = frame.y(lat)
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west, south, east, north]
}

function grown([minX, minY, maxX, maxY]: Box, by: number): Box {
  return [minX - by, minY - by, maxX + by, maxY + by]
}

export function doMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

/** Whether the box around some piece of a street meets a box. */
function piecesMeet({ geometry: { coordinates } }: Street, box: Box, frame: LocalFrame): boolean {
  for (let v = 1; v < coordinates.length; v++)
    if (doMeet(boxOf([coordinates[v - 1], coordinates[v]], frame), box)) return true
  return false
}
