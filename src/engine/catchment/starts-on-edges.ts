import type { AccessPoint } from '../places/access-point'
import type { BestWalk } from './best-walk'
import type { SearchGraph } from './search-graph'
import type { WalkOptions } from './walks'

/** Binary digits of the number of an edge that are looked at first, all set. */
const DIGITS = 0x1fff

/** Where a search starts, by edge: a place on the same edge may be nearer along it than around its ends. */
export class StartsOnEdges {
  private readonly graph: SearchGraph
  private readonly options: WalkOptions
  private readonly byEdge = new Map<number, { at: number; connector_m: number; source: number }[]>()
  /** 1 where something may start: by the last digits of the edge. Most edges need no looking up then */
  private readonly mayStart = new Uint8Array(DIGITS + 1)

  constructor(
    starts: readonly { readonly point: AccessPoint; readonly source: number }[],
    graph: SearchGraph,
    options: WalkOptions,
  ) {
    this.graph = graph
    this.options = options
    for (const { point, source } of starts) {
      if (point.edge < 0 || graph.costs.edgeCost[point.edge] < 0) continue
      const start = { at: point.at, connector_m: options.countsConnector ? point.connector_m : 0, source }
      this.mayStart[point.edge & DIGITS] = 1
      const list = this.byEdge.get(point.edge)
      if (list === undefined) this.byEdge.set(point.edge, [start])
      else list.push(start)
    }
  }

  /** Edges that something starts on. */
  get edges(): Iterable<number> {
    return this.byEdge.keys()
  }

  /** False: nothing starts on the edge. Quicker than to ask what does. */
  mayBeOn(edge: number): boolean {
    return this.mayStart[edge & DIGITS] === 1
  }

  /** Betters `best` with the walks along an edge to a place on it. */
  better(best: BestWalk, edge: number, at: number, connector_m: number): void {
    if (!this.mayBeOn(edge)) return
    const starts = this.byEdge.get(edge)
    if (starts === undefined) return
    const { costs, network } = this.graph
    const { isReverse } = this.options
    const isOneway = network.edgeIsOneway[edge] === 1 && !costs.impedance.isPlain
    for (const start of starts) {
      const along = at - start.at
      if (isOneway && (isReverse ? along > 0 : along < 0)) continue
      const connectors = connector_m + start.connector_m
      // seen from the end of a walk, what leads on is walked back
      const isBack = along < 0 !== isReverse
      const cost = (isBack ? costs.edgeCostBack : costs.edgeCost)[edge]
      const other = (isBack ? costs.edgeOtherBack : costs.edgeOther)[edge]
      best.offer(
        Math.round(Math.abs(along) * cost + connectors * costs.costPerMetre),
        Math.round(Math.abs(along) * other + connectors * costs.otherPerMetre),
        start.source,
      )
    }
  }
}
