import type { CommunityRow, EligibilityVerdict } from './assessment'
import type { Divide, UnitLink } from './unit-report'

/** An edge that runs along another's for less is a corner, metres (J). */
export const LEAST_WALL_M = 20
/** Gates this near to each other face each other, metres on foot (J). */
export const FACING_M = 60
/** So many of the people of a pair have somebody of the other near, or the pair is no pair (J). */
export const LEAST_NEAR = 0.1
/** A unit is at most one five-minute circle of 5,000–12,000 people (GB 50180-2018 3.0.4: P). */
export const MOST_PEOPLE = 12_000

/** Farther than any walk of a link, metres. */
const FARTHER_M = 1e9

/** A community as far as units go. */
export interface UnitCandidate {
  readonly id: string
  /** null: not on record */
  readonly subdistrict: string | null
  readonly eligibility: EligibilityVerdict
  /** counted, else estimated; null: not known */
  readonly people: number | null
}

/** What keeps two communities apart, or a community out of a unit. `from`: the other one, or which may not be renovated. */
export type Apart =
  | { readonly kind: 'not-eligible' | 'subdistrict' | 'both-unknown' | 'little'; readonly from: string }
  | { readonly kind: 'divide'; readonly divide: Divide; readonly from: string }
  /** more than 500 m on foot, and no edge in common */
  | { readonly kind: 'far'; readonly from: string }
  | { readonly kind: 'too-many'; readonly people: number }

/** The pairs of communities that are of use to each other, found by both. */
export class UnitLinks {
  private readonly byPair: ReadonlyMap<string, UnitLink>
  private readonly byCommunity = new Map<string, UnitLink[]>()

  constructor(links: readonly UnitLink[]) {
    this.byPair = new Map(links.map((link) => [keyOf(...link.communities), link]))
    for (const link of links)
      for (const id of link.communities) {
        const own = this.byCommunity.get(id) ?? []
        this.byCommunity.set(id, own)
        own.push(link)
      }
  }

  between(a: string, b: string): UnitLink | undefined {
    return this.byPair.get(keyOf(a, b))
  }

  /** Of one community, those that belong together most first, then by walk. */
  of(id: string): readonly UnitLink[] {
    return (this.byCommunity.get(id) ?? []).toSorted(byAffinity)
  }
}

/** Those that belong together most first, then by walk; those out of reach last. */
export function byAffinity(a: UnitLink, b: UnitLink): number {
  return b.affinity - a.affinity || (a.walk_m ?? FARTHER_M) - (b.walk_m ?? FARTHER_M)
}

/** A community of the assessment as far as units go. */
export function candidateOf({
  id,
  subdistrict,
  eligibility,
  people,
  people_estimated,
}: CommunityRow): UnitCandidate {
  return { id, subdistrict, eligibility: eligibility.verdict, people: people ?? people_estimated }
}

/** What keeps two communities from being in one unit at all, whoever else is in it; null: nothing. */
export function keepsApart(a: UnitCandidate, b: UnitCandidate, link: UnitLink | undefined): Apart | null {
  const from = b.id
  const refused = [b, a].find(({ eligibility }) => eligibility === 'not-eligible')
  if (refused !== undefined) return { kind: 'not-eligible', from: refused.id }
  // one that is not on record may be the same
  if (a.subdistrict !== null && b.subdistrict !== null && a.subdistrict !== b.subdistrict)
    return { kind: 'subdistrict', from }
  if (link === undefined) return { kind: 'far', from }
  return link.divide === null ? null : { kind: 'divide', divide: link.divide, from }
}

/**
 * What keeps two communities from being the first two of a unit; null: nothing. `takesUnknown`: two of which it is not
 * known whether they may be renovated may be.
 */
export function keepsFromPairing(
  a: UnitCandidate,
  b: UnitCandidate,
  link: UnitLink | undefined,
  takesUnknown = false,
): Apart | null {
  const apart = keepsApart(a, b, link)
  if (apart !== null || link === undefined) return apart
  const isUnknown = a.eligibility === 'data-missing' && b.eligibility === 'data-missing'
  if (isUnknown && !takesUnknown) return { kind: 'both-unknown', from: b.id }
  const { near_share, gates_m, wall_m } = link
  const isTogether =
    near_share >= LEAST_NEAR || (gates_m !== null && gates_m <= FACING_M) || wall_m >= LEAST_WALL_M
  return isTogether ? null : { kind: 'little', from: b.id }
}

/**
 * Why a community is not proposed for a unit it has a neighbor in: what keeps it from the nearest of its members; else
 * from another one; else that they would be too many; else that too little is known. null: nothing.
 */
export function keepsOut(
  one: UnitCandidate,
  members: readonly UnitCandidate[],
  links: UnitLinks,
): Apart | null {
  const byId = new Map(members.map((member) => [member.id, member]))
  const nearest = links
    .of(one.id)
    .flatMap(({ communities: [a, b] }) => byId.get(a === one.id ? b : a) ?? [])
    .at(0)
  const apart = (takesUnknown: boolean): Apart | null =>
    nearest === undefined
      ? null
      : keepsFromPairing(one, nearest, links.between(one.id, nearest.id), takesUnknown)
  const ofNearest = apart(true)
  if (ofNearest !== null) return ofNearest
  for (const member of members) {
    const ofMember = keepsApart(one, member, links.between(one.id, member.id))
    if (ofMember !== null) return ofMember
  }
  const people = [one, ...members].reduce((sum, each) => sum + (each.people ?? 0), 0)
  return people > MOST_PEOPLE ? { kind: 'too-many', people } : apart(false)
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
