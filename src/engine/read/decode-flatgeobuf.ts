import type { Geometry, Position } from 'geojson'

import type { JsonValue } from '../../model/layers'
import { FlatTable } from './flat-table'

/** Format: header.fbs and feature.fbs of https://flatgeobuf.org, version 3. */
export interface FlatGeobufHeader {
  readonly title: string | null
  /** "EPSG:4326"; null: the file does not say */
  readonly crs: string | null
  readonly geometryType: number
  readonly columns: readonly { readonly name: string; readonly type: number }[]
  /** 0: unknown */
  readonly featureCount: number
  /** where the first feature starts */
  readonly featuresAt: number
}

/** Magic and size prefix before the header. */
const HEADER_AT = 12
const DEFAULT_NODE_SIZE = 16
/** Bytes of an index node: four float64 and an offset. */
const NODE_BYTES = 40

/** @throws RangeError for bytes that are no header, or that end before the features */
export function decodeHeader(bytes: Uint8Array): FlatGeobufHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getUint32(HEADER_AT - 4, true)
  if (HEADER_AT + size > bytes.length) throw new RangeError(`header of ${size} bytes`)
  const header = FlatTable.root(bytes.subarray(HEADER_AT, HEADER_AT + size))
  const featureCount = header.long(8)
  const index = measureIndex(featureCount, header.short(9, DEFAULT_NODE_SIZE))
  const featuresAt = HEADER_AT + size + index
  if (featuresAt > bytes.length) throw new RangeError(`index of ${index} bytes`)
  return {
    title: header.text(11),
    crs: nameCrs(header.table(10)),
    geometryType: header.byte(2),
    columns: header.tables(7).map((column) => ({ name: column.text(0) ?? '', type: column.byte(1) })),
    featureCount,
    featuresAt,
  }
}

/** Bytes of a packed R-tree over so many features; node size 0: none. */
function measureIndex(count: number, nodeSize: number): number {
  if (nodeSize < 2 || count === 0) return 0
  let nodes = count
  // even a single leaf has a root above it
  let level = count
  do {
    level = Math.ceil(level / nodeSize)
    nodes += level
  } while (level > 1)
  return nodes * NODE_BYTES
}

function nameCrs(crs: FlatTable | null): string | null {
  if (crs === null) return null
  const code = crs.text(5) ?? (crs.int(1) === 0 ? null : String(crs.int(1)))
  if (code !== null) return `${crs.text(0) ?? 'EPSG'}:${code}`
  return crs.text(2) ?? crs.text(4)?.slice(0, 60) ?? null
}

export interface FlatGeobufFeature {
  readonly properties: Readonly<Record<string, JsonValue>>
  readonly geometry: Geometry | null
}

/** @param bytes of one feature, without its size. @throws RangeError for damage */
export function decodeFeature(bytes: Uint8Array, header: FlatGeobufHeader): FlatGeobufFeature {
  const feature = FlatTable.root(bytes)
  const shape = feature.table(0)
  // parts of a malicious feature may all point at the same numbers
  const budget = { positions: bytes.length / 16 }
  return {
    properties: decodeProperties(feature.bytes(1), header),
    geometry: shape === null ? null : decodeGeometry(shape, header.geometryType, budget),
  }
}

interface Budget {
  positions: number
}

function decodeGeometry(shape: FlatTable, headerType: number, budget: Budget): Geometry | null {
  const type = headerType === 0 ? shape.byte(6) : headerType
  switch (type) {
    case 1: {
      const [coordinates] = readPositions(shape, budget)
      return coordinates === undefined ? null : { type: 'Point', coordinates }
    }
    case 2:
      return { type: 'LineString', coordinates: readPositions(shape, budget) }
    case 3:
      return { type: 'Polygon', coordinates: readRings(shape, budget) }
    case 4:
      return { type: 'MultiPoint', coordinates: readPositions(shape, budget) }
    case 5:
      return { type: 'MultiLineString', coordinates: readRings(shape, budget) }
    case 6:
      return { type: 'MultiPolygon', coordinates: shape.tables(7).map((part) => readRings(part, budget)) }
    case 7:
      return {
        type: 'GeometryCollection',
        geometries: shape.tables(7).flatMap((part) => decodeGeometry(part, part.byte(6), budget) ?? []),
      }
    default:
      return null
  }
}

function readPositions(shape: FlatTable, budget: Budget): Position[] {
  budget.positions -= shape.countDoubles(1) / 2
  if (budget.positions < 0) throw new RangeError('more positions than bytes')
  const numbers = shape.doubles(1)
  const heights = shape.countDoubles(2) * 2 === numbers.length ? shape.doubles(2) : []
  const positions: Position[] = []
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const height = heights[i / 2]
    const place = [numbers[i], numbers[i + 1]]
    positions.push(height === undefined || Number.isNaN(height) ? place : [...place, height])
  }
  return positions
}

/** Positions cut at the ends the feature lists; without a list they are one ring. */
function readRings(shape: FlatTable, budget: Budget): Position[][] {
  const positions = readPositions(shape, budget)
  const ends = shape.ints(0)
  if (ends.length === 0) return positions.length === 0 ? [] : [positions]
  return ends.map((end, i) => positions.slice(i === 0 ? 0 : ends[i - 1], end))
}

const BINARY = 14
const JSON_TYPE = 12

function decodeProperties(bytes: Uint8Array, header: FlatGeobufHeader): Record<string, JsonValue> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const properties: [string, JsonValue][] = []
  for (let at = 0; at + 2 <= bytes.length;) {
    const column = header.columns[view.getUint16(at, true)]
    if (column === undefined) throw new RangeError(`no such column at ${at}`)
    at += 2
    const read = FIXED[column.type]
    if (read !== undefined) {
      properties.push([column.name, read.value(view, at)])
      at += read.size
      continue
    }
    const length = view.getUint32(at, true)
    at += 4
    if (at + length > bytes.length) throw new RangeError(`text of ${length} bytes`)
    if (column.type !== BINARY) {
      const text = new TextDecoder('utf-8').decode(bytes.subarray(at, at + length))
      properties.push([column.name, column.type === JSON_TYPE ? parseJson(text) : text])
    }
    at += length
  }
  return Object.fromEntries(properties)
}

/** Column types of fixed size by number: byte, ubyte, bool, short, ushort, int, uint, long, ulong, float, double. */
const FIXED: readonly { readonly size: number; value(view: DataView, at: number): JsonValue }[] = [
  { size: 1, value: (view, at) => view.getInt8(at) },
  { size: 1, value: (view, at) => view.getUint8(at) },
  { size: 1, value: (view, at) => view.getUint8(at) !== 0 },
  { size: 2, value: (view, at) => view.getInt16(at, true) },
  { size: 2, value: (view, at) => view.getUint16(at, true) },
  { size: 4, value: (view, at) => view.getInt32(at, true) },
  { size: 4, value: (view, at) => view.getUint32(at, true) },
  { size: 8, value: (view, at) => Number(view.getBigInt64(at, true)) },
  { size: 8, value: (view, at) => Number(view.getBigUint64(at, true)) },
  { size: 4, value: (view, at) => view.getFloat32(at, true) },
  { size: 8, value: (view, at) => view.getFloat64(at, true) },
]

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return text
  }
}
