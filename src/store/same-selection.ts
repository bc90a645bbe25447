import type { Selection } from './state'

/** Whether two selections are of the same thing. */
export function isSameSelection(a: Selection | null, b: Selection | null): boolean {
  if (a === null || b === null) return a === b
  if (a.kind === 'point' || b.kind === 'point') {
    return a.kind === b.kind && 'at' in a && 'at' in b && a.at[0] === b.at[0] && a.at[1] === b.at[1]
  }
  return a.kind === b.kind && a.id === b.id
}
