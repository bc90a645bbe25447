import { DataError } from '../../model/issue'

const LENGTH_DELIMITED = 2

/**
 * Walks the fields of one protobuf message in place. Numbers are JavaScript numbers, exact to 2^53, which
 * covers every OpenStreetMap id. A message that ends in the middle of a field is a `DataError`.
 */
export class ProtobufCursor {
  readonly bytes: Uint8Array
  readonly end: number
  at: number
  /** number of the field `nextField` stopped at */
  field = 0
  #wire = 0

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    if (end > bytes.length || start > end) throw brokenMessage(start)
    this.bytes = bytes
    this.at = start
    this.end = end
  }

  /** Moves to the next field; false at the end of the message. Its value must be read or skipped. */
  nextField(): boolean {
    if (this.at >= this.end) return false
    const key = this.readVarint()
    this.field = Math.floor(key / 8)
    this.#wire = key % 8
    return true
  }

  /** An unsigned varint. */
  readVarint(): number {
    const { bytes } = this
    let byte = bytes[this.at++]
    let value = byte & 0x7f
    // the usual case stays in 32-bit integers
    for (let shift = 7; byte >= 0x80 && shift <= 21; shift += 7) {
      byte = bytes[this.at++]
      value |= (byte & 0x7f) << shift
    }
    if (byte >= 0x80) value = this.#readHighBits(value)
    if (this.at > this.end) throw brokenMessage(this.at)
    return value
  }

  #readHighBits(low: number): number {
    let value = low
    let factor = 268435456
    for (let i = 4; i < 10; i++) {
      const byte = this.bytes[this.at++]
      value += (byte & 0x7f) * factor
      if (!(byte >= 0x80)) return value
      factor *= 128
    }
    throw brokenMessage(this.at)
  }

  /** A signed number in zigzag form (sint32, sint64). */
  readZigzag(): number {
    const n = this.readVarint()
    // the usual case stays in 32-bit integers
    if (n <= 0x7fffffff) return (n >>> 1) ^ -(n & 1)
    return n % 2 === 0 ? n / 2 : -(n + 1) / 2
  }

  /** A signed number in two's complement (int32, int64): ids of not yet uploaded elements are negative. */
  readInt64(): number {
    const start = this.at
    const value = this.readVarint()
    if (value <= Number.MAX_SAFE_INTEGER) return value
    // negative: sum 128^i over the inverted bits, exact where the plain sum no longer is
    let inverted = 0
    let factor = 1
    for (let i = start; i < this.at && i < start + 9; i++) {
      inverted += (~this.bytes[i] & 0x7f) * factor
      factor *= 128
    }
    return -inverted - 1
  }

  /** The inside of a length-delimited field: a message, a string or packed numbers. */
  readInside(): ProtobufCursor {
    const start = this.readSpan()
    return new ProtobufCursor(this.bytes, start, this.at)
  }

  /** Passes over a length-delimited field and says where its inside begins; it ends at `at`. */
  readSpan(): number {
    if (this.#wire !== LENGTH_DELIMITED) throw brokenMessage(this.at)
    const length = this.readVarint()
    const start = this.at
    if (start + length > this.end) throw brokenMessage(start)
    this.at = start + length
    return start
  }

  /** The rest of the message as bytes, without a copy. */
  rest(): Uint8Array {
    return this.bytes.subarray(this.at, this.end)
  }

  /** Passes over the value of the current field. */
  skip(): void {
    if (this.#wire === 0) this.readVarint()
    else if (this.#wire === 1) this.at += 8
    else if (this.#wire === LENGTH_DELIMITED) {
      // `at` moves while the length is read: the sum must not be taken from before
      const length = this.readVarint()
      this.at += length
    } else if (this.#wire === 5) this.at += 4
    else throw brokenMessage(this.at)
    if (this.at > this.end) throw brokenMessage(this.at)
  }
}

function brokenMessage(at: number): DataError {
  return new DataError({ code: 'file-unreadable', facts: { reason: 'broken-protobuf', at } })
}
