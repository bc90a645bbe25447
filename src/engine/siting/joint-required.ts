import { AREA_SLACK, type JointProblem } from './joint-plan'

/** What a choice among required decisions keeps to, and what it is cheapest in. */
interface ChoiceRules {
  readonly keepsArea: boolean
  readonly keepsExclusive: boolean
  readonly price: 'cost' | 'area'
}

const LEGAL: ChoiceRules = { keepsArea: true, keepsExclusive: true, price: 'cost' }

/**
 * The cheapest decisions that give every required group at least one of its own, whatever the budget; `taken` are in
 * already and cost nothing more. Of equal choices the one whose decisions come first. Groups that share no space, no
 * exclusion and no decision do not touch each other and are chosen apart. null: there is no such choice.
 */
export function chooseRequired(
  problem: JointProblem,
  taken: readonly number[] = [],
  rules: ChoiceRules = LEGAL,
): number[] | null {
  const search = new RequiredSearch(problem, rules)
  if (!taken.every((d) => search.add(d))) return null
  for (const part of partsOf(problem)) if (!search.settle(part)) return null
  return search.decisions()
}

/** What the cheapest choice of what is required costs; 0 where there is none. */
export function costOfRequired(problem: JointProblem): number {
  return (chooseRequired(problem) ?? []).reduce((sum, d) => sum + problem.decisions[d].cost, 0)
}

class RequiredSearch {
  private readonly problem: JointProblem
  private readonly rules: ChoiceRules
  private readonly taken = new Set<number>()
  private readonly area: number[]
  private readonly rivals: readonly (readonly number[])[]
  /** in how many groups a decision is: its price is shared among them where a bound is made */
  private readonly shares: Int32Array

  constructor(problem: JointProblem, rules: ChoiceRules) {
    const rivals: number[][] = problem.decisions.map(() => [])
    for (const group of problem.exclusive)
      for (const d of group) rivals[d].push(...group.filter((e) => e !== d))
    this.problem = problem
    this.rules = rules
    this.area = [...problem.siteArea]
    this.rivals = rivals
    this.shares = new Int32Array(problem.decisions.length)
    for (const group of problem.required) for (const d of group) this.shares[d]++
  }

  decisions(): number[] {
    return [...this.taken].sort((a, b) => a - b)
  }

  /** Takes a decision; false: it does not fit beside the others. */
  add(d: number): boolean {
    if (this.taken.has(d)) return true
    const { site, area, rule } = this.problem.decisions[d]
    if (rule === 'never') return false
    if (this.rules.keepsExclusive && this.rivals[d].some((e) => this.taken.has(e))) return false
    if (this.rules.keepsArea && site >= 0 && area > this.area[site] + AREA_SLACK) return false
    this.taken.add(d)
    if (site >= 0) this.area[site] -= area
    return true
  }

  private remove(d: number): void {
    const { site, area } = this.problem.decisions[d]
    this.taken.delete(d)
    if (site >= 0) this.area[site] += area
  }

  /** Takes the cheapest of what some groups require; false: nothing does. */
  settle(groups: readonly (readonly number[])[]): boolean {
    let best = null as number[] | null
    let least = Infinity
    const chosen: number[] = []
    const ranked = groups.map((group) =>
      [...group].sort((a, b) => this.priceOf(a) - this.priceOf(b) || a - b),
    )
    // what the groups from each on cost at least
    const rest = [0]
    for (const group of [...ranked].reverse())
      rest.unshift(rest[0] + Math.min(...group.map((d) => this.priceOf(d) / this.shares[d])))
    const descend = (g: number, cost: number): void => {
      if (g === ranked.length) {
        if (cost < least - 1e-9) [best, least] = [[...chosen], cost]
        return
      }
      if (ranked[g].some((d) => this.taken.has(d))) {
        descend(g + 1, cost)
        return
      }
      for (const d of ranked[g]) {
        const sum = cost + this.priceOf(d)
        // an earlier group that has this one already has paid for its share
        if (this.shares[d] === 1 && sum + this.leastOf(rest, ranked, g + 1) >= least - 1e-9) break
        if (!this.add(d)) continue
        chosen.push(d)
        descend(g + 1, sum)
        chosen.pop()
        this.remove(d)
      }
    }
    descend(0, 0)
    return best !== null && best.every((d) => this.add(d))
  }

  /** What the groups from one on cost at least; nothing is known where what is taken may serve them too. */
  private leastOf(rest: readonly number[], ranked: readonly (readonly number[])[], from: number): number {
    for (let g = from; g < ranked.length; g++) if (ranked[g].some((d) => this.shares[d] > 1)) return 0
    return rest[from]
  }

  private priceOf(d: number): number {
    return this.problem.decisions[d][this.rules.price]
  }
}

/** Groups that touch each other, together; in the order of their first. */
function partsOf({ required, decisions, exclusive }: JointProblem): (readonly (readonly number[])[])[] {
  const parent = required.map((_, g) => g)
  const rootOf = (g: number): number => (parent[g] === g ? g : rootOf(parent[g]))
  const first = new Map<string, number>()
  const join = (g: number, key: string): void => {
    const other = first.get(key)
    if (other === undefined) first.set(key, g)
    else parent[rootOf(g)] = rootOf(other)
  }
  const exclusionsOf: number[][] = decisions.map(() => [])
  exclusive.forEach((group, e) => {
    for (const d of group) exclusionsOf[d].push(e)
  })
  required.forEach((group, g) => {
    for (const d of group) {
      join(g, `decision ${d}`)
      if (decisions[d].site >= 0) join(g, `site ${decisions[d].site}`)
      for (const e of exclusionsOf[d]) join(g, `exclusion ${e}`)
    }
  })
  const parts = new Map<number, (readonly number[])[]>()
  required.forEach((group, g) => {
    const root = rootOf(g)
    parts.set(root, [...(parts.get(root) ?? []), group])
  })
  return [...parts.values()]
}
