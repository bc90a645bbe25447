import { labelComponents } from './components'
import type { Meeting } from './portals'
import { EDGE_DOUBLED, EDGE_GONE, type WalkNetwork } from './walk-network'

type Labels = Pick<WalkNetwork, 'nodeComponent' | 'componentLength_m'>

/**
 * Parts of a grown network: edges that are gone join nothing, doubled ones are counted once. `data`: what it has grown
 * from; where nothing is gone its parts stay, and at most join.
 */
export function labelGrown(data: WalkNetwork, grown: WalkNetwork, meetings: readonly Meeting[]): Labels {
  return grown.edgeState?.includes(EDGE_GONE) === true
    ? labelAll(grown, meetings)
    : joinParts(data, grown, meetings)
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

/** Joins the parts of the data as what is new joins them: a graph of parts and new nodes, labeled in the same way. */
function joinParts(data: WalkNetwork, grown: WalkNetwork, meetings: readonly Meeting[]): Labels {
  const { edgeFrom, edgeTo, edgeLength_mm, edgeState, nodeArrival, nodeCount, turnFrom, turnTo, turnCount } =
    grown
  const knownNodes = data.homeNodeCount
  const lowest = lowestNodes(data)
  // parts in the order of their lowest nodes, so that of equal lengths the lower node still leads
  const order = [...lowest.keys()].sort((a, b) => lowest[a] - lowest[b])
  const placeOfPart = new Int32Array(order.length)
  order.forEach((part, place) => (placeOfPart[part] = place))
  const partOf = (node: number): number =>
    node < knownNodes ? placeOfPart[data.nodeComponent[node]] : order.length + node - knownNodes
  // each part is a loop of its length
  const from = order.map((_, place) => place)
  const to = [...from]
  const length_mm = order.map((part) => Math.round(data.componentLength_m[part] * 1000))
  for (let e = 0; e < data.homeEdgeCount; e++)
    if (edgeState?.[e] === EDGE_DOUBLED) length_mm[partOf(edgeFrom[e])] -= edgeLength_mm[e]
  for (let e = data.homeEdgeCount; e < grown.homeEdgeCount; e++) {
    from.push(partOf(edgeFrom[e]))
    to.push(partOf(edgeTo[e]))
    length_mm.push(edgeState?.[e] === EDGE_DOUBLED ? 0 : edgeLength_mm[e])
  }
  const parts = labelComponents(
    order.length + nodeCount - knownNodes,
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
