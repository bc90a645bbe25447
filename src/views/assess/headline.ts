import type { Assessment, CommunityRow } from '../../model/assessment'

/** The few numbers that are said first. */
export interface Headline {
  readonly communities: number
  /** eligible, and by exception */
  readonly eligible: number
  /** of them by exception */
  readonly byException: number
  /** communities whose missing facts would decide */
  readonly eligibilityUnknown: number
  /** sum over communities whose people are known; null: none is */
  readonly people: number | null
  /** communities whose people are not known */
  readonly peopleUnknown: number
  /** people estimated from households or floor area, in how many of those communities; in no sum */
  readonly estimated: number
  readonly estimatedIn: number
  /** required classes that serve every community */
  readonly classesMet: number
  /** required classes that nobody is known to lack, but not everybody is known to have */
  readonly classesUnknown: number
  readonly classesRequired: number
}

/** In the plan's scope, by its rule or by its exception. */
function isEligible({ eligibility }: CommunityRow): boolean {
  return eligibility.verdict === 'eligible' || eligibility.verdict === 'by-exception'
}

/** A class is met only where nobody is unserved and nobody unknown: unknown is never counted as served. */
export function summarizeAssessment(assessment: Assessment): Headline {
  const known = assessment.communities.filter((row) => row.people !== null)
  const required = assessment.classes
    .map((column, index) => ({ column, total: assessment.totals[index] }))
    .filter(({ column }) => column.required)
  return {
    communities: assessment.communities.length,
    eligible: assessment.communities.filter(isEligible).length,
    byException: assessment.communities.filter(({ eligibility }) => eligibility.verdict === 'by-exception')
      .length,
    eligibilityUnknown: assessment.communities.filter(
      ({ eligibility }) => eligibility.verdict === 'data-missing',
    ).length,
    people: known.length === 0 ? null : known.reduce((sum, row) => sum + (row.people ?? 0), 0),
    peopleUnknown: assessment.communities.length - known.length,
    estimated: assessment.communities.reduce((sum, row) => sum + (row.people_estimated ?? 0), 0),
    estimatedIn: assessment.communities.filter((row) => row.people_estimated !== null).length,
    classesMet: required.filter(
      ({ total }) =>
        total.communities_served > 0 && total.communities_unserved === 0 && total.communities_unknown === 0,
    ).length,
    classesUnknown: required.filter(
      ({ total }) => total.communities_unserved === 0 && total.communities_unknown > 0,
    ).length,
    classesRequired: required.length,
  }
}
