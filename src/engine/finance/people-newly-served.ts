import type { Comparison } from '../../model/comparison'

/**
 * People of each community who gain a required class and lose none, each once: those that `Comparison.people.gain`
 * adds up over all. null: such people are there, and how many is not known. Communities in the order they are met.
 */
export function peopleNewlyServed({ classes, places }: Comparison): Map<string, number | null> {
  const isRequired = (index: number): boolean => classes[index].required
  const served = new Map<string, number | null>()
  for (const { community, people, gained, lost } of places) {
    if (!gained.some(isRequired) || lost.some(isRequired)) continue
    const before = served.get(community) ?? 0
    served.set(community, people === null || served.get(community) === null ? null : before + people)
  }
  return served
}
