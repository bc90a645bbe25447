import { BestWalk } from '../catchment/best-walk'
import type { StartsOnEdges } from '../catchment/starts-on-edges'
import { type BoundedSearch, UNREACHED } from '../catchment/bounded-search'
import type { EntriesIndex } from './entries-index'

/** The best walk to each place that searches came to, until they are drained. */
export class FoundWalks {
  private readonly cost: Int32Array
  private readonly other: Int32Array
  private readonly places: number[] = []
  private readonly along = new BestWalk()

  constructor(count: number) {
    this.cost = new Int32Array(count).fill(UNREACHED)
    this.other = new Int32Array(count)
  }

  /** Betters the walks with those of a finished search, up to a limit; `edges`: those it started on. */
  read(
    search: BoundedSearch,
    entries: EntriesIndex,
    onEdges: StartsOnEdges,
    edges: ReadonlySet<number>,
    limit: number,
  ): void {
    entries.eachReached(search, (place, cost, other) => {
      if (cost <= limit) this.offer(place, cost, other)
    })
    const { along } = this
    for (const edge of edges)
      entries.eachOnEdge(edge, (place, at, connector_m) => {
        along.clear()
        onEdges.better(along, edge, at, connector_m)
        if (along.source >= 0 && along.cost <= limit) this.offer(place, along.cost, along.other)
      })
  }

  /** Of equal walks the one with the smaller other measure. */
  private offer(place: number, cost: number, other: number): void {
    const known = this.cost[place]
    if (cost > known || (cost === known && other >= this.other[place])) return
    if (known === UNREACHED) this.places.push(place)
    this.cost[place] = cost
    this.other[place] = other
  }

  /** Tells every walk, by place, and forgets them. */
  drain(tell: (place: number, cost: number, other: number) => void): void {
    for (const place of this.places.sort((a, b) => a - b)) {
      tell(place, this.cost[place], this.other[place])
      this.cost[place] = UNREACHED
    }
    this.places.length = 0
  }
}
