import { labelComponents } from './components'
import { listFallenOff, type Piece } from './fallen-off'
import type { Meeting } from './portals'
import { EDGE_DOUBLED, EDGE_GONE, type WalkNetwork } from './walk-network'

type Labels = Pick<WalkNetwork, 'nodeComponent' | 'componentLength_m'>

/**
 * Parts of a grown network: edges that are gone join nothing, doubled ones are counted once. `data`: what it has grown
 * from; its parts stay but for what falls off, and at most join.
 */
export function labelGrown(data: WalkNetwork, grown: WalkNetwork, meetings: readonly Meeting[]): Labels {
  const fallen = listFallenOff(data, grown)
  return fallen === null ? labelAll(grown, meetings) : joinParts(data, grown, meetings, partsOf(data, fallen))
}

function labelAll(grown: WalkNetwork, meetings: readonly Meeting[]): Labels {
  const { edgeFrom, edgeState, nodeArrival, nodeCount, turnFrom, turnTo, turnCount } = grown
  const [edgeTo, length_mm] = [grown.edgeTo.slice(), grown.edgeLength_mm.slice()]
  edgeState?.forEach((state, e) => {
    if (state === EDGE_GONE) edgeTo[e] = edgeFrom[e]
    if (state === EDGE_GONE || state === EDGE_DOUBLED) length_mm[e] = 0
  })
  return labelComponents(nodeCount, { edgeFrom, edgeTo }, length_mm, (join) => {
    for (const { a, b } of meetings) join(a, b)
    for (let node = 0; node < nodeCount; node++) join(node, nodeArrival[node])
    for (let t = 0; t < turnCount; t++) join(turnFrom[t], turnTo[t])
  })
}

/** What new nodes and edges are joined to: the parts of the data, and what has fallen off them. */
interface Parts {
  readonly count: number
  /** of a node of the data */
  readonly partOf: (node: number) => number
  /** doubled and gone edges too */
  readonly length_mm: readonly number[]
}

/** In the order of their lowest nodes, so that of equal lengths the lower node still leads. */
function partsOf(data: WalkNetwork, fallen: readonly Piece[]): Parts {
  const lowest = [...lowestNodes(data)]
  const length_mm = Array.from(data.componentLength_m, (metres) => Math.round(metres * 1000))
  const pieceOf = new Map<number, number>()
  for (const { nodes, edges } of fallen) {
    const piece = lowest.push(Math.min(...nodes)) - 1
    length_mm.push(0)
    for (const node of nodes) pieceOf.set(node, piece)
    for (const edge of edges) {
      const of = data.nodeComponent[data.edgeFrom[edge]]
      length_mm[of] -= data.edgeLength_mm[edge]
      length_mm[piece] += data.edgeLength_mm[edge]
    }
  }
  if (pieceOf.size > 0) leaveFallen(lowest, data, pieceOf)
  const order = [...lowest.keys()].filter((part) => lowest[part] >= 0).sort((a, b) => lowest[a] - lowest[b])
  const placeOf = new Int32Array(lowest.length)
  order.forEach((part, place) => (placeOf[part] = place))
  return {
    count: order.length,
    partOf: (node) => placeOf[pieceOf.get(node) ?? data.nodeComponent[node]],
    length_mm: order.map((part) => length_mm[part]),
  }
}

/** Parts whose lowest node has fallen off begin at the lowest of those left; −1: none is. */
function leaveFallen(lowest: number[], data: WalkNetwork, pieceOf: ReadonlyMap<number, number>): void {
  const parts = new Set<number>()
  for (let part = 0; part < data.componentLength_m.length; part++)
    if (pieceOf.has(lowest[part])) {
      parts.add(part)
      lowest[part] = -1
    }
  for (let node = 0; node < data.homeNodeCount && parts.size > 0; node++) {
    const part = data.nodeComponent[node]
    if (!parts.has(part) || pieceOf.has(node)) continue
    lowest[part] = node
    parts.delete(part)
  }
}

/** Joins parts as what is new joins them: a graph of parts and new nodes, labeled in the same way. */
function joinParts(
  data: WalkNetwork,
  grown: WalkNetwork,
  meetings: readonly Meeting[],
  known: Parts,
): Labels {
  const { edgeFrom, edgeTo, edgeLength_mm, edgeState, nodeArrival, nodeCount, turnFrom, turnTo, turnCount } =
    grown
  const knownNodes = data.homeNodeCount
  // what has grown may have fallen off with a piece of the data, to which it is joined by what has grown
  const partOf = (node: number): number =>
    node < knownNodes ? known.partOf(node) : known.count + node - knownNodes
  // each part is a loop of its length
  const from = known.length_mm.map((_, place) => place)
  const to = [...from]
  const length_mm = [...known.length_mm]
  for (let e = 0; e < data.homeEdgeCount; e++)
    if (edgeState !== null && edgeState[e] !== 0) length_mm[partOf(edgeFrom[e])] -= edgeLength_mm[e]
  for (let e = data.homeEdgeCount; e < grown.homeEdgeCount; e++) {
    if (edgeState?.[e] === EDGE_GONE) continue
    from.push(partOf(edgeFrom[e]))
    to.push(partOf(edgeTo[e]))
    length_mm.push(edgeState?.[e] === EDGE_DOUBLED ? 0 : edgeLength_mm[e])
  }
  const parts = labelComponents(
    known.count + nodeCount - knownNodes,
    { edgeFrom: Int32Array.from(from), edgeTo: Int32Array.from(to) },
    Float64Array.from(length_mm),
    (join) => {
      for (const { a, b } of meetings) join(partOf(a), partOf(b))
      for (let node = knownNodes; node < nodeCount; node++) join(partOf(node), partOf(nodeArrival[node]))
      for (let t = data.turnCount; t < turnCount; t++) join(partOf(turnFrom[t]), partOf(turnTo[t]))
    },
  )
  const nodeComponent = new Int32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) nodeComponent[node] = parts.nodeComponent[partOf(node)]
  return { nodeComponent, componentLength_m: parts.componentLength_m }
}

const lowestOf = new WeakMap<WalkNetwork, Int32Array>()

/** The lowest node of each part. */
function lowestNodes(data: WalkNetwork): Int32Array {
  let lowest = lowestOf.get(data)
  if (lowest === undefined) {
    lowest = new Int32Array(data.componentLength_m.length)
    for (let node = data.homeNodeCount - 1; node >= 0; node--) lowest[data.nodeComponent[node]] = node
    lowestOf.set(data, lowest)
  }
  return lowest
}
