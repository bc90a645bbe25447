import { type AccessColumns, readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import type { BoundedSearch } from '../catchment/bounded-search'
import type { StartsOnEdges } from '../catchment/starts-on-edges'

// columns never change
const known = new WeakMap<AccessColumns, NearPlaces>()

/**
 * Which of many places a search came near to, without asking all of them: places by the nodes one comes to them by, and
 * by the edges they lie on. A search for a plan reaches some hundreds of places of a district, and there are thousands
 * of such searches.
 */
export class NearPlaces {
  private readonly columns: AccessColumns
  private readonly byNode: Rows
  private readonly byEdge: Rows
  private readonly seen: Int32Array
  private stamp = 0

  private constructor(columns: AccessColumns) {
    this.columns = columns
    const { start, node, edge } = columns
    this.byNode = gather(start, node, 2)
    this.byEdge = gather(start, edge, 1)
    this.seen = new Int32Array(start.length - 1)
  }

  static of(columns: AccessColumns): NearPlaces {
    let near = known.get(columns)
    if (near === undefined) known.set(columns, (near = new NearPlaces(columns)))
    return near
  }

  /**
   * The walks of a finished search to the places it reaches, to none farther than `limit`; places ascending. `starts`: where
   * it started.
   */
  read(search: BoundedSearch, starts: StartsOnEdges, limit: number): NearWalks {
    const found: number[] = []
    this.stamp++
    const { touched, touchedCount } = search
    for (let i = 0; i < touchedCount; i++) this.add(this.byNode, touched[i], found)
    for (const edge of starts.edges) this.add(this.byEdge, edge, found)
    const places = Int32Array.from(found).sort()
    const cost = new Int32Array(places.length)
    const best = new BestWalk()
    let count = 0
    for (const place of places) {
      best.clear()
      readWalk(best, search, this.columns, place, starts)
      if (best.source < 0 || best.cost > limit) continue
      places[count] = place
      cost[count++] = best.cost
    }
    return { places: places.subarray(0, count), cost: cost.subarray(0, count) }
  }

  private add({ start, place }: Rows, row: number, found: number[]): void {
    if (row + 1 >= start.length) return
    for (let i = start[row]; i < start[row + 1]; i++) {
      if (this.seen[place[i]] === this.stamp) continue
      this.seen[place[i]] = this.stamp
      found.push(place[i])
    }
  }
}

/** Walks to some places, in columns of equal length; places ascending. */
export interface NearWalks {
  readonly places: Int32Array
  readonly cost: Int32Array
}

/** Places by something they name: those of row r are `place[start[r]]` up to `place[start[r + 1]]`. */
interface Rows {
  readonly start: Int32Array
  readonly place: Int32Array
}

/** Gathers places by what their access points name, `each` numbers for each of them; −1 names nothing. */
function gather(accessStart: Int32Array, named: Int32Array, each: number): Rows {
  const most = named.reduce((max, row) => Math.max(max, row), -1)
  const start = new Int32Array(most + 2)
  for (const row of named) if (row >= 0) start[row + 1]++
  for (let row = 0; row <= most; row++) start[row + 1] += start[row]
  const next = start.slice()
  const place = new Int32Array(start[most + 1])
  for (let p = 0; p + 1 < accessStart.length; p++)
    for (let k = each * accessStart[p]; k < each * accessStart[p + 1]; k++)
      if (named[k] >= 0) place[next[named[k]]++] = p
  return { start, place }
}
