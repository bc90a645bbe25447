import Flatbush from 'flatbush'

import type { Street } from '../../model/layers'
import type { LocalFrame } from '../geometry/local-frame'
import type { Compound } from './compounds'
import { GATE_CONNECTOR_M } from './loose-gates'
import type { Box } from './near-boxes'

/** Streets this near to a change are laid as in the whole network: a crossroads reaches that far, metres. */
const AROUND_M = 80
/** Changes farther apart than this have no street around them in common but those that are as they were, metres. */
export const SITE_M = 2 * AROUND_M

/** Coordinates that are one vertex, to a ten-millionth of a degree, lie this near each other, metres. */
const VERTEX_M = 0.02

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
  for (const box of boxes) {
    const wide = grown(box, AROUND_M)
    for (const i of index.search(...wide))
      if (!near.has(i) && piecesOf(streets[i], frame).some((piece) => doMeet(piece, wide))) near.add(i)
  }
  const pieces = [...near].flatMap((i) => piecesOf(streets[i], frame))
  if (pieces.length === 0) return []
  const indexOfPieces = indexBoxes(pieces)
  const isNear = (box: Box): boolean => indexOfPieces.search(...box).length > 0
  const around = new Set(near)
  const asked = new Set(near)
  for (const i of near)
    for (const other of index.search(...grown(boxOf(streets[i].geometry.coordinates, frame), VERTEX_M))) {
      if (asked.has(other)) continue
      asked.add(other)
      if (piecesOf(streets[other], frame).some((piece) => isNear(grown(piece, VERTEX_M)))) around.add(other)
    }
  // a gate beside these streets is joined to the nearest ones
  for (const { gates } of compounds)
    for (const { x, y } of gates) {
      const box = grown([x, y, x, y], GATE_CONNECTOR_M + 1)
      if (isNear(box)) for (const i of index.search(...box)) around.add(i)
    }
  return [...around].sort((a, b) => a - b)
}

// a list of records never changes
const known = new WeakMap<readonly Street[], Flatbush>()

function indexStreets(streets: readonly Street[], frame: LocalFrame): Flatbush {
  let index = known.get(streets)
  if (index === undefined) {
    index = indexBoxes(streets.map(({ geometry }) => boxOf(geometry.coordinates, frame)))
    known.set(streets, index)
  }
  return index
}

function indexBoxes(boxes: readonly Box[]): Flatbush {
  const index = new Flatbush(Math.max(1, boxes.length))
  for (const box of boxes) index.add(...box)
  if (boxes.length === 0) index.add(Infinity, Infinity, Infinity, Infinity)
  index.finish()
  return index
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

/** The boxes around the pieces of a street, from vertex to vertex. */
function piecesOf({ geometry: { coordinates } }: Street, frame: LocalFrame): Box[] {
  const boxes: Box[] = []
  let [x, y] = [frame.x(coordinates[0][0]), frame.y(coordinates[0][1])]
  for (let v = 1; v < coordinates.length; v++) {
    const [toX, toY] = [frame.x(coordinates[v][0]), frame.y(coordinates[v][1])]
    boxes.push([Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)])
    x = toX
    y = toY
  }
  return boxes
}
