import type { Language } from '../app-context'

/** How many are affected: people where they are counted, and the communities where nobody counted them. */
export function tellAffected(
  people: number,
  uncounted: number,
  { words, format }: Pick<Language, 'words' | 'format'>,
): string {
  if (uncounted === 0) return format.people(people)
  const communities = words.scenario.uncounted(format.count(uncounted))
  return people === 0 ? communities : `${format.people(people)} + ${communities}`
}
