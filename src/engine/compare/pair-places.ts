import type { Project } from '../../model/project'
import type { WalkNetwork } from '../network/walk-network'
import { type DemandColumns, demandColumns } from '../places/demand-columns'
import { placesOfDemand } from '../places/demand-places'
import type { PlacedPeople } from '../places/place-people'

/** People placed on the network of one state. */
export interface PlacedState {
  readonly project: Project
  readonly network: WalkNetwork
  readonly people: PlacedPeople
}

/** People of one community, row by row: where they start to walk in two states. Columns, for a city has 100,000 rows. */
export interface PlacePairs {
  /** indexes of demand points */
  readonly before: Int32Array
  readonly after: Int32Array
  /** of the community's people */
  readonly share: Float64Array
  /** index of the community in the second state */
  readonly community: Int32Array
}

type PlacePair = readonly [before: number, after: number, share: number]

/** Two places this near to each other are one, degrees: about a metre. */
const SAME_DEGREES = 1e-5
/** Shares below this are what adding up leaves over. */
const NOTHING = 1e-9

/**
 * Where people start to walk in one state and in another, so that each person is in just one pair. Houses and gates
 * are found again by their ids, other places by where they are. Whose place is not there any more (a street across
 * the edge was taken away, say) goes to the places that are new, in their order.
 */
export function pairPlaces(before: PlacedState, after: PlacedState): PlacePairs {
  const demand = demandColumns(after.people)
  const { communities } = after.project.layers
  // a plan over the same data moves nobody
  if (demandColumns(before.people) === demand) return pairEach(demand)
  const homesBefore = pointsByCommunity(before)
  const homesAfter = pointsByCommunity(after)
  const isSame = sameness(before, after)
  return inColumns(
    communities.flatMap(({ id }) => {
      const [from, to] = [homesBefore.get(id), homesAfter.get(id)]
      return from === undefined || to === undefined ? [] : pairCommunity(before, after, from, to, isSame)
    }),
    demand,
  )
}

const stayed = new WeakMap<DemandColumns, PlacePairs>()

/** Everybody where they are, community by community. */
function pairEach(demand: DemandColumns): PlacePairs {
  let pairs = stayed.get(demand)
  if (pairs === undefined) {
    const points = demand.points.filter((p) => demand.shareOf[p] > NOTHING)
    stayed.set(
      demand,
      (pairs = inColumns(
        Array.from(points, (p) => [p, p, demand.shareOf[p]]),
        demand,
      )),
    )
  }
  return pairs
}

function inColumns(pairs: readonly PlacePair[], { communityOf }: DemandColumns): PlacePairs {
  return {
    before: Int32Array.from(pairs, ([p]) => p),
    after: Int32Array.from(pairs, ([, q]) => q),
    share: Float64Array.from(pairs, ([, , share]) => share),
    community: Int32Array.from(pairs, ([, q]) => communityOf[q]),
  }
}

function pairCommunity(
  before: PlacedState,
  after: PlacedState,
  from: readonly number[],
  to: readonly number[],
  isSame: (p: number, q: number) => boolean,
): PlacePair[] {
  const pairs: PlacePair[] = []
  const leftBefore = new Map(from.map((p) => [p, before.people.points[p].share]))
  const leftAfter = new Map(to.map((q) => [q, after.people.points[q].share]))
  const move = (p: number, q: number): void => {
    const share = Math.min(leftBefore.get(p) ?? 0, leftAfter.get(q) ?? 0)
    if (share <= NOTHING) return
    leftBefore.set(p, (leftBefore.get(p) ?? 0) - share)
    leftAfter.set(q, (leftAfter.get(q) ?? 0) - share)
    pairs.push([p, q, share])
  }
  const byId = new Map(to.map((q) => [keyOf(after, q), q]))
  const isThere = (p: number, q: number): boolean => keyOf(before, p) === keyOf(after, q) && isSame(p, q)
  // a plan leaves places in their order: where one moves next to another, that one is not who came
  from.forEach((p, i) => {
    if (i < to.length && isThere(p, to[i])) move(p, to[i])
  })
  for (const p of from) {
    const key = keyOf(before, p)
    const known = key === null ? undefined : byId.get(key)
    const q = known ?? to.find((other) => isThere(p, other))
    if (q !== undefined) move(p, q)
  }
  for (const p of from) for (const q of to) move(p, q)
  return pairs.sort(([p, q], [other, than]) => p - other || q - than)
}

/** What names a place; null: its position alone. */
function keyOf({ people }: PlacedState, p: number): string | null {
  const { carrier, id } = people.points[p]
  return id === undefined ? null : `${carrier} ${id}`
}

function sameness(before: PlacedState, after: PlacedState): (p: number, q: number) => boolean {
  const [was, is] = [placesOfDemand(before), placesOfDemand(after)]
  return (p, q) =>
    Math.abs(was[2 * p] - is[2 * q]) < SAME_DEGREES && Math.abs(was[2 * p + 1] - is[2 * q + 1]) < SAME_DEGREES
}

function pointsByCommunity({ project, people }: PlacedState): Map<string, number[]> {
  const lists = new Map<string, number[]>()
  people.points.forEach(({ community }, p) => {
    const { id } = project.layers.communities[community]
    const list = lists.get(id)
    if (list === undefined) lists.set(id, [p])
    else list.push(p)
  })
  return lists
}
