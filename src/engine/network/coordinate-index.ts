/** Numbers coordinates: equal lon/lat at seven decimals (about 1 cm) and equal zone give the same number. */
export class CoordinateIndex {
  count = 0
  private slots: Int32Array
  private lonKeys: Int32Array
  private latKeys: Int32Array
  private zones: Int32Array

  /** `expected`: about how many coordinates will be numbered; it grows if there are more. */
  constructor(expected: number) {
    const capacity = Math.max(16, expected)
    this.lonKeys = new Int32Array(capacity)
    this.latKeys = new Int32Array(capacity)
    this.zones = new Int32Array(capacity)
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2))).fill(-1)
  }

  /** The number of a coordinate, given on first sight. */
  add(lon: number, lat: number, zone: number): number {
    const lonKey = Math.round(lon * 1e7)
    const latKey = Math.round(lat * 1e7)
    const mask = this.slots.length - 1
    let slot = hashOf(lonKey, latKey, zone) & mask
    for (;;) {
      const found = this.slots[slot]
      if (found < 0) break
      if (this.lonKeys[found] === lonKey && this.latKeys[found] === latKey && this.zones[found] === zone)
        return found
      slot = (slot + 1) & mask
    }
    const id = this.count++
    if (id === this.lonKeys.length) this.grow()
    this.lonKeys[id] = lonKey
    this.latKeys[id] = latKey
    this.zones[id] = zone
    // growing moved the slots: look for the place again
    slot = hashOf(lonKey, latKey, zone) & (this.slots.length - 1)
    while (this.slots[slot] >= 0) slot = (slot + 1) & (this.slots.length - 1)
    this.slots[slot] = id
    return id
  }

  lon(id: number): number {
    return this.lonKeys[id] / 1e7
  }

  lat(id: number): number {
    return this.latKeys[id] / 1e7
  }

  zone(id: number): number {
    return this.zones[id]
  }

  private grow(): void {
    const capacity = this.lonKeys.length * 2
    const copy = (from: Int32Array): Int32Array => {
      const to = new Int32Array(capacity)
      to.set(from)
      return to
    }
    this.lonKeys = copy(this.lonKeys)
    this.latKeys = copy(this.latKeys)
    this.zones = copy(this.zones)
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2))).fill(-1)
    const mask = this.slots.length - 1
    for (let id = 0; id < this.count - 1; id++) {
      let slot = hashOf(this.lonKeys[id], this.latKeys[id], this.zones[id]) & mask
      while (this.slots[slot] >= 0) slot = (slot + 1) & mask
      this.slots[slot] = id
    }
  }
}

function hashOf(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c + 1, 0xc2b2ae35)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}
