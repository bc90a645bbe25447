import type { GapChange } from '../../model/comparison'
import type { Gap } from '../../model/gap'
import type { FoundGaps, GapsByClass } from '../gaps/find-gaps'
import { compareGaps } from './compare-gaps'
import { listUnknown, type UnknownByClass } from './unknown-of-gaps'

/**
 * The same as `compareGaps`, which is asked only about gaps that are not in both states: an edit leaves most gaps alone,
 * and a district has thousands. No community is in two gaps of a class: so a gap with the same places in both has no
 * other gap of either state to do with it.
 */
export function compareGapsOfChanged(
  before: FoundGaps,
  after: FoundGaps,
  unknown: UnknownByClass,
): GapChange {
  const lost = gapsWithoutAlike(before.byClass, after.byClass)
  const found = gapsWithoutAlike(after.byClass, before.byClass)
  const {
    remaining: _none,
    unknown: _some,
    ...changes
  } = compareGaps(
    before.ranked.filter((gap) => lost.has(gap)),
    after.ranked.filter((gap) => found.has(gap)),
    unknown,
  )
  const remaining: string[] = []
  for (const gap of before.ranked) if (!lost.has(gap)) remaining.push(gap.id)
  return { ...changes, remaining, unknown: listUnknown(before.ranked, after.ranked, unknown) }
}

/** Gaps whose class has none with the same places in another state. */
function gapsWithoutAlike(gaps: GapsByClass, others: GapsByClass): ReadonlySet<Gap> {
  const alone = new Set<Gap>()
  for (const [code, list] of gaps)
    for (const gap of withoutAlike(list, others.get(code) ?? NO_GAPS)) alone.add(gap)
  return alone
}

const NO_GAPS: readonly Gap[] = []
// the list of a class stays until an edit changes it, and each edit is compared with the same state
const known = new WeakMap<readonly Gap[], WeakMap<readonly Gap[], readonly Gap[]>>()

/**
 * Gaps of a class that have none with the same places in another list of it. Ids tell the same, at ten times the length.
 */
function withoutAlike(gaps: readonly Gap[], others: readonly Gap[]): readonly Gap[] {
  if (gaps === others) return NO_GAPS
  let ofList = known.get(gaps)
  if (ofList === undefined) known.set(gaps, (ofList = new WeakMap()))
  let alone = ofList.get(others)
  if (alone === undefined) ofList.set(others, (alone = findAlone(gaps, others)))
  return alone
}

function findAlone(gaps: readonly Gap[], others: readonly Gap[]): Gap[] {
  // both stand in the order of their first places
  let i = 0
  return gaps.filter((gap) => {
    while (i < others.length && others[i].places[0] < gap.places[0]) i++
    return i === others.length || !haveSamePlaces(gap, others[i])
  })
}

function haveSamePlaces(a: Gap, b: Gap): boolean {
  if (a === b) return true
  return a.places.length === b.places.length && a.places.every((place, i) => place === b.places[i])
}
