import type { GapChange, GapCount, GapTurn } from './comparison'

/** A change of gaps in numbers that add up. */
export function countGaps({
  closed,
  unclear,
  remaining,
  fresh,
  revealed,
  turned: turns,
}: GapChange): GapCount {
  const sum = (of: (turn: (typeof turns)[number]) => number): number =>
    turns.reduce((total, turn) => total + Math.max(0, of(turn)), 0)
  const oneForOne = (kind: GapTurn): number => turns.filter(({ turn }) => turn === kind).length
  const left = remaining.length + sum(({ before }) => before.length)
  const [split, merged] = [
    sum(({ before, after }) => after.length - before.length),
    sum(({ before, after }) => before.length - after.length),
  ]
  return {
    before: closed.length + unclear.length + left,
    closed: closed.length,
    unclear: unclear.length,
    left,
    fresh: fresh.length,
    revealed: revealed.length,
    split,
    merged,
    after: left + fresh.length + revealed.length + split - merged,
    shrunk: oneForOne('shrunk'),
    less_known: oneForOne('less-known'),
    grown: oneForOne('grown'),
    more_known: oneForOne('more-known'),
  }
}
