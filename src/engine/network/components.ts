import { makeColumn } from '../column'
import type { WalkNetwork } from './walk-network'

/**
 * Labels what hangs together over streets and gates (in either direction), largest first by street length;
 * equal lengths by lowest node. Closed gates count too: opening or closing one must not move the places
 * where people and facilities meet the network. Entry i of `componentLength_m` is the street length of part i.
 * `joinOthers`: joins what hangs together besides the ends of edges.
 */
export function labelComponents(
  nodeCount: number,
  { edgeFrom, edgeTo }: Pick<WalkNetwork, 'edgeFrom' | 'edgeTo'>,
  edgeLength_mm: Int32Array | Float64Array,
  joinOthers: (join: (a: number, b: number) => void) => void,
): Pick<WalkNetwork, 'nodeComponent' | 'componentLength_m'> {
  const parent = new Int32Array(nodeCount)
  for (let n = 0; n < nodeCount; n++) parent[n] = n
  const find = (n: number): number => {
    while (parent[n] !== n) {
      parent[n] = parent[parent[n]]
      n = parent[n]
    }
    return n
  }
  const join = (a: number, b: number): void => {
    const ra = find(a)
    const rb = find(b)
    // the lower node leads, so that labels do not depend on the order of joining
    if (ra < rb) parent[rb] = ra
    else parent[ra] = rb
  }
  for (let e = 0; e < edgeFrom.length; e++) join(edgeFrom[e], edgeTo[e])
  joinOthers(join)

  // whole millimetres: the sum does not depend on the order of edges
  const length = new Float64Array(nodeCount)
  for (let e = 0; e < edgeFrom.length; e++) length[find(edgeFrom[e])] += edgeLength_mm[e]
  const roots: number[] = []
  for (let n = 0; n < nodeCount; n++) if (parent[n] === n) roots.push(n)
  roots.sort((a, b) => length[b] - length[a] || a - b)
  const label = new Int32Array(nodeCount)
  roots.forEach((root, i) => (label[root] = i))
  const nodeComponent = makeColumn(Int32Array, nodeCount)
  for (let n = 0; n < nodeCount; n++) nodeComponent[n] = label[find(n)]
  return { nodeComponent, componentLength_m: Float64Array.from(roots, (root) => length[root] / 1000) }
}
