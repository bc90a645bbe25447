import { DataError } from '../../model/issue'
import { ByteWriter } from '../read/byte-writer'
import { crc32 } from '../read/crc-32'

/** A file that is written from its beginning to its end, but for what is filled in later. */
export interface Output {
  write(bytes: Uint8Array): Promise<void>
  /** replaces bytes that are written already */
  patch(at: number, bytes: Uint8Array): Promise<void>
}

/** 1980-01-01, the first day zip knows: the same project gives the same bytes. */
const DATE = 0x0021
const STORED = 0
const VERSION = 20
/** Sizes and places are 32 bit. */
const MOST_BYTES = 2 ** 32 - 1
/** Where the checksum stands in a local header; both sizes follow. */
const CRC_AT = 14

interface Written {
  readonly name: Uint8Array
  readonly start: number
  crc: number
  size: number
}

/**
 * A zip archive whose entries are not packed, written as they come. So each of them is a file inside the
 * file, of which parts can be read by their place.
 */
export class ZipWriter {
  readonly #output: Output
  readonly #entries: Written[] = []
  #at = 0

  constructor(output: Output) {
    this.#output = output
  }

  /** Begins the next entry. */
  async begin(path: string): Promise<void> {
    const entry: Written = { name: new TextEncoder().encode(path), start: this.#at, crc: 0, size: 0 }
    this.#entries.push(entry)
    const head = new ByteWriter()
    head.u32(0x04034b50)
    writeFacts(head, entry)
    head.bytes(entry.name)
    await this.#put(head.peek())
  }

  /** Appends to the entry begun last. */
  async write(bytes: Uint8Array): Promise<void> {
    const entry = this.#entries[this.#entries.length - 1]
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    await this.#put(bytes)
  }

  /** Ends the entry begun last: its checksum and size are known. */
  async end(): Promise<void> {
    const { start, crc, size } = this.#entries[this.#entries.length - 1]
    const facts = new ByteWriter()
    facts.u32(crc)
    facts.u32(size)
    facts.u32(size)
    await this.#output.patch(start + CRC_AT, facts.peek())
  }

  /** Writes the directory; nothing comes after it. */
  async finish(): Promise<void> {
    const start = this.#at
    const out = new ByteWriter()
    for (const entry of this.#entries) {
      out.u32(0x02014b50)
      out.u16(VERSION)
      writeFacts(out, entry)
      // no comment, first disk, binary, no attributes
      for (const zero of [0, 0, 0]) out.u16(zero)
      out.u32(0)
      out.u32(entry.start)
      out.bytes(entry.name)
    }
    const size = out.length
    out.u32(0x06054b50)
    for (const number of [0, 0, this.#entries.length, this.#entries.length]) out.u16(number)
    out.u32(size)
    out.u32(start)
    out.u16(0)
    await this.#put(out.peek())
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#at += bytes.length
    if (this.#at > MOST_BYTES)
      throw new DataError({
        code: 'file-too-large',
        facts: { limit_mb: Math.floor(MOST_BYTES / 1e6), size_mb: Math.ceil(this.#at / 1e6) },
      })
    await this.#output.write(bytes)
  }
}

/** What local header and directory have in common. */
function writeFacts(out: ByteWriter, { name, crc, size }: Written): void {
  for (const number of [VERSION, 0, STORED, 0, DATE]) out.u16(number)
  out.u32(crc)
  out.u32(size)
  out.u32(size)
  out.u16(name.length)
  out.u16(0)
}
