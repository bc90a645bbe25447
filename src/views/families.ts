import { CLASS_FAMILIES, type ClassFamily, type Rule, type RulePack } from '../model/rule-pack'

/** Classes of a pack by family, in the order of families; a family without classes is left out. */
export function groupByFamily(
  pack: RulePack,
): readonly { readonly family: ClassFamily; readonly rules: readonly Rule[] }[] {
  return CLASS_FAMILIES.map((family) => ({
    family,
    rules: pack.rules.filter((rule) => rule.family === family),
  })).filter((group) => group.rules.length > 0)
}
