import type { GapChange } from '../../model/comparison'
import type { Gap } from '../../model/gap'
import { compareGaps } from './compare-gaps'

/**
 * The same as `compareGaps`, which is asked only about classes that do not have the very same gaps in both states: an
 * edit leaves most classes alone, and a district has thousands of gaps.
 */
export function compareGapsOfChanged(before: readonly Gap[], after: readonly Gap[]): GapChange {
  const [was, is] = [listIds(before), listIds(after)]
  const isSame = new Map<string, boolean>()
  for (const [code, ids] of was) isSame.set(code, hasSameIds(ids, is.get(code)))
  const isChanged = (gap: Gap): boolean => isSame.get(gap.class) !== true
  const { remaining: stayed, ...changes } = compareGaps(before.filter(isChanged), after.filter(isChanged))
  const stay = new Set(stayed)
  const remaining: string[] = []
  for (const gap of before) if (!isChanged(gap) || stay.has(gap.id)) remaining.push(gap.id)
  return { ...changes, remaining }
}

/** Ids of the gaps of each class, in the order of their ranking. */
function listIds(gaps: readonly Gap[]): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const gap of gaps) {
    const list = lists.get(gap.class)
    if (list === undefined) lists.set(gap.class, [gap.id])
    else list.push(gap.id)
  }
  return lists
}

/** An id names all places of a gap, so gaps of the same ids are the same places. */
function hasSameIds(before: readonly string[], after: readonly string[] = []): boolean {
  return before.length === after.length && before.every((id, i) => id === after[i])
}
