import type { Comparison } from '../model/comparison'
import type { Language } from './app-context'

/** A number in big type, and what it leaves out below; null: nothing. */
export interface Told {
  readonly text: string
  readonly note: string | null
}

/** People something happens to: where nobody counted them, the communities they live in, never zero people. */
export function tellPeopleIn(people: number, uncounted: number, language: Language): Told {
  const { words, format } = language
  if (uncounted === 0) return { text: format.people(people), note: null }
  if (people === 0) return { text: tellCommunities(uncounted, language), note: words.compare.peopleUnknown }
  return { text: format.people(people), note: words.compare.sumWithout(format.count(uncounted)) }
}

/** A sum over people, as `text`: unknown where none of those it is about were counted. */
export function tellSumIn(text: string, isZero: boolean, uncounted: number, language: Language): Told {
  const { words, format } = language
  if (uncounted === 0) return { text, note: null }
  return isZero
    ? {
        text: words.unknown,
        note: `${tellCommunities(uncounted, language)} · ${words.compare.peopleUnknown}`,
      }
    : { text, note: words.compare.sumWithout(format.count(uncounted)) }
}

/** What a comparison comes to: who gains, who loses, and the walking saved or added. */
export function tellEffect(
  { people, person_minutes: minutes, uncounted }: Comparison,
  language: Language,
): { readonly gain: Told; readonly lose: Told; readonly walked: Told } {
  return {
    gain: tellPeopleIn(people.gain, uncounted.gain, language),
    lose: tellPeopleIn(people.lose + people.both, uncounted.lose, language),
    walked: tellSumIn(language.format.count(Math.abs(minutes)), minutes === 0, uncounted.minutes, language),
  }
}

/** 3 communities */
export function tellCommunities(count: number, { words, format }: Language): string {
  return `${format.count(count)} ${count === 1 ? words.unit.community : words.unit.communities}`
}
