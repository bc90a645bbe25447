import type { AnalysisSettings } from '../../model/analysis'
import { facilityColumns, peopleColumns } from '../catchment/access-columns'
import { StartsOnEdges } from '../catchment/starts-on-edges'
import type { BoundedSearch } from '../catchment/bounded-search'
import { groupByCommunity } from '../catchment/measure-class'
import { leaveCompounds, seedFacilities } from '../catchment/search-starts'
import type { MeasureInput } from '../catchment/reach'
import { FORWARD, REVERSE, seedsOf } from '../catchment/walks'
import type { AccessPoint } from '../places/access-point'
import { EntriesIndex } from './entries-index'
import { FoundWalks } from './found-walks'

/**
 * All walks within a limit between demand points and some services, as columns: those of service `members[s]`
 * are entries `start[s]` … `start[s + 1]`, by point. Who may not use a service has no walk to it.
 */
export interface WalkList {
  readonly start: Int32Array
  readonly point: Int32Array
  /** mm and ms, or ms and mm: what the basis measures first */
  readonly cost: Int32Array
  readonly other: Int32Array
}

/** Lists walks class by class; what all classes share is made once. */
export class WalkLister {
  private readonly on: MeasureInput
  private readonly settings: AnalysisSettings
  private fromServices: Side | null = null
  private fromPeople: Side | null = null

  constructor(on: MeasureInput, settings: AnalysisSettings) {
    this.on = on
    this.settings = settings
  }

  /**
   * The walks to some services. It searches from whichever side is fewer, unless told: the answer is the
   * same. `limit`: in the cost unit of the basis, inclusive.
   */
  list(members: readonly number[], limit: number, side: 'services' | 'people' | null = null): WalkList {
    const isFromPeople = side === null ? this.on.people.points.length < members.length : side === 'people'
    const walks = new GrowingWalks()
    if (isFromPeople) this.walkFromPeople(members, limit, walks)
    else this.walkFromServices(members, limit, walks)
    return walks.sortBy(members.length)
  }

  /** Against the walk, from each service: people live at most of the places around it. */
  private walkFromServices(members: readonly number[], limit: number, walks: GrowingWalks): void {
    const { people, facilities } = this.on
    const side = (this.fromServices ??= this.makeSide(true))
    const { search, found } = side
    const ownerOf = this.listOwners(members)
    members.forEach((service, s) => {
      search.run(leaveCompounds(search, seedFacilities(search, facilities, [service]), limit), limit, -1)
      side.read(facilities.access[service], limit)
      const owner = ownerOf.get(service)
      found.drain((point, cost, other) => {
        if (owner === undefined || people.points[point].community === owner) walks.add(s, point, cost, other)
      })
    })
  }

  /** With the walk, from each demand point. */
  private walkFromPeople(members: readonly number[], limit: number, walks: GrowingWalks): void {
    const { people } = this.on
    const side = (this.fromPeople ??= this.makeSide(false))
    const { search, found } = side
    const indexOf = new Map(members.map((service, s) => [service, s]))
    const ownerOf = this.listOwners(members)
    people.points.forEach(({ access, community }, point) => {
      // doors of one building may lie in different compounds: each has its own gates
      for (const zone of new Set(access.map((each) => each.zone))) {
        const starts = access.filter((each) => each.zone === zone)
        search.run(
          starts.flatMap((each) => seedsOf(each, search.graph, 0, FORWARD)),
          limit,
          zone,
        )
        side.read(starts, limit)
      }
      found.drain((service, cost, other) => {
        const s = indexOf.get(service)
        const owner = ownerOf.get(service)
        if (s !== undefined && (owner === undefined || owner === community)) walks.add(s, point, cost, other)
      })
    })
  }

  /** The community each reserved service serves; −1: one that there is not. */
  private listOwners(members: readonly number[]): Map<number, number> {
    const reserved = members.filter((i) => this.on.facilities.services[i].access === 'residents')
    const owners = new Map<number, number>()
    for (const [community, list] of groupByCommunity(this.on, reserved))
      for (const service of list) owners.set(service, community)
    return owners
  }

  private makeSide(isReverse: boolean): Side {
    const { graphs, people, facilities } = this.on
    const search = graphs.search(this.settings.profile, this.settings.basis, isReverse)
    const { graph } = search
    const columns = isReverse
      ? peopleColumns(people, graph, REVERSE)
      : facilityColumns(facilities, graph, FORWARD)
    const count = isReverse ? people.points.length : facilities.access.length
    const entries = new EntriesIndex(columns, graph.network.nodeCount)
    const found = new FoundWalks(count)
    const read: Side['read'] = (starts, limit) => {
      const options = isReverse ? REVERSE : FORWARD
      const onEdges = new StartsOnEdges(
        starts.map((point) => ({ point, source: 0 })),
        graph,
        options,
      )
      found.read(search, entries, onEdges, new Set(starts.map(({ edge }) => edge)), limit)
    }
    return { search, found, read }
  }
}

/** Searches in one direction, and where to read them. */
interface Side {
  readonly search: BoundedSearch
  readonly found: FoundWalks
  /** reads the search that was just run from some starts */
  readonly read: (starts: readonly AccessPoint[], limit: number) => void
}

/** Walks as they are found. */
class GrowingWalks {
  private count = 0
  private columns = new Int32Array(4 * 1024)

  add(service: number, point: number, cost: number, other: number): void {
    if (4 * this.count === this.columns.length) {
      const longer = new Int32Array(2 * this.columns.length)
      longer.set(this.columns)
      this.columns = longer
    }
    this.columns.set([service, point, cost, other], 4 * this.count++)
  }

  /** In order of service; walks of one service stay as they were found: by point. */
  sortBy(services: number): WalkList {
    const { count, columns } = this
    const start = new Int32Array(services + 1)
    for (let i = 0; i < count; i++) start[columns[4 * i] + 1]++
    for (let s = 0; s < services; s++) start[s + 1] += start[s]
    const next = start.slice()
    const [point, cost, other] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)]
    for (let i = 0; i < count; i++) {
      const to = next[columns[4 * i]]++
      point[to] = columns[4 * i + 1]
      cost[to] = columns[4 * i + 2]
      other[to] = columns[4 * i + 3]
    }
    return { start, point, cost, other }
  }
}
