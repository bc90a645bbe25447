import type { WalkList } from './list-walks'

/** The two nearest services at each demand point; index into the members that were listed, −1 none. */
export interface TwoNearest {
  readonly second: Int32Array
  readonly cost: Int32Array
  readonly other: Int32Array
}

/** The second nearest of the services within the limit; of equal walks the first in order is the nearer. */
export function findSecond({ start, point, cost, other }: WalkList, pointCount: number): TwoNearest {
  const nearest = new Int32Array(pointCount).fill(-1)
  const second = new Int32Array(pointCount).fill(-1)
  // entries of the list
  for (let s = 0; s + 1 < start.length; s++) {
    for (let i = start[s]; i < start[s + 1]; i++) {
      const p = point[i]
      if (nearest[p] < 0 || cost[i] < cost[nearest[p]]) {
        second[p] = nearest[p]
        nearest[p] = i
      } else if (second[p] < 0 || cost[i] < cost[second[p]]) second[p] = i
    }
  }
  const memberOf = new Int32Array(point.length)
  for (let s = 0; s + 1 < start.length; s++) memberOf.fill(s, start[s], start[s + 1])
  return {
    second: second.map((i) => (i < 0 ? -1 : memberOf[i])),
    cost: second.map((i) => (i < 0 ? -1 : cost[i])),
    other: second.map((i) => (i < 0 ? -1 : other[i])),
  }
}
