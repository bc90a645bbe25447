import { idOfUnit, type RenovationUnit } from '../../model/renovation-unit'
import {
  keepsApart,
  keepsFromPairing,
  MOST_PEOPLE,
  type UnitCandidate,
  UnitLinks,
} from '../../model/unit-pairing'
import type { ProposedUnits, UnitLink } from '../../model/unit-report'

/**
 * Communities that belong together, pair by pair from the highest affinity down (equal ones as the links stand):
 * both may be renovated, or it is not known whether one may; they are not of two sub-districts; no main road, water or
 * railway lies between; and their people are near, their gates face each other, or they share a wall. Two units
 * become one if nothing keeps any pair across them apart, and together they are no more than one five-minute circle.
 */
export function proposeUnits(
  candidates: readonly UnitCandidate[],
  links: readonly UnitLink[],
): ProposedUnits {
  const open = candidates.filter(({ eligibility }) => eligibility !== 'not-eligible')
  const units = joinUp(open, links, false)
  const taken = new Set(units.flatMap(({ communities }) => communities))
  const isUnknown = open.some(({ eligibility }) => eligibility === 'data-missing')
  return {
    units,
    alone: open.map(({ id }) => id).filter((id) => !taken.has(id)),
    with_unknown: isUnknown ? joinUp(open, links, true) : units,
    links,
  }
}

/** Joins communities to units. `takesUnknown`: as if all might be renovated of which it is not known. */
function joinUp(
  open: readonly UnitCandidate[],
  links: readonly UnitLink[],
  takesUnknown: boolean,
): RenovationUnit[] {
  const byId = new Map(open.map((candidate) => [candidate.id, candidate]))
  const found = new UnitLinks(links)
  const unitOf = new Map(open.map((candidate) => [candidate.id, [candidate]]))
  const sorted = links
    .filter((link) => {
      const [a, b] = link.communities.map((id) => byId.get(id))
      return a !== undefined && b !== undefined && keepsFromPairing(a, b, link, takesUnknown) === null
    })
    .map((link, i) => ({ link, i }))
    .sort((p, q) => q.link.affinity - p.link.affinity || p.i - q.i)
  for (const { link } of sorted) {
    const [a, b] = link.communities.map((id) => unitOf.get(id) ?? [])
    if (a === b) continue
    const both = [...a, ...b]
    const people = both.reduce((sum, each) => sum + (each.people ?? 0), 0)
    const isClose = a.every((p) => b.every((q) => keepsApart(p, q, found.between(p.id, q.id)) === null))
    if (people > MOST_PEOPLE || !isClose) continue
    for (const { id } of both) unitOf.set(id, both)
  }
  return [...new Set(unitOf.values())]
    .filter(({ length }) => length > 1)
    .map((members): RenovationUnit => {
      const communities = members.map(({ id }) => id).sort()
      return { id: idOfUnit(communities), communities }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
