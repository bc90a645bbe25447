/** What columns of answers are. */
export type ColumnOfNumbers = Uint8Array | Int32Array | Float32Array | Float64Array

/** A column from another one of the same kind. */
export interface ColumnDifference<T extends ColumnOfNumbers> {
  /** the entries that differ; null: all of them */
  readonly at: Int32Array<ArrayBuffer> | null
  /** what stands there, one behind the other: a copy */
  readonly values: T
}

/** A column of which more than this share differs is told whole. */
const WHOLE_SHARE = 1 / 8

/** How a column comes from another one; null: it is the same, bit by bit but for NaNs. */
export function compareColumns<T extends ColumnOfNumbers>(
  before: T | undefined,
  after: T,
): ColumnDifference<T> | null {
  if (before === after) return null
  if (before === undefined || before.length !== after.length) return { at: null, values: copyOf(after) }
  const at: number[] = []
  const most = after.length * WHOLE_SHARE
  for (let i = 0; i < after.length; i++) {
    if (Object.is(before[i], after[i])) continue
    if (at.length >= most) return { at: null, values: copyOf(after) }
    at.push(i)
  }
  if (at.length === 0) return null
  const values = copyOf(after.subarray(0, at.length) as T)
  for (let i = 0; i < at.length; i++) values[i] = after[at[i]]
  return { at: Int32Array.from(at), values }
}

/** The column again. Throws where it rests on a column that is not `before`. */
export function mergeColumn<T extends ColumnOfNumbers>(
  difference: ColumnDifference<T> | undefined,
  before: T | undefined,
): T {
  if (difference?.at === null) return difference.values
  if (before === undefined) throw new Error('a column rests on one that is not here')
  if (difference === undefined) return before
  const { at, values } = difference
  const column = copyOf(before)
  for (let i = 0; i < at.length; i++) column[at[i]] = values[i]
  return column
}

// a slice of a union of columns is one of the union
function copyOf<T extends ColumnOfNumbers>(column: T): T {
  return column.slice() as T
}
