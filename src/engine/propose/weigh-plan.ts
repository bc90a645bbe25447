import type { Alternative, NoAlternative, PlannedMeasure, Weighed } from '../../model/proposal'
import type { DemandGroup } from '../siting/joint-plan'
import { PlanWeigher } from '../siting/plan-weigher'
import { SwapCheck } from '../siting/swap-check'
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
  const swaps = new SwapCheck(problem, plan)
  const ofClass = indexBy(measures, (each) => each.class)
  const ofSite = indexBy(decisions, (each) => each.site)
  return taken.map((d): PlannedMeasure => {
    const own = measures[d]
    const rest = new Set(taken.filter((each) => each !== d))
    const marginal = less(weigher.difference(whole, rest, [d]))
    const swapped = new Set(rest)
    const bestOf = (
      among: readonly number[],
      isMeant: (e: number) => boolean,
    ): Alternative | NoAlternative => {
      let best: { readonly e: number; readonly lost: Weighed } | null = null
      let why: NoAlternative = 'nothing-else'
      for (const e of among) {
        if (plan.has(e) || decisions[e].rule === 'never' || !isMeant(e)) continue
        if (why === 'nothing-else') why = 'does-not-fit'
        if (!swaps.fits(d, e)) continue
        why = 'serves-no-more'
        swapped.add(e)
        const lost = less(weigher.difference(whole, swapped, [d, e]))
        swapped.delete(e)
        if (best === null || lost.weight < best.lost.weight - SAME) best = { e, lost }
      }
      // what adds nothing is no alternative
      return best === null || best.lost.weight >= marginal.weight - SAME
        ? why
        : { measure: measures[best.e], lost: best.lost }
    }
    const { site } = decisions[d]
    const place = bestOf(ofClass.get(own.class) ?? [], (e) => site < 0 || decisions[e].site !== site)
    const use = site < 0 ? null : bestOf(ofSite.get(site) ?? [], (e) => measures[e].class !== own.class)
    return {
      measure: own,
      alone: weigher.difference(nothing, new Set([d]), [d]),
      marginal,
      partners: partnersOf(d).map((e) => measures[e]),
      otherPlace: typeof place === 'string' ? null : place,
      otherUse: typeof use === 'string' ? null : use,
      whyNoPlace: typeof place === 'string' ? place : null,
      whyNoUse: typeof use === 'string' ? use : null,
    }
  })
}

/** Indexes by what things have in common, ascending. */
function indexBy<T, K>(things: readonly T[], keyOf: (thing: T) => K): ReadonlyMap<K, readonly number[]> {
  const index = new Map<K, number[]>()
  things.forEach((thing, i) => {
    const list = index.get(keyOf(thing))
    if (list === undefined) index.set(keyOf(thing), [i])
    else list.push(i)
  })
  return index
}

/** The same as a loss; an optimum within the solver's gap may gain a little by a swap. */
function less({ weight, people }: Weighed): Weighed {
  return { weight: 0 - weight, people: 0 - people }
}
