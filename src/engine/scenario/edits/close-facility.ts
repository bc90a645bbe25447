import { dropEntrances } from '../drop-entrances'
import { type ApplyEdit, refuse } from '../apply-edit'

/** A facility is no more, and its entrances with it. */
export const closeFacility: ApplyEdit<'close-facility'> = (draft, { facility: id }) => {
  if (draft.find('facilities', id) === undefined) return refuse('missing', 'facilities', id)
  dropEntrances(draft, id)
  draft.drop('facilities', id)
  return null
}
