import type { AccessPoint } from '../places/access-point'
import type { BestWalk } from './best-walk'
import type { SearchGraph } from './search-graph'
import type { WalkOptions } from './walks'

/** Marks of edges are as many as this for each start: few others have the same one. */
const MARKS = 16
/** Powers of two. So few marks lie where small things lie, and most searches have one start. */
const [FEWEST_MARKS, MOST_MARKS] = [64, 8192]

/** Where a search starts, by edge: a place on the same edge may be nearer along it than around its ends. */
export class StartsOnEdges {
  private readonly graph: SearchGraph
  private readonly options: WalkOptions
  private readonly byEdge = new Map<number, { at: number; connector_m: number; source: number }[]>()
  /** 1 where something may start: by the last digits of the edge. Most edges need no looking up then */
  private readonly mayStart: Uint8Array
  /** binary digits of the number of an edge that are looked at first, all set */
  private readonly digits: number

  constructor(
    starts: readonly { readonly point: AccessPoint; readonly source: number }[],
    graph: SearchGraph,
    options: WalkOptions,
  ) {
    this.graph = graph
    this.options = options
    const marks = 2 ** Math.ceil(Math.log2(Math.max(1, starts.length * MARKS)))
    this.digits = Math.min(Math.max(marks, FEWEST_MARKS), MOST_MARKS) - 1
    this.mayStart = new Uint8Array(this.digits + 1)
    for (const { point, source } of starts) {
      if (point.edge < 0 || graph.costs.edgeCost[point.edge] < 0) continue
      const start = { at: point.at, connector_m: options.countsConnector ? point.connector_m : 0, source }
      this.mayStart[point.edge & this.digits] = 1
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
    return this.mayStart[edge & this.digits] === 1
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
