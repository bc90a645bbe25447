import type { ClassChange } from './comparison'

/** Whether anybody's verdict of a class or walk to it is another, counted or not. */
export function hasChanged({ uncounted, ...counted }: Omit<ClassChange, 'ages'>): boolean {
  return [counted, uncounted].some(
    ({ gained, lost, nearer, farther }) => gained + lost + nearer + farther > 0,
  )
}
