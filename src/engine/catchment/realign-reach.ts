import type { AnalysisSettings } from '../../model/analysis'
import { limitOfClass } from './measure-class'
import { measureClasses } from './measure-reach'
import { CLASS_COLUMNS, emptyReach, type Reach, type ReachInput } from './reach'

/**
 * What `measureReach` would give for other rules, from what it gave before: walks depend on who is of a class,
 * not on limits; what is too small is looked for within them. Classes of the same members are taken over, the
 * others measured.
 */
export function realignReach(
  on: ReachInput,
  reach: Reach,
  before: AnalysisSettings,
  settings: AnalysisSettings,
): Reach {
  const next: Reach = { ...emptyReach(on, settings), clipCost: reach.clipCost }
  const taken = matchClasses(reach, before, next, settings)
  if (isUnmoved(taken, reach)) return reach
  const added = new Set<number>()
  taken.forEach((from, c) => {
    if (from < 0) added.add(c)
    else
      for (const column of CLASS_COLUMNS) {
        const known = reach[column].subarray(from * reach.pointCount, (from + 1) * reach.pointCount)
        next[column].set(known, c * reach.pointCount)
      }
  })
  measureClasses(next, added, on, settings)
  return next
}

/** Whether what was measured has just the classes of the rules, in their order, with the same members. */
export function hasSameClasses(
  on: ReachInput,
  reach: Reach,
  before: AnalysisSettings,
  settings: AnalysisSettings,
): boolean {
  if (before.rules === settings.rules && (before.countsSmall ?? false) === (settings.countsSmall ?? false))
    return true
  return isUnmoved(matchClasses(reach, before, emptyReach(on, settings), settings), reach)
}

function isUnmoved(taken: readonly number[], { codes }: Reach): boolean {
  return taken.length === codes.length && taken.every((from, c) => from === c)
}

/** For each class of the new rules the measured one with the same walks; −1: none. */
function matchClasses(
  reach: Reach,
  before: AnalysisSettings,
  next: Pick<Reach, 'codes' | 'members'>,
  settings: AnalysisSettings,
): number[] {
  const indexOf = new Map(reach.codes.map((code, c) => [code, c]))
  return next.codes.map((code, c) => {
    const from = indexOf.get(code) ?? -1
    if (from < 0 || !isSameList(reach.members.fit[from], next.members.fit[c])) return -1
    const small = next.members.small[c]
    if (!isSameList(reach.members.small[from], small)) return -1
    return small.length > 0 && limitOfClass(before, from) !== limitOfClass(settings, c) ? -1 : from
  })
}

function isSameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i])
}
