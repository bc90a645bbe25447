import { AREA_SLACK, type DemandGroup, type JointProblem } from './joint-plan'
import { type Mip, MipBuilder } from './mip'

/** What a plan is made best in: weight served, or money for at least so much weight. */
export type JointGoal = { readonly kind: 'most' } | { readonly kind: 'cheapest'; readonly weight: number }

/**
 * The program of a joint plan. Columns: first the decisions, 0 or 1; then t, all decisions that a cover needs together; u, the part
 * of a group that is served; f, the part of a group that a decision of limited capacity serves.
 */
export function modelJointly(
  problem: JointProblem,
  groups: readonly DemandGroup[],
  goal: JointGoal = { kind: 'most' },
): Mip {
  const isCheapest = goal.kind === 'cheapest'
  const { decisions, covers, exclusive, required, siteArea, budget } = problem
  const mip = new MipBuilder()
  decisions.forEach(({ rule, cost }) => {
    const y = mip.addBinary(isCheapest ? cost : 0)
    if (rule === 'never') mip.fix(y, 0)
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
  for (const group of required)
    if (group.length === 1) mip.fix(group[0], 1)
    else mip.addRow(group, 1, 1, Infinity)
  // a cover that needs several decisions is a column of its own, no more than any of them
  const isOn = covers.map(({ needs }) => {
    if (needs.length === 1) return needs[0]
    const t = mip.addShare(0)
    for (const d of needs) mip.addRow([t, d], [1, -1], -Infinity, 0)
    return t
  })
  const parts: number[] = []
  /** of each limited decision: the parts it serves */
  const loads = new Map<number, { columns: number[]; needs: number[] }>()
  for (const { weight, need, covers: list } of groups) {
    const u = mip.addShare(isCheapest ? 0 : -weight)
    parts.push(u)
    const serving: number[] = []
    for (const c of list) {
      const [by] = covers[c].needs
      if (decisions[by].capacity === Infinity) {
        serving.push(isOn[c])
        continue
      }
      const f = mip.addShare(0)
      mip.addRow([f, isOn[c]], [1, -1], -Infinity, 0)
      const load = loads.get(by) ?? { columns: [], needs: [] }
      load.columns.push(f)
      load.needs.push(need)
      loads.set(by, load)
      serving.push(f)
    }
    mip.addRow([u, ...serving], [1, ...serving.map(() => -1)], -Infinity, 0)
  }
  for (const [d, { columns, needs }] of loads)
    mip.addRow([...columns, d], [...needs, -decisions[d].capacity], -Infinity, 0)
  if (isCheapest)
    mip.addRow(
      parts,
      groups.map(({ weight }) => weight),
      goal.weight,
      Infinity,
    )
  return mip.build()
}

/**
 * A plan as a full answer to its program, column by column as `modelJointly` lays them: a start for the solver.
 * Limited decisions serve group by group as far as they go, which may be less than they could.
 */
export function startFrom(
  { decisions, covers }: JointProblem,
  groups: readonly DemandGroup[],
  taken: ReadonlySet<number>,
): Float64Array {
  const isOn = (c: number): boolean => covers[c].needs.every((d) => taken.has(d))
  const columns: number[] = decisions.map((_, d) => (taken.has(d) ? 1 : 0))
  covers.forEach(({ needs }, c) => {
    if (needs.length > 1) columns.push(isOn(c) ? 1 : 0)
  })
  const room = decisions.map(({ capacity }) => capacity)
  for (const { need, covers: list } of groups) {
    const u = columns.push(0) - 1
    for (const c of list) {
      const [by] = covers[c].needs
      if (decisions[by].capacity === Infinity) {
        if (isOn(c)) columns[u] = 1
        continue
      }
      const wanted = isOn(c) && need > 0 ? Math.min(1 - columns[u], room[by] / need) : isOn(c) ? 1 : 0
      room[by] -= wanted * need
      columns[u] = Math.min(1, columns[u] + wanted)
      columns.push(wanted)
    }
  }
  return Float64Array.from(columns)
}
