import { isSameValue } from './same-value'

/** A list from another one. */
export interface ListDifference<T> {
  /** for each place the index in the list before, −1: the next of `fresh`; null: the list is `fresh` */
  readonly order: Int32Array<ArrayBuffer> | null
  readonly fresh: readonly T[]
}

/** Places looked at one by one before all are listed by their keys. */
const NEAR = 4

/** How a list comes from another one; null: it is the same. Items are looked for by their keys. */
export function compareLists<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): ListDifference<T> | null {
  const order = new Int32Array(after.length)
  const fresh: T[] = []
  let isSame = before.length === after.length
  let byKey: Map<string, number> | null = null
  // most items follow the one that they followed before, or one that is gone
  let next = 0
  for (const [i, item] of after.entries()) {
    let at = next
    if (before[at] !== item) {
      const key = keyOf(item)
      const end = Math.min(next + NEAR, before.length)
      while (at < end && keyOf(before[at]) !== key) at++
      if (at >= end) {
        byKey ??= new Map(before.map((each, k) => [keyOf(each), k]))
        at = byKey.get(key) ?? -1
      }
    }
    const isKept = at >= 0 && isSameValue(before[at], item)
    order[i] = isKept ? at : -1
    if (!isKept) fresh.push(item)
    if (at >= 0) next = at + 1
    if (!isKept || at !== i) isSame = false
  }
  return isSame ? null : { order, fresh }
}

/** The list again; items that are not fresh are the same objects. Throws where it rests on a list that is not `before`. */
export function mergeList<T>(
  difference: ListDifference<T> | undefined,
  before: readonly T[] | undefined,
): readonly T[] {
  if (difference === undefined) {
    if (before === undefined) throw new Error('what is told whole lacks a list')
    return before
  }
  const { order, fresh } = difference
  if (order === null) return fresh
  if (before === undefined) throw new Error('a list rests on one that is not here')
  let next = 0
  return Array.from(order, (index) => (index < 0 ? fresh[next++] : before[index]))
}
