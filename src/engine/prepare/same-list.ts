/** Whether two lists hold the same records, or ones that are alike. */
export function isSameList<T>(
  a: readonly T[],
  b: readonly T[],
  isAlike: (a: T, b: T) => boolean = () => false,
): boolean {
  return a === b || (a.length === b.length && a.every((each, i) => each === b[i] || isAlike(each, b[i])))
}
