import type { Geometry } from 'geojson'

import { DataError } from '../../model/issue'
import type { JsonValue, LayerName } from '../../model/layers'
import { checkpoint } from '../run'
import type { Run } from '../run'
import type { ByteSource } from './byte-source'
import { readCrsName } from './check-coordinates'
import { guessLayerByName } from './guess-layer'
import type { RawRow } from './make-record'
import { readRows } from './read-geojson'
import type { ReadResult } from './read-result'

const CHUNK = 2000

/** What the header of a FlatGeobuf says, as far as it matters here. */
interface FileHeader {
  readonly title: string | null
  readonly featuresCount: number
  readonly crs: { readonly org: string | null; readonly code: number; readonly name: string | null } | null
}

/**
 * Reads a FlatGeobuf of anyone's making through the format's own library; its rows are then treated like
 * those of a GeoJSON.
 * @throws DataError file-unreadable when the bytes are damaged, file-truncated when features are missing,
 *   coordinates-not-wgs84 when the header names another system, and what `readRows` throws
 */
export async function readFlatGeobuf(
  source: ByteSource,
  layer: LayerName | undefined,
  run: Run,
): Promise<ReadResult> {
  const bytes = await source.read(0, source.size)
  await checkpoint(run, 'read', 0, source.size)
  const { rows, header } = await listFeatures(bytes, source.size, run)
  const crs = readCrs(header)
  const titled = header?.title === null || header?.title === undefined ? null : guessLayerByName(header.title)
  const known = layer ?? guessLayerByName(source.name) ?? titled ?? undefined
  return readRows(rows, { name: source.name, format: 'flatgeobuf', crs, layer: known }, run)
}

async function listFeatures(
  bytes: Uint8Array,
  size: number,
  run: Run,
): Promise<{ rows: RawRow[]; header: FileHeader | null }> {
  const { deserialize } = await import('flatgeobuf/lib/mjs/geojson.js')
  let header: FileHeader | null = null
  const rows: RawRow[] = []
  const features = deserialize(bytes, { headerMetaFn: (meta) => void (header = meta) })
  for (;;) {
    const next = await takeFeature(features)
    if (next === null) break
    // the library's own id is the place in the file, which says nothing: ids are a column, if any
    rows.push({
      row: rows.length + 1,
      properties: plainProperties(next.properties),
      geometry: next.geometry,
    })
    if (rows.length % CHUNK === 0) await checkpoint(run, 'read', rows.length, 0)
  }
  await checkpoint(run, 'read', size, size)
  const promised = (header as FileHeader | null)?.featuresCount ?? 0
  if (rows.length < promised)
    throw new DataError({ code: 'file-truncated', facts: { read: rows.length, expected: promised } })
  return { rows: restoreOrder(rows), header }
}

/** This tool's own files lie along a curve for their index and carry the order of the layer in a column. */
function restoreOrder(rows: readonly RawRow[]): RawRow[] {
  const placed = rows.map(({ properties: { _order: order, ...properties }, ...row }) => ({
    row: { ...row, properties },
    order: typeof order === 'number' ? order : Infinity,
  }))
  return placed.sort((a, b) => (a.order === b.order ? 0 : a.order - b.order)).map(({ row }) => row)
}

interface LibraryFeature {
  readonly properties?: unknown
  readonly geometry: Geometry | null
}

/** The library reads without looking where the bytes end: whatever it throws means damage. */
async function takeFeature(features: AsyncGenerator): Promise<LibraryFeature | null> {
  try {
    const { done, value } = await features.next()
    return done === true ? null : (value as LibraryFeature)
  } catch {
    throw new DataError({ code: 'file-unreadable', facts: { reason: 'broken-flatgeobuf' } })
  }
}

/** Columns as JSON values: whole numbers of 64 bits become numbers, bytes are left out. */
function plainProperties(properties: unknown): Record<string, JsonValue> {
  const plain: Record<string, JsonValue> = {}
  if (typeof properties !== 'object' || properties === null) return plain
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'bigint') plain[name] = Number(value)
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      plain[name] = value
    else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
      plain[name] = JSON.parse(JSON.stringify(value)) as JsonValue
  }
  return plain
}

function readCrs(header: FileHeader | null): 'WGS84' | 'CGCS2000' {
  const crs = header?.crs ?? null
  // no system named: the coordinates themselves are judged with the rows
  if (crs === null || crs.code === 0) return 'WGS84'
  const name = `${crs.org ?? 'EPSG'}:${crs.code}`
  const system = readCrsName(name)
  if (system === null)
    throw new DataError({ code: 'coordinates-not-wgs84', facts: { crs: crs.name ?? name } })
  return system
}
