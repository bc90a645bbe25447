import type { GapChange } from '../../model/comparison'
import type { Gap } from '../../model/gap'
import { compareGaps } from './compare-gaps'

/**
 * The same as `compareGaps`, which is asked only about gaps that are not in both states: an edit leaves most gaps alone,
 * and a district has thousands. An id names the class and all places of a gap, and no community is in two gaps of a class:
 * so a gap that is in both has no other gap of either state to do with it.
 */
export function compareGapsOfChanged(before: readonly Gap[], after: readonly Gap[]): GapChange {
  const { kept, lost, found } = findKept(before, after)
  const ids = new Set(found.map(({ id }) => id))
  const stayed = new Set(lost.flatMap(({ id }) => (ids.has(id) ? [id] : [])))
  const isChanged = ({ id }: Gap): boolean => !stayed.has(id)
  const { remaining: _none, ...changes } = compareGaps(lost.filter(isChanged), found.filter(isChanged))
  const remaining: string[] = []
  before.forEach((gap, i) => {
    if (kept[i] === 1 || stayed.has(gap.id)) remaining.push(gap.id)
  })
  return { ...changes, remaining }
}

/**
 * Most gaps are the very same objects, in the same order of their ranking: those that are met so need no look at their
 * ids, which are long texts. The others are told on both sides, some of which may be in both all the same.
 */
function findKept(
  before: readonly Gap[],
  after: readonly Gap[],
): { readonly kept: Uint8Array; readonly lost: readonly Gap[]; readonly found: readonly Gap[] } {
  const kept = new Uint8Array(before.length)
  const [lost, found]: Gap[][] = [[], []]
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    const [was, is] = [before[i], after[j]]
    if (was === is) {
      kept[i++] = 1
      j++
    } else if (isRankedBefore(was, is)) {
      lost.push(was)
      i++
    } else {
      found.push(is)
      j++
    }
  }
  return { kept, lost: [...lost, ...before.slice(i)], found: [...found, ...after.slice(j)] }
}

/** By severity, then by class and by the first of the places; see `findGaps`. */
function isRankedBefore(a: Gap, b: Gap): boolean {
  if (a.severity !== b.severity) return a.severity > b.severity
  return a.class === b.class ? a.places[0] < b.places[0] : a.class < b.class
}
