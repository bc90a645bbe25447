import type { Alternative, PlannedMeasure } from '../../model/proposal'
import { type DemandGroup, isFeasible } from '../siting/joint-plan'
import { PlanWeigher } from '../siting/plan-weigher'
import type { PlanQuestion } from './plan-question'

/** Weights that differ by less are equal: they were added up in another order. */
const SAME = 1e-6

/**
 * Why each measure is in a plan: what it serves by itself, what would be lost without it, and what is lost at least
 * if another place has its class, or another use its space. A replacement keeps to budget and areas; of equal ones
 * the first. Only what is swapped changes: the rest of the plan stays.
 */
export function weighPlan(
  { problem, measures }: PlanQuestion,
  groups: readonly DemandGroup[],
  taken: readonly number[],
): PlannedMeasure[] {
  const weigher = new PlanWeigher(problem, groups)
  const plan = new Set(taken)
  const whole = weigher.weigh(plan)
  const nothing = weigher.weigh(new Set())
  const { decisions } = problem
  return taken.map((d): PlannedMeasure => {
    const own = measures[d]
    const rest = new Set(taken.filter((each) => each !== d))
    const marginal = -weigher.difference(whole, rest, [d])
    const bestOf = (isMeant: (e: number) => boolean): Alternative | null => {
      let best: { readonly e: number; readonly lost: number } | null = null
      for (let e = 0; e < measures.length; e++) {
        if (plan.has(e) || decisions[e].rule === 'never' || !isMeant(e)) continue
        const swapped = new Set([...rest, e])
        if (!isFeasible(problem, swapped)) continue
        const lost = -weigher.difference(whole, swapped, [d, e])
        if (best === null || lost < best.lost - SAME) best = { e, lost }
      }
      // what adds nothing is no alternative
      return best === null || best.lost >= marginal - SAME
        ? null
        : { measure: measures[best.e], lost: Math.max(0, best.lost) }
    }
    const { site } = decisions[d]
    return {
      measure: own,
      alone: weigher.difference(nothing, new Set([d]), [d]),
      marginal,
      otherPlace: bestOf((e) => measures[e].class === own.class && (site < 0 || decisions[e].site !== site)),
      otherUse:
        site < 0 ? null : bestOf((e) => decisions[e].site === site && measures[e].class !== own.class),
    }
  })
}
