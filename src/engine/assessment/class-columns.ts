import type { AnalysisSettings } from '../../model/analysis'
import type { ClassColumn } from '../../model/assessment'
import { limitOf } from '../../model/class-limit'
import type { Project } from '../../model/project'
import { isClassSurveyed } from '../../model/survey'

/** What each class of the rule pack is judged by in a project. */
export function listColumns(
  project: Project,
  { rules, basis }: Pick<AnalysisSettings, 'rules' | 'basis'>,
): ClassColumn[] {
  const counts = new Map<string, number>()
  for (const { class: code } of project.layers.facilities)
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
  return rules.rules.map((rule) => {
    const { limit, unit, status, from } = limitOf(rules, rule, basis)
    const facilities = counts.get(rule.code) ?? 0
    return {
      code: rule.code,
      limit,
      limit_unit: unit,
      limit_basis: from,
      status,
      required: rule.required,
      surveyed: isClassSurveyed(project, rule.code, facilities),
      facilities,
    }
  })
}
