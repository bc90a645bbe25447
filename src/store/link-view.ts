import type { Comparison } from '../model/comparison'
import { LINK_KINDS, type LinkCandidate, type LinkKind } from '../model/links'

/** A link as the map shows it: one that was found, or one of a plan. */
export interface LinkMark extends Pick<LinkCandidate, 'id' | 'kind' | 'at' | 'line'> {
  /** what it saves; null: it is one of a plan, and not asked */
  readonly person_minutes: number | null
  /** the same of communities, where nobody is counted; absent: people are */
  readonly community_minutes?: number
  /** people newly served */
  readonly people: number
}

/** How links are looked at. */
export interface LinkView {
  /** false: nobody looks, and none are looked for */
  readonly isOpen: boolean
  /** ids; only what opens or touches these. null: everywhere */
  readonly communities: readonly string[] | null
  /** the kinds that are listed and drawn */
  readonly kinds: readonly LinkKind[]
  /** ids of the link that is open in the list, and of the one pointed at */
  readonly open: string | null
  readonly pointed: string | null
  /** gates, wall openings and paths of the plan that is looked at, drawn as links; null: no plan is */
  readonly planned: readonly LinkMark[] | null
}

/** So many of the best are drawn on the map, and the one that is open: more would hide it. */
export const LINKS_DRAWN = 60

export const FIRST_LINK_VIEW: LinkView = {
  isOpen: false,
  communities: null,
  kinds: LINK_KINDS,
  open: null,
  pointed: null,
  planned: null,
}

/** What the project changes by with a link, measured. */
export interface TriedLink {
  readonly id: string
  readonly comparison: Comparison
}
