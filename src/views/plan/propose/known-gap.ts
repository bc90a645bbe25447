import type { Proposal } from '../../../model/proposal'
import type { SolverProgress } from '../../../worker/solver-protocol'

/**
 * How much better a plan than the shown one may be, as a share of it. Of a plan found at once that is what the solver
 * had proven when it was stopped, or that nobody serves more than all who can be reached. null: nothing is known.
 */
export function knownGap(
  { options, value, bound, gap }: Pick<Proposal, 'options' | 'value' | 'bound' | 'gap'>,
  isExact: boolean,
  progress: SolverProgress | null,
): number | null {
  if (isExact) return Number.isFinite(gap) ? gap : null
  const isCheapest = options.objective === 'cheapest'
  // of the cheapest plan the solver looks first for who can be served: that bounds no money
  const proven = progress?.goal === (isCheapest ? 'cheapest' : 'most') ? progress.bound : null
  const best = isCheapest ? Math.max(bound, proven ?? 0) : Math.min(bound, proven ?? Infinity)
  if (value <= 0 || !Number.isFinite(best) || (isCheapest && best <= 0)) return null
  return Math.max(0, isCheapest ? value - best : best - value) / value
}
