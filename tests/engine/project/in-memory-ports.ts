import type { Output } from '../../../src/engine/project/zip-write'
import type { Scratch } from '../../../src/engine/read/scratch'

/** A scratch file that is none: what the engine must not know. */
export function memoryScratch(): Scratch {
  const bytes = new GrowingBytes()
  return {
    append: async (more) => bytes.append(more),
    read: async (start, end) => bytes.view().slice(start, end),
  }
}

/** An output, and what was written to it. */
export function memoryOutput(): Output & { readonly bytes: () => Uint8Array } {
  const bytes = new GrowingBytes()
  return {
    write: async (more) => {
      bytes.append(more)
    },
    patch: async (at, more) => bytes.view().set(more, at),
    bytes: () => bytes.view(),
  }
}

class GrowingBytes {
  #bytes = new Uint8Array(1024)
  #length = 0

  append(more: Uint8Array): number {
    const start = this.#length
    this.#length += more.length
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(2 * this.#length)
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes.set(more, start)
    return start
  }

  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}
