import { ByteWriter } from './byte-writer'

/**
 * A file for what does not fit in memory, given by the program that runs the engine: written at its end, read
 * anywhere.
 */
export interface Scratch {
  /** @returns where the bytes begin */
  append(bytes: Uint8Array): Promise<number>
  /** bytes [start, end) */
  read(start: number, end: number): Promise<Uint8Array>
}

/** More than this in a buffer and it goes to the scratch file. */
const FULL_BYTES = 256 * 1024

/** One of many streams of bytes that grow side by side in a scratch file. */
export class ScratchStream {
  readonly writer = new ByteWriter()
  readonly #scratch: Scratch
  readonly #extents: (readonly [start: number, end: number])[] = []

  constructor(scratch: Scratch) {
    this.#scratch = scratch
  }

  /** Lets the buffer go to the file, if it is large enough to be worth it or `isLast`. */
  async flush(isLast: boolean): Promise<void> {
    const { length } = this.writer
    if (length === 0 || (!isLast && length < FULL_BYTES)) return
    const start = await this.#scratch.append(this.writer.peek())
    this.#extents.push([start, start + length])
    this.writer.clear()
  }

  /** All that was written and flushed. */
  async readAll(): Promise<Uint8Array> {
    const all = new Uint8Array(this.#extents.reduce((sum, [start, end]) => sum + end - start, 0))
    let at = 0
    for (const [start, end] of this.#extents) {
      all.set(await this.#scratch.read(start, end), at)
      at += end - start
    }
    return all
  }
}
