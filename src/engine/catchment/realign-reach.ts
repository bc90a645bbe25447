import type { AnalysisSettings } from '../../model/analysis'
import { measureClasses } from './measure-reach'
import { emptyReach, type Reach, type ReachInput } from './reach'

/**
 * What `measureReach` would give for other rules, from what it gave before: walks depend on who is of a class,
 * not on limits. Classes that were there are taken over; only new ones are measured.
 */
export function realignReach(on: ReachInput, reach: Reach, settings: AnalysisSettings): Reach {
  if (hasSameClasses(reach, settings)) return reach
  const codes = settings.rules.rules.map(({ code }) => code)
  const next: Reach = { ...emptyReach(on, settings), clipCost: reach.clipCost }
  const indexOf = new Map(reach.codes.map((code, c) => [code, c]))
  const added = new Set<number>()
  codes.forEach((code, c) => {
    const before = indexOf.get(code)
    if (before === undefined) added.add(c)
    else
      for (const column of ['cost', 'other', 'facility', 'residentsOnlyCost'] as const) {
        const from = reach[column].subarray(before * reach.pointCount, (before + 1) * reach.pointCount)
        next[column].set(from, c * reach.pointCount)
      }
  })
  measureClasses(next, added, on, settings)
  return next
}

/** Whether what was measured has just the classes of the rules, in their order. */
export function hasSameClasses({ codes }: Reach, { rules: { rules } }: AnalysisSettings): boolean {
  return codes.length === rules.length && rules.every(({ code }, c) => code === codes[c])
}
