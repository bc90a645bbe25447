import type { Issue } from '../../model/issue'
import type { Community, Space } from '../../model/layers'
import { smallestAt } from '../geometry/outlines-at'
import { representativePoint } from '../geometry/rings'

/** Spaces, and what is told of those that were given a community. */
export interface HousedSpaces {
  readonly spaces: readonly Space[]
  readonly issues: readonly Issue[]
}

/**
 * Spaces that name no community belong to the one they lie in, as those do that are drawn on the map: lists of offices often give
 * places alone, and without a community nobody would be asked, and no unit would have them. Of communities one inside the
 * other it is the smallest. The same list where there is none to give.
 */
export function houseSpaces(spaces: readonly Space[], communities: readonly Community[]): HousedSpaces {
  if (communities.length === 0 || spaces.every(({ community }) => community !== undefined))
    return { spaces, issues: [] }
  let example: { readonly space: Space; readonly community: Community } | null = null
  let count = 0
  const housed = spaces.map((space) => {
    if (space.community !== undefined) return space
    const community = smallestAt(communities, representativePoint(space.geometry))
    if (community === null) return space
    example ??= { space, community }
    count++
    return { ...space, community: community.id }
  })
  return count === 0 || example === null
    ? { spaces, issues: [] }
    : { spaces: housed, issues: [tellHoused(count, example)] }
}

function tellHoused(
  count: number,
  { space, community }: { readonly space: Space; readonly community: Community },
): Issue {
  return {
    severity: 'info',
    code: 'spaces-housed',
    layer: 'spaces',
    id: space.id,
    facts: { count, name: space.name ?? space.id, community: community.name ?? community.id },
  }
}
