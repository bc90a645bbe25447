import type { LinkCandidate } from '../../../model/links'
import type { Language } from '../../app-context'
import { tellPair } from '../../scenario/tell-edit'
import type { Names } from '../../use-names'

/** Where a link is: its community and gates, or the streets it joins. */
export function tellPlace(
  { kind, at, near, communities, gates, streets, street_names: given }: LinkCandidate,
  names: Names,
  language: Language,
): string {
  const { words } = language
  const [a, b] = communities
  if (b !== undefined) return tellPair([a, b], names, language)
  // one community may have many a wall worth opening
  const of = near === null ? null : kind === 'wall' ? names.wallAt(near, at) : names.community(near)
  const joined =
    streets.length === 0 || given.every((name) => name === null)
      ? null
      : words.links.between(given[0] ?? words.links.onStreet, given[1] ?? words.links.onStreet)
  const what = gates.length > 0 ? gates.map(names.gate).join(words.listSeparator) : joined
  return [of, what].filter((part) => part !== null).join(' · ') || words.links.onStreet
}

/** The way around now, and the way with the link. */
export function tellDetour(
  { detour_before_m: before, detour_after_m: after }: LinkCandidate,
  { words, format }: Language,
): string {
  return words.links.detour(before === null ? words.links.noWay : format.metres(before), format.metres(after))
}
