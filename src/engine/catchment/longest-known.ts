import type { AnalysisSettings } from '../../model/analysis'
import { limitOfClass } from './measure-class'
import type { Reach } from './reach'
import type { Span } from './span'

/** Whether a class has facilities that refuse people, and how far too small ones were looked for. */
export interface Refusals {
  readonly hasReserved: boolean
  /** −1: the class has none that are too small */
  readonly smallLimit: number
}

/** What refuses people in each class; of walks that only the cost is asked of, nothing does. */
export function listRefusals(
  { services, members }: Reach,
  settings: AnalysisSettings,
  { isWhole }: Span,
): Refusals[] {
  if (!isWhole) return members.fit.map(() => ({ hasReserved: false, smallLimit: -1 }))
  return members.fit.map((fit, c) => ({
    hasReserved: fit.some((i) => services[i].access === 'residents'),
    smallLimit: members.small[c].length > 0 ? limitOfClass(settings, c) : -1,
  }))
}

/** The longest of the walks kept for a point and class; −1 where one of them was not found. */
export function longestKnown(
  reach: Reach,
  classIndex: number,
  point: number,
  { hasReserved, smallLimit }: Refusals,
): number {
  const cost = reach.cost[classIndex][point]
  const reserved = hasReserved ? reach.residentsOnlyCost[classIndex][point] : -1
  if (cost < 0 || (hasReserved && reserved < 0)) return -1
  const small = reach.smallCost[classIndex][point]
  return Math.max(cost, reserved, small < 0 ? smallLimit : small)
}
