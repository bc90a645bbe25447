import { findLandmarks } from '../engine/places/find-landmarks'
import type { Layers } from '../model/layers'
import { tellCommunity } from '../model/tell-community'

/** What communities are called in tables. */
export interface CommunityNames {
  /** its name, and what tells it apart where it has none or another has the same */
  readonly label: (id: string) => string
  /** the same, and its id where the label is no name of its own: what other commands ask for */
  readonly labelWithId: (id: string) => string
}

export function nameCommunities({
  communities,
  streets,
}: Pick<Layers, 'communities' | 'streets'>): CommunityNames {
  const landmarks = new Map(Object.entries(findLandmarks({ communities, streets })))
  const names = new Map(communities.map(({ id, name }) => [id, name]))
  const label = (id: string): string => tellCommunity(names.get(id), landmarks.get(id), 'en')
  return { label, labelWithId: (id) => (landmarks.has(id) ? `${label(id)} [${id}]` : label(id)) }
}
