/**
 * Where an id stands in a column of ids: an open-addressing hash over the column itself. One Int32 per
 * slot, at most half full; OpenStreetMap ids exceed 32 bits, so a Map would box every one of them.
 */
export class IdIndex {
  readonly #ids: Float64Array
  readonly #slots: Int32Array
  readonly #mask: number

  /** Indexes the first `count` ids. Of equal ids the last one is found: the newer version in a file. */
  constructor(ids: Float64Array, count: number) {
    let size = 16
    while (size < count * 2) size *= 2
    this.#ids = ids
    this.#mask = size - 1
    this.#slots = new Int32Array(size).fill(-1)
    for (let i = 0; i < count; i++) {
      let slot = hashId(ids[i]) & this.#mask
      while (this.#slots[slot] !== -1 && ids[this.#slots[slot]] !== ids[i]) slot = (slot + 1) & this.#mask
      this.#slots[slot] = i
    }
  }

  /** The position of an id in the column, −1 when it is not there. */
  find(id: number): number {
    let slot = hashId(id) & this.#mask
    for (;;) {
      const at = this.#slots[slot]
      if (at === -1 || this.#ids[at] === id) return at
      slot = (slot + 1) & this.#mask
    }
  }
}

function hashId(id: number): number {
  // the low 32 bits carry nearly everything; the high ones are mixed in
  let h = (id | 0) ^ Math.imul(Math.floor(id / 4294967296), 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}
