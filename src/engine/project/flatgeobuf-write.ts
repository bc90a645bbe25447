import type { Position } from 'geojson'
import type { LayerName, LayerRecord } from '../../model/layers'
import { ByteWriter } from './byte-writer'
import { type FlatField, type FlatTable, writeSizePrefixed } from './flatbuffer-write'
import { type FieldSpec, listFields } from '../read/coerce-field'
import { COLUMN, EXTRA_COLUMN, GEOMETRY, MAGIC, ORDER_COLUMN } from './layer-columns'
import { type Box, boxAround, NODE_SIZE, sortAlongHilbert, writeTree } from './packed-tree'
import { writeJson } from './write-json'

interface Column {
  readonly name: string
  readonly type: number
  readonly spec: FieldSpec
}

/**
 * A layer as a FlatGeobuf file: WGS84 (EPSG:4326), every column of the layer's schema plus `extra` (JSON)
 * and `_order`, packed Hilbert R-tree, coordinates as they are in float64. The same records give the same
 * bytes. An empty layer is a valid file with columns and no features.
 *
 * Int columns are 32 bit; one that holds a number beyond that becomes a Double column in that file. A value of
 * the wrong type or a coordinate that is no number is a mistake of the program and throws.
 */
export function writeLayer(
  layer: LayerName,
  records: readonly LayerRecord<LayerName>[],
): Uint8Array<ArrayBuffer> {
  const columns = columnsFor(layer, records)
  const boxes = records.map((record) => boxOf(layer, record))
  const extent = boxAround(boxes)
  const sorted = records.length === 0 ? [] : sortAlongHilbert(boxes, extent)
  const hasZ = records.some((record) => positionsOf(record.geometry).some((position) => position.length > 2))

  const features = new ByteWriter()
  const values = new ByteWriter()
  const offsets = sorted.map((place) => {
    const offset = features.length
    values.clear()
    writeValues(values, layer, columns, records[place], place)
    writeSizePrefixed(features, [
      { type: 'table', value: geometryTable(records[place].geometry, hasZ) },
      { type: 'bytes', value: values.peek() },
    ])
    return offset
  })

  const out = new ByteWriter()
  for (const byte of MAGIC) out.u8(byte)
  writeSizePrefixed(out, headerTable(layer, records, columns, extent, hasZ))
  if (records.length > 0) {
    const boxesInFile = sorted.map((place) => boxes[place])
    writeTree(out, boxesInFile, offsets)
  }
  out.bytes(features.peek())
  return out.toBytes()
}

function columnsFor(layer: LayerName, records: readonly LayerRecord<LayerName>[]): Column[] {
  const columns = [...listFields(layer)].map(([name, spec]): Column => {
    const isWide =
      spec.type === 'int' &&
      records.some((record) => {
        const value = valueOf(record, name)
        return typeof value === 'number' && !Object.is(value | 0, value)
      })
    return { name, spec, type: isWide ? COLUMN.double : COLUMN_TYPES[spec.type] }
  })
  columns.push({ name: EXTRA_COLUMN, spec: { type: 'text' }, type: COLUMN.json })
  columns.push({ name: ORDER_COLUMN, spec: { type: 'int' }, type: COLUMN.int })
  return columns
}

const COLUMN_TYPES = {
  int: COLUMN.int,
  number: COLUMN.double,
  bool: COLUMN.bool,
  text: COLUMN.string,
  enum: COLUMN.string,
} as const

const JS_TYPES = {
  text: 'string',
  enum: 'string',
  int: 'number',
  number: 'number',
  bool: 'boolean',
} as const

function valueOf(record: LayerRecord<LayerName>, name: string): unknown {
  return (record as unknown as Record<string, unknown>)[name]
}

/** Appends column number and value of everything the record has. */
function writeValues(
  out: ByteWriter,
  layer: LayerName,
  columns: readonly Column[],
  record: LayerRecord<LayerName>,
  place: number,
): void {
  columns.forEach((column, i) => {
    if (column.name === EXTRA_COLUMN) {
      if (record.extra === undefined || Object.keys(record.extra).length === 0) return
      out.u16(i)
      return out.text(writeJson({ ...record.extra }))
    }
    const value = column.name === ORDER_COLUMN ? place : valueOf(record, column.name)
    if (value === undefined || value === null || value === '') return
    const expected = JS_TYPES[column.spec.type]
    if (typeof value !== expected || (typeof value === 'number' && !Number.isFinite(value)))
      throw new Error(`${layer} ${record.id}: ${column.name} is ${JSON.stringify(value)}, not a ${expected}`)
    out.u16(i)
    if (typeof value === 'string') out.text(value)
    else if (typeof value === 'boolean') out.u8(value ? 1 : 0)
    else if (column.type === COLUMN.int) out.i32(value as number)
    else out.f64(value as number)
  })
}

function headerTable(
  layer: LayerName,
  records: readonly LayerRecord<LayerName>[],
  columns: readonly Column[],
  extent: Box,
  hasZ: boolean,
): FlatTable {
  const types = new Set(records.map((record) => record.geometry.type))
  const geometryType = types.size === 1 ? GEOMETRY[[...types][0]] : GEOMETRY.Unknown
  const isEmpty = records.length === 0
  return [
    { type: 'text', value: layer },
    isEmpty ? null : { type: 'f64s', value: extent },
    { type: 'u8', value: geometryType },
    hasZ ? { type: 'u8', value: 1 } : null,
    null,
    null,
    null,
    {
      type: 'tables',
      value: columns.map((column): FlatTable => [
        { type: 'text', value: column.name },
        { type: 'u8', value: column.type },
      ]),
    },
    { type: 'u64', value: records.length },
    // without features there is no tree, and a reader must not look for one
    { type: 'u16', value: isEmpty ? 0 : NODE_SIZE },
    {
      type: 'table',
      value: [
        { type: 'text', value: 'EPSG' },
        { type: 'i32', value: 4326 },
        { type: 'text', value: 'WGS 84' },
      ],
    },
  ]
}

type Geometry = LayerRecord<LayerName>['geometry']

function geometryTable(geometry: Geometry, hasZ: boolean): FlatTable {
  const type: FlatField = { type: 'u8', value: GEOMETRY[geometry.type] }
  if (geometry.type === 'MultiPolygon') {
    const parts = geometry.coordinates.map((coordinates) =>
      geometryTable({ type: 'Polygon', coordinates }, hasZ),
    )
    return [null, null, null, null, null, null, type, { type: 'tables', value: parts }]
  }
  const positions = positionsOf(geometry)
  const xy: number[] = []
  for (const [x, y] of positions) xy.push(x, y)
  let end = 0
  const ends = geometry.type === 'Polygon' ? geometry.coordinates.map((ring) => (end += ring.length)) : []
  return [
    ends.length > 1 ? { type: 'u32s', value: ends } : null,
    { type: 'f64s', value: xy },
    // one layer has heights everywhere or nowhere: a missing one among others is NaN
    hasZ ? { type: 'f64s', value: positions.map((position) => position[2] ?? NaN) } : null,
    null,
    null,
    null,
    type,
  ]
}

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  if (geometry.type === 'LineString') return geometry.coordinates
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2)
  return geometry.coordinates.length === 1 ? geometry.coordinates[0] : geometry.coordinates.flat()
}

function boxOf(layer: LayerName, record: LayerRecord<LayerName>): Box {
  const positions = positionsOf(record.geometry)
  if (positions.length === 0) throw new Error(`${layer} ${record.id}: geometry without points`)
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positions) {
    if (!Number.isFinite(x) || !Number.isFinite(y))
      throw new Error(`${layer} ${record.id}: coordinate ${x},${y} is not a number`)
    minX = Math.min(minX, x)
    minY = Math.min(minY, y)
    maxX = Math.max(maxX, x)
    maxY = Math.max(maxY, y)
  }
  return [minX, minY, maxX, maxY]
}
