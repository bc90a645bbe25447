import { planGreedily } from './joint-greedy'
import { AREA_SLACK, type DemandGroup, groupDemand, type JointAnswer, type JointProblem } from './joint-plan'
import { servedBy } from './joint-served'
import { type Mip, MipBuilder, type MipLimits, type SolveMip } from './mip'

/**
 * The plan that serves most within the budget: greedy first, then a mixed-integer program that starts from it.
 * y: a decision is taken; t: both decisions of a pair; u: a group is served; f: the part of a group that a
 * decision of limited capacity serves. Without a better answer in time the greedy plan stands, with the bound.
 * Of plans that serve the same the solver's one is taken as it is; its cost is not made least.
 */
export async function planExactly(
  problem: JointProblem,
  solve: SolveMip,
  limits: MipLimits,
): Promise<JointAnswer> {
  const groups = groupDemand(problem)
  const greedy = planGreedily(problem, groups)
  const model = buildModel(problem, groups)
  const answer = await solve(model, limits)
  const found = problem.decisions.flatMap((_, d) => (answer.x[d] > 0.5 ? [d] : []))
  const served = answer.x.length === 0 ? -1 : servedBy(problem, groups, new Set(found))
  const greedyServed = servedBy(problem, groups, new Set(greedy))
  const [taken, most] =
    served > greedyServed ? [dropIdle(problem, groups, found), served] : [greedy, greedyServed]
  return {
    taken,
    served: most,
    cost: taken.reduce((sum, d) => sum + problem.decisions[d].cost, 0),
    bound: answer.status === 'optimal' && limits.gap === 0 ? most : Math.max(most, -answer.bound),
    isOptimal: answer.status === 'optimal' && limits.gap === 0,
  }
}

/** Takes out, dearest first, what serves nobody the others do not serve: a solver has no reason to save. */
function dropIdle(problem: JointProblem, groups: readonly DemandGroup[], plan: readonly number[]): number[] {
  const kept = new Set(plan)
  const most = servedBy(problem, groups, kept)
  const byCost = [...plan].sort((a, b) => problem.decisions[b].cost - problem.decisions[a].cost || b - a)
  for (const d of byCost) {
    if (problem.decisions[d].rule === 'must') continue
    kept.delete(d)
    if (servedBy(problem, groups, kept) < most - 1e-9) kept.add(d)
  }
  return [...kept].sort((a, b) => a - b)
}

function buildModel(problem: JointProblem, groups: readonly DemandGroup[]): Mip {
  const { decisions, covers, exclusive, siteArea, budget } = problem
  const mip = new MipBuilder()
  decisions.forEach(({ rule }) => {
    const y = mip.addBinary(0)
    if (rule !== null) mip.fix(y, rule === 'must' ? 1 : 0)
  })
  const all = decisions.map((_, d) => d)
  if (budget < Infinity)
    mip.addRow(
      all,
      all.map((d) => decisions[d].cost),
      -Infinity,
      budget,
    )
  siteArea.forEach((area, site) => {
    const here = all.filter((d) => decisions[d].site === site)
    if (here.length > 0)
      mip.addRow(
        here,
        here.map((d) => decisions[d].area),
        -Infinity,
        area + AREA_SLACK,
      )
  })
  for (const group of exclusive) mip.addRow(group, 1, -Infinity, 1)
  // a cover that needs two decisions is a column of its own, no more than either
  const isOn = covers.map(({ needs }) => {
    if (needs.length === 1) return needs[0]
    const t = mip.addShare(0)
    for (const d of needs) mip.addRow([t, d], [1, -1], -Infinity, 0)
    return t
  })
  /** of each limited decision: the parts it serves */
  const loads = new Map<number, { columns: number[]; weights: number[] }>()
  for (const { weight, covers: list } of groups) {
    const u = mip.addShare(-weight)
    const serving: number[] = []
    for (const c of list) {
      const [by] = covers[c].needs
      if (decisions[by].capacity === Infinity) {
        serving.push(isOn[c])
        continue
      }
      const f = mip.addShare(0)
      mip.addRow([f, isOn[c]], [1, -1], -Infinity, 0)
      const load = loads.get(by) ?? { columns: [], weights: [] }
      load.columns.push(f)
      load.weights.push(weight)
      loads.set(by, load)
      serving.push(f)
    }
    mip.addRow([u, ...serving], [1, ...serving.map(() => -1)], -Infinity, 0)
  }
  for (const [d, { columns, weights }] of loads)
    mip.addRow([...columns, d], [...weights, -decisions[d].capacity], -Infinity, 0)
  return mip.build()
}
