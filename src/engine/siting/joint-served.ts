import type { DemandGroup, JointProblem } from './joint-plan'

/**
 * Weight that a set of decisions serves. Where decisions have capacities this is the most that can be served
 * under them: a maximum flow from demand over decisions (augmenting paths; whole or broken parts of a group may
 * go to different ones).
 */
export function servedBy(
  problem: JointProblem,
  groups: readonly DemandGroup[],
  taken: ReadonlySet<number>,
): number {
  const { covers, decisions } = problem
  let served = 0
  // who serves each group that not everybody can: decisions with a limit
  const limited: { weight: number; by: number[] }[] = []
  for (const { weight, covers: list } of groups) {
    const by = list.filter((c) => covers[c].needs.every((d) => taken.has(d))).map((c) => covers[c].needs[0])
    if (by.length === 0) continue
    if (by.some((d) => decisions[d].capacity === Infinity)) served += weight
    else limited.push({ weight, by: [...new Set(by)] })
  }
  return limited.length === 0 ? served : served + flow(limited, (d) => decisions[d].capacity)
}

/** The most weight that decisions of limited capacity take; small networks, so plain augmenting paths. */
function flow(
  groups: readonly { weight: number; by: readonly number[] }[],
  capacityOf: (d: number) => number,
): number {
  const left = groups.map(({ weight }) => weight)
  const room = new Map<number, number>()
  for (const { by } of groups) for (const d of by) room.set(d, capacityOf(d))
  const sent = new Map<string, number>()
  const amount = (g: number, d: number): number => sent.get(`${g} ${d}`) ?? 0
  let total = 0
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
      total += push
      if (left[g] <= 1e-9) break
    }
  return total
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
