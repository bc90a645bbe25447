import type { Project } from '../../src/model/project'
import type { SlowAssessment, SlowRow } from './slow-assessment'
import type { SlowDemand } from './slow-places'
import { SlowSearch } from './slow-search'
import type { SlowTown } from './slow-town'

/*
 * Gaps the obvious way: docs/method.md (10). Every pair of people is walked between, groups are filled from each
 * community in turn.
 */

const NEAR_M = 300

export interface SlowGap {
  readonly places: readonly string[]
  readonly people: number | null
  readonly people_unknown: number
}

/** Metres on foot between demand points, the shorter of the two ways; Infinity: farther than neighbors are. */
export function walksBetween(town: SlowTown, demands: readonly SlowDemand[]): number[][] {
  const search = new SlowSearch(town, { profile: 'adult', basis: 'distance' })
  const metres = demands.map(() => demands.map(() => Infinity))
  demands.forEach((from, i) => {
    for (const home of new Set(from.meeting.feet.map(({ zone }) => zone))) {
      const starts = from.meeting.feet.filter(({ zone }) => zone === home)
      for (const target of new Set(demands.flatMap(({ meeting }) => meeting.feet.map(({ zone }) => zone)))) {
        search.run(starts, [home, target], NEAR_M + 5)
        demands.forEach((to, j) => {
          for (const foot of to.meeting.feet) {
            if (foot.zone !== target) continue
            const cost = search.costTo(foot, starts)?.cost ?? Infinity
            metres[i][j] = Math.min(metres[i][j], cost)
            metres[j][i] = Math.min(metres[j][i], cost)
          }
        })
      }
    }
  })
  return metres
}

/** The gaps of one class; null: a toss-up decides. `metres`: see `walksBetween`. */
export function findSlowGaps(
  project: Project,
  slow: SlowAssessment,
  rows: readonly SlowRow[],
  metres: readonly (readonly number[])[],
  c: number,
): SlowGap[] | null {
  if (!rows.every(({ nearest }) => nearest[c].isSure)) return null
  const { communities } = project.layers
  const verdictOf = (i: number): string => rows[i].nearest[c].verdict
  const indexes = rows.map((_, i) => i)
  const unserved = indexes.filter((i) => verdictOf(i) === 'unserved')
  const isSlanted = rows.some(({ demand }) => demand.meeting.isSlanted)
  const tie = isSlanted ? 2 : 0.05
  for (const i of unserved) for (const j of unserved) if (Math.abs(metres[i][j] - NEAR_M) < tie) return null
  const left = new Set(unserved.map((i) => slow.demands[i].community))
  const gaps: SlowGap[] = []
  while (left.size > 0) {
    const [seed] = left
    const group = new Set([seed])
    for (const k of group) {
      left.delete(k)
      for (const i of unserved)
        for (const j of unserved)
          if (slow.demands[i].community === k && metres[i][j] <= NEAR_M) group.add(slow.demands[j].community)
    }
    const sumOf = (verdict: string): number | null => {
      let sum: number | null = null
      for (const i of indexes) {
        const { community, share } = slow.demands[i]
        const { residents } = communities[community]
        if (!group.has(community) || residents === undefined) continue
        sum = (sum ?? 0) + (verdictOf(i) === verdict ? residents * share : 0)
      }
      return sum === null ? null : Math.round(sum)
    }
    gaps.push({
      places: [...group].map((k) => communities[k].id).sort(),
      people: sumOf('unserved'),
      people_unknown: sumOf('unknown') ?? 0,
    })
  }
  return gaps.sort((a, b) => (a.places.join('+') < b.places.join('+') ? -1 : 1))
}
