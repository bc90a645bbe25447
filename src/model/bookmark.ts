import type { Decay, Judging } from './analysis'
import type { Basis, ProfileId } from './profile'
import type { Extent } from './project'
import type { Selection } from './selection'
import type { SurfaceForm } from './surface'

/** What colors the map of a bookmark: a theme by name, of one class `class:CODE`. */
export type BookmarkTheme = 'missing' | 'eligibility' | 'mode' | `class:${string}`

/** What a bookmark tells apart on the map: nothing, or its scenario and another one. */
export type BookmarkSides =
  | { readonly onMap: 'off' }
  | {
      readonly onMap: 'difference' | 'swipe'
      /** id of the scenario that it is told apart from, on the left of a swipe; null: the project as it is */
      readonly from: string | null
      /** where the halves of a swipe meet, as a share of the map's open width */
      readonly divider: number
    }

/** What the numbers of a bookmark stand on: for whom, when, and what is asked of a facility. */
export interface BookmarkTerms {
  readonly profile: ProfileId
  /** what verdicts are judged by */
  readonly basis: Basis
  /** minute of the day whose open gates count; null: any time */
  readonly hour: number | null
  readonly judging: Judging
  readonly decay: Decay
  /** true: facilities smaller than their rule's least serve all the same */
  readonly countsSmall: boolean
}

/** A look at the map kept for a meeting, with what is said about it. Their order is that of the talk. */
export interface Bookmark {
  readonly id: string
  readonly caption: string
  /** what must be seen, whatever the screen; west, south, east, north */
  readonly box: Extent
  /** id of the scenario that is shown; null: the project as it is */
  readonly scenario: string | null
  /** absent: what is shown stays */
  readonly theme?: BookmarkTheme
  /** what carries the colors; absent: what is shown stays */
  readonly form?: 'communities' | SurfaceForm
  /** absent: what is told apart stays, as far as there is something to tell apart */
  readonly sides?: BookmarkSides
  /** absent: nothing is selected */
  readonly selection?: Selection
  /** what bands and surfaces are measured in; absent: what is shown stays */
  readonly bands?: Basis
  /** absent: what is shown stays */
  readonly terms?: BookmarkTerms
}

const THEMES: readonly string[] = ['missing', 'eligibility', 'mode']

/** Whether a text names a theme a bookmark can show. */
export function isBookmarkTheme(text: string): text is BookmarkTheme {
  return THEMES.includes(text) || /^class:.+$/u.test(text)
}
