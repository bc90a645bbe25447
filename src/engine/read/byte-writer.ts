const textEncoder = new TextEncoder()

/** Growing little-endian buffer. Positions are bytes from the start. */
export class ByteWriter {
  length = 0
  #bytes = new Uint8Array(1024)
  #view = new DataView(this.#bytes.buffer)

  /** The bytes written so far, copied. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length)
  }

  /** The bytes written so far, valid only until the next write. */
  peek(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length)
  }

  clear(): void {
    this.length = 0
  }

  u8(value: number): void {
    const at = this.#take(1)
    this.#view.setUint8(at, value)
  }

  u16(value: number): void {
    const at = this.#take(2)
    this.#view.setUint16(at, value, true)
  }

  u32(value: number): void {
    const at = this.#take(4)
    this.#view.setUint32(at, value, true)
  }

  i32(value: number): void {
    const at = this.#take(4)
    this.#view.setInt32(at, value, true)
  }

  u64(value: number): void {
    const at = this.#take(8)
    this.#view.setBigUint64(at, BigInt(value), true)
  }

  f64(value: number): void {
    const at = this.#take(8)
    this.#view.setFloat64(at, value, true)
  }

  bytes(value: Uint8Array): void {
    const at = this.#take(value.length)
    this.#bytes.set(value, at)
  }

  /** Length in bytes as u32, then the text as UTF-8. */
  text(value: string): void {
    const encoded = textEncoder.encode(value)
    this.u32(encoded.length)
    this.bytes(encoded)
  }

  /** Zero bytes up to the next multiple of `size` (a power of two). */
  align(size: number): void {
    const padding = -this.length & (size - 1)
    const at = this.#take(padding)
    this.#bytes.fill(0, at, this.length)
  }

  setU16(position: number, value: number): void {
    this.#view.setUint16(position, value, true)
  }

  setU32(position: number, value: number): void {
    this.#view.setUint32(position, value, true)
  }

  /** Makes room; it may replace buffer and view, so take first and use them after. */
  #take(size: number): number {
    const at = this.length
    this.length += size
    if (this.length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length))
      grown.set(this.#bytes.subarray(0, at))
      this.#bytes = grown
      this.#view = new DataView(grown.buffer)
    }
    return at
  }
}
