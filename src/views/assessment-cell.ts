import { type Assessment, REASONS, type Reason, VERDICTS, type Verdict } from '../model/assessment'

/** One community × class of an assessment, read out of its columns. */
export interface AssessmentCell {
  readonly verdict: Verdict
  readonly reason: Reason
  /** null: none reached */
  readonly nearest_m: number | null
  readonly nearest_s: number | null
  readonly facility: string | null
  /** 0–1; null where unknown */
  readonly served_share: number | null
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value)

/** `row` and `column` are indexes into the assessment's communities and classes. */
export function readCell(assessment: Assessment, row: number, column: number): AssessmentCell {
  const at = row * assessment.classes.length + column
  const facility = assessment.facility[at]
  return {
    verdict: VERDICTS[assessment.status[at]],
    reason: REASONS[assessment.reason[at]],
    nearest_m: orNull(assessment.nearest_m[at]),
    nearest_s: orNull(assessment.nearest_s[at]),
    facility: facility < 0 ? null : assessment.facility_ids[facility],
    served_share: orNull(assessment.served_share[at]),
  }
}
