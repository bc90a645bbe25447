import type { Group } from '../../model/rule-pack'
import type { GapEvidence } from './gap-evidence'

/** How many of a group each community has, by index; null: not known, never estimated. */
export function countGroup({ people }: GapEvidence, group: Group): readonly (number | null)[] {
  return people.counts[group]
}
