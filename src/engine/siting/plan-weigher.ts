import type { Weighed } from '../../model/proposal'
import type { DemandGroup, JointProblem } from './joint-plan'
import { serveGroups } from './joint-served'

/**
 * Weighs plans that differ little from one another. Groups that no decision of limited capacity has in common do
 * not touch each other: they are weighed part by part, and of two plans only the parts that differ.
 */
export class PlanWeigher {
  private readonly problem: JointProblem
  private readonly parts: readonly (readonly WeighedGroup[])[]
  /** by decision: the parts it has to do with */
  private readonly partsOf: readonly ReadonlySet<number>[]

  /** `people`: of each demand, counted beside its weight */
  constructor(problem: JointProblem, groups: readonly DemandGroup[], people: Float64Array = problem.weight) {
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
    const parts: WeighedGroup[][] = []
    const numberOf = new Map<number, number>()
    const partsOf = decisions.map(() => new Set<number>())
    groups.forEach((group, g) => {
      const root = rootOf(g)
      let part = numberOf.get(root)
      if (part === undefined) {
        part = parts.push([]) - 1
        numberOf.set(root, part)
      }
      const number = group.demands.reduce((sum, i) => sum + people[i], 0)
      parts[part].push({ ...group, people: number })
      for (const c of group.covers) for (const d of covers[c].needs) partsOf[d].add(part)
    })
    this.parts = parts
    this.partsOf = partsOf
  }

  /** What a plan serves, by part. */
  weigh(taken: ReadonlySet<number>): WeighedPlan {
    const byPart = this.parts.map((groups) => this.weighPart(groups, taken))
    return { byPart, ...addUp(byPart) }
  }

  /** What another plan serves more than a weighed one. `changed`: decisions that only one of the two takes. */
  difference(from: WeighedPlan, taken: ReadonlySet<number>, changed: readonly number[]): Weighed {
    const touched = new Set<number>()
    for (const d of changed) for (const part of this.partsOf[d]) touched.add(part)
    return addUp(
      [...touched].map((part) => {
        const { weight, people } = this.weighPart(this.parts[part], taken)
        const before = from.byPart[part]
        return { weight: weight - before.weight, people: people - before.people }
      }),
    )
  }

  private weighPart(groups: readonly WeighedGroup[], taken: ReadonlySet<number>): Weighed {
    const shares = serveGroups(this.problem, groups, taken)
    return addUp(
      groups.map(({ weight, people }, g) => ({ weight: shares[g] * weight, people: shares[g] * people })),
    )
  }
}

function addUp(list: readonly Weighed[]): Weighed {
  let [weight, people] = [0, 0]
  for (const each of list) {
    weight += each.weight
    people += each.people
  }
  return { weight, people }
}

/** A group and the people in it. */
interface WeighedGroup extends DemandGroup {
  readonly people: number
}

export interface WeighedPlan extends Weighed {
  readonly byPart: readonly Weighed[]
}
