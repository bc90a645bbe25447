import type { PlacedPeople } from '../places/place-people'
import { accumulate } from './accumulate'

/** A list of demand points for each of them, ascending: `points[start[p]]` … `points[start[p + 1]]`. */
export interface PointLists {
  readonly start: Int32Array
  readonly points: Int32Array
}

/** Who lives next to whom. */
export interface Neighbours {
  /** for each demand point, those of other communities its own people walk to within 300 m */
  readonly onward: PointLists
  readonly pairs: NeighbourPairs
}

/**
 * Neighboring demand points, one way or the other, by the pair of their communities: `communities[2 i]` and
 * `communities[2 i + 1]`, ascending by index, have the points `points[2 j]` and `points[2 j + 1]` for j from
 * `start[i]` to `start[i + 1]`.
 */
export interface NeighbourPairs {
  readonly communities: Int32Array
  readonly start: Int32Array
  readonly points: Int32Array
}

/** Lists of the points that each walks to, ascending, as columns and as pairs. */
export function joinLists(
  lists: readonly (readonly number[])[],
  { points, people }: PlacedPeople,
): Neighbours {
  const count = lists.length
  const start = new Int32Array(count + 1)
  for (let p = 0; p < count; p++) start[p + 1] = start[p] + lists[p].length
  const onward = { start, points: new Int32Array(start[count]) }
  lists.forEach((list, p) => onward.points.set(list, start[p]))
  const communityOf = Int32Array.from(points, ({ community }) => community)
  return { onward, pairs: pairUp(onward, communityOf, people.length) }
}

/** Pairs in the order of their communities, then of their points; each once, whoever walks to whom. */
function pairUp(onward: PointLists, communityOf: Int32Array, communityCount: number): NeighbourPairs {
  const toward = turn(onward)
  // points community by community, and the place of each in that row
  const first = new Int32Array(communityCount + 1)
  for (const k of communityOf) first[k + 1]++
  for (let k = 0; k < communityCount; k++) first[k + 1] += first[k]
  const next = first.slice()
  const row = new Int32Array(communityOf.length)
  const placeOf = Int32Array.from(communityOf, (k, p) => {
    row[next[k]] = p
    return next[k]++
  })
  const communities: number[] = []
  const start: number[] = []
  const points = new Int32Array(2 * onward.points.length)
  let end = 0
  let keys = new Float64Array(1024)
  for (let a = 0; a < communityCount; a++) {
    const own = first[a + 1] - first[a]
    let size = 0
    for (let i = first[a]; i < first[a + 1]; i++)
      for (const list of [onward, toward])
        for (let j = list.start[row[i]]; j < list.start[row[i] + 1]; j++) {
          const other = placeOf[list.points[j]]
          if (other < first[a + 1]) continue
          if (size === keys.length) keys = doubled(keys)
          keys[size++] = other * own + (i - first[a])
        }
    const sorted = keys.subarray(0, size).sort()
    let b = -1
    for (let i = 0; i < size; i++) {
      if (i > 0 && sorted[i] === sorted[i - 1]) continue
      const q = row[Math.floor(sorted[i] / own)]
      if (communityOf[q] !== b) {
        b = communityOf[q]
        communities.push(a, b)
        start.push(end)
      }
      points[2 * end] = row[first[a] + (sorted[i] % own)]
      points[2 * end + 1] = q
      end++
    }
  }
  start.push(end)
  return {
    communities: Int32Array.from(communities),
    start: Int32Array.from(start),
    points: points.slice(0, 2 * end),
  }
}

/** The same pairs from their other side. */
function turn({ start, points }: PointLists): PointLists {
  const counts = new Int32Array(start.length)
  for (const q of points) counts[q + 1]++
  const turned = { start: accumulate(counts, 1), points: new Int32Array(points.length) }
  const next = turned.start.slice()
  for (let p = 0; p < start.length - 1; p++)
    for (let i = start[p]; i < start[p + 1]; i++) turned.points[next[points[i]]++] = p
  return turned
}

function doubled(from: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const to = new Float64Array(2 * from.length)
  to.set(from)
  return to
}
