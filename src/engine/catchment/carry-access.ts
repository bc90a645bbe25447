import type { WalkNetwork } from '../network/walk-network'
import type { AccessPoint } from '../places/access-point'
import type { PlannedNetwork } from './street-difference'

/** Number of what another plan has not. */
const NOWHERE = -2

type Plan = Pick<PlannedNetwork, 'network' | 'plan' | 'data'>

/**
 * Ways onto the streets of one plan by the numbers of another one over the same data. What the data has is called the
 * same in both; what a plan adds is numbered site by site, so its numbers move when another site comes before it.
 */
export function carryAccess(
  before: Plan,
  after: Plan,
): (access: readonly AccessPoint[]) => readonly AccessPoint[] {
  const { homeEdgeCount, homeNodeCount } = after.data.base.home
  const isOfData = ({ edge, node }: AccessPoint): boolean => edge < homeEdgeCount && node < homeNodeCount
  let edges: Map<number, number> | null = null
  const edgeOf = (edge: number): number => {
    edges ??= numbersAfter(before.plan?.graft.names, after.plan?.graft.names)
    return edge < homeEdgeCount ? edge : (edges.get(edge) ?? NOWHERE)
  }
  let nodes: Map<string, number> | null = null
  const nodeOf = (node: number): number => {
    nodes ??= nodesByPlace(after.network, homeNodeCount)
    return node < homeNodeCount ? node : (nodes.get(placeOf(before.network, node)) ?? NOWHERE)
  }
  return (access) =>
    access.every(isOfData)
      ? access
      : access.map((point) => ({ ...point, edge: edgeOf(point.edge), node: nodeOf(point.node) }))
}

function numbersAfter(
  before: ReadonlyMap<string, number> = new Map(),
  after: ReadonlyMap<string, number> = new Map(),
): Map<number, number> {
  return new Map([...before].map(([name, edge]) => [edge, after.get(name) ?? NOWHERE]))
}

/** The real nodes from `first` on; where several stand on one place, none can be told from the others. */
function nodesByPlace(network: WalkNetwork, first: number): Map<string, number> {
  const nodes = new Map<string, number>()
  for (let node = first; node < network.homeNodeCount; node++) {
    const place = placeOf(network, node)
    nodes.set(place, nodes.has(place) ? NOWHERE : node)
  }
  return nodes
}

function placeOf({ nodeX, nodeY, nodeZone }: WalkNetwork, node: number): string {
  return `${nodeX[node]} ${nodeY[node]} ${nodeZone[node]}`
}
