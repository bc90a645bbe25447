import type { DemandGroup, JointProblem } from './joint-plan'
import { servedBy } from './joint-served'

/**
 * Weighs plans that differ little from one another. Groups that no decision of limited capacity has in common do
 * not touch each other: they are weighed part by part, and of two plans only the parts that differ.
 */
export class PlanWeigher {
  private readonly problem: JointProblem
  private readonly parts: readonly (readonly DemandGroup[])[]
  /** by decision: the parts it has to do with */
  private readonly partsOf: readonly ReadonlySet<number>[]

  constructor(problem: JointProblem, groups: readonly DemandGroup[]) {
    const { covers, decisions } = problem
    this.problem = problem
    const parent = groups.map((_, g) => g)
    const rootOf = (g: number): number => {
      let root = g
      while (parent[root] !== root) root = parent[root]
      while (parent[g] !== root) [g, parent[g]] = [parent[g], root]
      return root
    }
    const firstOf = new Map<number, number>()
    groups.forEach((group, g) => {
      for (const c of group.covers) {
        const [by] = covers[c].needs
        if (decisions[by].capacity === Infinity) continue
        const first = firstOf.get(by)
        if (first === undefined) firstOf.set(by, g)
        else parent[rootOf(g)] = rootOf(first)
      }
    })
    const parts: DemandGroup[][] = []
    const numberOf = new Map<number, number>()
    const partsOf = decisions.map(() => new Set<number>())
    groups.forEach((group, g) => {
      const root = rootOf(g)
      let part = numberOf.get(root)
      if (part === undefined) {
        part = parts.push([]) - 1
        numberOf.set(root, part)
      }
      parts[part].push(group)
      for (const c of group.covers) for (const d of covers[c].needs) partsOf[d].add(part)
    })
    this.parts = parts
    this.partsOf = partsOf
  }

  /** What a plan serves, by part. */
  weigh(taken: ReadonlySet<number>): WeighedPlan {
    const byPart = this.parts.map((groups) => servedBy(this.problem, groups, taken))
    return { byPart, weight: byPart.reduce((sum, weight) => sum + weight, 0) }
  }

  /** What another plan serves more than a weighed one. `changed`: decisions that only one of the two takes. */
  difference(from: WeighedPlan, taken: ReadonlySet<number>, changed: readonly number[]): number {
    const touched = new Set<number>()
    for (const d of changed) for (const part of this.partsOf[d]) touched.add(part)
    let difference = 0
    for (const part of touched)
      difference += servedBy(this.problem, this.parts[part], taken) - from.byPart[part]
    return difference
  }
}

export interface WeighedPlan {
  readonly byPart: readonly number[]
  readonly weight: number
}
