import { DataError } from '../../model/issue'
import type { Issue } from '../../model/issue'
import type { LayerName } from '../../model/layers'
import { checkpoint } from '../run'
import type { Run } from '../run'
import type { ByteSource } from './byte-source'
import { readCrsName } from './check-coordinates'
import { decodeFeature, decodeHeader } from './decode-flatgeobuf'
import type { FlatGeobufHeader } from './decode-flatgeobuf'
import { guessLayerByName } from './guess-layer'
import type { RawRow } from './make-record'
import { readRows } from './read-geojson'
import type { ReadResult } from './read-result'

const CHUNK = 2000

/**
 * Reads a FlatGeobuf of anyone's making; its rows are then treated like those of a GeoJSON. A damaged
 * feature is an issue. The format's own library is not used here: damaged bytes can make it run for ever.
 * @throws DataError file-unreadable when the header is damaged, file-truncated when features are missing,
 *   coordinates-not-wgs84 when the header names another system, and what `readRows` throws
 */
export async function readFlatGeobuf(
  source: ByteSource,
  layer: LayerName | undefined,
  run: Run,
): Promise<ReadResult> {
  const bytes = await source.read(0, source.size)
  const header = readHeader(bytes)
  const crs = readCrsName(header.crs ?? undefined)
  if (crs === null) throw new DataError({ code: 'coordinates-not-wgs84', facts: { crs: header.crs ?? '?' } })
  const { rows, damaged } = await listRows(bytes, header, run)
  const titled = header.title === null ? null : guessLayerByName(header.title)
  const known = layer ?? guessLayerByName(source.name) ?? titled ?? undefined
  const file = { name: source.name, format: 'flatgeobuf', crs, layer: known }
  const result = await readRows(rows, file, run)
  return {
    ...result,
    features: result.features + damaged.length,
    rejected: result.rejected + damaged.length,
    issues: [...damaged, ...result.issues],
  }
}

function readHeader(bytes: Uint8Array): FlatGeobufHeader {
  try {
    return decodeHeader(bytes)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DataError({ code: 'file-unreadable', facts: { reason: 'broken-flatgeobuf' } })
  }
}

async function listRows(
  bytes: Uint8Array,
  header: FlatGeobufHeader,
  run: Run,
): Promise<{ rows: RawRow[]; damaged: Issue[] }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows: RawRow[] = []
  const damaged: Issue[] = []
  let row = 0
  let at = header.featuresAt
  // a file of unknown count goes on to its end; others may be padded
  while (header.featureCount === 0 ? at < bytes.length : row < header.featureCount) {
    if (row % CHUNK === 0) await checkpoint(run, 'read', at, bytes.length)
    const size = at + 4 <= bytes.length ? view.getUint32(at, true) : Infinity
    const end = at + 4 + size
    if (end > bytes.length) throw tellTruncated(row, header)
    row++
    try {
      rows.push({ row, ...decodeFeature(bytes.subarray(at + 4, end), header) })
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      damaged.push({
        severity: 'error',
        code: 'geometry-invalid',
        row,
        facts: { reason: 'broken-flatgeobuf' },
      })
    }
    at = end
  }
  await checkpoint(run, 'read', bytes.length, bytes.length)
  return { rows: restoreOrder(rows), damaged }
}

/** This tool's own files lie along a curve for their index and carry the order of the layer in a column. */
function restoreOrder(rows: readonly RawRow[]): RawRow[] {
  const placed = rows.map(({ properties: { _order: order, ...properties }, ...row }) => ({
    row: { ...row, properties },
    order: typeof order === 'number' ? order : Infinity,
  }))
  return placed.sort((a, b) => (a.order === b.order ? 0 : a.order - b.order)).map(({ row }) => row)
}

function tellTruncated(read: number, header: FlatGeobufHeader): DataError {
  return new DataError({ code: 'file-truncated', facts: { read, expected: header.featureCount } })
}
