/**
 * Numbers of the clause on scope: which communities a renovation plan may take in. Parameters, because
 * cities set them differently (Chengdu: built by the end of 2004).
 */
export interface ScopeRule {
  /** built by the end of this year: in scope */
  readonly built_by_year: number
  /** a comprehensive renovation this many years back or less keeps a community out */
  readonly renovated_within_years: number
  /** share of residents from which their will counts as strong, 0–1 */
  readonly strong_will: number
}

/**
 * The Xihu District plan of 2023-12-20, section 二(一): built by the end of 2000, not renovated within five
 * years (V). For strong will of the residents it gives no number; two thirds is a judgement (J).
 */
export const PLAN_SCOPE: ScopeRule = { built_by_year: 2000, renovated_within_years: 5, strong_will: 2 / 3 }

/** What each number may be. A will of nought would count everybody's as strong. */
export const SCOPE_BOUNDS: { readonly [F in keyof ScopeRule]: readonly [least: number, most: number] } = {
  built_by_year: [1949, 2100],
  renovated_within_years: [0, 50],
  strong_will: [0.01, 1],
}

/** Whether three numbers can be used as the rule on scope. */
export function isScopeRule(value: unknown): value is ScopeRule {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(SCOPE_BOUNDS).every(([field, [least, most]]) => {
    const number: unknown = (value as Record<string, unknown>)[field]
    return typeof number === 'number' && number >= least && number <= most
  })
}
