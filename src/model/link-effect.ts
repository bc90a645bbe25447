import type { ClassChange, Comparison } from './comparison'
import type { LinkEffect } from './links'

/** What a comparison says of a link, in the terms of an estimate. `hasPeople`: false, communities stand for people. */
export function linkEffectOf(
  { person_minutes, people, classes, uncounted }: Comparison,
  hasPeople = true,
): LinkEffect {
  const byClass = (gainedIn: (change: ClassChange) => number): { code: string; gained: number }[] =>
    classes
      .filter((change) => change.required && gainedIn(change) > 0)
      .map((change) => ({ code: change.code, gained: gainedIn(change) }))
      .sort((a, b) => b.gained - a.gained)
  return {
    person_minutes,
    people: people.gain,
    people_lost: people.lose + people.both,
    classes: byClass(({ gained }) => gained),
    communities: hasPeople
      ? null
      : {
          minutes: uncounted.saved_minutes,
          gain: uncounted.gain,
          lose: uncounted.lose,
          classes: byClass((change) => change.uncounted.gained),
        },
  }
}

/** What links are ranked by: person-minutes, or minutes of communities that stand for people. */
export function worthOfLink({ person_minutes, communities }: LinkEffect): number {
  return communities?.minutes ?? person_minutes
}

/** Who is newly served by a link: people, or communities that stand for them. */
export function servedByLink({ people, communities }: LinkEffect): number {
  return communities?.gain ?? people
}
