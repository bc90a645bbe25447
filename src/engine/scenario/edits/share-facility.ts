import { type ApplyEdit, refuse } from '../apply-edit'

/** A facility reserved to its community serves everybody. */
export const shareFacility: ApplyEdit<'share-facility'> = (draft, { facility: id }) => {
  const facility = draft.find('facilities', id)
  if (facility === undefined) return refuse('missing', 'facilities', id)
  if (facility.access !== 'residents') return refuse('already-shared', 'facilities', id)
  draft.replace('facilities', { ...facility, access: 'public' })
  return null
}
