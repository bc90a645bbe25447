import type { ClassColumn } from '../../model/assessment'
import type { PlacedPeople } from '../places/place-people'
import type { SurveyDoubt } from '../places/survey-doubt'
import { readReasons, surveyedReason } from './community-judge'
import type { Evidence } from './evidence'

interface Known {
  readonly evidence: Evidence
  readonly doubt: SurveyDoubt | null
  readonly reasons: Uint8Array
}

// communities, groups and gaps ask about the same points, one after the other
const ofColumns = new WeakMap<ClassColumn, Known>()

/**
 * Why each demand point is served by a class, is not, or is not known to be: indexes into REASONS, one per point, not
 * to be written to. `c`: index of the class; `column`: that class, as an assessment of this evidence has it.
 */
export function reasonsOfClass(
  evidence: Evidence,
  c: number,
  column: ClassColumn,
  { points }: Pick<PlacedPeople, 'points'>,
  doubt: SurveyDoubt | null,
): Uint8Array {
  const known = ofColumns.get(column)
  if (known?.evidence === evidence && known.doubt === doubt) return known.reasons
  const { pointCount } = evidence.reach
  const reasons = new Uint8Array(pointCount)
  const read = readReasons(evidence, c, column)
  for (let point = 0; point < pointCount; point++) reasons[point] = read(point)
  if (doubt !== null)
    for (let point = 0; point < pointCount; point++)
      reasons[point] = surveyedReason(reasons[point], doubt, points[point], c)
  ofColumns.set(column, { evidence, doubt, reasons })
  return reasons
}
