import type { CostSum } from '../../model/cost'
import type { CostPerPerson } from '../../model/package-answer'

/** A cost by the people newly served; nobody newly served has no cost each, rather than an infinite one. */
export function costPerPerson(
  { low_yuan, default_yuan, high_yuan }: CostSum,
  people: number,
  uncounted: number,
): CostPerPerson {
  const each = (yuan: number): number | null => (people > 0 ? yuan / people : null)
  return {
    people,
    uncounted,
    low_yuan: each(low_yuan),
    default_yuan: each(default_yuan),
    high_yuan: each(high_yuan),
  }
}
