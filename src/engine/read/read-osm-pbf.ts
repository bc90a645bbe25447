import { DataError } from '../../model/issue'
import { checkpoint } from '../run'
import type { Run } from '../run'
import type { ByteSource } from './byte-source'
import { decodeOsmBlock } from './decode-osm-block'
import { inflateOrRefuse } from './inflate'
import type { Inflate } from './inflate'
import { OsmBuilder } from './osm-elements'
import type { OsmElements } from './osm-elements'
import { ProtobufCursor } from './protobuf-cursor'

// the format's own limits: a header of more than 64 KiB or a blob of more than 32 MiB is damage
const MAX_HEADER = 64 * 1024
const MAX_BLOB = 32 * 1024 * 1024

/** Read with each blob header, to spare a second read: headers are about 15 bytes. */
const HEADER_GUESS = 64

const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes', 'LocationsOnWays'])

/** Ways to pack a blob that this reader does not unpack, by their field in the Blob message. */
const OTHER_COMPRESSION: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' }

/**
 * Reads an OSM PBF blob by blob. A `DataError` when it is cut short, damaged, or packed with anything but
 * zlib.
 */
export async function readOsmPbf(source: ByteSource, inflate: Inflate, run: Run): Promise<OsmElements> {
  const builder = new OsmBuilder()
  let at = 0
  while (at < source.size) {
    const start = await source.read(at, Math.min(at + 4 + HEADER_GUESS, source.size))
    const headerLength = start.length < 4 ? 0 : readUint32(start)
    if (start.length < 4 || headerLength > MAX_HEADER) throw cutOff(source, at, start.length < 4)
    const headerEnd = at + 4 + headerLength
    if (headerEnd > source.size) throw cutOff(source, at, true)
    const header =
      headerLength <= start.length - 4
        ? start.subarray(4, 4 + headerLength)
        : await source.read(at + 4, headerEnd)
    const { type, size } = readBlobHeader(header)
    if (size > MAX_BLOB) throw cutOff(source, at, false)
    if (headerEnd + size > source.size) throw cutOff(source, at, true)
    at = headerEnd + size
    if (type === 'OSMHeader' || type === 'OSMData') {
      const bytes = unpackBlob(await source.read(headerEnd, at), inflate)
      if (type === 'OSMHeader') readHeaderBlock(bytes, builder)
      else decodeOsmBlock(bytes, builder)
    }
    await checkpoint(run, 'read', at, source.size)
  }
  return builder.finish()
}

function readUint32(bytes: Uint8Array): number {
  return bytes[0] * 16777216 + (bytes[1] << 16) + (bytes[2] << 8) + bytes[3]
}

function cutOff(source: ByteSource, at: number, isTruncated: boolean): DataError {
  return isTruncated
    ? new DataError({ code: 'file-truncated', facts: { size: source.size, at } })
    : new DataError({ code: 'file-unreadable', facts: { reason: 'broken-blob', at } })
}

function readBlobHeader(bytes: Uint8Array): { type: string; size: number } {
  const cursor = new ProtobufCursor(bytes)
  let type = ''
  let size = 0
  while (cursor.nextField()) {
    if (cursor.field === 1) type = new TextDecoder('utf-8').decode(cursor.readInside().rest())
    else if (cursor.field === 3) size = cursor.readVarint()
    else cursor.skip()
  }
  return { type, size }
}

function unpackBlob(bytes: Uint8Array, inflate: Inflate): Uint8Array {
  const blob = new ProtobufCursor(bytes)
  while (blob.nextField()) {
    if (blob.field === 1) return blob.readInside().rest()
    if (blob.field === 3) return inflateOrRefuse(inflate, blob.readInside().rest())
    const compression = OTHER_COMPRESSION[blob.field]
    if (compression !== undefined)
      throw new DataError({ code: 'compression-unsupported', facts: { compression } })
    blob.skip()
  }
  return new Uint8Array(0)
}

function readHeaderBlock(bytes: Uint8Array, builder: OsmBuilder): void {
  const header = new ProtobufCursor(bytes)
  while (header.nextField()) {
    if (header.field === 1) readBounds(header.readInside(), builder)
    else if (header.field === 4) {
      const feature = new TextDecoder('utf-8').decode(header.readInside().rest())
      if (!KNOWN_FEATURES.has(feature))
        throw new DataError({ code: 'file-unreadable', facts: { reason: 'pbf-feature', feature } })
    } else if (header.field === 32) {
      const seconds = header.readVarint()
      // a date beyond the range of dates is damage, not information
      if (seconds > 0 && seconds < 1e11)
        builder.dataDate = new Date(seconds * 1000).toISOString().slice(0, 10)
    } else header.skip()
  }
}

function readBounds(box: ProtobufCursor, builder: OsmBuilder): void {
  const sides = [0, 0, 0, 0, 0]
  while (box.nextField()) {
    if (box.field <= 4) sides[box.field] = box.readZigzag() / 1e9
    else box.skip()
  }
  const [, west, east, north, south] = sides
  if (west < east && south < north) builder.extent = [west, south, east, north]
}
