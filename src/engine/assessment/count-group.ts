import { type ClassColumn, type GroupTotal, VERDICTS } from '../../model/assessment'
import type { Reach } from '../catchment/reach'
import type { PlacedPeople } from '../places/place-people'
import { partsOf, roundPeople } from '../../model/people-parts'
import { SERVED, UNKNOWN, UNSERVED } from './community-judge'

/**
 * The people of a class's group by verdict, each counted at the point where they live. null: the class is for
 * everybody, or no community knows how many it has. `reasonOf`: of a point; `verdictOf`: of a reason.
 */
export function countGroup(
  { points, counts, groupShares }: PlacedPeople,
  { group }: ClassColumn,
  { pointCount }: Pick<Reach, 'pointCount'>,
  verdictAt: (point: number) => number,
): GroupTotal | null {
  if (group === 'all') return null
  const numbers = counts[group]
  if (numbers.every((number) => number === null)) return null
  const shares = groupShares[group]
  const byCommunity = new Float64Array(numbers.length * VERDICTS.length)
  for (let point = 0; point < pointCount; point++) {
    const { community, share } = points[point]
    byCommunity[community * VERDICTS.length + verdictAt(point)] += shares?.[point] ?? share
  }
  const parts = { served: 0, unserved: 0, unknown: 0 }
  let uncounted = 0
  numbers.forEach((number, community) => {
    if (number === null) {
      uncounted++
      return
    }
    const at = community * VERDICTS.length
    parts.served += partsOf(number, byCommunity[at + SERVED])
    parts.unserved += partsOf(number, byCommunity[at + UNSERVED])
    parts.unknown += partsOf(number, byCommunity[at + UNKNOWN])
  })
  const { people_served, people_unserved, people_unknown } = roundPeople(parts)
  return {
    served: people_served,
    unserved: people_unserved,
    unknown: people_unknown,
    communities_uncounted: uncounted,
  }
}
