import { UNSERVED } from '../assessment/community-judge'
import type { GapEvidence, Homes } from './gap-evidence'

/**
 * The communities with unserved people, grouped: two belong together if some unserved people of the one live
 * within a walk of some of the other (`Neighbours`), and so on. The unserved people of one community are never
 * divided: a community is what is renovated, and the name of its gap. Groups and their members stand in the
 * order of ids.
 */
export function clusterUnserved(
  { neighbours }: GapEvidence,
  { byId, communityOf }: Homes,
  verdicts: Uint8Array,
): number[][] {
  // the community each unserved one hangs together with, −1: it has nobody unserved
  const parent = new Int32Array(byId.length).fill(-1)
  for (let p = 0; p < verdicts.length; p++)
    if (verdicts[p] === UNSERVED) parent[communityOf[p]] = communityOf[p]
  const { communities, start, points } = neighbours.pairs
  for (let i = 0; i < start.length - 1; i++) {
    const a = communities[2 * i]
    const b = communities[2 * i + 1]
    if (parent[a] < 0 || parent[b] < 0) continue
    const rootA = rootOf(parent, a)
    const rootB = rootOf(parent, b)
    if (rootA !== rootB && haveUnserved(points, start[i], start[i + 1], verdicts)) parent[rootB] = rootA
  }
  const groupOf = new Map<number, number[]>()
  for (const k of byId) {
    if (parent[k] < 0) continue
    const root = rootOf(parent, k)
    const list = groupOf.get(root)
    if (list === undefined) groupOf.set(root, [k])
    else list.push(k)
  }
  return [...groupOf.values()]
}

/** Whether both points of one of the pairs are unserved. */
function haveUnserved(points: Int32Array, from: number, to: number, verdicts: Uint8Array): boolean {
  for (let j = from; j < to; j++)
    if (verdicts[points[2 * j]] === UNSERVED && verdicts[points[2 * j + 1]] === UNSERVED) return true
  return false
}

function rootOf(parent: Int32Array, k: number): number {
  let root = k
  // halves the way for those who come later
  while (parent[root] !== root) root = parent[root] = parent[parent[root]]
  return root
}
