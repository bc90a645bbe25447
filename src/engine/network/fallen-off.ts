import { EDGE_GONE, type WalkNetwork } from './walk-network'

/** More nodes than these are not looked at around one edge: all parts are labeled anew then. */
const MOST_NODES = 2000

/** What is joined to each node of the data: entries from `start[n]` to before `start[n + 1]`. */
interface Joints {
  readonly start: Int32Array
  readonly to: Int32Array
  /** by which edge; −1: a gate, a turn, or where walks arrive */
  readonly by: Int32Array
}

/** Nodes that hang together and with nothing else, since an edge is gone. */
export interface Piece {
  readonly nodes: readonly number[]
  /** edges of the data that begin in it, gone ones too */
  readonly edges: readonly number[]
}

// the data keeps its streets, whatever grows from them
const known = new WeakMap<WalkNetwork, Joints>()

/**
 * What has fallen off the parts of the data because edges are gone: mostly nothing, or a dead end. What is left of each part hangs
 * together. null: that would have to be looked for too far.
 */
export function listFallenOff(data: WalkNetwork, grown: WalkNetwork): Piece[] | null {
  const gone = listGone(data, grown)
  if (gone.length === 0) return []
  let joints = known.get(data)
  if (joints === undefined) known.set(data, (joints = listJoints(data)))
  const around = { joints, added: listAdded(data, grown), dataNodes: data.homeNodeCount }
  const pieces: Piece[] = []
  // of each node of a piece, where it hung on when it fell off
  const hungOn = new Map<number, number>()
  const standIn = (node: number): number => {
    for (let on = hungOn.get(node); on !== undefined; on = hungOn.get(node)) node = on
    return node
  }
  for (const edge of gone) {
    // of a piece that is told already, what it hung on is asked instead: it may be a piece itself
    const [a, b] = [standIn(grown.edgeFrom[edge]), standIn(grown.edgeTo[edge])]
    const nodes = splitOff(a, b, grown, around)
    if (nodes === null) return null
    if (nodes.length === 0) continue
    for (const node of nodes) hungOn.set(node, nodes[0] === a ? b : a)
    pieces.push({ nodes, edges: edgesFrom(nodes, data, joints) })
  }
  return pieces
}

/** The edges of the data that nobody walks any more. */
function listGone({ homeEdgeCount }: WalkNetwork, { edgeState }: WalkNetwork): number[] {
  const gone: number[] = []
  const states = edgeState?.subarray(0, homeEdgeCount) ?? new Uint8Array(0)
  for (let e = states.indexOf(EDGE_GONE); e >= 0; e = states.indexOf(EDGE_GONE, e + 1)) gone.push(e)
  return gone
}

interface Around {
  readonly joints: Joints
  /** what is joined to nodes by what has grown */
  readonly added: ReadonlyMap<number, readonly number[]>
  readonly dataNodes: number
}

/**
 * Searches from both ends by turns. Empty: one search meets the other; else all nodes on the side where there are no more.
 * null: too many.
 */
function splitOff(
  a: number,
  b: number,
  { edgeState }: WalkNetwork,
  { joints: { start, to, by }, added, dataNodes }: Around,
): readonly number[] | null {
  if (a === b) return []
  const sideOf = new Map([
    [a, 0],
    [b, 1],
  ])
  const queues = [[a], [b]]
  const heads = [0, 0]
  for (let side = 0; sideOf.size <= MOST_NODES; side = 1 - side) {
    const queue = queues[side]
    if (heads[side] === queue.length) return queue
    const node = queue[heads[side]++]
    const isMet = (next: number): boolean => {
      const of = sideOf.get(next)
      if (of !== undefined) return of !== side
      sideOf.set(next, side)
      queue.push(next)
      return false
    }
    if (node < dataNodes)
      for (let i = start[node]; i < start[node + 1]; i++) {
        if (by[i] >= 0 && edgeState?.[by[i]] === EDGE_GONE) continue
        if (isMet(to[i])) return []
      }
    for (const next of added.get(node) ?? []) if (isMet(next)) return []
  }
  return null
}

function edgesFrom(
  nodes: readonly number[],
  { homeNodeCount, edgeFrom }: WalkNetwork,
  { start, by }: Joints,
): number[] {
  const edges = new Set<number>()
  for (const node of nodes) {
    if (node >= homeNodeCount) continue
    for (let i = start[node]; i < start[node + 1]; i++)
      if (by[i] >= 0 && edgeFrom[by[i]] === node) edges.add(by[i])
  }
  return [...edges]
}

function listJoints(data: WalkNetwork): Joints {
  const {
    homeNodeCount,
    homeEdgeCount,
    nodeArrival,
    turnCount,
    turnFrom,
    turnTo,
    edgeFrom,
    edgeTo,
    gateNodes,
  } = data
  const each = (tell: (a: number, b: number, edge: number) => void): void => {
    for (let e = 0; e < homeEdgeCount; e++) tell(edgeFrom[e], edgeTo[e], e)
    for (let t = 0; t < turnCount; t++) tell(turnFrom[t], turnTo[t], -1)
    for (let i = 0; i < gateNodes.length; i += 2) tell(gateNodes[i], gateNodes[i + 1], -1)
    for (let n = 0; n < homeNodeCount; n++) if (nodeArrival[n] !== n) tell(n, nodeArrival[n], -1)
  }
  // counted first, then laid
  const start = new Int32Array(homeNodeCount + 1)
  each((a, b) => {
    start[a]++
    start[b]++
  })
  for (let n = 1; n <= homeNodeCount; n++) start[n] += start[n - 1]
  const to = new Int32Array(start[homeNodeCount])
  const by = new Int32Array(to.length)
  each((a, b, edge) => {
    to[--start[a]] = b
    by[start[a]] = edge
    to[--start[b]] = a
    by[start[b]] = edge
  })
  return { start, to, by }
}

function listAdded(data: WalkNetwork, grown: WalkNetwork): Map<number, number[]> {
  const added = new Map<number, number[]>()
  const put = (a: number, b: number): void => {
    const list = added.get(a)
    if (list === undefined) added.set(a, [b])
    else list.push(b)
  }
  const join = (a: number, b: number): void => {
    put(a, b)
    put(b, a)
  }
  const { edgeFrom, edgeTo, edgeState, turnFrom, turnTo, gateNodes, nodeArrival } = grown
  for (let e = data.homeEdgeCount; e < grown.homeEdgeCount; e++)
    if (edgeState?.[e] !== EDGE_GONE) join(edgeFrom[e], edgeTo[e])
  for (let t = data.turnCount; t < grown.turnCount; t++) join(turnFrom[t], turnTo[t])
  for (let i = data.gateNodes.length; i < gateNodes.length; i += 2) join(gateNodes[i], gateNodes[i + 1])
  for (let n = data.homeNodeCount; n < grown.homeNodeCount; n++)
    if (nodeArrival[n] !== n) join(n, nodeArrival[n])
  return added
}
