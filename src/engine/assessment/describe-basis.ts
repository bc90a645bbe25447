import type { AnalysisSettings } from '../../model/analysis'
import type { AnalysisBasis } from '../../model/assessment'
import { PLAN_SCOPE } from '../../model/scope'
import { hashText } from './hash-text'

/** What is printed beside results of these settings. */
export function describeBasis({
  profile,
  basis,
  rules,
  scenario,
  hour,
  scope,
  year,
}: AnalysisSettings): AnalysisBasis {
  return {
    profile,
    basis,
    rule_pack: rules.id,
    rule_pack_version: rules.version,
    rule_pack_hash: hashText(JSON.stringify(rules)),
    scenario,
    hour: hour ?? null,
    scope: scope ?? PLAN_SCOPE,
    year,
  }
}
