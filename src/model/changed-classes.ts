import type { ClassChange, UncountedClassChange } from './comparison'

/** Whether anything changes for communities whose people nobody counted. */
export function isAnywhere({ gained, lost, nearer, farther }: UncountedClassChange): boolean {
  return gained + lost + nearer + farther > 0
}

/** Whether anything changes for anybody: verdicts, walks of those who are served, or walks of others alone. */
export function isChanged({
  gained,
  lost,
  nearer,
  farther,
  uncounted,
  person_minutes,
}: Omit<ClassChange, 'code'>): boolean {
  return gained + lost + nearer + farther > 0 || isAnywhere(uncounted) || person_minutes !== 0
}

/** Whether anybody loses the class or walks farther, as far as that is told; gains of others may outweigh it. */
export function isHarmed({ lost, farther, uncounted, person_minutes }: ClassChange): boolean {
  return lost + farther + uncounted.lost + uncounted.farther > 0 || person_minutes < 0
}
