import { DataError } from '../../model/issue'
import type { ByteSource } from './byte-source'
import { findForeign } from './foreign-format'
import { isGzip } from './inflate'

export type SniffedFormat = 'osm-pbf' | 'osm-xml' | 'json' | 'gzip' | 'flatgeobuf' | 'zip' | 'csv'

const LOOK = 1024

/**
 * What a file is by its first bytes.
 * @throws DataError file-empty, file-truncated, compression-unsupported or format-unknown
 */
export async function sniffFormat(source: ByteSource): Promise<SniffedFormat> {
  if (source.size === 0) throw new DataError({ code: 'file-empty' })
  const head = await source.read(0, Math.min(LOOK, source.size))
  if (isGzip(head)) return 'gzip'
  if (hasMagic(head, [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62])) return 'flatgeobuf'
  if (isPbf(head)) return 'osm-pbf'
  // which kind of zip it is the reader says: a workbook is one
  if (hasMagic(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip'
  const foreign = findForeign(head, source.name, source.size)
  if (foreign !== null) {
    const { format, isPacking, isCut } = foreign
    if (isPacking) throw new DataError({ code: 'compression-unsupported', facts: { compression: format } })
    throw new DataError({ code: isCut ? 'file-truncated' : 'format-unknown', facts: { format } })
  }
  const text = readHead(head)
  if (text.startsWith('{') || text.startsWith('[')) return 'json'
  // which XML it is the reader says: its root element may stand behind a long comment
  if (text.startsWith('<')) return 'osm-xml'
  if (text === '' && source.size <= LOOK) throw new DataError({ code: 'file-empty' })
  // a file of that name that begins otherwise is told where it breaks
  if (/\.(?:geo)?json(?:\.gz)?$/i.test(source.name) && isText(text)) return 'json'
  if (isTable(text, source.name)) return 'csv'
  throw new DataError({ code: 'format-unknown' })
}

function hasMagic(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

/** A text of cells: by its name, or by what sets them apart in its first line. */
function isTable(text: string, name: string): boolean {
  if (!isText(text)) return false
  return /\.(?:csv|tsv)(?:\.gz)?$/i.test(name) || /^[^\r\n]*[,\t;]/.test(text)
}

/** Control characters stray into a text one by one; bytes that are none have them everywhere. */
const MOST_CONTROLS = 0.05
const SOME_CONTROLS = 4

function isText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0
  return controls <= Math.max(SOME_CONTROLS, MOST_CONTROLS * text.length)
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
