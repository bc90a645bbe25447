import type { Language } from '../app-context'
import type { Names } from '../use-names'
import { shortenName } from './shorten-name'

/** How many communities there are, to be said before their names; '': one, which needs no counting. */
export function countPlaces(places: readonly string[], { words, format }: Language): string {
  return places.length > 1 ? `${format.count(places.length)} ${words.unit.communities} · ` : ''
}

/** The same where there is room for a line: each name as short as tells it apart. */
export function tellPlacesShortly(
  places: readonly string[],
  names: Pick<Names, 'hasName' | 'community'>,
  language: Pick<Language, 'words' | 'format'>,
): string {
  const short = new Set(places.map((id) => shortenName(names.community(id))))
  // one alone has all the room, and some differ in the middle
  if (places.length === 1 || short.size < places.length) return tellPlaces(places, names, language)
  return tellPlaces(places, { ...names, community: (id) => shortenName(names.community(id)) }, language)
}

/** The names there are; of several places without one only their number is told, one alone by where it is. */
export function tellPlaces(
  places: readonly string[],
  names: Pick<Names, 'hasName' | 'community'>,
  { words, format }: Pick<Language, 'words' | 'format'>,
): string {
  const named = places.filter((id) => names.hasName(id)).map((id) => names.community(id))
  const unnamed = places.length - named.length
  if (places.length === 1) return names.community(places[0])
  if (named.length === 0) return `${names.community(places[0])} …`
  return [
    named.join(words.listSeparator),
    ...(unnamed === 0 ? [] : [words.gapList.unnamed(format.count(unnamed))]),
  ].join(words.listSeparator)
}
