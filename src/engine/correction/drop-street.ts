import type { ApplyChange } from './apply-change'

/** A street is left out. */
export const dropStreet: ApplyChange<'drop-street'> = (draft, { street }) => {
  if (draft.find('streets', street) === undefined) return { layer: 'streets', id: street }
  draft.drop('streets', street)
  return null
}
