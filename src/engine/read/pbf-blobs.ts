import { DataError } from '../../model/issue'
import { checkpoint } from '../run'
import type { Run } from '../run'
import type { ByteSource } from './byte-source'
import { inflateOrRefuse } from './inflate'
import type { Inflate } from './inflate'
import { ProtobufCursor } from './protobuf-cursor'

// the format's own limits: a header of more than 64 KiB or a blob of more than 32 MiB is damage
const MAX_HEADER = 64 * 1024
const MAX_BLOB = 32 * 1024 * 1024

/** Read with each blob header, to spare a second read: headers are about 15 bytes. */
const HEADER_GUESS = 64

/** Ways to pack a blob that this reader does not unpack, by their field in the Blob message. */
const OTHER_COMPRESSION: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' }

/** One unpacked blob of an OSM PBF. */
export interface PbfBlob {
  readonly type: 'OSMHeader' | 'OSMData'
  readonly bytes: Uint8Array
  /** its place among the blobs of the file, and so its name in a second pass */
  readonly number: number
}

/**
 * The blobs of an OSM PBF one after the other, so that no more than two are in memory: the next is unpacked
 * while one is looked at. `isWanted` spares reading those of no interest, by their number. A `DataError` when
 * the file is cut short, damaged, or packed with anything but zlib.
 */
export async function* unpackBlobs(
  source: ByteSource,
  inflate: Inflate,
  run: Run,
  isWanted: (number: number) => boolean = () => true,
): AsyncGenerator<PbfBlob, void, undefined> {
  const packed = readBlobs(source, isWanted)
  const next = async (): Promise<{ blob: PbfBlob | null; end: number } | null> => {
    const { value, done } = await packed.next()
    if (done === true) return null
    const { type, number, end, bytes } = value
    return { end, blob: bytes === null ? null : { type, number, bytes: await unpackBlob(bytes, inflate) } }
  }
  let coming = next()
  for (let here = await coming; here !== null; here = await coming) {
    coming = next()
    // what is wrong with the next blob is told when it is its turn
    coming.catch(() => {})
    if (here.blob !== null) yield here.blob
    await checkpoint(run, 'read', here.end, source.size)
  }
}

/** The blobs as they are packed; those of no interest without their bytes. */
async function* readBlobs(
  source: ByteSource,
  isWanted: (number: number) => boolean,
): AsyncGenerator<
  { type: PbfBlob['type']; number: number; end: number; bytes: Uint8Array | null },
  void,
  undefined
> {
  let at = 0
  for (let number = 0; at < source.size; number++) {
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
    const isData = type === 'OSMHeader' || type === 'OSMData'
    const bytes = isData && isWanted(number) ? await source.read(headerEnd, at) : null
    yield { type: type === 'OSMHeader' ? type : 'OSMData', number, end: at, bytes }
  }
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

async function unpackBlob(bytes: Uint8Array, inflate: Inflate): Promise<Uint8Array> {
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
