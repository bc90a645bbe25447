import type { GapChange } from '../../model/comparison'
import type { Gap } from '../../model/gap'

/** What became of gaps, as differences of sets of ids, each in the order of the ranking it stands in. */
export function compareGaps(before: readonly Gap[], after: readonly Gap[]): GapChange {
  const [was, is] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))]
  const closed = before.filter(({ id }) => !is.has(id))
  const fresh = after.filter(({ id }) => !was.has(id))
  const [lackedBefore, lackAfter] = [placesOf(before), placesOf(after)]
  return {
    closed: closed.map(({ id }) => id),
    remaining: before.flatMap(({ id }) => (is.has(id) ? [id] : [])),
    fresh: fresh.map(({ id }) => id),
    gone: closed
      .filter((gap) => gap.places.every((place) => lackAfter.get(gap.class)?.has(place) !== true))
      .map(({ id }) => id),
    leftover: fresh
      .filter((gap) => gap.places.every((place) => lackedBefore.get(gap.class)?.has(place) === true))
      .map(({ id }) => id),
  }
}

/** The communities in gaps of each class. */
function placesOf(gaps: readonly Gap[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>()
  for (const gap of gaps) {
    const set = places.get(gap.class) ?? new Set()
    places.set(gap.class, set)
    for (const place of gap.places) set.add(place)
  }
  return places
}
