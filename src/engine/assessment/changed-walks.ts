import { CLASS_COLUMNS } from '../catchment/reach'
import type { Evidence } from './evidence'
import type { PlacedPeople } from '../places/place-people'

/** 1 where a walk has changed. */
export interface ChangedWalks {
  /** by `class * communities + community` */
  readonly ofClass: Uint8Array
  /** by community: to some class */
  readonly ofCommunity: Uint8Array
  /** by class: of somebody */
  readonly inClass: Uint8Array
}

// asked once for verdicts and once for gaps
const known = new WeakMap<Evidence, WeakMap<Evidence, ChangedWalks>>()

/**
 * Which communities have other walks to, or other supply of, which classes in one evidence than in another of the
 * same people and classes. Goes through the columns side by side, because an edit changes little and a look at every
 * entry must cost little.
 */
export function markChangedWalks(before: Evidence, after: Evidence, people: PlacedPeople): ChangedWalks {
  let ofBefore = known.get(before)
  if (ofBefore === undefined) known.set(before, (ofBefore = new WeakMap<Evidence, ChangedWalks>()))
  let changed = ofBefore.get(after)
  if (changed === undefined) ofBefore.set(after, (changed = compareWalks(before, after, people)))
  return changed
}

function compareWalks(
  { reach: before, openedCost: openedBefore, enough: enoughBefore }: Evidence,
  { reach: after, openedCost, enough }: Evidence,
  { points, people }: PlacedPeople,
): ChangedWalks {
  const { pointCount } = after
  const classCount = after.codes.length
  const communityCount = people.length
  const ofClass = new Uint8Array(classCount * communityCount)
  const ofCommunity = new Uint8Array(communityCount)
  const inClass = new Uint8Array(classCount)
  const mark = (c: number, point: number): void => {
    const { community } = points[point]
    ofClass[c * communityCount + community] = 1
    ofCommunity[community] = 1
    inClass[c] = 1
  }
  for (let point = 0; point < pointCount; point++)
    if (
      before.clipCost[point] !== after.clipCost[point] ||
      before.isConnected[point] !== after.isConnected[point]
    )
      for (let c = 0; c < classCount; c++) mark(c, point)
  const compare = (was: Int32Array | Uint8Array, is: Int32Array | Uint8Array, c: number): void => {
    // most columns are the same in both
    if (was !== is) for (let p = 0; p < pointCount; p++) if (was[p] !== is[p]) mark(c, p)
  }
  const none = new Int32Array(pointCount).fill(-1)
  const notAsked = new Uint8Array(pointCount)
  for (let c = 0; c < classCount; c++) {
    if (before.marks[c] !== after.marks[c])
      for (const name of CLASS_COLUMNS) compare(before[name][c], after[name][c], c)
    compare(openedBefore?.[c] ?? none, openedCost?.[c] ?? none, c)
    compare(enoughBefore?.[c] ?? notAsked, enough?.[c] ?? notAsked, c)
  }
  return { ofClass, ofCommunity, inClass }
}
