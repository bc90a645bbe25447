import type { ApplyChange } from './apply-change'

/** A candidate space is left out. */
export const dropSpace: ApplyChange<'drop-space'> = (draft, { space }) => {
  if (draft.find('spaces', space) === undefined) return { layer: 'spaces', id: space }
  draft.drop('spaces', space)
  return null
}
