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
  return { onward, pairs: pairUp(onward, communityOf, people.length, null) }
}

/** The same neighbors, but for some points, whose lists are others; the very same where those are the same. */
export function changeLists(
  known: Neighbours,
  lists: ReadonlyMap<number, readonly number[]>,
  { points, people }: PlacedPeople,
): Neighbours {
  const { start: starts, points: listed } = known.onward
  const changed = [...lists].filter(([p, list]) => {
    const was = listed.subarray(starts[p], starts[p + 1])
    return was.length !== list.length || list.some((q, i) => q !== was[i])
  })
  if (changed.length === 0) return known
  const others = new Map(changed.sort(([a], [b]) => a - b))
  const count = points.length
  const start = new Int32Array(count + 1)
  for (let p = 0; p < count; p++)
    start[p + 1] = start[p] + (others.get(p)?.length ?? starts[p + 1] - starts[p])
  const onward = { start, points: new Int32Array(start[count]) }
  let next = 0
  for (const [p, list] of others) {
    onward.points.set(listed.subarray(starts[next], starts[p]), start[next])
    onward.points.set(list, start[p])
    next = p + 1
  }
  onward.points.set(listed.subarray(starts[next], starts[count]), start[next])
  // a pair stands with the lower one of its communities
  const communityOf = Int32Array.from(points, ({ community }) => community)
  const touched = new Uint8Array(people.length)
  for (const [p, list] of others)
    for (const each of [list, listed.subarray(starts[p], starts[p + 1])])
      for (const q of each) touched[Math.min(communityOf[p], communityOf[q])] = 1
  return { onward, pairs: pairUp(onward, communityOf, people.length, { pairs: known.pairs, touched }) }
}

/** Pairs that are known, and for which communities they are others: 1. */
interface KnownPairs {
  readonly pairs: NeighbourPairs
  readonly touched: Uint8Array
}

/** Pairs in the order of their communities, then of their points; each once, whoever walks to whom. */
function pairUp(
  onward: PointLists,
  communityOf: Int32Array,
  communityCount: number,
  known: KnownPairs | null,
): NeighbourPairs {
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
  let at = 0
  for (let a = 0; a < communityCount; a++) {
    if (known !== null) {
      const { pairs } = known
      const from = at
      while (2 * at < pairs.communities.length && pairs.communities[2 * at] === a) at++
      if (known.touched[a] === 0) {
        const [begin, stop] = [pairs.start[from], pairs.start[at]]
        for (let i = from; i < at; i++) {
          communities.push(a, pairs.communities[2 * i + 1])
          start.push(pairs.start[i] - begin + end)
        }
        points.set(pairs.points.subarray(2 * begin, 2 * stop), 2 * end)
        end += stop - begin
        continue
      }
    }
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

/** The pairs of communities of which other points are neighbours in one of two answers than in the other. */
export function listChangedPairs(before: NeighbourPairs, after: NeighbourPairs): [number, number][] {
  const changed: [number, number][] = []
  if (before === after) return changed
  const [was, is] = [before.communities, after.communities]
  // both stand in the order of their communities
  for (let i = 0, j = 0; 2 * i < was.length || 2 * j < is.length;) {
    const order =
      2 * i >= was.length
        ? 1
        : 2 * j >= is.length
          ? -1
          : was[2 * i] - is[2 * j] || was[2 * i + 1] - is[2 * j + 1]
    if (order < 0) changed.push([was[2 * i], was[2 * i + 1]])
    else if (order > 0 || !haveSamePoints(before, i, after, j)) changed.push([is[2 * j], is[2 * j + 1]])
    if (order <= 0) i++
    if (order >= 0) j++
  }
  return changed
}

function haveSamePoints(before: NeighbourPairs, i: number, after: NeighbourPairs, j: number): boolean {
  const [from, to] = [2 * before.start[i], 2 * after.start[j]]
  const count = 2 * before.start[i + 1] - from
  if (2 * after.start[j + 1] - to !== count) return false
  for (let k = 0; k < count; k++) if (before.points[from + k] !== after.points[to + k]) return false
  return true
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
