import { DataError } from '../../model/issue'
import type { Run } from '../run'
import type { ByteSource } from './byte-source'
import { decodeOsmBlock } from './decode-osm-block'
import type { Inflate } from './inflate'
import { OsmBuilder } from './osm-elements'
import type { OsmContent } from './osm-elements'
import { unpackBlobs } from './pbf-blobs'
import { ProtobufCursor } from './protobuf-cursor'

const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes', 'LocationsOnWays'])

/**
 * Reads an OSM PBF blob by blob. A `DataError` when it is cut short, damaged, or packed with anything but
 * zlib.
 */
export async function readOsmPbf(source: ByteSource, inflate: Inflate, run: Run): Promise<OsmContent> {
  const builder = new OsmBuilder()
  for await (const { type, bytes } of unpackBlobs(source, inflate, run)) {
    if (type === 'OSMHeader') readHeaderBlock(bytes, builder)
    else decodeOsmBlock(bytes, builder)
  }
  return builder.finish()
}

/** Extent and date of a file, from its header. */
export function readHeaderBlock(bytes: Uint8Array, builder: OsmBuilder): void {
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
