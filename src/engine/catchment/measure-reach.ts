import type { AnalysisSettings } from '../../model/analysis'
import type { Project } from '../../model/project'
import type { Rule } from '../../model/rule-pack'
import type { PlacedFacilities } from '../places/place-facilities'
import type { PlacedPeople } from '../places/place-people'
import { checkpoint, type Run } from '../run'
import type { AccessPoint } from '../places/access-point'
import { isBetter, seedsOf, type Walk, walkTo } from './walks'
import type { BoundedSearch, Seed } from './bounded-search'
import type { GraphCache } from './graph-cache'
import type { SearchGraph } from './search-graph'

/** How far the nearest facility is looked for, beyond any limit: 3 km, or 45 minutes. */
export const LOOKOUT_M = 3000
export const LOOKOUT_S = 2700

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

const REVERSE = { isReverse: true, countsConnector: true }

/**
 * Measures every demand point against every class. One search per class runs from all its facilities at
 * once, over the reversed network; facilities inside compounds need one more search per compound, because
 * only their own walks may leave it by a residents' gate.
 */
export async function measureReach(on: ReachInput, settings: AnalysisSettings, run: Run): Promise<Reach> {
  const search = on.graphs.search(settings.profile, settings.basis, true)
  const lookout = settings.basis === 'distance' ? LOOKOUT_M * 1000 : LOOKOUT_S * 1000
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
    clipCost: measureClip(search, on.people, lookout),
    isConnected: Uint8Array.from(points, (point) => (point.access.length > 0 ? 1 : 0)),
  }
  for (let c = 0; c < rules.length; c++) {
    measureClass(reach, c, rules[c], search, on, lookout)
    if (c % 4 === 3) await checkpoint(run, 'reach', c + 1, rules.length)
  }
  return reach
}

function measureClass(
  reach: Reach,
  classIndex: number,
  rule: Rule,
  search: BoundedSearch,
  on: ReachInput,
  lookout: number,
): void {
  const { facilities: placed, people } = on
  const { facilities, communities } = on.project.layers
  const members: number[] = []
  facilities.forEach((facility, i) => {
    if (facility.class === rule.code) members.push(i)
  })
  if (members.length === 0) return
  const isShared = (i: number): boolean => facilities[i].access !== 'residents'
  const offset = classIndex * people.points.length

  const best: (Walk | null)[] = people.points.map(() => null)
  nearestOf(search, members.filter(isShared), placed, people, lookout, best, () => true)
  const ownOnly = members.filter((i) => !isShared(i))
  for (const i of ownOnly) {
    const own = communities.findIndex((community) => community.id === facilities[i].community)
    nearestOf(search, [i], placed, people, lookout, best, (community) => community === own)
  }
  if (ownOnly.length > 0) {
    const others: (Walk | null)[] = people.points.map(() => null)
    nearestOf(search, ownOnly, placed, people, lookout, others, () => true)
    others.forEach((walk, i) => {
      if (walk !== null) reach.residentsOnlyCost[offset + i] = walk.cost
    })
  }
  best.forEach((walk, i) => {
    if (walk === null) return
    reach.cost[offset + i] = walk.cost
    reach.other[offset + i] = walk.other
    reach.facility[offset + i] = walk.source
  })
}

/** Betters `best` with the walks to the nearest of some facilities, for the demand points let in. */
function nearestOf(
  search: BoundedSearch,
  members: readonly number[],
  placed: PlacedFacilities,
  people: PlacedPeople,
  lookout: number,
  best: (Walk | null)[],
  isServed: (community: number) => boolean,
): void {
  const byZone = new Map<number, { point: AccessPoint; source: number }[]>()
  for (const source of members) {
    for (const point of placed.access[source]) {
      const list = byZone.get(point.zone) ?? []
      list.push({ point, source })
      byZone.set(point.zone, list)
    }
  }
  const { graph } = search
  for (const [zone, starts] of [...byZone].sort(([a], [b]) => a - b)) {
    const seeds: Seed[] = starts.flatMap(({ point, source }) => seedsOf(point, graph, source, REVERSE))
    search.run(seeds, lookout, zone)
    const onEdge = groupByEdge(starts)
    people.points.forEach((demand, i) => {
      if (!isServed(demand.community)) return
      for (const access of demand.access) {
        const walk = walkTo(access, search, REVERSE, onEdge.get(access.edge))
        if (walk !== null && walk.cost <= lookout && isBetter(walk, best[i])) best[i] = walk
      }
    })
  }
}

function groupByEdge<S extends { point: AccessPoint }>(starts: readonly S[]): Map<number, S[]> {
  const byEdge = new Map<number, S[]>()
  for (const start of starts) {
    if (start.point.edge < 0) continue
    const list = byEdge.get(start.point.edge) ?? []
    list.push(start)
    byEdge.set(start.point.edge, list)
  }
  return byEdge
}

/** How far each demand point is from the nearest place where the data ends. */
function measureClip(search: BoundedSearch, people: PlacedPeople, lookout: number): Int32Array {
  const { graph } = search
  const clipCost = new Int32Array(people.points.length).fill(-1)
  const seeds = clipSeeds(graph)
  if (seeds.length === 0) return clipCost
  search.run(seeds, lookout, -1)
  people.points.forEach((demand, i) => {
    for (const access of demand.access) {
      const walk = walkTo(access, search, REVERSE)
      if (walk !== null && (clipCost[i] < 0 || walk.cost < clipCost[i])) clipCost[i] = walk.cost
    }
  })
  return clipCost
}

function clipSeeds(graph: SearchGraph): Seed[] {
  const seeds: Seed[] = []
  const { nodeIsClip } = graph.network
  for (let node = 0; node < nodeIsClip.length; node++)
    if (nodeIsClip[node] === 1) seeds.push({ node, cost: 0, other: 0, source: 0 })
  return seeds
}
