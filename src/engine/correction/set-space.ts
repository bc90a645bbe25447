import { withSpaceFacts } from '../../model/space-facts'
import type { ApplyChange } from './apply-change'

/** More is known about a candidate space, or less. */
export const setSpace: ApplyChange<'set-space'> = (draft, { space: id, facts }) => {
  const space = draft.find('spaces', id)
  if (space === undefined) return { layer: 'spaces', id }
  draft.replace('spaces', withSpaceFacts(space, facts))
  return null
}
