import { CLASS_FAMILIES, type ClassFamily, type RulePack } from '../rule-pack'

/** Who may be renovated, by the plan; a pack with its clauses sets other years. */
export interface Scope {
  /** built by the end of this year */
  readonly builtByYear: number
  /** a comprehensive renovation this many years back or less keeps a community out */
  readonly renovatedWithinYears: number
  /** share of residents from which on their will counts as strong (J: the plan gives no number) */
  readonly strongWill: number
}

/** The plan of Xihu District of 2023-12-20, section 二(一). */
export const PLAN_SCOPE: Scope = { builtByYear: 2000, renovatedWithinYears: 5, strongWill: 2 / 3 }

/** The four the plan fills first: eldercare, childcare, parking, sport and leisure. */
export const PLAN_FAMILIES: readonly ClassFamily[] = ['elder', 'child', 'parking', 'sport']

/** The years of scope a pack sets; where it sets none, those of the plan. */
export function scopeOf(rules: RulePack): Scope {
  return {
    builtByYear: numberOf(rules, 'BUILT_BY_YEAR') ?? PLAN_SCOPE.builtByYear,
    renovatedWithinYears: numberOf(rules, 'RENOVATED_WITHIN_YEARS') ?? PLAN_SCOPE.renovatedWithinYears,
    strongWill: numberOf(rules, 'STRONG_WILL') ?? PLAN_SCOPE.strongWill,
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
