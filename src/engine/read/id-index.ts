/** Fewer make a larger table, more a longer search. */
const IDS_PER_SPAN = 2

/**
 * Where an id stands in a column of ids. OpenStreetMap ids exceed 32 bits, so a Map would box every one of
 * them. Ascending ids, as files of whole regions have them, are looked up through a table of where each span
 * of ids begins; others through an open-addressing hash over the column itself.
 */
export class IdIndex {
  readonly #ids: Float64Array
  readonly #count: number
  /** ascending: begin of each span, and an end mark; else: hash slots, −1 free */
  readonly #table: Int32Array
  /** every id greater than the one before it, so none is there twice */
  readonly isAscending: boolean
  /** one over the ids in a span of the table, a power of two: products are exact */
  readonly #perSpan: number

  /** Indexes the first `count` ids. Of equal ids the last one is found: the newer version in a file. */
  constructor(ids: Float64Array, count: number) {
    this.#ids = ids
    this.#count = count
    this.isAscending = areAscending(ids, count)
    if (this.isAscending) {
      const span = count === 0 ? 1 : Math.max(1, (IDS_PER_SPAN * (ids[count - 1] - ids[0] + 1)) / count)
      this.#perSpan = 2 ** -Math.ceil(Math.log2(span))
      this.#table = this.#beginSpans()
    } else {
      this.#perSpan = 0
      this.#table = this.#fillSlots()
    }
  }

  #beginSpans(): Int32Array {
    const ids = this.#ids
    const count = this.#count
    if (count === 0) return new Int32Array(1)
    const first = ids[0]
    const spans = Math.floor((ids[count - 1] - first) * this.#perSpan) + 1
    const table = new Int32Array(spans + 1)
    let next = 0
    for (let i = 0; i < count; i++) {
      const span = Math.floor((ids[i] - first) * this.#perSpan)
      while (next <= span) table[next++] = i
    }
    while (next <= spans) table[next++] = count
    return table
  }

  #fillSlots(): Int32Array {
    const ids = this.#ids
    let size = 16
    while (size < this.#count * 2) size *= 2
    const slots = new Int32Array(size).fill(-1)
    for (let i = 0; i < this.#count; i++) {
      let slot = hashId(ids[i]) & (size - 1)
      while (slots[slot] !== -1 && ids[slots[slot]] !== ids[i]) slot = (slot + 1) & (size - 1)
      slots[slot] = i
    }
    return slots
  }

  /** The position of an id in the column, −1 when it is not there. */
  find(id: number): number {
    return this.isAscending ? this.#findAscending(id) : this.#findHashed(id)
  }

  #findAscending(id: number): number {
    const ids = this.#ids
    if (this.#count === 0 || !(id >= ids[0] && id <= ids[this.#count - 1])) return -1
    const span = Math.floor((id - ids[0]) * this.#perSpan)
    let low = this.#table[span]
    let high = this.#table[span + 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (ids[middle] < id) low = middle + 1
      else high = middle
    }
    return low < this.#count && ids[low] === id ? low : -1
  }

  #findHashed(id: number): number {
    const mask = this.#table.length - 1
    let slot = hashId(id) & mask
    for (;;) {
      const at = this.#table[slot]
      if (at === -1 || this.#ids[at] === id) return at
      slot = (slot + 1) & mask
    }
  }
}

function areAscending(ids: Float64Array, count: number): boolean {
  for (let i = 1; i < count; i++) if (!(ids[i] > ids[i - 1])) return false
  return true
}

function hashId(id: number): number {
  // the low 32 bits carry nearly everything; the high ones are mixed in
  let h = (id | 0) ^ Math.imul(Math.floor(id / 4294967296), 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}
