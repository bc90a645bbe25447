/** The kinds of columns the engine keeps numbers in. */
export interface ColumnKind<T> {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): T
}

/** Columns from this size on lie in memory that threads may share, where there is such memory. */
const LARGE_BYTES = 1_000_000

/**
 * A column of zeros that is going to stay. Large ones lie in shared memory where the platform has it (Node, and
 * pages that are isolated from other origins): another thread looks at the same bytes instead of a copy, and the
 * memory does not count as pressure on the heap, which on a city sets off one collection after the other over
 * millions of records that all stay. Not for what is thrown away: that memory should be asked back.
 */
export function makeColumn<T>(kind: ColumnKind<T>, length: number): T {
  const bytes = length * kind.BYTES_PER_ELEMENT
  const isShared = bytes >= LARGE_BYTES && typeof SharedArrayBuffer !== 'undefined'
  return new kind(isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes))
}

/** The same with room behind it for `more` entries; see `addThroughCopies`. */
export function makeColumnWithRoom<T extends { subarray(start: number, end: number): T }>(
  kind: ColumnKind<T>,
  length: number,
  more: number,
): T {
  return makeColumn(kind, length + more).subarray(0, length)
}
