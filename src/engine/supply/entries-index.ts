import type { AccessColumns } from '../catchment/access-columns'
import type { BoundedSearch } from '../catchment/bounded-search'

/** Ends of an access point in the columns: the two ends of its edge, or its node. */
const ENDS = 2

/**
 * The ways into many places by node and by edge, so that a short search is read where it has been, not at
 * every place there is.
 */
export class EntriesIndex {
  private readonly columns: AccessColumns
  /** place of each access point */
  private readonly placeOf: Int32Array
  /** ends (two per access point) by node */
  private readonly endStart: Int32Array
  private readonly ends: Int32Array
  /** access points by edge */
  private readonly onEdge = new Map<number, number[]>()

  constructor(columns: AccessColumns, nodeCount: number) {
    this.columns = columns
    const { start, node, edge } = columns
    this.placeOf = new Int32Array(edge.length)
    for (let place = 0; place + 1 < start.length; place++)
      this.placeOf.fill(place, start[place], start[place + 1])
    this.endStart = new Int32Array(nodeCount + 1)
    for (const each of node) if (each >= 0) this.endStart[each + 1]++
    for (let n = 0; n < nodeCount; n++) this.endStart[n + 1] += this.endStart[n]
    const next = this.endStart.slice()
    this.ends = new Int32Array(this.endStart[nodeCount])
    node.forEach((each, end) => {
      if (each >= 0) this.ends[next[each]++] = end
    })
    edge.forEach((each, i) => {
      if (each < 0) return
      const list = this.onEdge.get(each)
      if (list === undefined) this.onEdge.set(each, [i])
      else list.push(i)
    })
  }

  /** Tells every way a finished search has come to a place, the same place as often as it was come to. */
  eachReached(search: BoundedSearch, tell: (place: number, cost: number, other: number) => void): void {
    const { endStart, ends, placeOf, columns } = this
    for (let i = 0; i < search.touchedCount; i++) {
      const node = search.touched[i]
      for (let e = endStart[node]; e < endStart[node + 1]; e++) {
        const end = ends[e]
        tell(
          placeOf[(end / ENDS) | 0],
          search.cost[node] + columns.cost[end],
          search.other(node) + columns.other[end],
        )
      }
    }
  }

  /** Tells the access points on an edge: their place, where they are on it and how far from it. */
  eachOnEdge(edge: number, tell: (place: number, at: number, connector_m: number) => void): void {
    const { at, connector_m } = this.columns
    for (const i of this.onEdge.get(edge) ?? []) tell(this.placeOf[i], at[i], connector_m[i])
  }
}
