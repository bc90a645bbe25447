import type { AnalysisSettings } from '../../model/analysis'
import type { Project } from '../../model/project'
import type { RulePack } from '../../model/rule-pack'
import type { PlacedFacilities } from '../places/place-facilities'
import type { PlacedPeople } from '../places/place-people'
import { checkpoint, type Run } from '../run'
import { type AccessColumns, BestWalk, peopleColumns, readWalk, StartsOnEdges } from './access-columns'
import { type BoundedSearch, type Seed, UNREACHED } from './bounded-search'
import type { GraphCache } from './graph-cache'
import { lookoutOf } from './lookout'
import { EXIT } from './search-graph'
import { seedsOf, type WalkOptions } from './walks'

/** Walks of every demand point to the nearest facility of every class; entry `class * points + point`. */
export interface Reach {
  readonly pointCount: number
  /** codes, in the order of the rule pack */
  readonly codes: readonly string[]
  /** cost in the graph's unit; −1: none within the lookout */
  readonly cost: Int32Array
  readonly other: Int32Array
  /** index into project.layers.facilities; −1: none */
  readonly facility: Int32Array
  /** cost to the nearest facility that serves only its own community; −1: none. Explains a refusal */
  readonly residentsOnlyCost: Int32Array
  /** cost from each demand point to the nearest place where the data ends; −1: out of the lookout */
  readonly clipCost: Int32Array
  readonly isConnected: Uint8Array
}

/** A project's people and facilities on its network. */
export interface ReachInput {
  readonly project: Project
  readonly people: PlacedPeople
  readonly facilities: PlacedFacilities
  readonly graphs: GraphCache
}

const REVERSE: WalkOptions = { isReverse: true, countsConnector: true }

/** A search and what it is read at. */
interface Measuring {
  readonly on: ReachInput
  readonly search: BoundedSearch
  readonly columns: AccessColumns
  readonly lookout: number
}

/**
 * Measures every demand point against every class: one search per class from all its facilities at once,
 * over the reversed network. Facilities inside compounds start it from their gates, at what the way there
 * costs; those that serve only their own community are asked for by its people alone.
 */
export async function measureReach(on: ReachInput, settings: AnalysisSettings, run: Run): Promise<Reach> {
  const measuring = startMeasuring(on, settings)
  const { points } = on.people
  const rules = settings.rules.rules
  const size = rules.length * points.length
  const reach: Reach = {
    pointCount: points.length,
    codes: rules.map((rule) => rule.code),
    cost: new Int32Array(size).fill(-1),
    other: new Int32Array(size).fill(-1),
    facility: new Int32Array(size).fill(-1),
    residentsOnlyCost: new Int32Array(size).fill(-1),
    clipCost: measureClip(on, settings),
    isConnected: markConnected(on),
  }
  const membersOf = groupByClass(on.project, settings.rules)
  for (let c = 0; c < rules.length; c++) {
    measureClass(reach, c, membersOf[c], measuring)
    if (c % 4 === 3) await checkpoint(run, 'reach', c + 1, rules.length)
  }
  return reach
}

/** Measures some classes again, over what `reach` says of them. */
export function measureClasses(
  reach: Reach,
  classes: ReadonlySet<number>,
  on: ReachInput,
  settings: AnalysisSettings,
): void {
  if (classes.size === 0) return
  const measuring = startMeasuring(on, settings)
  const membersOf = groupByClass(on.project, settings.rules)
  for (const c of classes) {
    const [from, to] = [c * reach.pointCount, (c + 1) * reach.pointCount]
    for (const column of [reach.cost, reach.other, reach.facility, reach.residentsOnlyCost])
      column.fill(-1, from, to)
    measureClass(reach, c, membersOf[c], measuring)
  }
}

function startMeasuring(on: ReachInput, settings: AnalysisSettings): Measuring {
  const search = on.graphs.search(settings.profile, settings.basis, true)
  const columns = peopleColumns(on.people, search.graph, REVERSE)
  return { on, search, columns, lookout: lookoutOf(settings.basis) }
}

/** 1: a demand point meets the network, and does not live in a compound that nobody can leave. */
export function markConnected({ graphs, people }: ReachInput): Uint8Array {
  const { nodeZone, portalCount, portalFrom } = graphs.network
  const hasGate = new Set<number>()
  for (let p = 0; p < portalCount; p++) hasGate.add(nodeZone[portalFrom[p]])
  return Uint8Array.from(people.points, ({ access }) =>
    access.some(({ zone }) => zone < 0 || hasGate.has(zone)) ? 1 : 0,
  )
}

/** The class of each facility as its index in the rule pack; −1: none of them. */
export function listClasses(rules: RulePack, { layers }: Project): Int32Array {
  const indexOf = new Map(rules.rules.map(({ code }, c) => [code, c]))
  return Int32Array.from(layers.facilities, ({ class: code }) => indexOf.get(code ?? '') ?? -1)
}

/** Facilities of each class of the rule pack, as indexes into their layer. */
function groupByClass(project: Project, rules: RulePack): number[][] {
  const members: number[][] = rules.rules.map(() => [])
  listClasses(rules, project).forEach((c, i) => {
    if (c >= 0) members[c].push(i)
  })
  return members
}

function measureClass(
  reach: Reach,
  classIndex: number,
  members: readonly number[],
  measuring: Measuring,
): void {
  if (members.length === 0) return
  const { facilities } = measuring.on.project.layers
  const isShared = (i: number): boolean => facilities[i].access !== 'residents'
  const offset = classIndex * reach.pointCount
  const shared = members.filter(isShared)
  const reserved = members.filter((i) => !isShared(i))
  if (shared.length > 0)
    readNearest(measuring, shared, (point, best) => {
      reach.cost[offset + point] = best.cost
      reach.other[offset + point] = best.other
      reach.facility[offset + point] = best.source
    })
  if (reserved.length === 0) return
  readNearest(measuring, reserved, (point, best) => {
    reach.residentsOnlyCost[offset + point] = best.cost
  })
  for (const [community, own] of groupByCommunity(measuring.on.project, reserved))
    readOwn(reach, offset, measuring, community, own)
}

/** Facilities that serve only their own, by the index of their community; −1: none that there is. */
function groupByCommunity({ layers }: Project, facilities: readonly number[]): Map<number, number[]> {
  const indexOf = new Map(layers.communities.map(({ id }, i) => [id, i]))
  const groups = new Map<number, number[]>()
  for (const i of facilities) {
    const community = indexOf.get(layers.facilities[i].community ?? '') ?? -1
    const list = groups.get(community)
    if (list === undefined) groups.set(community, [i])
    else list.push(i)
  }
  return groups
}

/** Tells the walk of every demand point to the nearest of some facilities, where there is one within the lookout. */
function readNearest(
  { on, search, columns, lookout }: Measuring,
  members: readonly number[],
  tell: (point: number, best: BestWalk) => void,
): void {
  const starts = startsOf(members, on.facilities)
  search.run(leaveCompounds(search, seedStarts(search, starts), lookout), lookout, -1)
  const onEdges = new StartsOnEdges(starts, search.graph, REVERSE)
  const best = new BestWalk()
  for (let point = 0; point < on.people.points.length; point++) {
    best.clear()
    readWalk(best, search, columns, point, onEdges)
    if (best.cost <= lookout) tell(point, best)
  }
}

/** A start of a search: a way into a facility. */
interface Start {
  readonly point: PlacedFacilities['access'][number][number]
  readonly source: number
}

function startsOf(members: readonly number[], placed: PlacedFacilities): Start[] {
  return members.flatMap((source) => placed.access[source].map((point) => ({ point, source })))
}

/** A seed and the compound it lies in, −1 none. */
interface ZonedSeed extends Seed {
  readonly zone: number
}

function seedStarts({ graph }: BoundedSearch, starts: readonly Start[]): ZonedSeed[] {
  return starts.flatMap(({ point, source }) =>
    seedsOf(point, graph, source, REVERSE).map((seed) => ({ ...seed, zone: point.zone })),
  )
}

/**
 * The seeds of one search from many places. Those inside a compound may leave it by its gates, which the
 * labels of strangers may not: so the way to the gates is searched first, compound by compound, and the one
 * search starts at the gates' outer sides as well. Shortcuts between gates make leaving once enough.
 */
function leaveCompounds(search: BoundedSearch, seeds: readonly ZonedSeed[], lookout: number): Seed[] {
  const { graph } = search
  const all: Seed[] = [...seeds]
  for (const zone of new Set(seeds.map((seed) => seed.zone))) {
    if (zone < 0) continue
    search.run(
      seeds.filter((seed) => seed.zone === zone),
      lookout,
      -1,
    )
    for (let i = 0; i < search.touchedCount; i++) {
      const node = search.touched[i]
      if (graph.hasExit[node] === 0) continue
      for (let e = graph.exitStart[node]; e < graph.exitStart[node + 1]; e += EXIT) {
        if (graph.exits[e + 3] !== zone) continue
        all.push({
          node: graph.exits[e],
          cost: search.cost[node] + graph.exits[e + 1],
          other: search.other(node) + graph.exits[e + 2],
          source: search.source(node),
        })
      }
    }
  }
  return all
}

/** How far own facilities are looked for first, in parts of the lookout: most stand inside the compound. */
const OWN_WIDENING = [1 / 8, 1]

/** Betters what the people of a community have with the facilities that serve them alone. */
function readOwn(
  reach: Reach,
  offset: number,
  { on, search, columns, lookout }: Measuring,
  community: number,
  facilities: readonly number[],
): void {
  if (community < 0) return
  const own: number[] = []
  on.people.points.forEach((demand, i) => {
    if (demand.community === community) own.push(i)
  })
  const starts = startsOf(facilities, on.facilities)
  const onEdges = new StartsOnEdges(starts, search.graph, REVERSE)
  for (const share of OWN_WIDENING) {
    const limit = Math.floor(lookout * share)
    search.run(leaveCompounds(search, seedStarts(search, starts), limit), limit, -1)
    let isComplete = true
    for (const point of own) {
      const best = new BestWalk()
      readWalk(best, search, columns, point, onEdges)
      // beyond the limit a nearer way may have been left out
      if (best.cost > limit) {
        isComplete = false
        continue
      }
      const at = offset + point
      if (reach.cost[at] >= 0) best.offer(reach.cost[at], reach.other[at], reach.facility[at])
      reach.cost[at] = best.cost
      reach.other[at] = best.other
      reach.facility[at] = best.source
    }
    if (isComplete) return
  }
}

/** How far each demand point is from the nearest place where the data ends; −1: out of the lookout. */
export function measureClip(on: ReachInput, settings: AnalysisSettings): Int32Array {
  const { search, columns, lookout } = startMeasuring(on, settings)
  const clipCost = new Int32Array(on.people.points.length).fill(-1)
  const { nodeIsClip, nodeZone } = search.graph.network
  const seeds: ZonedSeed[] = []
  for (let node = 0; node < nodeIsClip.length; node++)
    if (nodeIsClip[node] === 1) seeds.push({ node, cost: 0, other: 0, source: 0, zone: nodeZone[node] })
  if (seeds.length === 0) return clipCost
  search.run(leaveCompounds(search, seeds, lookout), lookout, -1)
  const best = new BestWalk()
  for (let point = 0; point < clipCost.length; point++) {
    best.clear()
    readWalk(best, search, columns, point, null)
    if (best.cost !== UNREACHED) clipCost[point] = best.cost
  }
  return clipCost
}
