import type { ClassTotal } from '../../model/assessment'

/** The three parts of a class's bar; by people where any are known, else by communities. */
export interface ClassShare {
  readonly by: 'people' | 'communities'
  readonly served: number
  readonly unserved: number
  readonly unknown: number
}

/** What a class's bar shows. The choice of unit is for the whole assessment, so bars compare. */
export function shareOfClass(total: ClassTotal, by: ClassShare['by']): ClassShare {
  return by === 'people'
    ? {
        by,
        served: total.people_served,
        unserved: total.people_unserved,
        unknown: total.people_unknown,
      }
    : {
        by,
        served: total.communities_served,
        unserved: total.communities_unserved,
        unknown: total.communities_unknown,
      }
}

/** People when at least one community's people are known. */
export function unitOfShares(totals: readonly ClassTotal[]): ClassShare['by'] {
  const hasPeople = totals.some(
    (total) => total.people_served + total.people_unserved + total.people_unknown > 0,
  )
  return hasPeople ? 'people' : 'communities'
}

/** Whether a row would say nothing but "unknown": nobody, of all or of the class's own group, is known to be served or not. */
export function isNothingKnown(share: ClassShare, group: ClassTotal['group']): boolean {
  return share.served + share.unserved === 0 && (group === null || group.served + group.unserved === 0)
}
