import type { WalkNetwork } from '../src/engine/network/walk-network'
import type { AccessPoint } from '../src/engine/places/access-point'
import type { PlacedFacilities } from '../src/engine/places/place-facilities'

/** Walks longer than this are not looked at, mm: the engine's own lookout by distance. */
const LIMIT_MM = 3_000_000

/**
 * Shortest walks in millimetres the plain way: one search for each place, forward from where people live, over
 * lists and a heap of pairs. A passage that is one zone's own is taken only by walks that begin in that zone.
 */
export class SlowWalker {
  readonly #network: WalkNetwork
  readonly #arcs: { to: number; cost: number; onlyZone: number }[][]

  constructor(network: WalkNetwork) {
    this.#network = network
    this.#arcs = Array.from({ length: network.nodeCount }, () => [])
    const add = (from: number, to: number, cost: number, onlyZone = -1): void => {
      this.#arcs[from].push({ to, cost, onlyZone })
    }
    const { nodeArrival } = network
    for (let e = 0; e < network.edgeCount; e++) {
      const [from, to, length] = [network.edgeFrom[e], network.edgeTo[e], network.edgeLength_mm[e]]
      add(from, nodeArrival[to], length)
      add(to, nodeArrival[from], length)
    }
    for (let p = 0; p < network.portalCount; p++)
      add(network.portalFrom[p], network.portalTo[p], 0, network.portalOnlyZone[p])
    for (let t = 0; t < network.turnCount; t++) add(network.turnFrom[t], network.turnTo[t], 0)
  }

  /** From one way onto the network to every node within the limit. */
  walkFrom(home: AccessPoint): Map<number, number> {
    const costs = new Map<number, number>()
    const heap = new PairHeap()
    for (const { node, cost } of this.#endsOf(home)) heap.push(cost, this.#network.nodeArrival[node])
    for (let top = heap.pop(); top !== null; top = heap.pop()) {
      const [cost, node] = top
      if (cost > LIMIT_MM || costs.has(node)) continue
      costs.set(node, cost)
      for (const { to, cost: more, onlyZone } of this.#arcs[node])
        if (onlyZone < 0 || onlyZone === home.zone) heap.push(cost + more, to)
    }
    return costs
  }

  /** The nearest of some facilities by a finished walk; of equal ones the first. −1: none in reach. */
  nearest(
    home: AccessPoint,
    costs: ReadonlyMap<number, number>,
    members: readonly number[],
    placed: PlacedFacilities,
  ): { facility: number; cost: number } {
    let best = { facility: -1, cost: LIMIT_MM + 1 }
    for (const facility of members) {
      for (const access of placed.access[facility]) {
        for (const { node, cost } of this.#endsOf(access)) {
          const total = (costs.get(node) ?? Infinity) + cost
          if (total < best.cost) best = { facility, cost: total }
        }
        if (access.edge < 0 || access.edge !== home.edge) continue
        const along = Math.abs(access.at - home.at) * this.#network.edgeLength_mm[home.edge]
        const cost = Math.round(along + 1000 * (access.connector_m + home.connector_m))
        if (cost < best.cost) best = { facility, cost }
      }
    }
    return best
  }

  #endsOf({ edge, at, node, connector_m }: AccessPoint): { node: number; cost: number }[] {
    const connector = Math.round(1000 * connector_m)
    if (edge < 0) return node < 0 ? [] : [{ node, cost: connector }]
    const length = this.#network.edgeLength_mm[edge]
    return [
      { node: this.#network.edgeFrom[edge], cost: connector + Math.round(length * at) },
      { node: this.#network.edgeTo[edge], cost: connector + Math.round(length * (1 - at)) },
    ]
  }
}

/** A binary heap of cost and node. */
class PairHeap {
  readonly #pairs: (readonly [cost: number, node: number])[] = []

  push(cost: number, node: number): void {
    const pairs = this.#pairs
    let i = pairs.length
    pairs.push([cost, node])
    while (i > 0 && pairs[(i - 1) >> 1][0] > cost) {
      pairs[i] = pairs[(i - 1) >> 1]
      i = (i - 1) >> 1
    }
    pairs[i] = [cost, node]
  }

  pop(): readonly [number, number] | null {
    const pairs = this.#pairs
    const top = pairs[0]
    const last = pairs.pop()
    if (last === undefined) return null
    if (pairs.length === 0) return top
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= pairs.length) break
      if (child + 1 < pairs.length && pairs[child + 1][0] < pairs[child][0]) child++
      if (pairs[child][0] >= last[0]) break
      pairs[i] = pairs[child]
      i = child
    }
    pairs[i] = last
    return top
  }
}
