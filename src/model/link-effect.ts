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

/** What links may be ranked by: walking saved, or who is newly served; the other one decides between equal ones. */
export const LINK_ORDERS = ['walks', 'people'] as const
export type LinkOrder = (typeof LINK_ORDERS)[number]

/** Orders what two links do, the better first; 0: they do the same. */
export function compareEffects(a: LinkEffect, b: LinkEffect, order: LinkOrder = 'walks'): number {
  const byWalks = worthOfLink(b) - worthOfLink(a)
  const byPeople = servedByLink(b) - servedByLink(a)
  return order === 'walks' ? byWalks || byPeople : byPeople || byWalks
}

/** Links as they were found, by walking saved, in the order asked for; equal ones stay as they are. */
export function orderLinks<L extends { readonly effect: LinkEffect }>(
  found: readonly L[],
  order: LinkOrder,
): readonly L[] {
  return order === 'walks' ? found : found.toSorted((a, b) => compareEffects(a.effect, b.effect, order))
}
