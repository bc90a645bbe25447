import { AREA_SLACK, type JointProblem } from './joint-plan'
import { chooseRequired } from './joint-required'

/** Why there is no plan at all. */
export type Collision =
  | {
      readonly kind: 'must-beyond-budget'
      readonly cost: number
      readonly budget: number
      readonly decisions: readonly number[]
    }
  | {
      readonly kind: 'must-beyond-area'
      readonly site: number
      readonly area: number
      readonly available: number
      readonly decisions: readonly number[]
    }
  | { readonly kind: 'must-exclude-each-other'; readonly decisions: readonly number[] }

/**
 * What of the demands made on a plan cannot hold together; empty: there is a plan, if only to do nothing more. Of what
 * may stand for a demand the cheapest is looked at, of space the least; `decisions` are those.
 */
export function findCollisions(problem: JointProblem): Collision[] {
  const { decisions, exclusive, siteArea, budget } = problem
  const legal = chooseRequired(problem)
  const loose = { keepsArea: false, keepsExclusive: false, price: 'cost' } as const
  const cheapest = legal ?? chooseRequired(problem, [], loose) ?? []
  const cost = cheapest.reduce((sum, d) => sum + decisions[d].cost, 0)
  const collisions: Collision[] =
    cost > budget + 1e-6 ? [{ kind: 'must-beyond-budget', cost, budget, decisions: cheapest }] : []
  if (legal !== null) return collisions
  const fitting = chooseRequired(problem, [], { ...loose, keepsArea: true })
  if (fitting === null) {
    const smallest = chooseRequired(problem, [], { ...loose, price: 'area' }) ?? []
    siteArea.forEach((available, site) => {
      const there = smallest.filter((d) => decisions[d].site === site)
      const area = there.reduce((sum, d) => sum + decisions[d].area, 0)
      if (area > available + AREA_SLACK)
        collisions.push({ kind: 'must-beyond-area', site, area, available, decisions: there })
    })
    return collisions
  }
  for (const group of exclusive) {
    const both = group.filter((d) => fitting.includes(d))
    if (both.length > 1) collisions.push({ kind: 'must-exclude-each-other', decisions: both })
  }
  return collisions
}
