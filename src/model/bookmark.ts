import type { Extent } from './project'

/** What colors the map of a bookmark: a theme by name, of one class `class:CODE`. */
export type BookmarkTheme = 'missing' | 'eligibility' | 'mode' | `class:${string}`

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
}

const THEMES: readonly string[] = ['missing', 'eligibility', 'mode']

/** Whether a text names a theme a bookmark can show. */
export function isBookmarkTheme(text: string): text is BookmarkTheme {
  return THEMES.includes(text) || /^class:.+$/u.test(text)
}
