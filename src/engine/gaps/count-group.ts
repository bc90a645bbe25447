import type { Community } from '../../model/layers'
import type { Group } from '../../model/rule-pack'
import type { GapEvidence } from './gap-evidence'

/** The survey's field of each group that is neither all residents nor elders, which people are placed with. */
const FIELDS = {
  households: 'households',
  age_0_2: 'residents_0_2',
  age_3_5: 'residents_3_5',
  age_6_11: 'residents_6_11',
  age_12_14: 'residents_12_14',
  age_80_plus: 'residents_80_plus',
} as const satisfies Partial<Record<Group, keyof Community>>

/** How many of a group each community has, by index; null: not known, never estimated. */
export function countGroup({ people, project }: GapEvidence, group: Group): readonly (number | null)[] {
  if (group === 'all') return people.people
  if (group === 'age_60_plus') return people.elders
  return project.layers.communities.map((community) => community[FIELDS[group]] ?? null)
}
