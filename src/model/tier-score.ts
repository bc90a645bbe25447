import { type Assessment, VERDICTS } from './assessment'
import type { RulePack, Tier } from './rule-pack'

/** From the shortest walk to the longest, the housing block last: it is no circle. */
export const TIERS: readonly Tier[] = ['5', '10', '15', 'B']

/**
 * Required classes of one tier over some communities, by verdict; the three add up to classes × communities.
 * For one community they are numbers of classes.
 */
export interface TierScore {
  readonly tier: Tier
  /** required classes of the tier */
  readonly classes: number
  readonly served: number
  readonly unserved: number
  readonly unknown: number
}

/**
 * How many required classes of each tier are met, are not, or are not known to be. A class the pack lists
 * in two tiers counts in both, by its one verdict; a tier is never met by the classes of another one.
 * `rows`: indexes into the assessment's communities.
 */
export function scoreTiers(assessment: Assessment, pack: RulePack, rows: readonly number[]): TierScore[] {
  const tiersOf = new Map(pack.rules.map(({ code, tiers }) => [code, tiers]))
  const width = assessment.classes.length
  return TIERS.map((tier) => {
    const columns = assessment.classes.flatMap(({ code, required }, c) =>
      required && tiersOf.get(code)?.includes(tier) ? [c] : [],
    )
    const counts = { unknown: 0, unserved: 0, served: 0 }
    for (const row of rows) for (const c of columns) counts[VERDICTS[assessment.status[row * width + c]]]++
    return { tier, classes: columns.length, ...counts }
  })
}
