import { deflateSync, inflateSync } from 'node:zlib'

import { DataError } from '../src/model/issue'
import type { ByteSource } from '../src/engine/read/byte-source'
import { unpackBlobs } from '../src/engine/read/pbf-blobs'
import { ProtobufCursor } from '../src/engine/read/protobuf-cursor'

/** Beyond every id in use: copies of an element are this far apart. */
const ID_STEP = 2 ** 34

export interface PbfCopies {
  /** copies in a row, and rows */
  readonly columns: number
  readonly rows: number
  /** how far apart copies stand, whole nanodegrees and multiples of 100 */
  readonly lonStep: number
  readonly latStep: number
}

/**
 * The blobs of an OSM PBF that holds an extract many times, side by side: ids and places shifted, all else to
 * the byte. Nodes come first, then ways, then relations, each with ascending ids, as in real files.
 */
export async function* tilePbf(source: ByteSource, copies: PbfCopies): AsyncGenerator<Uint8Array> {
  const blocks: Uint8Array[] = []
  for await (const { type, bytes } of unpackBlobs(source, (packed) => inflateSync(packed), {})) {
    if (type === 'OSMHeader') yield packBlob(type, bytes)
    else blocks.push(bytes)
  }
  for (const kind of ['node', 'way', 'relation'] as const) {
    const ofKind = blocks.filter((block) => kindOf(block) === kind)
    for (let i = 0; i < copies.columns * copies.rows; i++) {
      const shift = {
        id: i * ID_STEP,
        lon: (i % copies.columns) * copies.lonStep,
        lat: Math.floor(i / copies.columns) * copies.latStep,
      }
      for (const block of ofKind) yield packBlob('OSMData', shiftBlock(block, shift))
    }
  }
}

interface Shift {
  readonly id: number
  readonly lon: number
  readonly lat: number
}

/** Bytes of one message while it is put together. */
class MessageWriter {
  readonly #parts: Uint8Array[] = []

  raw(bytes: Uint8Array): void {
    this.#parts.push(bytes)
  }

  varint(value: number): void {
    const bytes: number[] = []
    let rest = value
    while (rest >= 128) {
      bytes.push((rest % 128) | 128)
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
    this.#parts.push(Uint8Array.from(bytes))
  }

  number(field: number, value: number): void {
    this.varint(field * 8)
    this.varint(value)
  }

  inside(field: number, bytes: Uint8Array): void {
    this.varint(field * 8 + 2)
    this.varint(bytes.length)
    this.raw(bytes)
  }

  finish(): Uint8Array {
    const bytes = new Uint8Array(this.#parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of this.#parts) {
      bytes.set(part, at)
      at += part.length
    }
    return bytes
  }
}

function kindOf(block: Uint8Array): 'node' | 'way' | 'relation' {
  const cursor = new ProtobufCursor(block)
  while (cursor.nextField()) {
    if (cursor.field !== 2) {
      cursor.skip()
      continue
    }
    const group = cursor.readInside()
    if (group.nextField()) return group.field === 3 ? 'way' : group.field === 4 ? 'relation' : 'node'
  }
  return 'node'
}

function shiftBlock(block: Uint8Array, shift: Shift): Uint8Array {
  const cursor = new ProtobufCursor(block)
  const writer = new MessageWriter()
  let lonOffset = 0
  let latOffset = 0
  eachField(cursor, writer, (field) => {
    if (field === 19) latOffset = cursor.readInt64()
    else if (field === 20) lonOffset = cursor.readInt64()
    else if (field === 2) writer.inside(2, shiftGroup(cursor.readInside(), shift))
    else return false
    return true
  })
  writer.number(19, latOffset + shift.lat)
  writer.number(20, lonOffset + shift.lon)
  return writer.finish()
}

function shiftGroup(group: ProtobufCursor, { id }: Shift): Uint8Array {
  const writer = new MessageWriter()
  eachField(group, writer, (kind) => {
    if (kind === 1) throw new DataError({ code: 'file-unreadable', facts: { reason: 'sparse-nodes' } })
    const element = group.readInside()
    const inside = new MessageWriter()
    // packed ids are differences: only the first one moves
    const packed = kind === 2 ? 1 : kind === 3 ? 8 : 9
    eachField(element, inside, (field) => {
      if (field === packed) inside.inside(field, shiftFirst(element.readInside(), id))
      else if (field === 1) inside.number(1, element.readInt64() + id)
      else return false
      return true
    })
    writer.inside(kind, inside.finish())
    return true
  })
  return writer.finish()
}

function shiftFirst(packed: ProtobufCursor, id: number): Uint8Array {
  if (packed.at >= packed.end) return packed.rest()
  const first = packed.readZigzag() + id
  const writer = new MessageWriter()
  writer.varint(first >= 0 ? first * 2 : -first * 2 - 1)
  writer.raw(packed.rest())
  return writer.finish()
}

/** Goes over the fields of a message; those that `change` does not take are copied as they are. */
function eachField(cursor: ProtobufCursor, writer: MessageWriter, change: (field: number) => boolean): void {
  for (let start = cursor.at; cursor.nextField(); start = cursor.at) {
    if (change(cursor.field)) continue
    cursor.skip()
    writer.raw(cursor.bytes.subarray(start, cursor.at))
  }
}

function packBlob(type: 'OSMHeader' | 'OSMData', content: Uint8Array): Uint8Array {
  const body = new MessageWriter()
  body.number(2, content.length)
  body.inside(3, deflateSync(content, { level: 4 }))
  const packed = body.finish()
  const header = new MessageWriter()
  header.inside(1, new TextEncoder().encode(type))
  header.number(3, packed.length)
  const head = header.finish()
  const blob = new Uint8Array(4 + head.length + packed.length)
  new DataView(blob.buffer).setUint32(0, head.length)
  blob.set(head, 4)
  blob.set(packed, 4 + head.length)
  return blob
}
