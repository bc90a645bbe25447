import { labelComponents } from './components'
import type { Meeting } from './portals'
import { EDGE_DOUBLED, EDGE_GONE, type WalkNetwork } from './walk-network'

/** Parts of the grown network: edges that are gone join nothing, doubled ones are counted once. */
export function labelGrown(
  home: WalkNetwork,
  meetings: readonly Meeting[],
): Pick<WalkNetwork, 'nodeComponent' | 'componentLength_m'> {
  const { edgeFrom, edgeState, nodeArrival, nodeCount, turnFrom, turnTo, turnCount } = home
  const [edgeTo, length_mm] = [home.edgeTo.slice(), home.edgeLength_mm.slice()]
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
