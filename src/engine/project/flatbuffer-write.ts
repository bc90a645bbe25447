import type { ByteWriter } from '../read/byte-writer'

/**
 * One field of a FlatBuffers table. The subset FlatGeobuf needs, written front to back, so that a layer is
 * one growing buffer: the official builder writes each feature back to front into a buffer of its own.
 */
export type FlatField =
  | { readonly type: 'u8' | 'u16' | 'i32' | 'u64'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'u32s' | 'f64s'; readonly value: readonly number[] }
  | { readonly type: 'table'; readonly value: FlatTable }
  | { readonly type: 'tables'; readonly value: readonly FlatTable[] }

/** Fields in schema order; null: absent, the reader takes the default. */
export type FlatTable = readonly (FlatField | null)[]

const INLINE_SIZE = { u8: 1, u16: 2, i32: 4, u64: 8 } as const

/**
 * Appends a size-prefixed FlatBuffers buffer, padded to 8 bytes. The writer's length must be a multiple
 * of 8, so that positions in the file and positions in the buffer have the same alignment.
 */
export function writeSizePrefixed(out: ByteWriter, root: FlatTable): void {
  const start = out.length
  if (start % 8 !== 0) throw new Error(`flatbuffer must start at a multiple of 8, not at ${start}`)
  out.u32(0)
  out.u32(0)
  const table = writeTable(out, root)
  out.align(8)
  out.setU32(start, out.length - start - 4)
  out.setU32(start + 4, table - (start + 4))
}

/** Appends vtable, table and what the table points to; answers where the table is. */
function writeTable(out: ByteWriter, fields: FlatTable): number {
  out.align(2)
  const vtable = out.length
  out.u16(4 + 2 * fields.length)
  out.u16(0)
  for (let i = 0; i < fields.length; i++) out.u16(0)

  out.align(8)
  const table = out.length
  out.i32(table - vtable)
  const pointers: [position: number, field: FlatField][] = []
  fields.forEach((field, i) => {
    if (field === null) return
    out.align(isInline(field) ? INLINE_SIZE[field.type] : 4)
    out.setU16(vtable + 4 + 2 * i, out.length - table)
    if (!isInline(field)) pointers.push([out.length, field])
    writeInline(out, field)
  })
  out.setU16(vtable + 2, out.length - table)

  // what is pointed to comes after the table: offsets are unsigned
  for (const [position, field] of pointers) out.setU32(position, writeTarget(out, field) - position)
  return table
}

function isInline(field: FlatField): field is Extract<FlatField, { type: keyof typeof INLINE_SIZE }> {
  return field.type in INLINE_SIZE
}

function writeInline(out: ByteWriter, field: FlatField): void {
  switch (field.type) {
    case 'u8':
      return out.u8(field.value)
    case 'u16':
      return out.u16(field.value)
    case 'i32':
      return out.i32(field.value)
    case 'u64':
      return out.u64(field.value)
    default:
      return out.u32(0)
  }
}

function writeTarget(out: ByteWriter, field: FlatField): number {
  out.align(4)
  switch (field.type) {
    case 'table':
      return writeTable(out, field.value)
    case 'tables':
      return writeTables(out, field.value)
    case 'f64s':
      // the first number, not the length before it, is aligned to 8
      if (out.length % 8 === 0) out.u32(0)
      return writeVector(out, field.value, (value) => out.f64(value))
    case 'u32s':
      return writeVector(out, field.value, (value) => out.u32(value))
    case 'text': {
      const at = out.length
      out.text(field.value)
      out.u8(0)
      return at
    }
    case 'bytes': {
      const at = out.length
      out.u32(field.value.length)
      out.bytes(field.value)
      return at
    }
    default:
      throw new Error(`${field.type} is stored in the table itself`)
  }
}

function writeVector(out: ByteWriter, values: readonly number[], write: (value: number) => void): number {
  const at = out.length
  out.u32(values.length)
  for (const value of values) write(value)
  return at
}

function writeTables(out: ByteWriter, tables: readonly FlatTable[]): number {
  const at = out.length
  out.u32(tables.length)
  const slots = tables.map((table) => {
    const position = out.length
    out.u32(0)
    return { position, table }
  })
  for (const { position, table } of slots) out.setU32(position, writeTable(out, table) - position)
  return at
}
