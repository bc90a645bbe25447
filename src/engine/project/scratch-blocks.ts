import type { Scratch } from '../read/scratch'

const BLOCK_BYTES = 2 ** 18
/** 96 MB: what lies along a Hilbert curve is read again and again from some hundred places. */
const MOST_BLOCKS = 384

/** Reads small parts of a scratch file in blocks, and keeps those read last. */
export class ScratchBlocks {
  readonly #scratch: Scratch
  /** the block used last stands last */
  readonly #blocks = new Map<number, Uint8Array>()
  #lastNumber = -1
  #last: Uint8Array = new Uint8Array(0)

  constructor(scratch: Scratch) {
    this.#scratch = scratch
  }

  /** Bytes [start, end), valid for as long as they are wanted; null: they have to be loaded first. */
  peek(start: number, end: number): Uint8Array | null {
    const number = Math.floor(start / BLOCK_BYTES)
    const from = start - number * BLOCK_BYTES
    if (end - number * BLOCK_BYTES > BLOCK_BYTES) return null
    if (number !== this.#lastNumber) {
      const block = this.#blocks.get(number)
      if (block === undefined) return null
      this.#blocks.delete(number)
      this.#blocks.set(number, block)
      this.#lastNumber = number
      this.#last = block
    }
    return this.#last.subarray(from, from + end - start)
  }

  /** The same, whatever it takes. */
  async load(start: number, end: number): Promise<Uint8Array> {
    const number = Math.floor(start / BLOCK_BYTES)
    const begin = number * BLOCK_BYTES
    // what reaches into a second block is read by itself
    if (end - begin > BLOCK_BYTES) return this.#scratch.read(start, end)
    const block = await this.#scratch.read(begin, begin + BLOCK_BYTES)
    this.#blocks.set(number, block)
    for (const old of this.#blocks.keys()) {
      if (this.#blocks.size <= MOST_BLOCKS) break
      this.#blocks.delete(old)
    }
    return block.subarray(start - begin, end - begin)
  }
}
