/**
 * A mixed-integer linear program in columns, always a minimization: cost · x with rowLower ≤ A x ≤ rowUpper and
 * lower ≤ x ≤ upper. Rows are compressed: those of row r are `start[r]` to `start[r + 1]`.
 */
export interface Mip {
  /** one per column */
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** 1: whole numbers only */
  readonly isInteger: Uint8Array
  /** one per row; ±Infinity: open */
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  readonly start: Int32Array
  /** column and coefficient of each entry */
  readonly column: Int32Array
  readonly value: Float64Array
}

/** When to stop, and from where to start. */
export interface MipLimits {
  readonly time_s: number
  /** relative distance between the best answer and the bound that is good enough; 0: proven */
  readonly gap: number
  /** a feasible answer to better, one value per column */
  readonly start?: Float64Array
  /** told now and then: the best answer so far and the bound, in cost */
  readonly onProgress?: (best: number, bound: number, seconds: number) => void
  /** told of each answer better than those before: one value per column */
  readonly onBetter?: (x: Float64Array) => void
}

export interface MipAnswer {
  /** `feasible`: an answer, but better ones may exist above the bound */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'none'
  /** one per column; empty unless optimal or feasible */
  readonly x: Float64Array
  readonly cost: number
  /** no answer costs less */
  readonly bound: number
}

/** The solver is a port: the engine knows what it asks, not who answers. */
export type SolveMip = (mip: Mip, limits: MipLimits) => Promise<MipAnswer>

/** Collects columns and rows of a program one by one. */
export class MipBuilder {
  private readonly cost: number[] = []
  private readonly lower: number[] = []
  private readonly upper: number[] = []
  private readonly isInteger: number[] = []
  private readonly rowLower: number[] = []
  private readonly rowUpper: number[] = []
  private readonly start: number[] = [0]
  private readonly column: number[] = []
  private readonly value: number[] = []

  get columnCount(): number {
    return this.cost.length
  }

  /** A yes-or-no column; gives its index. */
  addBinary(cost: number): number {
    this.isInteger.push(1)
    return this.push(cost, 0, 1)
  }

  /** A column of any number from 0 up; gives its index. */
  addShare(cost: number, upper = 1): number {
    this.isInteger.push(0)
    return this.push(cost, 0, upper)
  }

  private push(cost: number, lower: number, upper: number): number {
    this.lower.push(lower)
    this.upper.push(upper)
    return this.cost.push(cost) - 1
  }

  /** Fixes a column to a value. */
  fix(column: number, value: number): void {
    this.lower[column] = value
    this.upper[column] = value
  }

  /** lower ≤ Σ value · column ≤ upper; a column named twice counts twice. Gives the index of the row. */
  addRow(
    columns: readonly number[],
    values: readonly number[] | number,
    lower: number,
    upper: number,
  ): number {
    const entries = new Map<number, number>()
    columns.forEach((column, i) => {
      const value = typeof values === 'number' ? values : values[i]
      entries.set(column, (entries.get(column) ?? 0) + value)
    })
    for (const [column, value] of entries) {
      this.column.push(column)
      this.value.push(value)
    }
    this.start.push(this.column.length)
    this.rowUpper.push(upper)
    return this.rowLower.push(lower) - 1
  }

  build(): Mip {
    return {
      cost: Float64Array.from(this.cost),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      isInteger: Uint8Array.from(this.isInteger),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      start: Int32Array.from(this.start),
      column: Int32Array.from(this.column),
      value: Float64Array.from(this.value),
    }
  }
}
