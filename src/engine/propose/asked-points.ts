import { type AccessColumns, peopleColumns, priceAccess, readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import type { BoundedSearch } from '../catchment/bounded-search'
import type { SearchGraph } from '../catchment/search-graph'
import type { StartsOnEdges } from '../catchment/starts-on-edges'
import { REVERSE } from '../catchment/walks'
import type { PlacedPeople } from '../places/place-people'
import type { ExplainContext } from '../explain/class-state'
import type { Box } from '../geometry/box'
import { boxAround } from './box'
import { positionOf } from './near-walks'
import { NearPlaces, type NearWalks } from './near-places'

/** So few places are read one by one sooner than it is found out which of them a search came near to. */
const FEW = 400

/**
 * The places to live that a question is about. What it tells of them stands in columns of their own, by their number
 * here: a renovation unit has some dozens of the ten thousand of its district.
 */
export class AskedPoints {
  /** points of the project, ascending */
  readonly points: Int32Array
  /** by point of the project: its number here; −1: nobody is asked about there */
  readonly numberOf: Int32Array
  // graphs never change
  private readonly priced = new WeakMap<SearchGraph, AccessColumns>()

  /** `isAsked`: 1 for a point somebody is asked about at */
  constructor(isAsked: Uint8Array) {
    this.numberOf = new Int32Array(isAsked.length).fill(-1)
    const points: number[] = []
    isAsked.forEach((asked, p) => {
      if (asked === 1) this.numberOf[p] = points.push(p) - 1
    })
    this.points = Int32Array.from(points)
  }

  get count(): number {
    return this.points.length
  }

  /** Holds every place where they come onto the streets. */
  boxOn({ people, network }: Pick<ExplainContext, 'people' | 'network'>): Box {
    return boxAround(
      Array.from(this.points, (p) => people.points[p].access)
        .flat()
        .map((point) => positionOf({ network }, point)),
    )
  }

  /**
   * Their walks by a finished search that came from where they lead, by number, to none farther than `limit`. `people`: on
   * the network that was searched; `starts`: where it started.
   */
  read(search: BoundedSearch, people: PlacedPeople, starts: StartsOnEdges, limit: number): NearWalks {
    return this.count > FEW
      ? this.readMany(search, people, starts, limit)
      : this.readFew(search, people, starts, limit)
  }

  private readMany(
    search: BoundedSearch,
    people: PlacedPeople,
    starts: StartsOnEdges,
    limit: number,
  ): NearWalks {
    const columns = peopleColumns(people, search.graph, REVERSE)
    const near = NearPlaces.of(columns).read(search, starts, limit)
    const isOurs = (p: number): boolean => this.numberOf[p] >= 0
    return {
      places: near.places.filter(isOurs).map((p) => this.numberOf[p]),
      cost: near.cost.filter((_, i) => isOurs(near.places[i])),
    }
  }

  private readFew(
    search: BoundedSearch,
    people: PlacedPeople,
    starts: StartsOnEdges,
    limit: number,
  ): NearWalks {
    const columns = this.columnsOn(search.graph, people)
    const [places, cost]: [number[], number[]] = [[], []]
    const best = new BestWalk()
    for (let n = 0; n < this.count; n++) {
      best.clear()
      readWalk(best, search, columns, n, starts)
      if (best.source < 0 || best.cost > limit) continue
      places.push(n)
      cost.push(best.cost)
    }
    return { places: Int32Array.from(places), cost: Int32Array.from(cost) }
  }

  private columnsOn(graph: SearchGraph, { points }: PlacedPeople): AccessColumns {
    let columns = this.priced.get(graph)
    if (columns === undefined) {
      const access = Array.from(this.points, (p) => points[p].access)
      this.priced.set(graph, (columns = priceAccess(access, graph, REVERSE)))
    }
    return columns
  }
}
