import type { AnalysisSettings } from '../../model/analysis'
import { findNearest } from './find-nearest'
import { limitOfClass, startMeasuring } from './measure-class'
import type { Reach, ReachInput } from './reach'

/** Who may have lost a facility that is no farther than any other, class by class. */
export interface Losing {
  readonly ofClass: ReadonlyMap<number, readonly number[]>
  /** facilities of which nobody can say who loses them: they refuse people */
  readonly others: readonly number[]
}

/**
 * Who walks to some facilities, to which ways have been taken away or changed: nobody else's nearest one is farther. Who has one
 * that is too small for the nearest such one is not written down; it is who walks to it as far as that.
 */
export function losingClasses(
  { before, after }: { readonly before: ReachInput; readonly after: ReachInput },
  reach: Reach,
  facilities: readonly number[],
  settings: AnalysisSettings,
): Losing {
  const { services } = after.facilities
  const { fits, isSmallFor } = reach.members
  const isTold = (i: number): boolean => services[i].access !== 'residents'
  const [told, others] = [facilities.filter(isTold), facilities.filter((i) => !isTold(i))]
  const asked = new Set(told)
  const ofClass = new Map<number, readonly number[]>()
  for (const c of new Set(told.flatMap((i) => fits[i]))) {
    const points: number[] = []
    for (const [p, facility] of reach.facility[c].entries()) if (asked.has(facility)) points.push(p)
    ofClass.set(c, points)
  }
  const tooSmall = told.filter((i) => isSmallFor[i].length > 0)
  for (const i of tooSmall) {
    const limit = Math.max(...isSmallFor[i].map((c) => limitOfClass(settings, c)))
    const { cost } = findNearest(startMeasuring(before, settings), [i], null, limit)
    for (const c of isSmallFor[i]) {
      const points = new Set(ofClass.get(c))
      for (const [p, small] of reach.smallCost[c].entries())
        if (small >= 0 && small === cost[p]) points.add(p)
      ofClass.set(c, [...points])
    }
  }
  return { ofClass, others }
}
