import type {
  Eligibility,
  EligibilityAnswer,
  EligibilityClause,
  EligibilityFact,
  EligibilityField,
  EligibilityOutlook,
  EligibilityVerdict,
} from '../../model/assessment'
import type { Community } from '../../model/layers'
import { PLAN_SCOPE, type ScopeRule } from '../../model/scope'

type Surveyed = Pick<Community, EligibilityField>

/**
 * Scope by the plan's clause (Xihu District plan of 2023-12-20, section 二(一)): built by the end of 2000,
 * not comprehensively renovated within five years, not in an annual expropriation plan; built later only
 * affordable housing with poor management and strong resident will. A fact that is missing and could turn
 * the verdict makes it «data missing»; nothing is assumed. With it come the facts looked at, and what each
 * answer to a missing one would lead to.
 *
 * `year`: the year of judgement, given by the caller because the engine has no clock. `scope`: the plan's years,
 * or those of the rule pack.
 */
export function judgeEligibility(
  community: Surveyed,
  year: number,
  scope: ScopeRule = PLAN_SCOPE,
): Eligibility {
  const surveyed = pickSurveyed(community)
  const { verdict, clauses, asked, missing } = decide(surveyed, year, scope)
  return {
    verdict,
    clauses,
    facts: asked.map((field): EligibilityFact => ({ field, value: surveyed[field] ?? null })),
    missing,
    outlooks: missing.flatMap((field) => lookAhead(surveyed, field, year, scope)),
  }
}

/** What is looked at alone: a record has dozens of fields, and is copied for each answer it might get. */
function pickSurveyed({
  expropriation_planned,
  last_renovated_year,
  built_year,
  affordable_housing,
  management,
  resident_will,
}: Surveyed): Surveyed {
  return {
    expropriation_planned,
    last_renovated_year,
    built_year,
    affordable_housing,
    management,
    resident_will,
  }
}

interface Decision {
  readonly verdict: EligibilityVerdict
  readonly clauses: readonly EligibilityClause[]
  /** fields looked at, in order */
  readonly asked: readonly EligibilityField[]
  readonly missing: readonly EligibilityField[]
}

function decide(community: Surveyed, year: number, scope: ScopeRule): Decision {
  const { built_year, last_renovated_year, expropriation_planned } = community
  const asked: EligibilityField[] = ['expropriation_planned']
  if (expropriation_planned === true)
    return { verdict: 'not-eligible', clauses: ['expropriation-planned'], asked, missing: [] }
  asked.push('last_renovated_year')
  if (last_renovated_year !== undefined && year - last_renovated_year <= scope.renovated_within_years)
    return { verdict: 'not-eligible', clauses: ['renovated-recently'], asked, missing: [] }
  asked.push('built_year')
  const open: EligibilityField[] = expropriation_planned === undefined ? ['expropriation_planned'] : []
  if (built_year === undefined)
    return { verdict: 'data-missing', clauses: [], asked, missing: ['built_year', ...open] }
  if (built_year > scope.built_by_year) return decideException(community, scope, asked, open)
  const clauses: EligibilityClause[] = [
    'built-in-time',
    // «never renovated» and «not noted» look alike in a survey: only the flag on expropriation must be stated
    last_renovated_year === undefined ? 'no-renovation-on-record' : 'not-renovated-recently',
  ]
  if (open.length > 0) return { verdict: 'data-missing', clauses, asked, missing: open }
  return { verdict: 'eligible', clauses: [...clauses, 'not-in-expropriation-plan'], asked, missing: [] }
}

/** Built too late: in scope only as affordable housing, poorly managed, whose residents want it. */
function decideException(
  { affordable_housing, management, resident_will }: Surveyed,
  scope: ScopeRule,
  before: readonly EligibilityField[],
  open: readonly EligibilityField[],
): Decision {
  const clauses: EligibilityClause[] = ['built-later']
  const asked: EligibilityField[] = [...before, 'affordable_housing']
  if (affordable_housing === false)
    return { verdict: 'not-eligible', clauses: [...clauses, 'not-affordable-housing'], asked, missing: [] }
  asked.push('management', 'resident_will')
  // either settles it, whatever else is missing
  if (management === 'professional') clauses.push('well-managed')
  if (resident_will !== undefined && resident_will < scope.strong_will) clauses.push('weak-will')
  if (clauses.length > 1) return { verdict: 'not-eligible', clauses, asked, missing: [] }
  const missing: EligibilityField[] = [...open]
  if (affordable_housing === undefined) missing.push('affordable_housing')
  if (management === undefined) missing.push('management')
  if (resident_will === undefined) missing.push('resident_will')
  if (missing.length > 0) return { verdict: 'data-missing', clauses, asked, missing }
  return { verdict: 'by-exception', clauses: [...clauses, 'affordable-housing-exception'], asked, missing }
}

/** The two answers of a field that lead apart, and a value that stands for each. */
function answersOf(
  field: EligibilityField,
  scope: ScopeRule,
): readonly (readonly [EligibilityAnswer, Surveyed])[] {
  switch (field) {
    case 'built_year':
      return [
        ['built-in-time', { built_year: scope.built_by_year }],
        ['built-later', { built_year: scope.built_by_year + 1 }],
      ]
    case 'management':
      return [
        ['poorly-managed', { management: 'none' }],
        ['well-managed', { management: 'professional' }],
      ]
    case 'resident_will':
      return [
        ['strong-will', { resident_will: scope.strong_will }],
        ['weak-will', { resident_will: scope.strong_will / 2 }],
      ]
    case 'last_renovated_year':
      return []
    default:
      return [
        ['no', { [field]: false }],
        ['yes', { [field]: true }],
      ]
  }
}

function lookAhead(
  community: Surveyed,
  field: EligibilityField,
  year: number,
  scope: ScopeRule,
): EligibilityOutlook[] {
  return answersOf(field, scope).map(([answer, value]) => ({
    field,
    answer,
    verdict: decide({ ...community, ...value }, year, scope).verdict,
  }))
}
