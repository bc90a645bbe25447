import type { AnalysisBasis } from './assessment'
import type { Edit } from './scenario'
import type { LonLat } from './units'

/**
 * `gate`: a closed gate opened. `through`: gates opened to the public, so that strangers walk through a compound.
 * `wall`: a new gate in a wall. `shared`: the walls two compounds have in common, opened. `path`: a short link between two
 * streets.
 */
export const LINK_KINDS = ['gate', 'through', 'wall', 'shared', 'path'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** What a link does where nobody's number is known: each community weighs one, its homes by their shares. */
export interface CommunityEffect {
  /** minutes saved on the way to required classes, summed over communities */
  readonly minutes: number
  /** communities with a home that gains a required class and none that loses one; and with a home that loses one */
  readonly gain: number
  readonly lose: number
  /** required classes by communities with a home newly served, most first */
  readonly classes: readonly { readonly code: string; readonly gained: number }[]
}

/** What a link does for people, over the required classes; see `ClassChange` and `Comparison` for the meaning of each. */
export interface LinkEffect {
  readonly person_minutes: number
  /** people who gain at least one class and lose none */
  readonly people: number
  /** people who lose one */
  readonly people_lost: number
  /** classes by people newly served, most first */
  readonly classes: readonly { readonly code: string; readonly gained: number }[]
  /** where no community's people are known, what it does for communities; null: people are known, and rank the links */
  readonly communities: CommunityEffect | null
}

/** A gate, wall opening or path that could be made. */
export interface LinkCandidate {
  /** the same for the same place, whatever else is found */
  readonly id: string
  readonly kind: LinkKind
  /** what makes it so, to be added to a scenario */
  readonly edits: readonly Edit[]
  /** the compound it opens; null: a path on public ground */
  readonly community: string | null
  /** the two communities whose walls in common it opens; empty: other kinds */
  readonly communities: readonly string[]
  /** of those two: whose gates nobody surveyed, so that every street across the edge counts as one */
  readonly gates_unknown: readonly string[]
  /** the community it opens, lies in, or is nearest to, within 200 m; null: none is near */
  readonly near: string | null
  /** ids of the gates opened, or of the streets joined, and the names of these; null: unnamed */
  readonly gates: readonly string[]
  readonly streets: readonly string[]
  readonly street_names: readonly (string | null)[]
  readonly at: LonLat
  /** drawn on the map: the link, or the two gates of a way through */
  readonly line: readonly LonLat[]
  /** metres on foot between its two sides, now and with the link; null: no way within the lookout */
  readonly detour_before_m: number | null
  readonly detour_after_m: number
  readonly effect: LinkEffect
  /** true: by measuring the project with the edits; false: estimated from walks to its two sides */
  readonly isMeasured: boolean
}

/** What was looked for and found. */
export interface LinkSearch {
  readonly basis: AnalysisBasis
  /** most person-minutes first (where nobody is counted: minutes of communities); of equal ones most people, then by id */
  readonly candidates: readonly LinkCandidate[]
  /** possible links that were priced, by kind */
  readonly priced: Readonly<Record<LinkKind, number>>
  /** false: no community's people are known, so communities stand for them: see `LinkEffect.communities` */
  readonly hasPeople: boolean
}
