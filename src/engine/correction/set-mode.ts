import type { Missing, ApplyChange } from './apply-change'

/** Communities are renovated this way; those that are gone are told, the others keep the decision. */
export const setMode: ApplyChange<'set-mode'> = (draft, { communities, mode }) => {
  let missing: Missing | null = null
  for (const id of communities) {
    const community = draft.find('communities', id)
    if (community === undefined) {
      missing ??= { layer: 'communities', id }
      continue
    }
    const { mode: _, ...rest } = community
    draft.replace('communities', mode === null ? rest : { ...rest, mode })
  }
  return missing
}
