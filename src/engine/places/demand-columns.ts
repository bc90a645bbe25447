import type { Group } from '../../model/rule-pack'
import { partsOf } from '../../model/people-parts'
import type { PlacedPeople } from './place-people'

/** Demand points as columns: what is asked of each of them for every class. */
export interface DemandColumns {
  /** of each demand point, by its own index */
  readonly communityOf: Int32Array
  readonly shareOf: Float64Array
  /** `points[start[k]]` … `points[start[k + 1]]` are those of community k, ascending */
  readonly start: Int32Array
  readonly points: Int32Array
  /** the most that one community has */
  readonly most: number
  /**
   * People of a group at each point by its share, in millionths of a person; 0 where their number is not known.
   * `places`: as if each community had one.
   */
  readonly partsAt: (group: Group | 'places') => Float64Array
}

// people never change: listed once for all answers about the same ones
const known = new WeakMap<PlacedPeople, DemandColumns>()

/** The demand points of some people as columns. */
export function demandColumns(people: PlacedPeople): DemandColumns {
  let columns = known.get(people)
  if (columns === undefined) known.set(people, (columns = listColumns(people)))
  return columns
}

/** Notes that `planned` are the same people in the same places, who only walk from there by other ways. */
export function keepDemand(people: PlacedPeople, planned: PlacedPeople): void {
  known.set(planned, demandColumns(people))
}

function listColumns({ points, people, counts }: PlacedPeople): DemandColumns {
  const communityOf = Int32Array.from(points, ({ community }) => community)
  const shareOf = Float64Array.from(points, ({ share }) => share)
  const start = new Int32Array(people.length + 1)
  for (const k of communityOf) start[k + 1]++
  let most = 0
  for (let k = 0; k < people.length; k++) {
    most = Math.max(most, start[k + 1])
    start[k + 1] += start[k]
  }
  const next = start.slice()
  const listed = new Int32Array(communityOf.length)
  communityOf.forEach((k, p) => (listed[next[k]++] = p))
  const parts = new Map<Group | 'places', Float64Array>()
  return {
    communityOf,
    shareOf,
    start,
    points: listed,
    most,
    partsAt: (group) => {
      let column = parts.get(group)
      if (column !== undefined) return column
      const numberOf = (k: number): number | null =>
        group === 'places' ? 1 : group === 'all' ? people[k] : counts[group][k]
      column = shareOf.map((share, p) => partsOf(numberOf(communityOf[p]) ?? 0, share))
      parts.set(group, column)
      return column
    },
  }
}
