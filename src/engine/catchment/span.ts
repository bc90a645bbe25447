import type { AnalysisSettings } from '../../model/analysis'
import { lookoutOf } from './lookout'
import { limitOfClass } from './measure-class'

/** How far each class is looked for, and whether for all that verdicts rest on or for the cost of the nearest alone. */
export interface Span {
  /** in the cost unit of the basis: mm or ms; one per class */
  readonly lookouts: readonly number[]
  /**
   * false: of the columns of a reach only `cost` is asked for; those that are too small and the place where the data
   * ends are not looked for
   */
  readonly isWhole: boolean
}

/** Everything, as far as facilities are looked for at all. */
export function wholeSpan({ rules, basis }: AnalysisSettings): Span {
  return { lookouts: rules.rules.map(() => lookoutOf(basis)), isWhole: true }
}

/** The cost of the nearest of each class within its limit. */
export function limitSpan(settings: AnalysisSettings): Span {
  return { lookouts: settings.rules.rules.map((_, c) => limitOfClass(settings, c)), isWhole: false }
}
