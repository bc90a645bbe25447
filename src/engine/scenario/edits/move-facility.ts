import { dropEntrances } from '../drop-entrances'
import { type ApplyEdit, refuse } from '../apply-edit'

/** A facility goes to another place; its old entrances stay behind. */
export const moveFacility: ApplyEdit<'move-facility'> = (draft, { facility: id, to }) => {
  const facility = draft.find('facilities', id)
  if (facility === undefined) return refuse('missing', 'facilities', id)
  dropEntrances(draft, id)
  draft.replace('facilities', { ...facility, geometry: { type: 'Point', coordinates: [...to] } })
  return null
}
