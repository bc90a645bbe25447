import { KEYS_PER_DEGREE } from './street-lines'

/** Ints per vertex: lon key, lat key, zone. */
const FIELDS = 3

/** Numbers vertices: equal lon/lat (about 1 cm) and equal zone give the same number. */
export class CoordinateIndex {
  count = 0
  /** how many of them are twins */
  twinCount = 0
  /** number of the vertex in each slot, −1 free; at most half of them are taken */
  private slots: Int32Array
  // side by side, so that a comparison costs one look into memory
  private vertices: Int32Array

  /** `expected`: about how many vertices will be numbered; it grows if there are more. */
  constructor(expected: number) {
    const capacity = Math.max(16, expected)
    this.vertices = new Int32Array(capacity * FIELDS)
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2))).fill(-1)
  }

  /** The number of a vertex, given on first sight. */
  add(lonKey: number, latKey: number, zone: number): number {
    const slot = this.slotOf(lonKey, latKey, zone)
    if (this.slots[slot] >= 0) return this.slots[slot]
    const id = this.push(lonKey, latKey, zone)
    // growing moved the slots
    if (this.count * 2 > this.slots.length) this.rehash()
    else this.slots[slot] = id
    return id
  }

  /** The number of a vertex, −1: never seen. */
  find(lonKey: number, latKey: number, zone: number): number {
    return this.slots[this.slotOf(lonKey, latKey, zone)]
  }

  /** A further vertex at the place and in the zone of another, found under its number only. */
  addTwin(id: number): number {
    this.twinCount++
    return this.push(this.lonKey(id), this.latKey(id), this.zone(id))
  }

  lonKey(id: number): number {
    return this.vertices[id * FIELDS]
  }

  latKey(id: number): number {
    return this.vertices[id * FIELDS + 1]
  }

  zone(id: number): number {
    return this.vertices[id * FIELDS + 2]
  }

  /** degrees */
  lon(id: number): number {
    return this.lonKey(id) / KEYS_PER_DEGREE
  }

  /** degrees */
  lat(id: number): number {
    return this.latKey(id) / KEYS_PER_DEGREE
  }

  private push(lonKey: number, latKey: number, zone: number): number {
    const id = this.count++
    const at = id * FIELDS
    if (at === this.vertices.length) {
      const vertices = new Int32Array(this.vertices.length * 2)
      vertices.set(this.vertices)
      this.vertices = vertices
    }
    this.vertices[at] = lonKey
    this.vertices[at + 1] = latKey
    this.vertices[at + 2] = zone
    return id
  }

  /** The slot that holds a vertex, or the free one where it belongs. */
  private slotOf(lonKey: number, latKey: number, zone: number): number {
    const { slots, vertices } = this
    const mask = slots.length - 1
    let slot = hashOf(lonKey, latKey, zone) & mask
    for (;;) {
      const id = slots[slot]
      if (id < 0) return slot
      const at = id * FIELDS
      if (vertices[at] === lonKey && vertices[at + 1] === latKey && vertices[at + 2] === zone) return slot
      slot = (slot + 1) & mask
    }
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    for (let id = 0; id < this.count; id++) {
      const slot = this.slotOf(this.lonKey(id), this.latKey(id), this.zone(id))
      // a twin stays out: its place belongs to the first
      if (this.slots[slot] < 0) this.slots[slot] = id
    }
  }
}

function hashOf(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c + 1, 0xc2b2ae35)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}
