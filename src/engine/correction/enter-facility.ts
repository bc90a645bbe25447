import { CORRECTION_SOURCE } from '../../model/correction'
import type { ApplyChange } from './apply-change'

/** A facility gets an entrance, which decides where it meets the network. */
export const enterFacility: ApplyChange<'enter-facility'> = (draft, { id, facility, at }) => {
  if (draft.find('facilities', facility) === undefined) return { layer: 'facilities', id: facility }
  draft.add('entrances', {
    id: `entrance~${id}`,
    source: CORRECTION_SOURCE,
    of: facility,
    geometry: { type: 'Point', coordinates: [...at] },
  })
  return null
}
