import type { Alternative, PlannedMeasure, Weighed } from '../../model/proposal'
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
  { problem, measures, demand }: PlanQuestion,
  groups: readonly DemandGroup[],
  taken: readonly number[],
): PlannedMeasure[] {
  const weigher = new PlanWeigher(problem, groups, demand.people)
  const plan = new Set(taken)
  const whole = weigher.weigh(plan)
  const nothing = weigher.weigh(new Set())
  const { decisions } = problem
  const isOpening = (e: number): boolean => decisions[e].site < 0 && measures[e].class === null
  const inPlan = problem.covers.filter(({ needs }) => needs.every((e) => plan.has(e)))
  const partnersOf = (d: number): number[] => {
    if (!isOpening(d)) return []
    const own = inPlan.filter(({ needs, demands }) => needs.includes(d) && demands.length > 0)
    return [...new Set(own.flatMap(({ needs }) => needs.filter((e) => e !== d && isOpening(e))))]
  }
  return taken.map((d): PlannedMeasure => {
    const own = measures[d]
    const rest = new Set(taken.filter((each) => each !== d))
    const marginal = less(weigher.difference(whole, rest, [d]))
    const bestOf = (isMeant: (e: number) => boolean): Alternative | null => {
      let best: { readonly e: number; readonly lost: Weighed } | null = null
      for (let e = 0; e < measures.length; e++) {
        if (plan.has(e) || decisions[e].rule === 'never' || !isMeant(e)) continue
        const swapped = new Set([...rest, e])
        if (!isFeasible(problem, swapped)) continue
        const lost = less(weigher.difference(whole, swapped, [d, e]))
        if (best === null || lost.weight < best.lost.weight - SAME) best = { e, lost }
      }
      // what adds nothing is no alternative
      return best === null || best.lost.weight >= marginal.weight - SAME
        ? null
        : { measure: measures[best.e], lost: best.lost }
    }
    const { site } = decisions[d]
    return {
      measure: own,
      alone: weigher.difference(nothing, new Set([d]), [d]),
      marginal,
      partners: partnersOf(d).map((e) => measures[e]),
      otherPlace: bestOf((e) => measures[e].class === own.class && (site < 0 || decisions[e].site !== site)),
      otherUse:
        site < 0 ? null : bestOf((e) => decisions[e].site === site && measures[e].class !== own.class),
    }
  })
}

/** The same as a loss; an optimum within the solver's gap may gain a little by a swap. */
function less({ weight, people }: Weighed): Weighed {
  return { weight: 0 - weight, people: 0 - people }
}
