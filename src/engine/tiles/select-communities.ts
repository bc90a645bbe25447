import type { Project } from '../../model/project'
import { GROUPS } from '../../model/rule-pack'
import type { PlacedPeople } from '../places/place-people'

/**
 * A placed project narrowed to some of its communities, in their order: the others still stand in the way,
 * but nobody asks about them.
 */
export function selectCommunities<P extends { readonly project: Project; readonly people: PlacedPeople }>(
  placed: P,
  ids: ReadonlySet<string>,
): P {
  const { project, people } = placed
  const numbers = new Map<number, number>()
  project.layers.communities.forEach(({ id }, i) => {
    if (ids.has(id)) numbers.set(i, numbers.size)
  })
  const ofSelected = <T>(column: readonly T[]): T[] => column.filter((_, i) => numbers.has(i))
  const communities = ofSelected(project.layers.communities)
  const isPointSelected = people.points.map(({ community }) => numbers.has(community))
  return {
    ...placed,
    project: { ...project, layers: { ...project.layers, communities } },
    people: {
      ...people,
      points: people.points.flatMap((point) => {
        const community = numbers.get(point.community)
        return community === undefined ? [] : [{ ...point, community }]
      }),
      people: ofSelected(people.people),
      elders: ofSelected(people.elders),
      counts: Object.fromEntries(
        GROUPS.map((group) => [group, ofSelected(people.counts[group])]),
      ) as unknown as PlacedPeople['counts'],
      estimates: ofSelected(people.estimates),
      groupShares: Object.fromEntries(
        Object.entries(people.groupShares).map(([group, shares]) => [
          group,
          shares.filter((_, i) => isPointSelected[i]),
        ]),
      ),
    },
  }
}
