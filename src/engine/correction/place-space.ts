import type { Space } from '../../model/layers'
import { isPlacedByCommunity, PLACED_BY_COMMUNITY } from '../../model/placed-by-community'
import { COMMUNITY_IN_FILE, withoutOrigin } from '../../model/unplaced-space'
import type { LonLat } from '../../model/units'
import { freePlace } from '../geometry/free-place'
import { representativePoint } from '../geometry/rings'
import type { ApplyChange } from './apply-change'
import { communityAt } from './community-at'
import type { LayerDraft } from './layer-draft'

type Place = Parameters<ApplyChange<'place-space'>>[1]['place']

/**
 * A candidate space is put where somebody says it is: one that waits for a place comes into the layer, another one
 * moves. In a community its position is estimated, and keeps that mark.
 */
export const placeSpace: ApplyChange<'place-space'> = (draft, { space: id, place }) => {
  const there = draft.find('spaces', id)
  if (there !== undefined) return moveSpace(draft, there, place)
  const waiting = draft.unplaced.find((each) => each.id === id)
  if (waiting === undefined) return { layer: 'spaces', id }
  const { community: written, ...known } = withoutOrigin(waiting)
  const found = positionOf(draft, place)
  if (found === null) return { layer: 'communities', id: 'community' in place ? place.community : '' }
  const { at, community } = found
  const isElsewhere = written !== undefined && written !== community
  const extra = {
    ...known.extra,
    ...(isElsewhere ? { [COMMUNITY_IN_FILE]: written } : {}),
    ...('community' in place ? PLACED_BY_COMMUNITY : {}),
  }
  draft.add('spaces', {
    ...known,
    ...(community === null ? {} : { community }),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
    geometry: { type: 'Point', coordinates: [...at] },
  })
  return null
}

function moveSpace(draft: LayerDraft, space: Space, place: Place): ReturnType<typeof placeSpace> {
  const found = positionOf(draft, place, space.id)
  if (found === null) return { layer: 'communities', id: 'community' in place ? place.community : '' }
  const { extra, ...rest } = space
  const { position_from: _estimated, ...kept } = extra ?? {}
  const marked = 'community' in place ? { ...kept, ...PLACED_BY_COMMUNITY } : kept
  // which community it belongs to was said, or is known by where it lies now
  const community = 'community' in place ? place.community : (space.community ?? found.community)
  draft.replace('spaces', {
    ...rest,
    ...(community === null ? {} : { community }),
    ...(Object.keys(marked).length === 0 ? {} : { extra: marked }),
    geometry: { type: 'Point', coordinates: [...found.at] },
  })
  return null
}

/** The place itself and the community around it, or a free place inside of a community; null: there is none of the id. */
function positionOf(
  draft: LayerDraft,
  place: Place,
  self?: string,
): { readonly at: LonLat; readonly community: string | null } | null {
  if ('at' in place) return { at: place.at, community: communityAt(draft, place.at) }
  const community = draft.find('communities', place.community)
  if (community === undefined) return null
  const taken = draft
    .all('spaces')
    .filter((space) => space.id !== self && space.community === community.id && isPlacedByCommunity(space))
    .map(({ geometry }) => representativePoint(geometry))
  return { at: freePlace(community.geometry, taken), community: community.id }
}
