import type { Street } from './layers'

/**
 * Name of the extra field that marks a straight line across a square: nobody mapped it, people walk it.
 * Counted like any street, but left out of plain network distances, which are those of the mapped lines.
 */
export const VISIBLE_LINK = 'visible_link'

/** Whether a street is such a line. */
export function isVisibleLink(street: Street): boolean {
  return street.extra?.[VISIBLE_LINK] === true
}
