import { type ApplyEdit, refuse } from '../apply-edit'

/** A street or path is no more. */
export const removePath: ApplyEdit<'remove-path'> = (draft, { street }) => {
  if (draft.find('streets', street) === undefined) return refuse('missing', 'streets', street)
  draft.drop('streets', street)
  return null
}
