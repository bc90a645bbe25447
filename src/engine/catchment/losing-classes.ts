import type { Reach, ReachInput } from './reach'

/** Who may have lost a facility that is no farther than any other, class by class. */
export interface Losing {
  readonly ofClass: ReadonlyMap<number, readonly number[]>
  /** facilities of which nobody can say who loses them: they refuse people, or are too small */
  readonly others: readonly number[]
}

/** Who walks to some facilities, to which ways have been taken away: nobody else's nearest one is farther. */
export function losingClasses(
  { facilities: { services } }: ReachInput,
  reach: Reach,
  facilities: readonly number[],
): Losing {
  const { fits, isSmallFor } = reach.members
  const isTold = (i: number): boolean => services[i].access !== 'residents' && isSmallFor[i].length === 0
  const [told, others] = [facilities.filter(isTold), facilities.filter((i) => !isTold(i))]
  const asked = new Set(told)
  const ofClass = new Map<number, readonly number[]>()
  for (const c of new Set(told.flatMap((i) => fits[i]))) {
    const points: number[] = []
    for (const [p, facility] of reach.facility[c].entries()) if (asked.has(facility)) points.push(p)
    ofClass.set(c, points)
  }
  return { ofClass, others }
}
