/** A typed array that grows by doubling: readers do not know how many numbers will come. */
export class GrowingColumn<T extends Float64Array | Int32Array> {
  #data: T
  #length = 0

  constructor(empty: T) {
    this.#data = empty
  }

  /** `expected`: room from the start for so many, which spares copying; what stays unused costs no memory. */
  static float64(expected = 1024): GrowingColumn<Float64Array> {
    return new GrowingColumn<Float64Array>(new Float64Array(expected))
  }

  static int32(expected = 1024): GrowingColumn<Int32Array> {
    return new GrowingColumn<Int32Array>(new Int32Array(expected))
  }

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const grown = (
        this.#data instanceof Float64Array
          ? new Float64Array(this.#length * 2 + 1)
          : new Int32Array(this.#length * 2 + 1)
      ) as T
      grown.set(this.#data)
      this.#data = grown
    }
    this.#data[this.#length++] = value
  }

  /** The numbers so far, a view without a copy; later pushes may leave it behind. */
  view(): T {
    return this.#data.subarray(0, this.#length) as T
  }
}
