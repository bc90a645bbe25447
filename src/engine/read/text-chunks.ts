import { Gunzip } from 'fflate'

import { DataError } from '../../model/issue'
import type { ByteSource } from './byte-source'

const SLICE = 1 << 20

/** Text of a file piece by piece. */
export interface TextChunks {
  /** the next piece, null at the end */
  next(): Promise<string | null>
  /** bytes of the file read so far, for progress */
  readonly done: number
  readonly total: number
  /** whether the text begins so, white space aside; to be asked before `next` */
  startsWith(text: string): Promise<boolean>
}

/** The text of a plain file. Its encoding is that of its XML declaration or byte order mark, else UTF-8. */
export function openText(source: ByteSource): TextChunks {
  return new DecodedChunks(source, async () => null)
}

/**
 * The text inside a gzip file, unpacked as it is read.
 * @param onUnpacked hears how many bytes have come out so far, and may throw
 */
export function openGzip(source: ByteSource, onUnpacked: (size: number) => void): TextChunks {
  return new DecodedChunks(source, () => makeGunzip(onUnpacked))
}

/** Unpacks one slice; null: nothing to unpack with. */
type Unpack = (slice: Uint8Array, isLast: boolean) => Uint8Array

async function makeGunzip(onUnpacked: (size: number) => void): Promise<Unpack> {
  let pieces: Uint8Array[] = []
  let size = 0
  const gunzip = new Gunzip((piece) => void pieces.push(piece))
  return (slice, isLast) => {
    pieces = []
    try {
      gunzip.push(slice, isLast)
    } catch {
      throw new DataError({
        code: isLast ? 'file-truncated' : 'file-unreadable',
        facts: { reason: 'broken-compression' },
      })
    }
    const bytes = joinBytes(pieces)
    size += bytes.length
    onUnpacked(size)
    return bytes
  }
}

function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}

class DecodedChunks implements TextChunks {
  done = 0
  readonly total: number
  readonly #source: ByteSource
  readonly #makeUnpack: () => Promise<Unpack | null>
  #unpack: Unpack | null | undefined
  #decoder: TextDecoder | undefined
  #ahead: string | null | undefined

  constructor(source: ByteSource, makeUnpack: () => Promise<Unpack | null>) {
    this.#source = source
    this.total = source.size
    this.#makeUnpack = makeUnpack
  }

  async startsWith(text: string): Promise<boolean> {
    this.#ahead ??= await this.#read()
    return (this.#ahead ?? '').trimStart().startsWith(text)
  }

  async next(): Promise<string | null> {
    const ahead = this.#ahead
    this.#ahead = undefined
    return ahead ?? (await this.#read())
  }

  async #read(): Promise<string | null> {
    this.#unpack ??= await this.#makeUnpack()
    // a slice may unpack to nothing yet
    while (this.done < this.total) {
      const slice = await this.#source.read(this.done, Math.min(this.done + SLICE, this.total))
      if (slice.length === 0) throw new DataError({ code: 'file-truncated', facts: { at: this.done } })
      this.done += slice.length
      const isLast = this.done >= this.total
      const bytes = this.#unpack === null ? slice : this.#unpack(slice, isLast)
      if (bytes.length === 0 && !isLast) continue
      this.#decoder ??= new TextDecoder(findEncoding(bytes))
      const text = this.#decoder.decode(bytes, { stream: !isLast })
      if (text !== '' || isLast) return text
    }
    return null
  }
}

/** The encoding a text names itself. */
function findEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 200))
  const named = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    // an unknown name is an error of the decoder's constructor
    new TextDecoder(named).decode(new Uint8Array(0))
    return named
  } catch {
    throw new DataError({ code: 'file-unreadable', facts: { reason: 'encoding', encoding: named } })
  }
}
