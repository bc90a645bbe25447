import type { Geometry, Position } from 'geojson'

import type { IssueCode } from '../../model/issue'
import { LAYERS } from '../../model/layers'
import type { LayerName, LayerRecord } from '../../model/layers'

type RecordGeometry = LayerRecord<LayerName>['geometry']

export type CheckedGeometry =
  | { readonly geometries: readonly RecordGeometry[] }
  | { readonly problem: IssueCode; readonly facts: Readonly<Record<string, string | number>> }

/** Seven decimals of a degree, a centimetre: how coordinates are stored everywhere. */
const UNITS = 1e7

/**
 * A GeoJSON geometry as geometries of a layer: coordinates rounded to 1e-7°, heights kept on streets (to the
 * millimetre) and dropped elsewhere, rings closed and turned (outer counter-clockwise, holes clockwise), multi-points and multi-lines split. Everything
 * else that does not fit is told as a problem.
 */
export function checkGeometry(layer: LayerName, value: unknown): CheckedGeometry {
  if (!isObject(value) || typeof value['type'] !== 'string') return { problem: 'geometry-missing', facts: {} }
  const { type } = value
  if (type === 'GeometryCollection') {
    const members = Array.isArray(value['geometries']) ? value['geometries'] : []
    if (members.length === 1) return checkGeometry(layer, members[0])
    return members.length === 0 ? { problem: 'geometry-missing', facts: {} } : tellWrongType(layer, type)
  }
  const coordinates = value['coordinates']
  if (!Array.isArray(coordinates) || coordinates.length === 0)
    return { problem: 'geometry-missing', facts: {} }
  try {
    const made = makeGeometries(type, coordinates, layer === 'streets')
    if (made === null) return tellWrongType(layer, type)
    if (made.length === 0) return { problem: 'geometry-missing', facts: {} }
    const allowed: readonly string[] = LAYERS[layer].geometry
    return made.every((geometry) => allowed.includes(geometry.type))
      ? { geometries: made }
      : tellWrongType(layer, type)
  } catch (error) {
    if (!(error instanceof BadCoordinates)) throw error
    return { problem: 'geometry-invalid', facts: { reason: error.message } }
  }
}

/** Thrown inside this file for coordinates that make no geometry; the message is the reason. */
class BadCoordinates extends Error {}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function tellWrongType(layer: LayerName, found: string): CheckedGeometry {
  return { problem: 'geometry-type-wrong', facts: { found, expected: LAYERS[layer].geometry.join(', ') } }
}

function makeGeometries(
  type: string,
  coordinates: readonly unknown[],
  hasHeights: boolean,
): RecordGeometry[] | null {
  switch (type) {
    case 'Point':
      return [{ type: 'Point', coordinates: makePosition(coordinates) }]
    case 'MultiPoint':
      return coordinates.map((point) => ({ type: 'Point', coordinates: makePosition(point) }))
    case 'LineString':
      return [{ type: 'LineString', coordinates: makeLine(coordinates, hasHeights) }]
    case 'MultiLineString':
      return coordinates.map((line) => ({ type: 'LineString', coordinates: makeLine(line, hasHeights) }))
    case 'Polygon':
      return [{ type: 'Polygon', coordinates: makePolygon(coordinates) }]
    case 'MultiPolygon': {
      const polygons = coordinates.filter((p) => !Array.isArray(p) || p.length > 0).map(makePolygon)
      if (polygons.length === 0) return []
      return polygons.length === 1
        ? [{ type: 'Polygon', coordinates: polygons[0] }]
        : [{ type: 'MultiPolygon', coordinates: polygons }]
    }
    default:
      return null
  }
}

function makePosition(value: unknown, hasHeight = false): Position {
  if (!Array.isArray(value) || value.length < 2) throw new BadCoordinates('not-a-position')
  const [lon, lat, height] = value as unknown[]
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) throw new BadCoordinates('not-a-number')
  const place = [Math.round(Number(lon) * UNITS) / UNITS, Math.round(Number(lat) * UNITS) / UNITS]
  if (hasHeight && typeof height === 'number' && Number.isFinite(height))
    place.push(Math.round(height * 1000) / 1000)
  return place
}

/** Positions without repeats in a row. */
function makePositions(value: unknown, hasHeights = false): Position[] {
  if (!Array.isArray(value)) throw new BadCoordinates('not-a-list')
  const positions: Position[] = []
  for (const item of value) {
    const position = makePosition(item, hasHeights)
    const last = positions[positions.length - 1]
    if (last === undefined || last[0] !== position[0] || last[1] !== position[1]) positions.push(position)
  }
  return positions
}

function makeLine(value: unknown, hasHeights: boolean): Position[] {
  const line = makePositions(value, hasHeights)
  if (line.length < 2) throw new BadCoordinates('line-of-one-point')
  return line
}

function makePolygon(value: unknown): Position[][] {
  if (!Array.isArray(value) || value.length === 0) throw new BadCoordinates('no-ring')
  return value.map((item, i) => {
    const ring = makePositions(item)
    const first = ring[0]
    const last = ring[ring.length - 1]
    if (first !== undefined && (first[0] !== last[0] || first[1] !== last[1])) ring.push([first[0], first[1]])
    if (ring.length < 4) throw new BadCoordinates('ring-of-few-points')
    return sumRing(ring) > 0 === (i === 0) ? ring : ring.reverse()
  })
}

/** Twice the signed area, square degrees; counter-clockwise is positive. */
function sumRing(ring: readonly Position[]): number {
  const [x0, y0] = ring[0]
  let sum = 0
  for (let i = 0; i + 1 < ring.length; i++)
    sum += (ring[i][0] - x0) * (ring[i + 1][1] - y0) - (ring[i + 1][0] - x0) * (ring[i][1] - y0)
  return sum
}

/** Calls `visit` with every position of a geometry, however broken the rest of it is. */
export function visitPositions(geometry: Geometry | null, visit: (x: number, y: number) => void): void {
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return
    if (typeof value[0] === 'number') {
      if (typeof value[1] === 'number') visit(value[0], value[1])
      return
    }
    for (const item of value) walk(item)
  }
  if (!isObject(geometry)) return
  if (Array.isArray(geometry['geometries']))
    for (const member of geometry['geometries']) visitPositions(member as Geometry, visit)
  else walk(geometry['coordinates'])
}
