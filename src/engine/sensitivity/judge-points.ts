import { type ClassColumn, type PeopleParts, VERDICTS } from '../../model/assessment'
import { partsOf } from '../../model/people-parts'
import { readReasons, surveyedReason, VERDICT_OF } from '../assessment/community-judge'
import type { Evidence } from '../assessment/evidence'
import type { Reach } from '../catchment/reach'
import type { PlacedPeople } from '../places/place-people'
import type { SurveyDoubt } from '../places/survey-doubt'

/** The verdict by access of every demand point on every class, as indexes into VERDICTS; entry `class * points + point`. */
export function judgePoints(
  reach: Reach,
  columns: readonly ClassColumn[],
  { points }: Pick<PlacedPeople, 'points'>,
  doubt: SurveyDoubt | null,
): Uint8Array {
  const evidence: Evidence = { reach, openedCost: null, judging: 'access', enough: null }
  const verdicts = new Uint8Array(columns.length * reach.pointCount)
  columns.forEach((column, c) => {
    const offset = c * reach.pointCount
    const read = readReasons(evidence, c, column)
    for (let point = 0; point < reach.pointCount; point++) {
      const reason = read(point)
      verdicts[offset + point] = VERDICT_OF[surveyedReason(reason, doubt, points[point], c)]
    }
  })
  return verdicts
}

/**
 * People by verdict on one class, added up as an assessment does, and those of them at points that are marked;
 * in millionths of a person. Communities whose people are not known are left out.
 */
export function countPeople(
  { points, people }: PlacedPeople,
  verdicts: Uint8Array,
  marked: Uint8Array | null,
  classIndex: number,
): PeopleParts & { readonly marked: number } {
  const offset = classIndex * points.length
  const width = VERDICTS.length + 1
  const shares = new Float64Array(people.length * width)
  points.forEach(({ community, share }, point) => {
    shares[community * width + verdicts[offset + point]] += share
    if (marked?.[offset + point] === 1) shares[community * width + VERDICTS.length] += share
  })
  const parts = { served: 0, unserved: 0, unknown: 0, marked: 0 }
  people.forEach((residents, community) => {
    if (residents === null) return
    for (const [i, name] of [...VERDICTS, 'marked' as const].entries())
      parts[name] += partsOf(residents, shares[community * width + i])
  })
  return parts
}
