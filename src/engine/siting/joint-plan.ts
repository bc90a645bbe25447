/** One thing that may be done or left: a use of a space, a gate that opens. */
export interface Decision {
  readonly cost: number
  /** the space it takes area of, as an index into `siteArea`; −1: none */
  readonly site: number
  readonly area: number
  /** how much need it can serve; Infinity: no limit */
  readonly capacity: number
  /** `must`: in every plan; `never`: in none; null: free */
  readonly rule: 'must' | 'never' | null
}

/** Demand that is served where all of one or two decisions are taken; the first one is who serves it. */
export interface Cover {
  readonly needs: readonly number[]
  /** indexes of demand, ascending */
  readonly demands: readonly number[]
}

/** Decisions that exclude each other: at most one is taken. */
export type Exclusive = readonly number[]

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
}

/** Why there is no plan at all. */
export type Collision =
  | { readonly kind: 'must-beyond-budget'; readonly cost: number; readonly budget: number }
  | {
      readonly kind: 'must-beyond-area'
      readonly site: number
      readonly area: number
      readonly available: number
    }
  | { readonly kind: 'must-exclude-each-other'; readonly decisions: readonly number[] }

/** What of the demands made on a plan cannot hold together; empty: there is a plan, if only to do nothing more. */
export function findCollisions(problem: JointProblem): Collision[] {
  const { decisions, exclusive, siteArea, budget } = problem
  const must = decisions.flatMap(({ rule }, d) => (rule === 'must' ? [d] : []))
  const collisions: Collision[] = []
  const cost = must.reduce((sum, d) => sum + decisions[d].cost, 0)
  if (cost > budget) collisions.push({ kind: 'must-beyond-budget', cost, budget })
  siteArea.forEach((available, site) => {
    const area = must.reduce((sum, d) => sum + (decisions[d].site === site ? decisions[d].area : 0), 0)
    if (area > available + AREA_SLACK) collisions.push({ kind: 'must-beyond-area', site, area, available })
  })
  for (const group of exclusive) {
    const both = group.filter((d) => decisions[d].rule === 'must')
    if (both.length > 1) collisions.push({ kind: 'must-exclude-each-other', decisions: both })
  }
  return collisions
}

/** A hundredth of a square metre is rounding. */
export const AREA_SLACK = 0.01

/** Whether a set of decisions keeps to budget, areas and exclusions. */
export function isFeasible(problem: JointProblem, taken: ReadonlySet<number>): boolean {
  const { decisions, exclusive, siteArea, budget } = problem
  const area = new Float64Array(siteArea.length)
  let cost = 0
  for (const d of taken) {
    if (decisions[d].rule === 'never') return false
    cost += decisions[d].cost
    if (decisions[d].site >= 0) area[decisions[d].site] += decisions[d].area
  }
  if (cost > budget + 1e-6) return false
  if (area.some((used, site) => used > siteArea[site] + AREA_SLACK)) return false
  return exclusive.every((group) => group.filter((d) => taken.has(d)).length <= 1)
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
