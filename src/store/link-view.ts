import type { Comparison } from '../model/comparison'
import { LINK_KINDS, type LinkKind } from '../model/links'

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
}

/** So many of the best are drawn on the map, and the one that is open: more would hide it. */
export const LINKS_DRAWN = 60

export const FIRST_LINK_VIEW: LinkView = {
  isOpen: false,
  communities: null,
  kinds: LINK_KINDS,
  open: null,
  pointed: null,
}

/** What the project changes by with a link, measured. */
export interface TriedLink {
  readonly id: string
  readonly comparison: Comparison
}
