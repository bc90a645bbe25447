import type { ClassFamily, Rule, RulePack } from '../model/rule-pack'

/** The order of families everywhere: the four the plan fills first, then the rest. */
const FAMILY_ORDER: readonly ClassFamily[] = [
  'elder',
  'child',
  'parking',
  'sport',
  'education',
  'health',
  'culture',
  'service',
  'commerce',
  'transport',
  'municipal',
]

/** Classes of a pack by family, in the order of families; a family without classes is left out. */
export function groupByFamily(
  pack: RulePack,
): readonly { readonly family: ClassFamily; readonly rules: readonly Rule[] }[] {
  return FAMILY_ORDER.map((family) => ({
    family,
    rules: pack.rules.filter((rule) => rule.family === family),
  })).filter((group) => group.rules.length > 0)
}
