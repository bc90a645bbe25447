/**
 * Whether two plain values say the same: numbers bit by bit but for NaNs, objects field by field. Written with plain loops,
 * because thousands of records go through it between an answer and the screen.
 */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && hasSameItems(a, b)
  return !Array.isArray(b) && hasSameFields(a as Record<string, unknown>, b as Record<string, unknown>)
}

function hasSameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!isSameValue(a[i], b[i])) return false
  return true
}

function hasSameFields(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys) {
    const value = b[key]
    if (value === undefined && !Object.hasOwn(b, key)) return false
    if (!isSameValue(a[key], value)) return false
  }
  return true
}
