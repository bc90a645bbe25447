import { type ApplyEdit, refuse } from '../apply-edit'

/** A facility gets another area or capacity; what is not named stays. */
export const resizeFacility: ApplyEdit<'resize-facility'> = (draft, edit) => {
  const { facility: id, floor_area_m2, land_area_m2, capacity } = edit
  const facility = draft.find('facilities', id)
  if (facility === undefined) return refuse('missing', 'facilities', id)
  if (floor_area_m2 === undefined && land_area_m2 === undefined && capacity === undefined)
    return refuse('nothing-to-change', 'facilities', id)
  draft.replace('facilities', {
    ...facility,
    ...(floor_area_m2 === undefined ? {} : { floor_area_m2 }),
    ...(land_area_m2 === undefined ? {} : { land_area_m2 }),
    ...(capacity === undefined ? {} : { capacity }),
  })
  return null
}
