import type { WalkNetwork } from '../../src/engine/network/walk-network'
import type { AccessPoint } from '../../src/engine/places/access-point'

/** A network, and the ways onto it, in names: what a plan adds may be numbered in any order. */
export interface NamedNetwork {
  readonly rows: readonly string[]
  /** a way onto the streets, by the name of its edge or node */
  readonly nameWay: (way: AccessPoint) => string
}

/** Tells all parts of a network by where they are, in ascending order. */
export function nameNetwork(network: WalkNetwork): NamedNetwork {
  const { nodeX, nodeY, nodeZone, nodeIsClip, nodeArrival, homeNodeCount, copyHome } = network
  const place = (node: number): string => `${nodeX[node]} ${nodeY[node]} ${nodeZone[node]}`
  const nodeName = (node: number): string =>
    node < homeNodeCount ? place(node) : `copy of ${place(copyHome[node - homeNodeCount])}`
  const edgeName = (edge: number): string => {
    const shape: number[] = []
    for (let v = network.shapeStart[edge]; v < network.shapeEnd[edge]; v++)
      shape.push(network.shapeX[v], network.shapeY[v])
    const ends = `${nodeName(network.edgeFrom[edge])} - ${nodeName(network.edgeTo[edge])}`
    const traits = [
      network.edgeStreet,
      network.edgeZone,
      network.edgeLength_mm,
      network.edgeIsSteps,
      network.edgeHasBarrier,
      network.edgeIsOneway,
      network.edgeIsRaised,
      network.edgeIsInner,
      network.edgeDelay,
      network.edgeDelayShare,
      network.edgeState ?? [],
    ].map((column) => column[edge])
    return `edge ${ends} ${traits.join(' ')} ${shape.join(' ')}`
  }
  const rows: string[] = []
  for (let node = 0; node < network.nodeCount; node++)
    rows.push(`node ${nodeName(node)} ${nodeIsClip[node]} to ${nodeName(nodeArrival[node])}`)
  for (let edge = 0; edge < network.homeEdgeCount; edge++) rows.push(edgeName(edge))
  for (let t = 0; t < network.turnCount; t++)
    rows.push(
      `turn ${nodeName(network.turnFrom[t])} ${nodeName(network.turnTo[t])} ${network.turnLength_mm[t]} ${network.turnSignals[t]} ${network.turnUnsignalled[t]} ${network.turnElevators[t]}`,
    )
  for (let p = 0; p < network.portalCount; p++)
    rows.push(
      `portal ${nodeName(network.portalFrom[p])} ${nodeName(network.portalTo[p])} ${network.portalGate[p]} ${network.portalOnlyZone[p]} ${network.portalIsStepFree[p]}`,
    )
  rows.push(`parts ${[...network.componentLength_m].sort((a, b) => a - b).join(' ')}`)
  return {
    rows: rows.sort(),
    nameWay: ({ edge, node, at, connector_m, zone }) =>
      `${edge < 0 ? (node < 0 ? 'nowhere' : nodeName(node)) : edgeName(edge)} ${at} ${connector_m} ${zone}`,
  }
}
