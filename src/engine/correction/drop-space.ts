import type { ApplyChange } from './apply-change'

/** A candidate space is left out. */
export const dropSpace: ApplyChange<'drop-space'> = (draft, { space }) => {
  if (draft.find('spaces', space) !== undefined) draft.drop('spaces', space)
  // one that waits for a place is in no layer yet
  else if (draft.unplaced.every(({ id }) => id !== space)) return { layer: 'spaces', id: space }
  return null
}
