import type { UnitDeficit, UnitMember, UnitReport } from '../../../model/unit-report'
import type { Language } from '../../app-context'

/** People, and communities where nobody is counted; each where there are any. */
function tellWhom(people: number, communities: number, { words, format }: Language): string {
  return [
    ...(people === 0 && communities > 0 ? [] : [format.people(people)]),
    ...(communities === 0 ? [] : [words.units.communities(format.count(communities))]),
  ].join(words.units.and)
}

/** How many miss a class. */
export function tellMissing(deficit: UnitDeficit, language: Language): string {
  const { people_unserved, communities_unserved } = deficit
  return language.words.units.deficit(tellWhom(people_unserved, communities_unserved, language))
}

/** Whom of them spaces of the unit could serve, and of how many more nothing is known. */
export function tellWithin(deficit: UnitDeficit, language: Language): string {
  const { words } = language
  const { spaces, people_within, people_unknown, communities_within, communities_unknown } = deficit
  const within =
    spaces === 0
      ? words.units.noHost
      : people_within === 0 && communities_within === 0
        ? words.units.withinNone
        : words.units.within(tellWhom(people_within, communities_within, language))
  if (people_unknown === 0 && communities_unknown === 0) return within
  return `${within} · ${words.units.alsoUnknown(tellWhom(people_unknown, communities_unknown, language))}`
}

/** The people of a unit, with those that are estimated; at least so many where of some communities nothing is known. */
export function tellPeople(
  { people, people_estimated, estimated, uncounted }: UnitReport,
  { words, format }: Language,
): string {
  if (people === null && estimated === 0) return words.inspector.peopleUnknown
  const all = format.people((people ?? 0) + people_estimated)
  return uncounted > 0 ? words.atLeast(all) : all
}

/** The people of a community of a unit: counted, else estimated and marked so. */
export function tellMemberPeople(
  { people, people_estimated }: Pick<UnitMember, 'people' | 'people_estimated'>,
  { words, format }: Language,
): string {
  if (people !== null) return format.people(people)
  return people_estimated === null
    ? words.inspector.peopleUnknown
    : words.supply.peopleEstimated(format.people(people_estimated))
}
