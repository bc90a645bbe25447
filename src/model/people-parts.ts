import type { PeopleParts } from './assessment'

/** Whole millionths of a person: sums of these do not depend on the order, nor on how a region is divided. */
const PARTS = 1_000_000

/** Some people, of whom a share counts, in millionths of a person. */
export function partsOf(people: number, share: number): number {
  return Math.round(people * share * PARTS)
}

/**
 * People by verdict as whole numbers that add up to the people there are: served is rounded down, so that it
 * is never claimed too high.
 */
export function roundPeople({ served, unserved, unknown }: PeopleParts): {
  readonly people_served: number
  readonly people_unserved: number
  readonly people_unknown: number
} {
  const all = Math.round((served + unserved + unknown) / PARTS)
  // shares of one add up to one only about
  const people_served = Math.min(all, Math.floor((served + 1) / PARTS))
  const people_unserved = Math.min(Math.round(unserved / PARTS), all - people_served)
  return { people_served, people_unserved, people_unknown: all - people_served - people_unserved }
}
