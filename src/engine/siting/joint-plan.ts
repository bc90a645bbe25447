import type { MipLimits } from './mip'

/** One thing that may be done or left: a use of a space, a gate that opens. */
export interface Decision {
  readonly cost: number
  /** the space it takes area of, as an index into `siteArea`; −1: none */
  readonly site: number
  readonly area: number
  /** how much need it can serve; Infinity: no limit */
  readonly capacity: number
  /** `never`: in no plan; null: free */
  readonly rule: 'never' | null
}

/** Demand that is served where all of some decisions are taken, three at most; the first one is who serves it. */
export interface Cover {
  readonly needs: readonly number[]
  /** indexes of demand, ascending */
  readonly demands: readonly number[]
}

/** Decisions that exclude each other: at most one is taken. */
export type Exclusive = readonly number[]

/** What must be: at least one of these decisions is in every plan. None of them is ruled out. */
export type Required = readonly number[]

/**
 * What a joint plan is chosen from. Demand is what nobody serves yet, one entry per place and class; who is
 * served already is not here. A plan takes decisions within the budget and the area of each space.
 */
export interface JointProblem {
  /** people, weighted by how much their class counts; one per demand */
  readonly weight: Float64Array
  /** what each demand takes of the capacity of who serves it; absent: its weight */
  readonly need?: Float64Array
  readonly decisions: readonly Decision[]
  readonly covers: readonly Cover[]
  readonly exclusive: readonly Exclusive[]
  readonly required: readonly Required[]
  /** m² of each space */
  readonly siteArea: readonly number[]
  readonly budget: number
}

/** A plan and how good it is. */
export interface JointAnswer {
  /** indexes of the decisions taken, ascending */
  readonly taken: readonly number[]
  /** weight served */
  readonly served: number
  readonly cost: number
  /** no plan serves more */
  readonly bound: number
  readonly isOptimal: boolean
  /** the solver ran out of time before the answer was as near the best as asked */
  readonly isCutShort: boolean
  /** weight that a plan may serve beyond the one whose money is made least; 0: none can, or money is not the goal */
  readonly mayServeMore: number
}

/** How far the solver has come, in what it makes best: weight, or money. null: nothing yet. */
export interface JointProgress {
  readonly goal: 'most' | 'cheapest'
  readonly value: number | null
  readonly bound: number | null
  readonly seconds: number
}

/** When to stop, and who is told how far it is. */
export interface JointLimits extends Pick<MipLimits, 'time_s' | 'gap'> {
  readonly onProgress?: (progress: JointProgress) => void
  /** told of each plan better than the greedy one and those before it; of `cheapest` only those that serve everybody */
  readonly onBetter?: (taken: readonly number[]) => void
}

/** The limits of one program: the solver minimizes, so what is to be most comes with its sign turned. */
export function limitsOf(
  { time_s, gap, onProgress }: JointLimits,
  goal: JointProgress['goal'],
  start: Float64Array,
): MipLimits {
  if (onProgress === undefined) return { time_s, gap, start }
  const sign = goal === 'cheapest' ? 1 : -1
  const finite = (value: number): number | null => (Number.isFinite(value) ? sign * value : null)
  return {
    time_s,
    gap,
    start,
    onProgress: (best, bound, seconds) =>
      onProgress({ goal, value: finite(best), bound: finite(bound), seconds }),
  }
}

/** A hundredth of a square metre is rounding. */
export const AREA_SLACK = 0.01

/** Whether a set of decisions has what is required, and keeps to budget, areas and exclusions. */
export function isFeasible(problem: JointProblem, taken: ReadonlySet<number>): boolean {
  const { decisions, exclusive, required, siteArea, budget } = problem
  const area = new Float64Array(siteArea.length)
  let cost = 0
  for (const d of taken) {
    if (decisions[d].rule === 'never') return false
    cost += decisions[d].cost
    if (decisions[d].site >= 0) area[decisions[d].site] += decisions[d].area
  }
  if (cost > budget + 1e-6) return false
  if (area.some((used, site) => used > siteArea[site] + AREA_SLACK)) return false
  return (
    exclusive.every((group) => group.filter((d) => taken.has(d)).length <= 1) &&
    required.every((group) => group.some((d) => taken.has(d)))
  )
}

/** Demand with the same covers, as one. */
export interface DemandGroup {
  readonly weight: number
  /** what it takes of capacities */
  readonly need: number
  /** indexes of covers, ascending */
  readonly covers: readonly number[]
  /** indexes of its demand, ascending */
  readonly demands: readonly number[]
}

/**
 * Groups demand by the covers that serve it; what nothing serves is left out. Where capacities are limited, what
 * weighs more for its need stands apart: it is served first.
 */
export function groupDemand({ weight, need = weight, covers, decisions }: JointProblem): DemandGroup[] {
  const of: number[][] = Array.from(weight, () => [])
  covers.forEach(({ demands }, c) => {
    for (const i of demands) of[i].push(c)
  })
  const isLimited = covers.map(({ needs: [by] }) => decisions[by].capacity < Infinity)
  const groups = new Map<
    string,
    { weight: number; need: number; covers: readonly number[]; demands: number[] }
  >()
  of.forEach((list, i) => {
    if (list.length === 0 || weight[i] === 0) return
    const rate = list.some((c) => isLimited[c]) ? (need[i] / weight[i]).toPrecision(9) : ''
    const key = `${rate}:${list.join(' ')}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { weight: weight[i], need: need[i], covers: list, demands: [i] })
    else {
      group.weight += weight[i]
      group.need += need[i]
      group.demands.push(i)
    }
  })
  return [...groups.values()]
}
