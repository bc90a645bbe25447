import type { MultiPolygon, Polygon, Position } from 'geojson'

import { LocalFrame } from '../geometry/local-frame'
import type { OsmElements } from './osm-elements'

/** Units of OpenStreetMap coordinates in a degree. */
const UNITS = 1e7

/** Polygons as rings of node positions: [outer, hole, …] each, every ring closed, outer counter-clockwise. */
export type NodePolygons = readonly (readonly (readonly number[])[])[]

export function placeNode(elements: OsmElements, node: number): [number, number] {
  // the quotient is the double nearest to the decimal, so every format gives the same coordinate
  return [elements.lon7[node] / UNITS, elements.lat7[node] / UNITS]
}

export function placeNodes(elements: OsmElements, nodes: readonly number[]): Position[] {
  const positions: Position[] = []
  for (let i = 0; i < nodes.length; i++) positions.push(placeNode(elements, nodes[i]))
  return positions
}

/** Whether two nodes stand on the same spot. */
function isSameSpot(elements: OsmElements, a: number, b: number): boolean {
  return elements.lon7[a] === elements.lon7[b] && elements.lat7[a] === elements.lat7[b]
}

/**
 * The nodes of a way without repeats in a row, split where the file lacks nodes.
 * @returns `parts` with at least one node each and the number of nodes missing
 */
export function readWayParts(elements: OsmElements, way: number): { parts: number[][]; missing: number } {
  const parts: number[][] = []
  let part: number[] = []
  let missing = 0
  for (let i = elements.wayStart[way]; i < elements.wayStart[way + 1]; i++) {
    const node = elements.wayNodes[i]
    if (node === -1) {
      missing++
      if (part.length > 0) parts.push(part)
      part = []
    } else if (part.length === 0 || !isSameSpot(elements, node, part[part.length - 1])) part.push(node)
  }
  if (part.length > 0) parts.push(part)
  return { parts, missing }
}

/** Whether a way ends where it began. */
export function isClosedWay(elements: OsmElements, way: number): boolean {
  const first = elements.wayNodes[elements.wayStart[way]]
  const last = elements.wayNodes[elements.wayStart[way + 1] - 1]
  const count = elements.wayStart[way + 1] - elements.wayStart[way]
  return count >= 4 && first !== -1 && last !== -1 && isSameSpot(elements, first, last)
}

export function shapePolygons(elements: OsmElements, polygons: NodePolygons): Polygon | MultiPolygon {
  const coordinates = polygons.map((rings) => rings.map((ring) => placeNodes(elements, ring)))
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0] }
    : { type: 'MultiPolygon', coordinates }
}

/** Area in m² in a local frame at the first vertex, holes taken off; to a tenth of a square metre. */
export function measureArea(elements: OsmElements, polygons: NodePolygons): number {
  let sum = 0
  for (const rings of polygons) {
    const [lon, lat] = placeNode(elements, rings[0][0])
    const frame = new LocalFrame(lon, lat)
    // in square units of 1e-7 degree first: holes are clockwise and count negative
    const units = rings.reduce((total, ring) => total + measureRing(elements, ring), 0)
    sum += units * ((frame.metresPerLon / UNITS) * (frame.metresPerLat / UNITS))
  }
  return Math.round(sum * 10) / 10
}

/** Signed area of a closed ring in square units of 1e-7 degree; counter-clockwise is positive. */
export function measureRing(elements: OsmElements, ring: readonly number[]): number {
  const { lon7, lat7 } = elements
  const x0 = lon7[ring[0]]
  const y0 = lat7[ring[0]]
  let twice = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const a = ring[i]
    const b = ring[i + 1]
    twice += (lon7[a] - x0) * (lat7[b] - y0) - (lon7[b] - x0) * (lat7[a] - y0)
  }
  return twice / 2
}

/** The ring itself when it turns the wanted way, else its reverse. */
export function turnRing(
  elements: OsmElements,
  ring: readonly number[],
  isCounterClockwise: boolean,
): readonly number[] {
  return measureRing(elements, ring) > 0 === isCounterClockwise ? ring : ring.toReversed()
}
