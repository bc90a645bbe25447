import { type ClassColumn, type GroupTotal, VERDICTS } from '../../model/assessment'
import { demandColumns } from '../places/demand-columns'
import type { PlacedPeople } from '../places/place-people'
import { partsOf, roundPeople } from '../../model/people-parts'
import { SERVED, UNKNOWN, UNSERVED, VERDICT_OF } from './community-judge'

/**
 * The people of a class's group by verdict, each counted at the point where they live. null: the class is for
 * everybody, or no community knows how many it has. `reasonsOf`: asks for the reason of every point.
 */
export function countGroup(
  people: PlacedPeople,
  { group }: ClassColumn,
  reasonsOf: () => Uint8Array,
): GroupTotal | null {
  if (group === 'all') return null
  const numbers = people.counts[group]
  if (numbers.every((number) => number === null)) return null
  const { communityOf, shareOf } = demandColumns(people)
  const shares = people.groupShares[group] ?? shareOf
  const reasons = reasonsOf()
  const byCommunity = new Float64Array(numbers.length * VERDICTS.length)
  for (let point = 0; point < reasons.length; point++)
    byCommunity[communityOf[point] * VERDICTS.length + VERDICT_OF[reasons[point]]] += shares[point]
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
