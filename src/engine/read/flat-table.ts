/**
 * One table of a FlatBuffers message in bytes nobody vouches for: every read is inside the bytes or throws
 * a RangeError, and no list is made before its bytes are known to be there.
 */
export class FlatTable {
  readonly #view: DataView
  readonly #at: number
  readonly #vtable: number
  readonly #vtableEnd: number

  private constructor(view: DataView, at: number) {
    this.#view = view
    this.#at = at
    this.#vtable = at - view.getInt32(at, true)
    this.#vtableEnd = this.#vtable + view.getUint16(this.#vtable, true)
  }

  /** The root table of a message, without its size prefix. */
  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return new FlatTable(view, view.getUint32(0, true))
  }

  byte(field: number, absent = 0): number {
    const at = this.#find(field)
    return at === 0 ? absent : this.#view.getUint8(at)
  }

  short(field: number, absent = 0): number {
    const at = this.#find(field)
    return at === 0 ? absent : this.#view.getUint16(at, true)
  }

  int(field: number, absent = 0): number {
    const at = this.#find(field)
    return at === 0 ? absent : this.#view.getInt32(at, true)
  }

  /** 64 bits as a number: beyond 2^53 it loses digits, which no count of features needs. */
  long(field: number, absent = 0): number {
    const at = this.#find(field)
    return at === 0 ? absent : Number(this.#view.getBigUint64(at, true))
  }

  table(field: number): FlatTable | null {
    const at = this.#find(field)
    return at === 0 ? null : new FlatTable(this.#view, at + this.#view.getUint32(at, true))
  }

  tables(field: number): FlatTable[] {
    const { start, length } = this.#list(field, 4)
    return Array.from({ length }, (_, i) => {
      const at = start + 4 * i
      return new FlatTable(this.#view, at + this.#view.getUint32(at, true))
    })
  }

  bytes(field: number): Uint8Array {
    const { start, length } = this.#list(field, 1)
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, length)
  }

  text(field: number): string | null {
    return this.#find(field) === 0 ? null : new TextDecoder('utf-8').decode(this.bytes(field))
  }

  ints(field: number): number[] {
    const { start, length } = this.#list(field, 4)
    return Array.from({ length }, (_, i) => this.#view.getUint32(start + 4 * i, true))
  }

  /** How many numbers `doubles` would give, without reading them. */
  countDoubles(field: number): number {
    return this.#list(field, 8).length
  }

  doubles(field: number): number[] {
    const { start, length } = this.#list(field, 8)
    return Array.from({ length }, (_, i) => this.#view.getFloat64(start + 8 * i, true))
  }

  /** Where a field's value stands; 0: absent. */
  #find(field: number): number {
    const entry = this.#vtable + 4 + 2 * field
    if (entry + 2 > this.#vtableEnd) return 0
    const offset = this.#view.getUint16(entry, true)
    return offset === 0 ? 0 : this.#at + offset
  }

  #list(field: number, itemSize: number): { start: number; length: number } {
    const at = this.#find(field)
    if (at === 0) return { start: 0, length: 0 }
    const list = at + this.#view.getUint32(at, true)
    const length = this.#view.getUint32(list, true)
    if (list + 4 + length * itemSize > this.#view.byteLength)
      throw new RangeError(`list of ${length} × ${itemSize} bytes at ${list} of ${this.#view.byteLength}`)
    return { start: list + 4, length }
  }
}
