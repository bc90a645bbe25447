import { type Assessment, VERDICTS } from '../../model/assessment'
import { findGaps, type FoundGaps, type GapGroup, makeGroup, takeGroup } from './find-gaps'

const UNSERVED = VERDICTS.indexOf('unserved')

/**
 * What `findGaps` would find now, from what it found before: gaps of which no community has another verdict,
 * walk or neighbour stay as they are. An edit of a gate changes few of the thousands there are.
 */
export function updateGaps(
  before: FoundGaps,
  { assessment, rules, neighbours }: Pick<FoundGaps, 'assessment' | 'rules' | 'neighbours'>,
): FoundGaps {
  if (before.rules !== rules || !isSameTable(before.assessment, assessment))
    return findGaps(assessment, rules, neighbours)
  const { rank, classRank } = before
  const found = { assessment, rules, neighbours, rank, classRank }
  const communityCount = assessment.communities.length
  const isChanged = markChanged(before, found)
  // what hung together with a changed community is put together again, and whatever that meets now
  const isAsked = isChanged.slice()
  for (const { classIndex, members } of before.groups) {
    const offset = classIndex * communityCount
    let isTouched = 0
    for (const k of members) isTouched |= isChanged[offset + k]
    if (isTouched === 1) for (const k of members) isAsked[offset + k] = 1
  }
  const fresh: GapGroup[] = []
  const isOpen = new Uint8Array(communityCount)
  for (let c = 0; c < assessment.classes.length; c++) {
    const offset = c * communityCount
    if (!isAsked.subarray(offset, offset + communityCount).includes(1)) continue
    for (let k = 0; k < communityCount; k++)
      isOpen[k] = assessment.status[k * assessment.classes.length + c] === UNSERVED ? 1 : 0
    for (let k = 0; k < communityCount; k++) {
      if (isAsked[offset + k] === 0 || isOpen[k] === 0) continue
      const members = takeGroup(k, isOpen, neighbours)
      for (const member of members) isAsked[offset + member] = 1
      fresh.push(makeGroup(found, c, members))
    }
  }
  const isBefore = (a: GapGroup, b: GapGroup): number =>
    b.gap.severity - a.gap.severity ||
    classRank[a.classIndex] - classRank[b.classIndex] ||
    rank[a.members[0]] - rank[b.members[0]]
  fresh.sort(isBefore)
  const groups: GapGroup[] = []
  let next = 0
  for (const group of before.groups) {
    if (isAsked[group.classIndex * communityCount + group.members[0]] === 1) continue
    while (next < fresh.length && isBefore(fresh[next], group) < 0) groups.push(fresh[next++])
    groups.push(group)
  }
  while (next < fresh.length) groups.push(fresh[next++])
  return { ...found, groups }
}

/** Whether two assessments speak of the same communities, with the same people, and of the same classes. */
function isSameTable(a: Assessment, b: Assessment): boolean {
  return (
    a.communities.length === b.communities.length &&
    a.communities.every((row, k) => {
      const other = b.communities[k]
      return row === other || (row.id === other.id && row.people === other.people && row.at === other.at)
    }) &&
    JSON.stringify(a.classes) === JSON.stringify(b.classes)
  )
}

/** 1: a community has another verdict, walk or neighbours than before; at `class * communities + community`. */
function markChanged(before: FoundGaps, after: Omit<FoundGaps, 'groups'>): Uint8Array {
  const { assessment: was, neighbours: nearBefore } = before
  const { assessment: is, neighbours: nearAfter } = after
  const communityCount = is.communities.length
  const classCount = is.classes.length
  const isChanged = new Uint8Array(classCount * communityCount)
  for (let k = 0, at = 0; k < communityCount; k++) {
    const hasMoved = !isSameList(nearBefore[k], nearAfter[k])
    for (let c = 0; c < classCount; c++, at++)
      if (
        hasMoved ||
        was.status[at] !== is.status[at] ||
        // not a number where there is none, which equals itself here
        (is.status[at] === UNSERVED &&
          !(
            Object.is(was.nearest_m[at], is.nearest_m[at]) &&
            Object.is(was.nearest_s[at], is.nearest_s[at]) &&
            Object.is(was.served_share[at], is.served_share[at])
          ))
      )
        isChanged[c * communityCount + k] = 1
  }
  return isChanged
}

function isSameList(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]))
}
