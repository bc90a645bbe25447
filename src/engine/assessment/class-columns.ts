import type { AnalysisSettings } from '../../model/analysis'
import type { ClassColumn } from '../../model/assessment'
import { limitOf } from '../../model/class-limit'
import type { Project } from '../../model/project'
import { isClassSurveyed } from '../../model/survey'
import type { ClassMembers } from '../places/class-members'

/** What each class of the rule pack is judged by in a project. */
export function listColumns(
  project: Project,
  { fit, small, records }: ClassMembers,
  { rules, basis }: Pick<AnalysisSettings, 'rules' | 'basis'>,
): ClassColumn[] {
  return rules.rules.map((rule, c) => {
    const { limit, unit, status, from } = limitOf(rules, rule, basis)
    const facilities = fit[c].length + small[c].length
    return {
      code: rule.code,
      limit,
      limit_unit: unit,
      limit_basis: from,
      status,
      required: rule.required,
      surveyed: isClassSurveyed(project, rule.code, records[c]),
      facilities,
      group: rule.group ?? rule.supply?.group ?? 'all',
    }
  })
}
