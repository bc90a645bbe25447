import type { AccessPoint } from '../places/access-point'
import type { PlacedFacilities } from '../places/place-facilities'
import type { BoundedSearch, Seed } from './bounded-search'
import type { MeasureInput } from './reach'
import { EXIT, exitRowOf, type SearchGraph } from './search-graph'
import { StartsOnEdges } from './starts-on-edges'
import { REVERSE, seedsOf, type ZonedSeed } from './walks'

/** What a search from facilities needs to know, and how far it goes. */
export interface SearchedFrom {
  readonly on: Pick<MeasureInput, 'facilities'>
  readonly search: BoundedSearch
  readonly lookout: number
}

/** Searches from some facilities, by index, to wherever they can be walked to from; gives where it starts. */
export function searchFrom({ on, search, lookout }: SearchedFrom, members: readonly number[]): StartsOnEdges {
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
