import type { HostedUse, HostingCode, HostingFinding, HostingRuleId } from '../../model/hosting'
import type { SpaceSite } from './space-site'

/**
 * What one rule says of a space and a use it applies to; nothing where it has nothing against them. `year`: of
 * judgement.
 */
export type HostingCheck = (site: SpaceSite, use: HostedUse, year: number) => readonly HostingFinding[]

/** One finding of a rule. */
export function find(
  rule: HostingRuleId,
  level: HostingFinding['level'],
  code: HostingCode,
  facts: HostingFinding['facts'] = {},
): HostingFinding {
  return { rule, level, code, facts }
}

/** A fact that could block is not on record. */
export function findMissing(rule: HostingRuleId, field: string): HostingFinding {
  return find(rule, 'unknown', 'fact-missing', { field })
}
