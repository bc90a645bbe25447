import type { ApplyChange } from './apply-change'

/** A community has a wall that only gates lead through, or has none, or nobody knows. */
export const setGated: ApplyChange<'set-gated'> = (draft, { community: id, gated }) => {
  const community = draft.find('communities', id)
  if (community === undefined) return { layer: 'communities', id }
  const { gated: _before, ...rest } = community
  draft.replace('communities', gated === null ? rest : { ...rest, gated })
  return null
}
