import type { Position } from 'geojson'
import type { LayerName, LayerRecord } from '../../model/layers'
import { ByteWriter } from '../read/byte-writer'
import { type FieldSpec, listFields } from '../read/coerce-field'
import { type FlatField, type FlatTable, writeSizePrefixed } from './flatbuffer-write'
import { COLUMN, EXTRA_COLUMN, GEOMETRY, ORDER_COLUMN } from './layer-columns'
import type { Box } from './packed-tree'
import { writeJson } from './write-json'

export interface Column {
  readonly name: string
  readonly type: number
  readonly spec: FieldSpec
}

/** How the features of a file are written; it depends on all records. */
export interface FeatureForm {
  readonly columns: readonly Column[]
  /** one layer has heights everywhere or nowhere */
  readonly hasZ: boolean
}

/**
 * The form for some records. Int columns are 32 bit; one that holds a number beyond that becomes a Double
 * column.
 *
 * @param before the form of the records before these; if it does for these too, it is answered itself
 */
export function formFor(
  layer: LayerName,
  records: readonly LayerRecord<LayerName>[],
  before?: FeatureForm,
): FeatureForm {
  const form = before ?? { columns: narrowColumns(layer), hasZ: false }
  const wide = form.columns.filter(
    ({ name, type, spec }) =>
      spec.type === 'int' &&
      type === COLUMN.int &&
      name !== ORDER_COLUMN &&
      records.some((record) => {
        const value = valueOf(record, name)
        return typeof value === 'number' && !Object.is(value | 0, value)
      }),
  )
  const hasZ =
    form.hasZ ||
    records.some((record) => positionsOf(record.geometry).some((position) => position.length > 2))
  if (wide.length === 0 && hasZ === form.hasZ) return form
  const columns = form.columns.map((column) =>
    wide.includes(column) ? { ...column, type: COLUMN.double } : column,
  )
  return { columns, hasZ }
}

function narrowColumns(layer: LayerName): Column[] {
  const columns = [...listFields(layer)].map(([name, spec]): Column => ({
    name,
    spec,
    type: COLUMN_TYPES[spec.type],
  }))
  columns.push({ name: EXTRA_COLUMN, spec: { type: 'text' }, type: COLUMN.json })
  columns.push({ name: ORDER_COLUMN, spec: { type: 'int' }, type: COLUMN.int })
  return columns
}

/**
 * Appends one record as a feature; `place` is its 0-based place in the layer. A value of the wrong type is a
 * mistake of the program and throws.
 */
export function writeFeature(
  out: ByteWriter,
  layer: LayerName,
  { columns, hasZ }: FeatureForm,
  record: LayerRecord<LayerName>,
  place: number,
): void {
  VALUES.clear()
  writeValues(VALUES, layer, columns, record, place)
  writeSizePrefixed(out, [
    { type: 'table', value: geometryTable(record.geometry, hasZ) },
    { type: 'bytes', value: VALUES.peek() },
  ])
}

/** The values of one feature, on their way into it. */
const VALUES = new ByteWriter()

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

/** The box of a record; a coordinate that is no number is a mistake of the program and throws. */
export function boxOf(layer: LayerName, record: LayerRecord<LayerName>): Box {
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
