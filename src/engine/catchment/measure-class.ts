import type { AnalysisSettings } from '../../model/analysis'
import { limitOf } from '../../model/class-limit'
import type { AccessPoint } from '../places/access-point'
import type { PlacedFacilities } from '../places/place-facilities'
import { type AccessColumns, type BestWalks, peopleColumns, readWalk, readWalks } from './access-columns'
import { BestWalk } from './best-walk'
import { StartsOnEdges } from './starts-on-edges'
import type { BoundedSearch, Seed } from './bounded-search'
import { lookoutOf } from './lookout'
import type { MeasureInput } from './reach'
import type { ReachDraft } from './reach-draft'
import { EXIT, exitRowOf, type SearchGraph } from './search-graph'
import { seedsOf, type WalkOptions, type ZonedSeed } from './walks'

const REVERSE: WalkOptions = { isReverse: true, countsConnector: true }

/** A search and what it is read at. */
export interface Measuring {
  readonly on: MeasureInput
  readonly settings: AnalysisSettings
  readonly search: BoundedSearch
  readonly columns: AccessColumns
  readonly lookout: number
}

/** How far a class may be, in the cost unit of the basis: mm or ms. */
export function limitOfClass({ rules, basis }: AnalysisSettings, classIndex: number): number {
  return limitOf(rules, rules.rules[classIndex], basis).limit * 1000
}

/** Readies the search from facilities to people. */
export function startMeasuring(on: MeasureInput, settings: AnalysisSettings): Measuring {
  const search = on.graphs.search(settings.profile, settings.basis, true)
  const columns = peopleColumns(on.people, search.graph, REVERSE)
  return { on, settings, search, columns, lookout: lookoutOf(settings.basis) }
}

/**
 * Measures every demand point against one class: what is found betters what a draft says of it. `among`: only walks to
 * these facilities are looked for; null: to all of the class.
 */
export function measureClass(
  draft: ReachDraft,
  classIndex: number,
  measuring: Measuring,
  among: ReadonlySet<number> | null = null,
): void {
  const { services } = measuring.on.facilities
  const isShared = (i: number): boolean => services[i].access !== 'residents'
  const members = onlyAmong(draft.reach.members.fit[classIndex], among)
  const shared = members.filter(isShared)
  const reserved = members.filter((i) => !isShared(i))
  const { lookout } = measuring
  measureSmall(draft, classIndex, measuring, among)
  if (shared.length > 0) {
    const { cost, other, source } = readNearest(measuring, shared, lookout)
    const best = new BestWalk()
    const known = draft.reach.cost[classIndex]
    let nearest: NearestColumns | null = null
    for (let point = 0; point < cost.length; point++) {
      if (cost[point] > lookout || (known[point] >= 0 && known[point] < cost[point])) continue
      nearest ??= nearestColumns(draft, classIndex)
      best.clear()
      best.offer(cost[point], other[point], source[point])
      writeNearer(nearest, point, best)
    }
  }
  if (reserved.length === 0) return
  const { cost } = readNearest(measuring, reserved, lookout)
  const residentsOnlyCost = draft.own('residentsOnlyCost', classIndex)
  for (let point = 0; point < cost.length; point++)
    if (cost[point] <= lookout) residentsOnlyCost[point] = lesser(residentsOnlyCost[point], cost[point])
  for (const [community, own] of groupByCommunity(measuring.on, reserved))
    readOwn(nearestColumns(draft, classIndex), measuring, community, own)
}

/** The columns that tell the walks to the nearest facility of a class. */
export type NearestColumns = Readonly<Record<'cost' | 'other' | 'facility', Int32Array>>

/** Those of a class, to be written to. */
export function nearestColumns(draft: ReachDraft, classIndex: number): NearestColumns {
  return {
    cost: draft.own('cost', classIndex),
    other: draft.own('other', classIndex),
    facility: draft.own('facility', classIndex),
  }
}

function onlyAmong(members: readonly number[], among: ReadonlySet<number> | null): readonly number[] {
  return among === null ? members : members.filter((i) => among.has(i))
}

/** The lesser of what is known, −1: nothing, and another cost. */
function lesser(known: number, cost: number): number {
  return known < 0 || cost < known ? cost : known
}

/** How near those are that are too small to serve: everybody's, and to their own people the reserved ones. */
function measureSmall(
  draft: ReachDraft,
  classIndex: number,
  measuring: Measuring,
  among: ReadonlySet<number> | null,
): void {
  const { services } = measuring.on.facilities
  const small = onlyAmong(draft.reach.members.small[classIndex], among)
  if (small.length === 0) return
  const smallCost = draft.own('smallCost', classIndex)
  const limit = limitOfClass(measuring.settings, classIndex)
  const keepNearest = (members: readonly number[], isAsked: (point: number) => boolean): void => {
    const { cost } = readNearest(measuring, members, limit)
    for (let point = 0; point < cost.length; point++) {
      if (cost[point] > limit || !isAsked(point)) continue
      smallCost[point] = lesser(smallCost[point], cost[point])
    }
  }
  const isReserved = (i: number): boolean => services[i].access === 'residents'
  const shared = small.filter((i) => !isReserved(i))
  if (shared.length > 0) keepNearest(shared, () => true)
  const { points } = measuring.on.people
  for (const [community, own] of groupByCommunity(measuring.on, small.filter(isReserved)))
    keepNearest(own, (point) => points[point].community === community)
}

/** Facilities that serve only their own, by the index of their community; −1: none that there is. */
export function groupByCommunity(
  { project, facilities: { services } }: MeasureInput,
  facilities: readonly number[],
): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  if (facilities.length === 0) return groups
  const indexOf = new Map(project.layers.communities.map(({ id }, i) => [id, i]))
  for (const i of facilities) {
    const community = indexOf.get(services[i].community ?? '') ?? -1
    const list = groups.get(community)
    if (list === undefined) groups.set(community, [i])
    else list.push(i)
  }
  return groups
}

// of the class at hand, kept between calls
let walks: BestWalks = { cost: new Int32Array(0), other: new Int32Array(0), source: new Int32Array(0) }

/**
 * The walk of every demand point to the nearest of some facilities. Beyond `lookout` a nearer one may have been left out. The
 * columns are written over by the next call.
 */
function readNearest(measuring: Measuring, members: readonly number[], lookout: number): BestWalks {
  const { on, search, columns } = measuring
  const onEdges = searchFrom({ on, search, lookout }, members)
  const count = on.people.points.length
  if (walks.cost.length !== count)
    walks = { cost: new Int32Array(count), other: new Int32Array(count), source: new Int32Array(count) }
  readWalks(walks, search, columns, onEdges)
  return walks
}

/** Searches from some facilities, by index, to wherever they can be walked to from; gives where it starts. */
export function searchFrom(
  { on, search, lookout }: Pick<Measuring, 'on' | 'search' | 'lookout'>,
  members: readonly number[],
): StartsOnEdges {
  search.run(leaveCompounds(search, seedFacilities(search, on.facilities, members), lookout), lookout, -1)
  return new StartsOnEdges(startsOf(members, on.facilities), search.graph, REVERSE)
}

type Access = PlacedFacilities['access']

// streets and places never change: worked out once for all rules
const knownSeeds = new WeakMap<SearchGraph['start'], WeakMap<Access, (readonly ZonedSeed[] | undefined)[]>>()

/** The seeds of a search from a facility, by index. */
function seedsOfFacility(graph: SearchGraph, access: Access, source: number): readonly ZonedSeed[] {
  let ofGraph = knownSeeds.get(graph.start)
  if (ofGraph === undefined) knownSeeds.set(graph.start, (ofGraph = new WeakMap()))
  let ofAccess = ofGraph.get(access)
  if (ofAccess === undefined) ofGraph.set(access, (ofAccess = []))
  let known = ofAccess[source]
  if (known === undefined)
    ofAccess[source] = known = access[source].flatMap((point) => seedsOf(point, graph, source, REVERSE))
  return known
}

/** A start of a search: a way into a facility. */
export interface Start {
  readonly point: AccessPoint
  readonly source: number
}

export function startsOf(members: readonly number[], placed: MeasureInput['facilities']): Start[] {
  return members.flatMap((source) => placed.access[source].map((point) => ({ point, source })))
}

/** The seeds of a search from some facilities, by index, to wherever they can be walked to from. */
export function seedFacilities(
  { graph }: BoundedSearch,
  { access }: MeasureInput['facilities'],
  members: readonly number[],
): ZonedSeed[] {
  return members.flatMap((source) => seedsOfFacility(graph, access, source))
}

/**
 * The seeds of one search from many places. Those inside a compound may leave it by its gates, which the
 * labels of strangers may not: so the way to the gates is searched first, compound by compound, and the one
 * search starts at the gates' outer sides as well. Shortcuts between gates make leaving once enough.
 */
export function leaveCompounds(search: BoundedSearch, seeds: readonly ZonedSeed[], lookout: number): Seed[] {
  const { graph } = search
  const all: Seed[] = [...seeds]
  const ofZone = new Map<number, Seed[]>()
  for (const seed of seeds) {
    if (seed.zone < 0) continue
    const list = ofZone.get(seed.zone)
    if (list === undefined) ofZone.set(seed.zone, [seed])
    else list.push(seed)
  }
  for (const [zone, own] of ofZone) {
    search.run(own, lookout, -1)
    const { cost, touched, touchedCount } = search
    for (let i = 0; i < touchedCount; i++) {
      const node = touched[i]
      if (graph.hasExit[node] === 0) continue
      const row = exitRowOf(graph.exitNodes, node)
      for (let e = graph.exitStart[row]; e < graph.exitStart[row + 1]; e += EXIT) {
        if (graph.exits[e + 3] !== zone) continue
        all.push({
          node: graph.exits[e],
          cost: cost[node] + graph.exits[e + 1],
          other: search.other(node) + graph.exits[e + 2],
          source: search.source(node),
        })
      }
    }
  }
  return all
}

/** Writes the better of a walk and the one that stands there. `best` is bettered by it. */
export function writeNearer({ cost, other, facility }: NearestColumns, point: number, best: BestWalk): void {
  if (cost[point] >= 0) best.offer(cost[point], other[point], facility[point])
  cost[point] = best.cost
  other[point] = best.other
  facility[point] = best.source
}

/** How far own facilities are looked for first, in parts of the lookout: most stand inside the compound. */
const OWN_WIDENING = [1 / 8, 1]

/** Betters what the people of a community have with the facilities that serve them alone. */
function readOwn(
  nearest: NearestColumns,
  { on, search, columns, lookout }: Measuring,
  community: number,
  facilities: readonly number[],
): void {
  if (community < 0) return
  const own: number[] = []
  on.people.points.forEach((demand, i) => {
    if (demand.community === community) own.push(i)
  })
  const onEdges = new StartsOnEdges(startsOf(facilities, on.facilities), search.graph, REVERSE)
  const seeds = seedFacilities(search, on.facilities, facilities)
  for (const share of OWN_WIDENING) {
    const limit = Math.floor(lookout * share)
    search.run(leaveCompounds(search, seeds, limit), limit, -1)
    let isComplete = true
    for (const point of own) {
      const best = new BestWalk()
      readWalk(best, search, columns, point, onEdges)
      // beyond the limit a nearer way may have been left out
      if (best.cost > limit) {
        isComplete = false
        continue
      }
      writeNearer(nearest, point, best)
    }
    if (isComplete) return
  }
}
