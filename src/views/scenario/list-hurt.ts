import type { Comparison } from '../../model/comparison'

/**
 * Communities where somebody loses a class, those with most person-classes lost first. Where nobody counted people, one
 * place that loses is enough, though the verdict of the whole community stays.
 */
export function listHurt({ communities, places }: Pick<Comparison, 'communities' | 'places'>): string[] {
  const lostBy = new Map<string, number>()
  for (const { id, lost, people_lost: people } of communities)
    if (lost.length > 0 || (people ?? 0) > 0) lostBy.set(id, people ?? 0)
  for (const { community, lost } of places)
    if (lost.length > 0 && !lostBy.has(community)) lostBy.set(community, 0)
  return [...lostBy].toSorted(([, a], [, b]) => b - a).map(([id]) => id)
}
