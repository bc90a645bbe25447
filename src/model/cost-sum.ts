import type { CostSum, EditCost } from './cost'

/** Costs added up; null is a cost nobody knows, which is counted and adds nothing. */
export function sumCosts(costs: readonly (EditCost | null)[]): CostSum {
  const sum = { low_yuan: 0, default_yuan: 0, high_yuan: 0, unknown: 0 }
  for (const cost of costs) {
    if (cost === null) sum.unknown++
    else {
      sum.low_yuan += cost.low_yuan
      sum.default_yuan += cost.default_yuan
      sum.high_yuan += cost.high_yuan
    }
  }
  return sum
}

export function addSums(a: CostSum, b: CostSum): CostSum {
  return {
    low_yuan: a.low_yuan + b.low_yuan,
    default_yuan: a.default_yuan + b.default_yuan,
    high_yuan: a.high_yuan + b.high_yuan,
    unknown: a.unknown + b.unknown,
  }
}
