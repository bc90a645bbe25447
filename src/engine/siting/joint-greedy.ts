import { AREA_SLACK, type DemandGroup, groupDemand, isFeasible, type JointProblem } from './joint-plan'
import { chooseRequired } from './joint-required'
import { servedBy } from './joint-served'

/**
 * A plan at once: move by move (a decision, or a pair that serves only together) whichever serves most more per
 * yuan, as long as it fits; and the same by people alone; the better of the two. Equal moves by index. What is
 * required is in from the start: the cheapest choice of it, and, tried too, the one that serves most.
 */
export function planGreedily(problem: JointProblem, groups = groupDemand(problem)): number[] {
  let best: readonly number[] = []
  let most = -1
  const tryFrom = (start: readonly number[]): boolean => {
    const before = most
    for (const worthOf of [byRate, byGain]) {
      const plan = grow(problem, groups, start, worthOf)
      const served = servedBy(problem, groups, new Set(plan))
      if (served > most) [best, most] = [plan, served]
    }
    return most > before
  }
  for (const start of startsOf(problem, groups)) tryFrom(start)
  // each choice among what is required is put to the test: what if it were another one?
  let isBetter = true
  for (let pass = 0; isBetter && pass < MOST_PASSES; pass++) {
    isBetter = false
    for (const d of best.filter((taken) => isChosen(problem, taken)))
      for (const start of startsWithout(problem, d, best)) if (tryFrom(start)) isBetter = true
  }
  return [...best]
}

const MOST_PASSES = 3

/** Whether something required was, or could have been, this decision or another one. */
function isChosen({ required }: JointProblem, d: number): boolean {
  return required.some((group) => group.length > 1 && group.includes(d))
}

/** What a plan may begin with that has all it has but one decision, and what may begin one without that. */
function startsWithout(problem: JointProblem, d: number, plan: readonly number[]): (readonly number[])[] {
  const required = problem.required.map((group) => group.filter((each) => each !== d))
  if (required.some(({ length }) => length === 0)) return []
  const without = { ...problem, required }
  return [plan.filter((each) => each !== d), []].flatMap((kept) => {
    const start = chooseRequired(without, kept)
    return start === null || start.includes(d) || !isFeasible(problem, new Set(start)) ? [] : [start]
  })
}

type Worth = (gain: number, cost: number) => number
const byRate: Worth = (gain, cost) => (cost === 0 ? Infinity : gain / cost)
const byGain: Worth = (gain) => gain

/** What a plan may begin with: choices of what is required that leave it possible. */
function startsOf(problem: JointProblem, groups: readonly DemandGroup[]): (readonly number[])[] {
  const cheapest = chooseRequired(problem)
  // there is no plan at all: what can be said of it is said elsewhere
  if (cheapest === null) return [[]]
  if (problem.required.every(({ length }) => length === 1)) return [cheapest]
  let strongest = cheapest
  for (const group of problem.required) {
    let most = servedBy(problem, groups, new Set(strongest))
    const before = strongest
    for (const d of group) {
      if (before.includes(d)) continue
      const others = before.filter((e) => !group.includes(e))
      const swapped = chooseRequired(problem, [...others, d])
      if (swapped === null || !isFeasible(problem, new Set(swapped))) continue
      const served = servedBy(problem, groups, new Set(swapped))
      if (served > most) [strongest, most] = [swapped, served]
    }
  }
  return strongest === cheapest ? [cheapest] : [cheapest, strongest]
}

function grow(
  problem: JointProblem,
  groups: readonly DemandGroup[],
  start: readonly number[],
  worthOf: Worth,
): number[] {
  const plan = new GrowingPlan(problem, groups)
  for (const d of start) plan.take([d])
  const moves = listMoves(problem)
  const movesOf: number[][] = problem.decisions.map(() => [])
  moves.forEach((move, m) => {
    for (const d of move) movesOf[d].push(m)
  })
  // a gain is worked out again only where something it rests on has changed
  const gains = new Float64Array(moves.length)
  const isStale = new Uint8Array(moves.length).fill(1)
  for (;;) {
    let [best, bestWorth, bestGain] = [-1, 0, 0]
    for (let m = 0; m < moves.length; m++) {
      if (isStale[m] === 0 && gains[m] <= 1e-9) continue
      const cost = plan.costOf(moves[m])
      if (cost === null) continue
      if (isStale[m] === 1) {
        gains[m] = plan.gainOf(moves[m])
        isStale[m] = 0
      }
      const gain = gains[m]
      if (gain <= 1e-9) continue
      const worth = worthOf(gain, cost)
      if (worth > bestWorth || (worth === bestWorth && gain > bestGain))
        [best, bestWorth, bestGain] = [m, worth, gain]
    }
    if (best < 0) return plan.decisions()
    for (const d of plan.take(moves[best])) for (const m of movesOf[d]) isStale[m] = 1
  }
}

/** Single decisions, and pairs that serve somebody only together. */
function listMoves({ decisions, covers }: JointProblem): (readonly number[])[] {
  const moves = new Map<string, readonly number[]>()
  decisions.forEach((_, d) => moves.set(String(d), [d]))
  for (const { needs } of covers)
    if (needs.length > 1) {
      const pair = [...needs].sort((a, b) => a - b)
      moves.set(pair.join(' '), pair)
    }
  return [...moves.values()]
}

/** A plan while it grows: what is left of demand, capacity, area and money. */
class GrowingPlan {
  private readonly problem: JointProblem
  private readonly groups: readonly DemandGroup[]
  private readonly taken = new Set<number>()
  /** weight of each group still unserved, and its weight for each need; Infinity: it needs nothing */
  private readonly open: Float64Array
  private readonly rate: Float64Array
  private readonly room: Float64Array
  private readonly area: Float64Array
  private readonly groupsOf: readonly (readonly number[])[]
  private readonly coversOf: readonly (readonly number[])[]
  private readonly rivals: readonly (readonly number[])[]
  private readonly seen: Int32Array
  private stamp = 0
  private left: number

  constructor(problem: JointProblem, groups: readonly DemandGroup[]) {
    const { decisions, covers, exclusive, siteArea, budget } = problem
    this.problem = problem
    this.groups = groups
    this.open = Float64Array.from(groups, ({ weight }) => weight)
    this.rate = Float64Array.from(groups, ({ weight, need }) => (need === 0 ? Infinity : weight / need))
    this.room = Float64Array.from(decisions, ({ capacity }) => capacity)
    this.area = Float64Array.from(siteArea)
    this.left = budget
    const groupsOf: number[][] = covers.map(() => [])
    groups.forEach((group, g) => {
      for (const c of group.covers) groupsOf[c].push(g)
    })
    const coversOf: number[][] = decisions.map(() => [])
    covers.forEach(({ needs }, c) => {
      for (const d of needs) coversOf[d].push(c)
    })
    const rivals: number[][] = decisions.map(() => [])
    for (const group of exclusive) for (const d of group) rivals[d].push(...group.filter((e) => e !== d))
    this.groupsOf = groupsOf
    this.coversOf = coversOf
    this.rivals = rivals
    this.seen = new Int32Array(groups.length)
  }

  decisions(): number[] {
    return [...this.taken].sort((a, b) => a - b)
  }

  /** What a move costs more; null: it does not fit, or is taken. */
  costOf(move: readonly number[]): number | null {
    const { decisions } = this.problem
    let cost = 0
    let fresh = 0
    const used = new Map<number, number>()
    for (const d of move) {
      if (this.taken.has(d)) continue
      if (decisions[d].rule === 'never') return null
      if (this.rivals[d].some((e) => this.taken.has(e) || move.includes(e))) return null
      const { site, area } = decisions[d]
      if (site >= 0) {
        const sum = (used.get(site) ?? 0) + area
        if (sum > this.area[site] + AREA_SLACK) return null
        used.set(site, sum)
      }
      cost += decisions[d].cost
      fresh++
    }
    return fresh === 0 || cost > this.left + 1e-6 ? null : cost
  }

  gainOf(move: readonly number[]): number {
    this.stamp++
    let gain = 0
    const room = new Map<number, number>()
    this.serve(move, (group, by) => {
      const has = room.get(by) ?? this.room[by]
      const part = this.partOf(group, has)
      if (has < Infinity) room.set(by, has - part / this.rate[group])
      gain += part
    })
    return gain
  }

  /** Takes a move; gives the decisions whose moves may gain otherwise from now on. */
  take(move: readonly number[]): ReadonlySet<number> {
    this.stamp++
    const changed = new Set<number>(move)
    const touched = new Set<number>()
    this.serve(move, (group, by) => {
      const part = this.partOf(group, this.room[by])
      this.open[group] -= part
      touched.add(group)
      if (this.room[by] === Infinity) return
      this.room[by] -= part / this.rate[group]
      changed.add(by)
    })
    for (const d of move) {
      if (this.taken.has(d)) continue
      const { cost, site, area } = this.problem.decisions[d]
      this.taken.add(d)
      this.left -= cost
      if (site >= 0) this.area[site] -= area
    }
    const { covers } = this.problem
    const affected = new Set<number>(changed)
    for (const d of changed)
      for (const c of this.coversOf[d]) for (const each of covers[c].needs) affected.add(each)
    for (const group of touched)
      for (const c of this.groups[group].covers) for (const each of covers[c].needs) affected.add(each)
    return affected
  }

  /** Weight of a group that so much room serves. */
  private partOf(group: number, room: number): number {
    const rate = this.rate[group]
    return rate === Infinity ? this.open[group] : Math.min(this.open[group], room * rate)
  }

  /** Tells each open group that some cover of the move serves now, and who serves it; each group once. */
  private serve(move: readonly number[], tell: (group: number, by: number) => void): void {
    for (const d of move) {
      if (this.taken.has(d)) continue
      for (const c of this.coversOf[d]) {
        const { needs } = this.problem.covers[c]
        if (!needs.every((each) => this.taken.has(each) || move.includes(each))) continue
        const [by] = needs
        for (const group of this.groupsOf[c]) {
          if (this.open[group] <= 0 || this.seen[group] === this.stamp) continue
          if (this.room[by] === Infinity) this.seen[group] = this.stamp
          tell(group, by)
        }
      }
    }
  }
}
