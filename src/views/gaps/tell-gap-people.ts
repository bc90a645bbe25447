import type { GapPeople } from '../../model/gap-filter'
import type { Language } from '../app-context'

/** Unserved people as they are told: so many at least where those of some community were not counted; null: unknown. */
export function tellGapPeople({ people, uncounted }: GapPeople, { words, format }: Language): string | null {
  if (people === null) return null
  return uncounted > 0 ? words.atLeast(format.people(people)) : format.people(people)
}
