import type { ClassColumn } from '../../model/assessment'
import { demandColumns } from '../places/demand-columns'
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

/** What was known in other evidence of a class that was asked for alike, of the same people. */
export interface ReasonsBefore {
  readonly evidence: Evidence
  /** the class, as an assessment of that evidence has it */
  readonly column: ClassColumn
  readonly doubt: SurveyDoubt | null
  /** 0: nobody of a community has another walk to it since; by community */
  readonly changed: Uint8Array
}

/**
 * Why each demand point is served by a class, is not, or is not known to be: indexes into REASONS, one per point, not
 * to be written to. `c`: index of the class; `column`: that class, as an assessment of this evidence has it. `before`: of
 * communities to which nothing has changed the reasons are taken over, where they are known still.
 */
export function reasonsOfClass(
  evidence: Evidence,
  c: number,
  column: ClassColumn,
  people: PlacedPeople,
  doubt: SurveyDoubt | null,
  before: ReasonsBefore | null = null,
): Uint8Array {
  const known = knownReasons(evidence, column, doubt)
  if (known !== null) return known
  const { pointCount } = evidence.reach
  const read = readReasons(evidence, c, column)
  const was = before && knownReasons(before.evidence, before.column, before.doubt)
  const reasons = was?.slice() ?? new Uint8Array(pointCount)
  const changed = was === null ? null : (before?.changed ?? null)
  const { points } = people
  const { communityOf } = demandColumns(people)
  for (let point = 0; point < pointCount; point++) {
    if (changed !== null && changed[communityOf[point]] === 0) continue
    const reason = read(point)
    reasons[point] = doubt === null ? reason : surveyedReason(reason, doubt, points[point], c)
  }
  ofColumns.set(column, { evidence, doubt, reasons })
  return reasons
}

function knownReasons(evidence: Evidence, column: ClassColumn, doubt: SurveyDoubt | null): Uint8Array | null {
  const known = ofColumns.get(column)
  return known?.evidence === evidence && known.doubt === doubt ? known.reasons : null
}
