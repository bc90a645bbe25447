import type { RenovationUnit } from '../../../model/renovation-unit'
import type { Language } from '../../app-context'
import type { Names } from '../../use-names'

/** A unit as it is called: by the user, else after the first of its communities. */
export function nameUnit(
  { name, communities }: RenovationUnit,
  names: Names,
  { words, format }: Language,
): string {
  if (name !== undefined) return name
  const first = names.community(communities[0])
  return communities.length === 1
    ? words.units.nameOfOne(first)
    : words.units.nameOf(first, format.count(communities.length))
}
