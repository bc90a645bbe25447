import type { Comparison } from '../model/comparison'
import type { LinkOrder } from '../model/link-effect'
import { LINK_KINDS, type LinkCandidate, type LinkKind } from '../model/links'
import type { Beside } from '../model/side-by-side'
import type { LonLat } from '../model/units'

/** A link as the map shows it: one that was found, or one of a plan. */
export interface LinkMark extends Pick<LinkCandidate, 'id' | 'kind' | 'at' | 'line'> {
  /** what its size goes by: minutes of walking saved, or those newly served */
  readonly worth: number
  readonly by: LinkOrder
  /** whose: communities where nobody is counted */
  readonly of: 'people' | 'communities'
}

/** A use of a plan as the map shows it, where it would be: of a space, or of a facility opened to neighbors. */
export interface UseMark {
  readonly id: string
  readonly class: string
  /** id of the space; null: a facility that there is */
  readonly space: string | null
  readonly at: LonLat
  /** beside other uses of the same space: how many signs to the right and down of the place */
  readonly beside: Beside
  /** people newly served by it alone */
  readonly people: number
  /** whose that is: communities where nobody is counted */
  readonly of: LinkMark['of']
}

/** How links are looked at. */
export interface LinkView {
  /** false: nobody looks, and none are looked for */
  readonly isOpen: boolean
  /** ids; only what opens or touches these. null: everywhere */
  readonly communities: readonly string[] | null
  /** the kinds that are listed and drawn */
  readonly kinds: readonly LinkKind[]
  /** what they are listed by, and the best of drawn */
  readonly order: LinkOrder
  /** ids of the link that is open in the list, and of the one pointed at */
  readonly open: string | null
  readonly pointed: string | null
  /** gates, wall openings and paths of the plan that is looked at, drawn as links; null: no plan is */
  readonly planned: readonly LinkMark[] | null
  /** what that plan makes of spaces and facilities */
  readonly plannedUses: readonly UseMark[] | null
}

/** So many of the best are drawn on the map, and the one that is open: more would hide it. */
export const LINKS_DRAWN = 60

export const FIRST_LINK_VIEW: LinkView = {
  isOpen: false,
  communities: null,
  kinds: LINK_KINDS,
  order: 'walks',
  open: null,
  pointed: null,
  planned: null,
  plannedUses: null,
}

/** What the project changes by with a link, measured. */
export interface TriedLink {
  readonly id: string
  readonly comparison: Comparison
}
