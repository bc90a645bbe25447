import type { WalkNetwork } from '../network/walk-network'
import { inDirection, type StreetCosts } from './impedance'

/** Ints per arc: target node, cost, other. */
export const ARC = 3

/** Some nodes of a network, and the streets whose arcs leave them. */
export interface AskedNodes {
  /** by node: 1 where it is asked about */
  readonly isAsked: Uint8Array
  /** at least all streets that end in such a node, or whose walks arrive at one; each once */
  readonly edges: readonly number[]
  /** at least all turns from such a node, each once */
  readonly turns: readonly number[]
}

/** Tells every arc: from node, to node, cost and other. `asked`: only those that leave these nodes. */
export function eachArc(
  network: WalkNetwork,
  costs: StreetCosts,
  isReverse: boolean,
  tell: (from: number, to: number, cost: number, other: number) => void,
  asked: AskedNodes | null = null,
): void {
  const { edgeFrom, edgeTo, edgeIsOneway, edgeIsInner, nodeArrival, turnFrom, turnTo } = network
  const { isPlain } = costs.impedance
  const [costOn, costBack] = inDirection(costs.edgeCost, costs.edgeCostBack, isReverse)
  const [otherOn, otherBack] = inDirection(costs.edgeOther, costs.edgeOtherBack, isReverse)
  const visit = (from: number, to: number, cost: number, other: number): void => {
    if (asked === null || asked.isAsked[from] === 1) tell(from, to, cost, other)
  }
  const count = asked === null ? network.edgeCount : asked.edges.length
  for (let i = 0; i < count; i++) {
    const e = asked === null ? i : asked.edges[i]
    const from = edgeFrom[e]
    const to = edgeTo[e]
    // a loop leads nowhere; a closed edge neither
    if (costOn[e] < 0 || from === to) continue
    if (edgeIsInner[e] === 1) {
      // walks that come into a crossroads to stay, and those that began in it and leave
      visit(from, to, costOn[e], otherOn[e])
      visit(to, from, costBack[e], otherBack[e])
      visit(nodeArrival[from], nodeArrival[to], costOn[e], otherOn[e])
      visit(nodeArrival[to], nodeArrival[from], costBack[e], otherBack[e])
      continue
    }
    const isOneway = edgeIsOneway[e] === 1 && !isPlain
    if (!isOneway || !isReverse) visit(from, nodeArrival[to], costOn[e], otherOn[e])
    if (!isOneway || isReverse) visit(to, nodeArrival[from], costBack[e], otherBack[e])
  }
  const turnCount = asked === null ? network.turnCount : asked.turns.length
  for (let i = 0; i < turnCount; i++) {
    const t = asked === null ? i : asked.turns[i]
    visit(turnFrom[t], turnTo[t], costs.turnCost[t], costs.turnOther[t])
  }
}
