import { cleanRecords } from '../read/clean-records'
import { DataError, type Issue } from '../../model/issue'
import type { LayerName, LayerRecord } from '../../model/layers'
import { FlatReader } from './flatbuffer-read'
import { type FeatureHeader, type PlacedRecord, readFeature } from './flatgeobuf-record'
import { readColumns } from './flatgeobuf-values'
import { MAGIC } from './layer-columns'
import { treeBytes } from './packed-tree'

export interface LayerRead<L extends LayerName> {
  readonly records: readonly LayerRecord<L>[]
  readonly issues: readonly Issue[]
  /** features the header promises; null: it does not say */
  readonly promised: number | null
}

/** Geographic systems that differ from WGS84 by less than a metre in China. */
const WGS84_CODES = new Set(['EPSG:4326', 'OGC:CRS84', 'EPSG:4490', 'EPSG:4979'])

export interface LayerHeader extends FeatureHeader {
  /** where the index starts; it goes on to the features */
  readonly treeStart: number
  /** children of a node of it; 0: there is none */
  readonly nodeSize: number
  readonly featuresStart: number
  readonly promised: number | null
}

/**
 * Records of a layer from a FlatGeobuf file: this tool's own, where reading gives back what was written,
 * or any other with the layer's name. Columns the schema does not know and values that do not fit it go to
 * `extra`. A file whose header cannot be used throws a DataError; a broken feature is an issue, and what
 * comes before a cut comes in.
 *
 * @param file as the user knows it, for messages
 */
export function readLayer<L extends LayerName>(
  layer: L,
  bytes: Uint8Array,
  file = `layers/${layer}.fgb`,
): LayerRead<L> {
  const header = readHeader(bytes, file, layer)
  const issues: Issue[] = []
  const found: PlacedRecord<L>[] = []
  const about = (row: number) => ({ file, layer, row })

  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = header.featuresStart
  let row = 0
  while (header.promised === null ? at < bytes.length : row < header.promised) {
    row++
    const size = at + 4 <= bytes.length ? view.getUint32(at, true) : Infinity
    if (at + 4 + size > bytes.length) {
      const facts = { read: row - 1, ...(header.promised === null ? {} : { expected: header.promised }) }
      issues.push({ severity: 'error', code: 'file-truncated', file, layer, facts })
      break
    }
    const feature = bytes.subarray(at + 4, at + 4 + size)
    at += 4 + size
    try {
      found.push(...readFeature(layer, feature, header, about(row), issues))
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      issues.push({ severity: 'error', code: 'file-unreadable', ...about(row) })
    }
  }

  const clean = cleanRecords(sortByOrder(found), { file, layer })
  return { records: clean.records, issues: [...issues, ...clean.issues], promised: header.promised }
}

/** Records in the order of their layer; those without a place come last, as they are. */
export function sortByOrder<L extends LayerName>(found: PlacedRecord<L>[]): LayerRecord<L>[] {
  return found.sort((a, b) => (a.order === b.order ? 0 : a.order - b.order)).map(({ record }) => record)
}

/**
 * @param bytes of the file's beginning
 * @param length of the whole file
 */
export function readHeader(
  bytes: Uint8Array,
  file: string,
  layer: LayerName,
  length = bytes.length,
): LayerHeader {
  if (bytes.length === 0) throw new DataError({ code: 'file-empty', file, layer })
  // name and major version; other readers ask for no more
  if (MAGIC.some((byte, i) => i < 4 && bytes[i] !== byte))
    throw new DataError({ code: 'format-unknown', file, layer, facts: { expected: 'FlatGeobuf 3' } })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = bytes.length >= 12 ? view.getUint32(8, true) : Infinity
  if (12 + size > bytes.length)
    throw new DataError({ code: 'file-truncated', file, layer, facts: { read: 0 } })
  try {
    const header = FlatReader.root(bytes.subarray(12, 12 + size))
    const crs = readCrs(header.table(10))
    if (crs !== null && !WGS84_CODES.has(crs))
      throw new DataError({ code: 'coordinates-not-wgs84', file, layer, facts: { crs } })
    const count = header.u64(8, 0)
    const nodeSize = header.u16(9, 16)
    const featuresStart = 12 + size + treeBytes(count, nodeSize)
    if (featuresStart > length)
      throw new DataError({ code: 'file-truncated', file, layer, facts: { read: 0, expected: count } })
    return {
      geometryType: header.u8(2, 0),
      columns: readColumns(header.tables(7)),
      treeStart: 12 + size,
      nodeSize,
      featuresStart,
      promised: count === 0 ? null : count,
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DataError({ code: 'file-unreadable', file, layer })
  }
}

/** e.g. "EPSG:4326"; null: the file does not say. */
function readCrs(table: FlatReader | null): string | null {
  if (table === null) return null
  const code = table.text(5) ?? String(table.i32(1, 0))
  if (code === '0') return table.text(2) ?? table.text(4)?.slice(0, 80) ?? null
  return `${table.text(0) ?? 'EPSG'}:${code}`
}
