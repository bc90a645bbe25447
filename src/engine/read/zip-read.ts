import { Inflate } from 'fflate'
import { DataError, type Issue } from '../../model/issue'
import type { ByteSource } from './byte-source'
import { crc32 } from './crc-32'

export interface ZipRead {
  /** content by path inside the archive */
  readonly entries: ReadonlyMap<string, Uint8Array>
  readonly issues: readonly Issue[]
}

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly localHeader: number
}

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_BYTES = 22
const LONGEST_COMMENT = 65_535

/**
 * All files of a zip archive. Trusts nothing in it: the sum of sizes is held under the limit before and
 * while unpacking, checksums are verified, paths that lead out of the archive are left out and reported.
 *
 * @param file the archive as the user knows it, for messages
 * @param limit_bytes most that all entries together may unpack to
 * @throws DataError for bytes that are no zip, are cut, or unpack to more than the limit
 */
export function readZip(bytes: Uint8Array, file: string | undefined, limit_bytes: number): ZipRead {
  const about = file === undefined ? {} : { file }
  if (bytes.length === 0) throw new DataError({ code: 'file-empty', ...about })
  const directory = listEntries(bytes, about)
  const total = directory.reduce((sum, entry) => sum + entry.size, 0)
  if (total > limit_bytes)
    throw new DataError({
      code: 'archive-too-large',
      ...about,
      facts: { limit_mb: Math.round(limit_bytes / 1e6), unpacked_mb: Math.round(total / 1e6) },
    })

  const entries = new Map<string, Uint8Array>()
  const issues: Issue[] = []
  for (const entry of directory) {
    const name = entry.name.replaceAll('\\', '/')
    if (name.endsWith('/')) continue
    if (isUnsafe(name)) {
      issues.push({ severity: 'error', code: 'archive-entry-unsafe', file: name })
      continue
    }
    try {
      entries.set(name, unpackEntry(bytes, entry))
    } catch (error) {
      if (!(error instanceof DataError)) throw error
      issues.push({ ...error.issue, file: name })
    }
  }
  return { entries, issues }
}

function isUnsafe(name: string): boolean {
  return (
    name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..') || name.includes('\0')
  )
}

/**
 * The entries of an archive that is not in memory.
 *
 * @throws DataError for bytes that are no zip
 */
export async function listEntriesOf(source: ByteSource): Promise<ZipEntry[]> {
  const about = { file: source.name }
  const tailStart = Math.max(0, source.size - END_BYTES - LONGEST_COMMENT)
  const tail = await source.read(tailStart, source.size)
  const { start } = findDirectory(tail, about)
  return listEntries(await source.read(start, source.size), about, start)
}

/** Where the bytes of an entry are, if they are stored as they are; null: they are packed. */
export async function findStored(
  source: ByteSource,
  { method, isEncrypted, localHeader, size }: ZipEntry,
): Promise<{ readonly start: number; readonly end: number } | null> {
  if (method !== 0 || isEncrypted) return null
  const header = await source.read(localHeader, localHeader + 30)
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  if (header.length < 30 || view.getUint32(0, true) !== LOCAL_SIGNATURE)
    throw new DataError({ code: 'file-truncated', file: source.name })
  const start = localHeader + 30 + view.getUint16(26, true) + view.getUint16(28, true)
  return { start, end: Math.min(start + size, source.size) }
}

/** The central directory at the end of the archive; `from`: where in the file the bytes begin. */
function listEntries(bytes: Uint8Array, about: { readonly file?: string }, from = 0): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start } = findDirectory(bytes, about)
  try {
    let at = start - from
    return Array.from({ length: count }, () => {
      const { entry, next } = readEntry(bytes, view, at)
      at = next
      return entry
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DataError({ code: 'file-truncated', ...about, facts: { expected: 'zip' } })
  }
}

/** How many entries the directory has, and where it begins: told at the very end of the file. */
function findDirectory(
  bytes: Uint8Array,
  about: { readonly file?: string },
): { readonly count: number; readonly start: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - END_BYTES
  const first = Math.max(0, end - LONGEST_COMMENT)
  while (end >= first && view.getUint32(end, true) !== END_SIGNATURE) end--
  if (end < first || end < 0) {
    const isCutZip = bytes.length >= 4 && view.getUint32(0, true) === LOCAL_SIGNATURE
    throw new DataError({
      code: isCutZip ? 'file-truncated' : 'format-unknown',
      ...about,
      facts: { expected: 'zip' },
    })
  }
  return { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) }
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new RangeError(`no zip entry at ${at}`)
  const nameLength = view.getUint16(at + 28, true)
  const nameEnd = at + 46 + nameLength
  if (nameEnd > bytes.length) throw new RangeError(`name of ${nameLength} bytes at ${at}`)
  const entry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    localHeader: view.getUint32(at + 42, true),
  }
  return { entry, next: nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true) }
}

function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = entry.localHeader
  if (header + 30 > bytes.length) throw new DataError({ code: 'file-truncated' })
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (view.getUint32(header, true) !== LOCAL_SIGNATURE || start + entry.packedSize > bytes.length)
    throw new DataError({ code: 'file-truncated' })
  const packed = bytes.subarray(start, start + entry.packedSize)
  if (entry.isEncrypted)
    throw new DataError({ code: 'compression-unsupported', facts: { compression: 'encryption' } })
  if (entry.method !== 0 && entry.method !== 8)
    throw new DataError({ code: 'compression-unsupported', facts: { compression: `zip ${entry.method}` } })
  const content = entry.method === 0 ? packed : inflate(packed, entry.size)
  if (content.length !== entry.size) throw new DataError({ code: 'file-truncated' })
  if (crc32(content) !== entry.crc)
    throw new DataError({ code: 'file-unreadable', facts: { problem: 'checksum' } })
  return content
}

/** Inflates in slices, so that a stream that lies about its size is stopped near the size it gave. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size)
      throw new DataError({ code: 'file-unreadable', facts: { problem: 'size' } })
    content.set(chunk, length)
    length += chunk.length
  })
  const slice = 65_536
  try {
    for (let at = 0; at < packed.length || at === 0; at += slice)
      stream.push(packed.subarray(at, at + slice), at + slice >= packed.length)
  } catch (error) {
    if (error instanceof DataError) throw error
    throw new DataError({ code: 'file-unreadable', facts: { problem: 'deflate' } })
  }
  return length === size ? content : content.subarray(0, length)
}
