import { type ColumnKind, makeColumnWithRoom } from '../column'
import { LocalFrame } from '../geometry/local-frame'
import { appendShapes } from './append-shapes'
import { noteGrownFrom } from './grown-from'
import { labelGrown } from './label-grown'
import type { Meeting } from './portals'
import type { WalkNetwork } from './walk-network'

/** What an edge takes from the laid network it comes from, and what it is called in the one that grows. */
export interface NewEdge {
  /** where its course and traits stand */
  readonly of: WalkNetwork
  readonly edge: number
  readonly from: number
  readonly to: number
  readonly street: number
  readonly length_mm: number
  readonly delay: number
  readonly delayShare: number
}

interface NewNode {
  readonly x: number
  readonly y: number
  readonly zone: number
  readonly isClip: number
  /** false: a further node of a junction that is there */
  readonly isJunction: boolean
}

interface NewTurn {
  readonly from: number
  readonly to: number
  readonly of: WalkNetwork
  readonly turn: number
}

/**
 * A network to which nodes, edges and turns are added behind those it has, whose numbers stay. Edges may also go,
 * or be doubled by others; they keep their numbers then.
 */
export class Growth {
  readonly home: WalkNetwork
  private readonly nodes: NewNode[] = []
  private readonly arrivals = new Map<number, number>()
  private readonly edges: NewEdge[] = []
  private readonly turns: NewTurn[] = []
  private readonly meetings: Meeting[] = []
  private readonly states = new Map<number, number>()

  /** `home`: with or without through copies, which do not grow along. */
  constructor(home: WalkNetwork) {
    this.home = home
  }

  addNode(node: NewNode): number {
    return this.home.homeNodeCount + this.nodes.push(node) - 1
  }

  /** Walks along edges that end in `node` arrive at another one. */
  setArrival(node: number, arrival: number): void {
    this.arrivals.set(node, arrival)
  }

  arrivalOf(node: number): number {
    return this.arrivals.get(node) ?? (node < this.home.homeNodeCount ? this.home.nodeArrival[node] : node)
  }

  addEdge(edge: NewEdge): number {
    return this.home.homeEdgeCount + this.edges.push(edge) - 1
  }

  /** The node an edge, old or new, begins or ends in. */
  endOf(edge: number, isFrom: boolean): number {
    const { homeEdgeCount, edgeFrom, edgeTo } = this.home
    if (edge < homeEdgeCount) return isFrom ? edgeFrom[edge] : edgeTo[edge]
    const { from, to } = this.edges[edge - homeEdgeCount]
    return isFrom ? from : to
  }

  /** Length, and the share of its street's delay, of an edge, old or new. */
  measuresOf(edge: number): Pick<NewEdge, 'length_mm' | 'delay' | 'delayShare'> {
    const { homeEdgeCount, edgeLength_mm, edgeDelay, edgeDelayShare } = this.home
    return edge < homeEdgeCount
      ? { length_mm: edgeLength_mm[edge], delay: edgeDelay[edge], delayShare: edgeDelayShare[edge] }
      : this.edges[edge - homeEdgeCount]
  }

  addTurn(turn: NewTurn): void {
    this.turns.push(turn)
  }

  addMeeting(meeting: Meeting): void {
    this.meetings.push(meeting)
  }

  /** `EDGE_GONE` or `EDGE_DOUBLED`. */
  setState(edge: number, state: number): void {
    this.states.set(edge, state)
  }

  /** The grown network, without through copies. `streetAt`: place of each street in the layer after; null: where it was. */
  finish(
    meetings: readonly Meeting[],
    streetAt: Int32Array | null,
  ): { readonly home: WalkNetwork; readonly meetings: readonly Meeting[] } {
    const { home, nodes, edges, turns } = this
    const nodeCount = home.homeNodeCount + nodes.length
    const edgeCount = home.homeEdgeCount + edges.length
    const room = { nodes: home.nodeCount - home.homeNodeCount, edges: home.edgeCount - home.homeEdgeCount }
    const ofNodes = <T extends Column>(kind: ColumnKind<T>, column: T, more: readonly number[]): T =>
      extend(kind, column, home.homeNodeCount, more, room.nodes + nodes.length)
    const ofEdges = <T extends Column>(kind: ColumnKind<T>, column: T, more: (edge: NewEdge) => number): T =>
      extend(kind, column, home.homeEdgeCount, edges.map(more), room.edges + edges.length)
    const grown: WalkNetwork = {
      ...home,
      // another object: graphs and labels of other streets are not those of these
      frame: new LocalFrame(home.frame.lon0, home.frame.lat0),
      nodeCount,
      homeNodeCount: nodeCount,
      junctionCount: home.junctionCount + nodes.filter(({ isJunction }) => isJunction).length,
      copyHome: new Int32Array(0),
      copyEdges: new Int32Array(0),
      nodeX: ofNodes(
        Float64Array,
        home.nodeX,
        nodes.map(({ x }) => x),
      ),
      nodeY: ofNodes(
        Float64Array,
        home.nodeY,
        nodes.map(({ y }) => y),
      ),
      nodeZone: ofNodes(
        Int32Array,
        home.nodeZone,
        nodes.map(({ zone }) => zone),
      ),
      nodeArrival: ofNodes(
        Int32Array,
        home.nodeArrival,
        nodes.map((_, i) => this.arrivalOf(home.homeNodeCount + i)),
      ),
      nodeIsClip: ofNodes(
        Uint8Array,
        home.nodeIsClip,
        nodes.map(({ isClip }) => isClip),
      ),
      edgeCount,
      homeEdgeCount: edgeCount,
      edgeFrom: ofEdges(Int32Array, home.edgeFrom, ({ from }) => from),
      edgeTo: ofEdges(Int32Array, home.edgeTo, ({ to }) => to),
      edgeLength_mm: ofEdges(Int32Array, home.edgeLength_mm, ({ length_mm }) => length_mm),
      edgeStreet: ofEdges(Int32Array, home.edgeStreet, ({ street }) => street),
      edgeZone: ofEdges(Int32Array, home.edgeZone, ({ of, edge }) => of.edgeZone[edge]),
      edgeIsSteps: ofEdges(Uint8Array, home.edgeIsSteps, ({ of, edge }) => of.edgeIsSteps[edge]),
      edgeHasBarrier: ofEdges(Uint8Array, home.edgeHasBarrier, ({ of, edge }) => of.edgeHasBarrier[edge]),
      edgeIsOneway: ofEdges(Uint8Array, home.edgeIsOneway, ({ of, edge }) => of.edgeIsOneway[edge]),
      edgeIsRaised: ofEdges(Uint8Array, home.edgeIsRaised, ({ of, edge }) => of.edgeIsRaised[edge]),
      edgeIsInner: ofEdges(Uint8Array, home.edgeIsInner, ({ of, edge }) => of.edgeIsInner[edge]),
      edgeDelay: ofEdges(Uint8Array, home.edgeDelay, ({ delay }) => delay),
      edgeDelayShare: ofEdges(Float32Array, home.edgeDelayShare, ({ delayShare }) => delayShare),
      edgeSlope: this.growSlopes(edgeCount),
      edgeState: this.markStates(edgeCount),
      ...this.growShapes(),
      turnCount: home.turnCount + turns.length,
      turnFrom: append(
        home.turnFrom,
        turns.map(({ from }) => from),
      ),
      turnTo: append(
        home.turnTo,
        turns.map(({ to }) => to),
      ),
      turnLength_mm: append(
        home.turnLength_mm,
        turns.map(({ of, turn }) => of.turnLength_mm[turn]),
      ),
      turnSignals: append(
        home.turnSignals,
        turns.map(({ of, turn }) => of.turnSignals[turn]),
      ),
      turnUnsignalled: append(
        home.turnUnsignalled,
        turns.map(({ of, turn }) => of.turnUnsignalled[turn]),
      ),
      turnElevators: append(
        home.turnElevators,
        turns.map(({ of, turn }) => of.turnElevators[turn]),
      ),
      gateNodes: append(
        home.gateNodes,
        this.meetings.flatMap(({ a, b }) => [a, b]),
      ),
    }
    if (streetAt !== null)
      for (let e = 0; e < home.homeEdgeCount; e++)
        if (grown.edgeStreet[e] >= 0) grown.edgeStreet[e] = streetAt[grown.edgeStreet[e]]
    noteGrownFrom(grown, { home, changed: this.listChanged() })
    const allMeetings = [...meetings, ...this.meetings]
    return { home: { ...grown, ...labelGrown(home, grown, allMeetings) }, meetings: allMeetings }
  }

  /** Nodes at which anything was added or taken away. */
  private listChanged(): number[] {
    const changed = new Set<number>(this.arrivals.keys())
    for (const { from, to } of [...this.edges, ...this.turns]) changed.add(from).add(to)
    for (const { a, b } of this.meetings) changed.add(a).add(b)
    for (const edge of this.states.keys()) changed.add(this.endOf(edge, true)).add(this.endOf(edge, false))
    return [...changed]
  }

  private growSlopes(edgeCount: number): Float32Array | null {
    const { home, edges } = this
    const hasSlope = home.edgeSlope !== null || edges.some(({ of }) => of.edgeSlope !== null)
    if (!hasSlope) return null
    const slopes = makeColumnWithRoom(Float32Array, 2 * edgeCount, 2 * (home.edgeCount - home.homeEdgeCount))
    slopes.fill(1)
    if (home.edgeSlope !== null) slopes.set(home.edgeSlope.subarray(0, 2 * home.homeEdgeCount))
    edges.forEach(({ of, edge }, i) => {
      if (of.edgeSlope === null) return
      const at = 2 * (home.homeEdgeCount + i)
      slopes[at] = of.edgeSlope[2 * edge]
      slopes[at + 1] = of.edgeSlope[2 * edge + 1]
    })
    return slopes
  }

  private markStates(edgeCount: number): Uint8Array {
    const states = new Uint8Array(edgeCount)
    for (const [edge, state] of this.states) states[edge] = state
    return states
  }

  private growShapes(): Pick<WalkNetwork, 'shapeStart' | 'shapeEnd' | 'shapeX' | 'shapeY'> {
    const { home, edges } = this
    const starts: number[] = []
    const ends: number[] = []
    const xs: number[] = []
    const ys: number[] = []
    for (const { of, edge } of edges) {
      starts.push(xs.length)
      for (let v = of.shapeStart[edge]; v < of.shapeEnd[edge]; v++) {
        xs.push(of.shapeX[v])
        ys.push(of.shapeY[v])
      }
      ends.push(xs.length)
    }
    const { shapeX, shapeY, first } = appendShapes(home, xs, ys)
    const marked = (marks: Int32Array, more: readonly number[]): Int32Array =>
      append(
        marks,
        more.map((v) => first + v),
      )
    return {
      shapeStart: marked(home.shapeStart, starts),
      shapeEnd: marked(home.shapeEnd, ends),
      shapeX,
      shapeY,
    }
  }
}

type Column = Int32Array | Uint8Array | Float32Array | Float64Array

/** The first entries of a column and further ones behind them, with room for more. */
function extend<T extends Column>(
  kind: ColumnKind<T>,
  column: T,
  count: number,
  more: readonly number[],
  room: number,
): T {
  // subarray of a union of columns is one of the union
  const next = makeColumnWithRoom(kind as ColumnKind<Int32Array>, count + more.length, room) as T
  next.set(column.subarray(0, count))
  next.set(more, count)
  return next
}

function append<T extends Int32Array | Uint8Array>(column: T, more: readonly number[]): T {
  const kind = column instanceof Uint8Array ? Uint8Array : Int32Array
  const grown = new kind(column.length + more.length) as T
  grown.set(column)
  grown.set(more, column.length)
  return grown
}
