import type { GapChange, GapCount, GapTurn } from './comparison'

/** A change of gaps in numbers that add up; `isOf`: which ids count, all unless told otherwise. */
export function countGaps(
  { closed, remaining, fresh, turned }: GapChange,
  isOf: (id: string) => boolean = () => true,
): GapCount {
  // gaps of one class turn into gaps of that class alone
  const turns = turned.filter(({ before }) => isOf(before[0]))
  const count = (ids: readonly string[]): number => ids.filter(isOf).length
  const sum = (of: (turn: (typeof turns)[number]) => number): number =>
    turns.reduce((total, turn) => total + Math.max(0, of(turn)), 0)
  const oneForOne = (kind: GapTurn): number => turns.filter(({ turn }) => turn === kind).length
  const left = count(remaining) + sum(({ before }) => before.length)
  const [split, merged] = [
    sum(({ before, after }) => after.length - before.length),
    sum(({ before, after }) => before.length - after.length),
  ]
  return {
    before: count(closed) + left,
    closed: count(closed),
    left,
    fresh: count(fresh),
    split,
    merged,
    after: left + count(fresh) + split - merged,
    shrunk: oneForOne('shrunk'),
    grown: oneForOne('grown'),
  }
}
