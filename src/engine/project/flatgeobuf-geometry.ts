import type { Position } from 'geojson'
import type { IssueCode } from '../../model/issue'
import { LAYERS, type LayerName, type LayerRecord } from '../../model/layers'
import type { FlatReader } from './flatbuffer-read'
import { GEOMETRY } from './layer-columns'

type RecordGeometry = LayerRecord<LayerName>['geometry']

export type GeometryRead =
  | { readonly geometries: readonly RecordGeometry[] }
  | {
      readonly problem: IssueCode
      readonly facts: Readonly<Record<string, string | number>>
    }

/** Thrown inside this file for points that make no geometry. */
class BadGeometry extends Error {
  readonly problem: IssueCode
  readonly facts: Readonly<Record<string, string | number>>
  constructor(problem: IssueCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(problem)
    this.problem = problem
    this.facts = facts
  }
}

/**
 * The geometry of one feature as the layer takes it. Several lines in one feature become several
 * geometries; one point or line wrapped as "multi" is unwrapped. `featureBytes` bounds what one feature may
 * unfold to: parts of a malicious file can all point at the same numbers.
 */
export function readGeometry(
  layer: LayerName,
  table: FlatReader | null,
  headerType: number,
  featureBytes: number,
): GeometryRead {
  if (table === null) return { problem: 'geometry-missing', facts: {} }
  const budget = { positions: featureBytes / 16 }
  try {
    const geometries = unfoldGeometry(table, headerType === 0 ? table.u8(6, 0) : headerType, budget)
    const allowed: readonly string[] = LAYERS[layer].geometry
    const wrong = geometries.find((geometry) => !allowed.includes(geometry.type))
    if (wrong !== undefined)
      throw new BadGeometry('geometry-type-wrong', { type: wrong.type, expected: allowed.join(', ') })
    return { geometries }
  } catch (error) {
    if (error instanceof BadGeometry) return { problem: error.problem, facts: error.facts }
    throw error
  }
}

interface Budget {
  positions: number
}

function unfoldGeometry(table: FlatReader, type: number, budget: Budget): RecordGeometry[] {
  switch (type) {
    case GEOMETRY.Point:
    case GEOMETRY.MultiPoint:
      return readPositions(table, budget).map((coordinates) => ({ type: 'Point', coordinates }))
    case GEOMETRY.LineString:
      return [{ type: 'LineString', coordinates: checkLine(readPositions(table, budget)) }]
    case GEOMETRY.MultiLineString:
      return splitAtEnds(table, readPositions(table, budget)).map((line) => ({
        type: 'LineString',
        coordinates: checkLine(line),
      }))
    case GEOMETRY.Polygon:
      return [{ type: 'Polygon', coordinates: readRings(table, budget) }]
    case GEOMETRY.MultiPolygon: {
      const coordinates = table.tables(7).map((part) => readRings(part, budget))
      if (coordinates.length === 0) throw new BadGeometry('geometry-missing')
      return [{ type: 'MultiPolygon', coordinates }]
    }
    default:
      throw new BadGeometry('geometry-type-wrong', { type: `FlatGeobuf ${type}` })
  }
}

function readPositions(table: FlatReader, budget: Budget): Position[] {
  const xy = table.f64s(1)
  if (xy === null || xy.length === 0) throw new BadGeometry('geometry-missing')
  const count = xy.length / 2
  if (!Number.isInteger(count)) throw new BadGeometry('geometry-invalid', { numbers: xy.length })
  budget.positions -= count
  if (budget.positions < 0) throw new BadGeometry('geometry-invalid', { positions: count })
  const z = table.f64s(2)
  const positions: Position[] = []
  for (let i = 0; i < count; i++) positions.push(readPosition(xy[2 * i], xy[2 * i + 1], z?.[i]))
  return positions
}

function readPosition(lon: number, lat: number, height: number | undefined): Position {
  // also false for NaN
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
    const isSwapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90
    throw new BadGeometry(isSwapped ? 'coordinates-swapped' : 'coordinates-out-of-range', {
      lon: String(lon),
      lat: String(lat),
    })
  }
  return height === undefined || Number.isNaN(height) ? [lon, lat] : [lon, lat, height]
}

function splitAtEnds(table: FlatReader, positions: Position[]): Position[][] {
  const ends = table.u32s(0) ?? []
  if (ends.length === 0) return [positions]
  let start = 0
  const pieces = ends.map((end) => {
    if (end <= start || end > positions.length)
      throw new BadGeometry('geometry-invalid', { end, positions: positions.length })
    const piece = positions.slice(start, end)
    start = end
    return piece
  })
  if (start !== positions.length)
    throw new BadGeometry('geometry-invalid', { end: start, positions: positions.length })
  return pieces
}

function checkLine(line: Position[]): Position[] {
  if (line.length < 2) throw new BadGeometry('geometry-invalid', { positions: line.length })
  return line
}

/** Rings of a polygon; one that is left open is closed. */
function readRings(table: FlatReader, budget: Budget): Position[][] {
  return splitAtEnds(table, readPositions(table, budget)).map((ring) => {
    const first = ring[0]
    const last = ring[ring.length - 1]
    const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, [...first]]
    if (closed.length < 4) throw new BadGeometry('geometry-invalid', { positions: ring.length })
    return closed
  })
}
