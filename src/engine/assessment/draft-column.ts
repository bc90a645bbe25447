type Column = Uint8Array | Int32Array | Float32Array | Float64Array

/**
 * A column that begins as another one and is copied when an entry is to differ: an edit leaves whole columns of a district
 * as they are, and memory asked for anew costs more than what is written into it.
 */
export class DraftColumn<T extends Column> {
  /** As it is so far; handed on, it changes no more. */
  column: T
  private isOwn: boolean
  /** what an entry is once it is rounded to the kind of the column */
  private readonly rounded: T

  /** `from`: what it begins as; undefined: as what `make` gives. */
  constructor(from: T | undefined, make: () => T) {
    this.column = from ?? make()
    this.isOwn = from === undefined
    this.rounded = this.column.slice(0, 1) as T
  }

  set(at: number, value: number): void {
    if (!this.isOwn) {
      this.rounded[0] = value
      if (Object.is(this.rounded[0], this.column[at])) return
      this.column = this.column.slice() as T
      this.isOwn = true
    }
    this.column[at] = value
  }
}
