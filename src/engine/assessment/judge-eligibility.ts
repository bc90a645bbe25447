import type { Eligibility, EligibilityClause } from '../../model/assessment'
import type { Community } from '../../model/layers'
import { PLAN_SCOPE, type Scope } from '../../model/rules/parameters'

/**
 * Scope by the plan's clause (Xihu District plan of 2023-12-20, section 二(一)): built by the end of 2000,
 * not comprehensively renovated within five years, not in an annual expropriation plan; after 2000 only
 * affordable housing with poor management and strong resident will. A fact that is missing and could turn
 * the verdict makes it «data missing»; nothing is assumed.
 *
 * `year`: the year of judgement, given by the caller because the engine has no clock. `scope`: the plan's years,
 * or those of the rule pack.
 */
export function judgeEligibility(
  community: Community,
  year: number,
  { builtByYear, renovatedWithinYears, strongWill }: Scope = PLAN_SCOPE,
): Eligibility {
  const clauses: EligibilityClause[] = []
  const missing: string[] = []
  if (community.expropriation_planned === true)
    return { verdict: 'not-eligible', clauses: ['expropriation-planned'], missing }
  if (
    community.last_renovated_year !== undefined &&
    year - community.last_renovated_year <= renovatedWithinYears
  )
    return { verdict: 'not-eligible', clauses: ['renovated-within-5-years'], missing }
  if (community.built_year === undefined) return { verdict: 'data-missing', clauses, missing: ['built_year'] }

  if (community.built_year <= builtByYear) {
    clauses.push('built-by-2000')
    // «never renovated» and «not noted» look alike in a survey: only the flag on expropriation must be stated
    clauses.push(
      community.last_renovated_year === undefined
        ? 'no-renovation-on-record'
        : 'not-renovated-within-5-years',
    )
    if (community.expropriation_planned === undefined) missing.push('expropriation_planned')
    else clauses.push('not-in-expropriation-plan')
    return { verdict: missing.length > 0 ? 'data-missing' : 'eligible', clauses, missing }
  }

  clauses.push('built-after-2000')
  if (community.affordable_housing === false) return { verdict: 'not-eligible', clauses, missing }
  if (community.affordable_housing === undefined) missing.push('affordable_housing')
  if (community.management === undefined) missing.push('management')
  if (community.resident_will === undefined) missing.push('resident_will')
  const isWellManaged = community.management === 'professional'
  const hasWeakWill = community.resident_will !== undefined && community.resident_will < strongWill
  if (isWellManaged || hasWeakWill) return { verdict: 'not-eligible', clauses, missing: [] }
  if (missing.length > 0) return { verdict: 'data-missing', clauses, missing }
  clauses.push('affordable-housing-exception')
  return { verdict: 'by-exception', clauses, missing }
}
