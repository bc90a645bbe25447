import type { EligibilityVerdict } from '../../model/assessment'
import { idOfUnit, type RenovationUnit } from '../../model/renovation-unit'
import type { ProposedUnits, UnitLink } from '../../model/unit-report'
import { FACING_M, LEAST_WALL_M } from './link-communities'

/** A community as far as units go. */
export interface UnitCandidate {
  readonly id: string
  readonly subdistrict: string | null
  readonly eligibility: EligibilityVerdict
  /** null: not known */
  readonly people: number | null
}

/** A unit is at most one five-minute circle of 5,000–12,000 people (GB 50180-2018 3.0.4: P). */
export const MOST_PEOPLE = 12_000
/** So many of the people of a pair have somebody of the other near, or the pair is no pair (J). */
const LEAST_NEAR = 0.1

/**
 * Communities that belong together, pair by pair from the highest affinity down (equal ones as the links stand):
 * both may be renovated, or it is not known whether one may; they are of one sub-district; no main road, water or
 * railway lies between; and their people are near, their gates face each other, or they share a wall. Two units
 * become one if that holds for every pair across them that has a link, every pair has one, and together they are
 * no more than one five-minute circle.
 */
export function proposeUnits(
  candidates: readonly UnitCandidate[],
  links: readonly UnitLink[],
): ProposedUnits {
  const open = candidates.filter(({ eligibility }) => eligibility !== 'not-eligible')
  const byId = new Map(open.map((candidate) => [candidate.id, candidate]))
  const linkOf = new Map(links.map((link) => [keyOf(...link.communities), link]))
  const unitOf = new Map(open.map(({ id }) => [id, [id]]))
  const sorted = links
    .filter((link) => joins(link, byId))
    .map((link, i) => ({ link, i }))
    .sort((p, q) => q.link.affinity - p.link.affinity || p.i - q.i)
  for (const { link } of sorted) {
    const [a, b] = link.communities.map((id) => unitOf.get(id) ?? [])
    if (a === b) continue
    const people = [...a, ...b].reduce((sum, id) => sum + (byId.get(id)?.people ?? 0), 0)
    const isClose = a.every((p) => b.every((q) => isNear(linkOf.get(keyOf(p, q)))))
    if (people > MOST_PEOPLE || !isClose) continue
    const both = [...a, ...b]
    for (const id of both) unitOf.set(id, both)
  }
  const units = [...new Set(unitOf.values())]
    .filter(({ length }) => length > 1)
    .map((ids): RenovationUnit => ({ id: idOfUnit(ids), communities: ids.toSorted() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const alone = open.map(({ id }) => id).filter((id) => unitOf.get(id)?.length === 1)
  return { units, alone, links }
}

/** Whether two communities may be the first of a unit. */
function joins(link: UnitLink, byId: ReadonlyMap<string, UnitCandidate>): boolean {
  const [a, b] = link.communities.map((id) => byId.get(id))
  if (a === undefined || b === undefined || a.subdistrict !== b.subdistrict) return false
  // of two that may not be eligible nothing is known
  if (a.eligibility === 'data-missing' && b.eligibility === 'data-missing') return false
  const { near_share, gates_m, wall_m } = link
  const isTogether =
    near_share >= LEAST_NEAR || (gates_m !== null && gates_m <= FACING_M) || wall_m >= LEAST_WALL_M
  return isTogether && isNear(link)
}

/** Whether two communities may be in one unit at all. */
function isNear(link: UnitLink | undefined): boolean {
  return link !== undefined && link.divide === null
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
