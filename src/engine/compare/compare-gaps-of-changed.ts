import type { GapChange } from '../../model/comparison'
import type { Gap } from '../../model/gap'
import type { FoundGaps, GapsByClass } from '../gaps/find-gaps'
import { compareGaps } from './compare-gaps'

/**
 * The same as `compareGaps`, which is asked only about gaps that are not in both states: an edit leaves most gaps alone,
 * and a district has thousands. No community is in two gaps of a class: so a gap with the same places in both has no
 * other gap of either state to do with it.
 */
export function compareGapsOfChanged(before: FoundGaps, after: FoundGaps): GapChange {
  const lost = withoutAlike(before.byClass, after.byClass)
  const found = withoutAlike(after.byClass, before.byClass)
  const { remaining: _none, ...changes } = compareGaps(
    before.ranked.filter((gap) => lost.has(gap)),
    after.ranked.filter((gap) => found.has(gap)),
  )
  return { ...changes, remaining: before.ranked.flatMap((gap) => (lost.has(gap) ? [] : [gap.id])) }
}

/** Gaps whose class has none with the same places in another state. Ids tell the same, at ten times the length. */
function withoutAlike(gaps: GapsByClass, others: GapsByClass): ReadonlySet<Gap> {
  const alone = new Set<Gap>()
  for (const [code, list] of gaps) {
    const other = others.get(code) ?? []
    if (other === list) continue
    // both stand in the order of their first places
    let i = 0
    for (const gap of list) {
      while (i < other.length && other[i].places[0] < gap.places[0]) i++
      if (i === other.length || !haveSamePlaces(gap, other[i])) alone.add(gap)
    }
  }
  return alone
}

function haveSamePlaces(a: Gap, b: Gap): boolean {
  if (a === b) return true
  return a.places.length === b.places.length && a.places.every((place, i) => place === b.places[i])
}
