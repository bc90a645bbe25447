import type { DemandGroup, JointProblem } from './joint-plan'

/**
 * Weight that a set of decisions serves. Where decisions have capacities this is the most that can be served
 * under them: a maximum flow from demand over decisions (augmenting paths; whole or broken parts of a group may
 * go to different ones). What weighs most for its need goes first: flows from the groups form a matroid, so this
 * order is best.
 */
export function servedBy(
  problem: JointProblem,
  groups: readonly DemandGroup[],
  taken: ReadonlySet<number>,
): number {
  return serveGroups(problem, groups, taken).reduce((sum, share, g) => sum + share * groups[g].weight, 0)
}

/** The share of each group that a set of decisions serves, when it serves most. */
export function serveGroups(
  { covers, decisions }: JointProblem,
  groups: readonly DemandGroup[],
  taken: ReadonlySet<number>,
): number[] {
  const shares = groups.map(() => 0)
  // who serves each group that not everybody can: decisions with a limit
  const limited: { group: number; rate: number; need: number; by: number[] }[] = []
  groups.forEach(({ weight, need, covers: list }, group) => {
    const by = list.filter((c) => covers[c].needs.every((d) => taken.has(d))).map((c) => covers[c].needs[0])
    if (by.length === 0) return
    if (need === 0 || by.some((d) => decisions[d].capacity === Infinity)) shares[group] = 1
    else limited.push({ group, rate: weight / need, need, by: [...new Set(by)] })
  })
  limited.sort((a, b) => b.rate - a.rate || a.group - b.group)
  const left = flow(limited, (d) => decisions[d].capacity)
  limited.forEach(({ group, need }, i) => {
    shares[group] = 1 - left[i] / need
  })
  return shares
}

/** What is left unserved of each need when decisions take the most they can; small networks, so plain augmenting paths. */
function flow(
  groups: readonly { need: number; by: readonly number[] }[],
  capacityOf: (d: number) => number,
): number[] {
  const left = groups.map(({ need }) => need)
  const room = new Map<number, number>()
  for (const { by } of groups) for (const d of by) room.set(d, capacityOf(d))
  const sent = new Map<string, number>()
  const amount = (g: number, d: number): number => sent.get(`${g} ${d}`) ?? 0
  for (let g = 0; g < groups.length; g++)
    for (;;) {
      const path = findPath(g, groups, room, amount)
      if (path === null) break
      // from group to decision to another group that gives way … to a decision with room
      let push = left[g]
      path.forEach((step, i) => {
        if (i > 0) push = Math.min(push, amount(step.group, path[i - 1].decision))
      })
      const last = path[path.length - 1].decision
      push = Math.min(push, room.get(last) ?? 0)
      if (push <= 1e-9) break
      path.forEach(({ group, decision }, i) => {
        if (i > 0) {
          const from = path[i - 1].decision
          sent.set(`${group} ${from}`, amount(group, from) - push)
        }
        sent.set(`${group} ${decision}`, amount(group, decision) + push)
      })
      room.set(last, (room.get(last) ?? 0) - push)
      left[g] -= push
      if (left[g] <= 1e-9) break
    }
  return left
}

interface Step {
  readonly group: number
  readonly decision: number
}

/** A shortest way from a group to a decision with room, by groups that can move over; null: none. */
function findPath(
  start: number,
  groups: readonly { by: readonly number[] }[],
  room: ReadonlyMap<number, number>,
  amount: (group: number, decision: number) => number,
): Step[] | null {
  const queue: { readonly steps: Step[]; readonly group: number }[] = [{ steps: [], group: start }]
  const seen = new Set<number>()
  for (const { steps, group } of queue)
    for (const decision of groups[group].by) {
      if (seen.has(decision)) continue
      seen.add(decision)
      const way = [...steps, { group, decision }]
      if ((room.get(decision) ?? 0) > 1e-9) return way
      groups.forEach((_, other) => {
        if (other !== group && amount(other, decision) > 1e-9) queue.push({ steps: way, group: other })
      })
    }
  return null
}
