import { CLASS_FAMILIES, type ClassFamily, type RulePack } from '../rule-pack'
import { PLAN_SCOPE, type ScopeRule } from '../scope'

/** The four the plan fills first: eldercare, childcare, parking, sport and leisure. */
export const PLAN_FAMILIES: readonly ClassFamily[] = ['elder', 'child', 'parking', 'sport']

/** The numbers of the clause on scope that a pack sets; where it sets none, those of the plan. */
export function scopeOf(rules: RulePack): ScopeRule {
  return {
    built_by_year: numberOf(rules, 'BUILT_BY_YEAR') ?? PLAN_SCOPE.built_by_year,
    renovated_within_years: numberOf(rules, 'RENOVATED_WITHIN_YEARS') ?? PLAN_SCOPE.renovated_within_years,
    strong_will: numberOf(rules, 'STRONG_WILL') ?? PLAN_SCOPE.strong_will,
  }
}

/** The families a pack puts first; where it says nothing, those of the plan. */
export function firstFamiliesOf(rules: RulePack): ReadonlySet<ClassFamily> {
  const value = rules.parameters?.find(({ code }) => code === 'PRIORITY_FAMILIES')?.value
  if (typeof value !== 'object') return new Set(PLAN_FAMILIES)
  return new Set(CLASS_FAMILIES.filter((family) => value.includes(family)))
}

/** A parameter that is a number; null: the pack has none of that code. */
export function numberOf(rules: RulePack, code: string): number | null {
  const value = rules.parameters?.find((parameter) => parameter.code === code)?.value
  return typeof value === 'number' ? value : null
}
