import type { AnalysisSettings } from '../../model/analysis'
import type { AnalysisBasis } from '../../model/assessment'
import type { Project } from '../../model/project'
import { countEdited } from '../../model/rules/edit-pack'
import { hashPack, memberOf } from '../../model/rules/hash-pack'
import { findOldAreaClauses } from '../../model/rules/old-area'
import { scopeOf } from '../../model/rules/parameters'

/** What is printed beside results of these settings in a project. */
export function describeBasis(
  { profile, basis, rules, scenario, hour, scope, year, judging, decay, countsSmall }: AnalysisSettings,
  { completeness = {} }: Pick<Project, 'completeness'>,
): AnalysisBasis {
  return {
    profile,
    basis,
    rule_pack: rules.id,
    rule_pack_version: rules.version,
    rule_pack_hash: hashPack(rules),
    rule_packs: rules.members ?? [memberOf(rules)],
    old_area: rules.old_area ?? false,
    old_area_shares: rules.old_area ? findOldAreaClauses(rules).shares : [],
    edited_figures: countEdited(rules),
    scenario,
    hour: hour ?? null,
    completeness,
    scope: scope ?? scopeOf(rules),
    year,
    judging: judging ?? 'access',
    decay: decay ?? 'none',
    counts_small: countsSmall === true,
  }
}
