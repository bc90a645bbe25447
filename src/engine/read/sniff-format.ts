import { DataError } from '../../model/issue'
import type { ByteSource } from './byte-source'
import { isGzip } from './inflate'

export type SniffedFormat = 'osm-pbf' | 'osm-xml' | 'json' | 'gzip' | 'flatgeobuf' | 'zip' | 'csv'

const LOOK = 1024

/** Beginnings of files people do have and this reader does not read; told by their name. */
const FOREIGN: readonly (readonly [magic: readonly number[], format: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'xls'],
  [[0x00, 0x00, 0x27, 0x0a], 'shapefile'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'geopackage'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x42, 0x5a, 0x68], 'bzip2'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz'],
]

/**
 * What a file is by its first bytes.
 * @throws DataError file-empty, compression-unsupported or format-unknown
 */
export async function sniffFormat(source: ByteSource): Promise<SniffedFormat> {
  if (source.size === 0) throw new DataError({ code: 'file-empty' })
  const head = await source.read(0, Math.min(LOOK, source.size))
  if (isGzip(head)) return 'gzip'
  if (hasMagic(head, [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62])) return 'flatgeobuf'
  if (isPbf(head)) return 'osm-pbf'
  // which kind of zip it is the reader says: a workbook is one
  if (hasMagic(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip'
  const foreign = FOREIGN.find(([magic]) => hasMagic(head, magic))?.[1]
  if (foreign === 'bzip2' || foreign === 'zstd' || foreign === 'xz')
    throw new DataError({ code: 'compression-unsupported', facts: { compression: foreign } })
  if (foreign !== undefined) throw new DataError({ code: 'format-unknown', facts: { format: foreign } })
  const text = readHead(head)
  if (text.startsWith('{') || text.startsWith('[')) return 'json'
  // which XML it is the reader says: its root element may stand behind a long comment
  if (text.startsWith('<')) return 'osm-xml'
  if (text === '' && source.size <= LOOK) throw new DataError({ code: 'file-empty' })
  if (isTable(text, source.name)) return 'csv'
  throw new DataError({ code: 'format-unknown' })
}

function hasMagic(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

/** A text of cells: by its name, or by what sets them apart in its first line; no text has control characters. */
function isTable(text: string, name: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return false
  return /\.(?:csv|tsv)(?:\.gz)?$/i.test(name) || /^[^\r\n]*[,\t;]/.test(text)
}

/** A PBF starts with the length of a blob header whose first field is its type, OSMHeader or OSMData. */
function isPbf(head: Uint8Array): boolean {
  const isShort = head[0] === 0 && head[1] === 0 && head[4] === 0x0a
  const type = new TextDecoder('utf-8').decode(head.subarray(6, 6 + (head[5] ?? 0)))
  return isShort && (type === 'OSMHeader' || type === 'OSMData')
}

function readHead(head: Uint8Array): string {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const encoding = isWide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  return new TextDecoder(encoding).decode(head).trimStart()
}
