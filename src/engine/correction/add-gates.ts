import { CORRECTION_SOURCE } from '../../model/correction'
import type { ApplyChange } from './apply-change'

/** Residents' gates of a community; from the first one on, its edge is a wall everywhere else. */
export const addGates: ApplyChange<'add-gates'> = (draft, { id, community, at }) => {
  if (draft.find('communities', community) === undefined) return { layer: 'communities', id: community }
  at.forEach((place, i) =>
    draft.add('gates', {
      id: `gate~${id}.${i + 1}`,
      source: CORRECTION_SOURCE,
      community,
      access: 'residents',
      geometry: { type: 'Point', coordinates: [...place] },
    }),
  )
  return null
}
