import type { JsonValue } from '../../model/layers'
import type { FlatReader } from './flatbuffer-read'
import { COLUMN, EXTRA_COLUMN } from './layer-columns'

export interface Column {
  readonly name: string
  readonly type: number
}

const textDecoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Columns of a header. A type this reader does not know throws a RangeError. */
export function readColumns(tables: readonly FlatReader[]): Column[] {
  return tables.map((table) => {
    const type = table.u8(1, COLUMN.byte)
    if (type > COLUMN.binary) throw new RangeError(`column type ${type}`)
    return { name: table.text(0) ?? '', type }
  })
}

/**
 * The values of one feature by column name. Binary values are passed over; JSON that does not parse stays
 * text. Bytes that do not fit the columns throw a RangeError.
 */
export function readValues(
  bytes: Uint8Array | null,
  columns: readonly Column[],
): ReadonlyMap<string, JsonValue> {
  const values = new Map<string, JsonValue>()
  if (bytes === null) return values
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  // a lone byte at the end is padding of some writers
  while (at + 2 <= bytes.length) {
    const column = columns[view.getUint16(at, true)]
    if (column === undefined) throw new RangeError(`column ${view.getUint16(at, true)} of ${columns.length}`)
    at += 2
    const size = FIXED_SIZES[column.type]
    if (size !== undefined) {
      values.set(column.name, readFixed(view, at, column.type))
      at += size
      continue
    }
    const length = view.getUint32(at, true)
    at += 4
    if (at + length > bytes.length) throw new RangeError(`text of ${length} bytes at ${at}`)
    if (column.type !== COLUMN.binary) {
      const text = textDecoder.decode(bytes.subarray(at, at + length))
      // some writers know no JSON columns: `extra` comes back from them as text
      const isJson = column.type === COLUMN.json || column.name === EXTRA_COLUMN
      values.set(column.name, isJson ? parseJson(text) : text)
    }
    at += length
  }
  return values
}

const FIXED_SIZES: Readonly<Record<number, number>> = {
  [COLUMN.byte]: 1,
  [COLUMN.ubyte]: 1,
  [COLUMN.bool]: 1,
  [COLUMN.short]: 2,
  [COLUMN.ushort]: 2,
  [COLUMN.int]: 4,
  [COLUMN.uint]: 4,
  [COLUMN.long]: 8,
  [COLUMN.ulong]: 8,
  [COLUMN.float]: 4,
  [COLUMN.double]: 8,
}

function readFixed(view: DataView, at: number, type: number): number | boolean {
  switch (type) {
    case COLUMN.byte:
      return view.getInt8(at)
    case COLUMN.ubyte:
      return view.getUint8(at)
    case COLUMN.bool:
      return view.getUint8(at) !== 0
    case COLUMN.short:
      return view.getInt16(at, true)
    case COLUMN.ushort:
      return view.getUint16(at, true)
    case COLUMN.int:
      return view.getInt32(at, true)
    case COLUMN.uint:
      return view.getUint32(at, true)
    case COLUMN.long:
      return Number(view.getBigInt64(at, true))
    case COLUMN.ulong:
      return Number(view.getBigUint64(at, true))
    case COLUMN.float:
      return view.getFloat32(at, true)
    default:
      return view.getFloat64(at, true)
  }
}

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return text
  }
}
