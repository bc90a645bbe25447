import type { AnalysisSettings } from '../../model/analysis'
import type { AnalysisBasis } from '../../model/assessment'
import { hashText } from './hash-text'

/** What is printed beside results of these settings. */
export function describeBasis({ profile, basis, rules, scenario, hour }: AnalysisSettings): AnalysisBasis {
  return {
    profile,
    basis,
    rule_pack: rules.id,
    rule_pack_version: rules.version,
    rule_pack_hash: hashText(JSON.stringify(rules)),
    scenario,
    hour: hour ?? null,
  }
}
