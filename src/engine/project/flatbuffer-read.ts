const textDecoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * A FlatBuffers table in untrusted bytes. Every read is checked against the end of the buffer and throws a
 * RangeError beyond it; no vector is made before its bytes are known to be there.
 */
export class FlatReader {
  readonly #view: DataView
  readonly #bytes: Uint8Array
  readonly #table: number
  readonly #vtable: number
  readonly #fieldCount: number

  private constructor(bytes: Uint8Array, view: DataView, table: number) {
    this.#bytes = bytes
    this.#view = view
    this.#table = table
    this.#vtable = table - view.getInt32(table, true)
    const vtableBytes = view.getUint16(this.#vtable, true)
    const tableBytes = view.getUint16(this.#vtable + 2, true)
    if (vtableBytes < 4 || vtableBytes % 2 !== 0 || this.#vtable + vtableBytes > bytes.length)
      throw new RangeError(`vtable of ${vtableBytes} bytes at ${this.#vtable}`)
    if (tableBytes < 4 || table + tableBytes > bytes.length)
      throw new RangeError(`table of ${tableBytes} bytes at ${table}`)
    this.#fieldCount = (vtableBytes - 4) / 2
  }

  /** The root table of a buffer without its size prefix. */
  static root(bytes: Uint8Array): FlatReader {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return new FlatReader(bytes, view, view.getUint32(0, true))
  }

  u8(field: number, absent: number): number {
    const at = this.#position(field)
    return at === 0 ? absent : this.#view.getUint8(at)
  }

  u16(field: number, absent: number): number {
    const at = this.#position(field)
    return at === 0 ? absent : this.#view.getUint16(at, true)
  }

  i32(field: number, absent: number): number {
    const at = this.#position(field)
    return at === 0 ? absent : this.#view.getInt32(at, true)
  }

  /** Numbers beyond 2^53 lose digits; as sizes they are out of every range anyway. */
  u64(field: number, absent: number): number {
    const at = this.#position(field)
    return at === 0 ? absent : Number(this.#view.getBigUint64(at, true))
  }

  text(field: number): string | null {
    const bytes = this.bytes(field)
    return bytes === null ? null : textDecoder.decode(bytes)
  }

  bytes(field: number): Uint8Array | null {
    const vector = this.#vector(field, 1)
    return vector === null ? null : this.#bytes.subarray(vector.start, vector.start + vector.length)
  }

  u32s(field: number): number[] | null {
    const vector = this.#vector(field, 4)
    if (vector === null) return null
    return Array.from({ length: vector.length }, (_, i) => this.#view.getUint32(vector.start + 4 * i, true))
  }

  f64s(field: number): Float64Array | null {
    const vector = this.#vector(field, 8)
    if (vector === null) return null
    const values = new Float64Array(vector.length)
    for (let i = 0; i < values.length; i++) values[i] = this.#view.getFloat64(vector.start + 8 * i, true)
    return values
  }

  table(field: number): FlatReader | null {
    const at = this.#position(field)
    return at === 0 ? null : new FlatReader(this.#bytes, this.#view, at + this.#view.getUint32(at, true))
  }

  tables(field: number): FlatReader[] {
    const vector = this.#vector(field, 4)
    if (vector === null) return []
    return Array.from({ length: vector.length }, (_, i) => {
      const at = vector.start + 4 * i
      return new FlatReader(this.#bytes, this.#view, at + this.#view.getUint32(at, true))
    })
  }

  /** Where a field's inline value is; 0: absent. */
  #position(field: number): number {
    if (field >= this.#fieldCount) return 0
    const offset = this.#view.getUint16(this.#vtable + 4 + 2 * field, true)
    return offset === 0 ? 0 : this.#table + offset
  }

  #vector(field: number, size: number): { start: number; length: number } | null {
    const at = this.#position(field)
    if (at === 0) return null
    const vector = at + this.#view.getUint32(at, true)
    const length = this.#view.getUint32(vector, true)
    const start = vector + 4
    if (start + length * size > this.#view.byteLength)
      throw new RangeError(`vector of ${length} × ${size} bytes at ${vector} ends after the buffer`)
    return { start, length }
  }
}
