import type { ClassChange } from './comparison'

/** Whether anybody's verdict of a class or walk to it is another, counted or not, served or not. */
export function hasChanged({ uncounted, person_minutes, ...counted }: Omit<ClassChange, 'ages'>): boolean {
  return (
    person_minutes !== 0 ||
    [counted, uncounted].some(({ gained, lost, nearer, farther }) => gained + lost + nearer + farther > 0)
  )
}
