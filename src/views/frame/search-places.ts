import type { Selection } from '../../store/state'

/** One thing that can be found by name. */
export interface Place {
  readonly kind: Extract<Selection['kind'], 'community' | 'facility' | 'space'>
  readonly id: string
  readonly name: string
  /** shown beside the name: sub-district, class or kind */
  readonly detail: string
}

const KIND_ORDER: readonly Place['kind'][] = ['community', 'facility', 'space']

/** Full-width forms, case and spaces make no difference to a search. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')
}

/**
 * Places whose name contains the query: names equal to it first, then those that start with it, then the
 * others; communities before facilities before spaces; shorter names first.
 */
export function searchPlaces(places: readonly Place[], query: string, limit = 12): readonly Place[] {
  const wanted = fold(query)
  if (wanted === '') return []
  const hits: { place: Place; rank: number; length: number }[] = []
  for (const place of places) {
    const name = fold(place.name)
    const at = name.indexOf(wanted)
    if (at < 0) continue
    hits.push({ place, rank: name === wanted ? 0 : at === 0 ? 1 : 2, length: name.length })
  }
  return hits
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        KIND_ORDER.indexOf(a.place.kind) - KIND_ORDER.indexOf(b.place.kind) ||
        a.length - b.length ||
        (a.place.id < b.place.id ? -1 : 1),
    )
    .slice(0, limit)
    .map((hit) => hit.place)
}
