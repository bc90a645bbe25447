import { DataError, type Issue } from '../../model/issue'
import type { ByteSource } from './byte-source'
import { sniffFormat } from './sniff-format'

/** Formats that are held in memory many times over while they are read. */
export type LargeFormat = 'osm-xml' | 'json' | 'flatgeobuf' | 'table'

/** What reading one file may take unless the caller knows better: what a browser's tab bears beside its map. */
const MEMORY_BYTES = 1.6e9

/**
 * Bytes of memory that reading takes for each byte of the file, at its peak. Measured in Node 20 with generated
 * files of 40 MB, as growth of the process: GeoJSON of building outlines 11.7, of streets 9.0, of points 6.5;
 * Overpass JSON 5.7 (bytes, text and parsed value are there at once); OSM XML of named places 7.8, of buildings
 * and streets 3.2, with an editor's metadata 2.7 (read as a stream: what stays is the elements). FlatGeobuf of
 * buildings 7.3, of streets 7.1, of points 4.0, with 120,000 records each. A table is held as bytes, text, cells and
 * rows.
 */
const MEMORY_PER_BYTE: Readonly<Record<LargeFormat, number>> = {
  json: 12,
  'osm-xml': 8,
  flatgeobuf: 8,
  table: 20,
}

/** No text of more characters exists in V8, and none has more characters than bytes. */
const MOST_CHARACTERS = 2 ** 29 - 24

/** Which format, how large the file is, and what the limit is. */
type TooLarge = Omit<Issue, 'severity'>

/** The largest file of a format that is read with so much memory, bytes. */
function mostBytes(format: LargeFormat, memory_bytes = MEMORY_BYTES): number {
  const most = Math.floor(memory_bytes / MEMORY_PER_BYTE[format])
  return format === 'json' ? Math.min(most, MOST_CHARACTERS) : most
}

/**
 * Refuses a file that would take more memory than there is, by its size alone.
 * @param isPacked the size is that of the text inside a gzip file
 * @throws DataError file-too-large: which format, how large, what the limit is
 */
export function refuseLargeFormat(
  format: LargeFormat,
  size: number,
  memory_bytes?: number,
  isPacked = false,
): void {
  const issue = findTooLarge(format, size, memory_bytes)
  if (issue !== null)
    throw new DataError(isPacked ? { ...issue, facts: { ...issue.facts, form: 'unpacked' } } : issue)
}

/**
 * The same for a file whose format only its beginning tells, with its name; any other format passes.
 * @throws DataError file-too-large, or what `sniffFormat` throws of a large file
 */
export async function refuseLargeFile(source: ByteSource, memory_bytes?: number): Promise<void> {
  if (source.size <= mostBytes('json', memory_bytes)) return
  const format = await sniffFormat(source)
  if (format !== 'json' && format !== 'osm-xml') return
  const issue = findTooLarge(format, source.size, memory_bytes)
  if (issue !== null) throw new DataError({ ...issue, file: source.name })
}

/** The size of what a gzip file holds, as its last four bytes say it: bytes modulo 2³², of its last member. */
export async function readUnpackedSize(source: ByteSource): Promise<number> {
  const tail = await source.read(Math.max(0, source.size - 4), source.size)
  return tail.length < 4 ? 0 : new DataView(tail.buffer, tail.byteOffset, 4).getUint32(0, true)
}

function findTooLarge(format: LargeFormat, size: number, memory_bytes?: number): TooLarge | null {
  const most = mostBytes(format, memory_bytes)
  if (size <= most) return null
  const facts = { format, size_mb: Math.ceil(size / 1e6), limit_mb: Math.floor(most / 1e6) }
  return { code: 'file-too-large', facts }
}
