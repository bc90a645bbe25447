import { AREA_SLACK, type JointProblem } from './joint-plan'

/**
 * Whether a plan with one decision in another's place keeps to all it must: `isFeasible` of the changed plan, by what
 * changes alone. For plans of hundreds of decisions that are put to the test one swap after the other.
 */
export class SwapCheck {
  private readonly problem: JointProblem
  private readonly cost: number
  private readonly area: Float64Array
  /** how many decisions of the plan each group has, exclusive ones first and required ones behind them */
  private readonly counts: Int32Array
  private readonly groupsOf: readonly (readonly number[])[]
  private readonly wrongSites: number
  private readonly wrongGroups: number

  constructor(problem: JointProblem, taken: ReadonlySet<number>) {
    const { decisions, exclusive, required, siteArea } = problem
    const groups = [...exclusive, ...required]
    const groupsOf: number[][] = decisions.map(() => [])
    groups.forEach((group, g) => {
      for (const d of new Set(group)) groupsOf[d].push(g)
    })
    this.problem = problem
    this.area = new Float64Array(siteArea.length)
    this.counts = new Int32Array(groups.length)
    this.groupsOf = groupsOf
    let cost = 0
    for (const d of taken) {
      cost += decisions[d].cost
      if (decisions[d].site >= 0) this.area[decisions[d].site] += decisions[d].area
      for (const g of groupsOf[d]) this.counts[g]++
    }
    this.cost = cost
    this.wrongSites = this.area.reduce((sum, used, site) => sum + this.isOver(site, used), 0)
    this.wrongGroups = this.counts.reduce((sum, count, g) => sum + this.isWrong(g, count), 0)
  }

  /** `out` is in the plan, `inside` is not. What is ruled out is nobody's business here. */
  fits(out: number, inside: number): boolean {
    const { decisions, budget } = this.problem
    const [old, fresh] = [decisions[out], decisions[inside]]
    if (this.cost - old.cost + fresh.cost > budget + 1e-6) return false
    let sites = this.wrongSites
    for (const site of new Set([old.site, fresh.site])) {
      if (site < 0) continue
      const used =
        this.area[site] - (old.site === site ? old.area : 0) + (fresh.site === site ? fresh.area : 0)
      sites += this.isOver(site, used) - this.isOver(site, this.area[site])
    }
    let groups = this.wrongGroups
    const [left, joined] = [this.groupsOf[out], this.groupsOf[inside]]
    for (const g of left)
      if (!joined.includes(g)) groups += this.isWrong(g, this.counts[g] - 1) - this.isWrong(g, this.counts[g])
    for (const g of joined)
      if (!left.includes(g)) groups += this.isWrong(g, this.counts[g] + 1) - this.isWrong(g, this.counts[g])
    return sites === 0 && groups === 0
  }

  private isOver(site: number, used: number): number {
    return used > this.problem.siteArea[site] + AREA_SLACK ? 1 : 0
  }

  private isWrong(g: number, count: number): number {
    return (g < this.problem.exclusive.length ? count > 1 : count === 0) ? 1 : 0
  }
}
