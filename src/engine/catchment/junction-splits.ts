import type { WalkNetwork } from '../network/walk-network'

/** The split junctions of a network, seen from where a walk has come to. */
export interface Splits {
  /** arrival of a leg → the end of its edge */
  readonly endOf: ReadonlyMap<number, number>
  /** end of an edge → the turns that lead to it */
  readonly turnsTo: ReadonlyMap<number, readonly number[]>
}

const knownSplits = new WeakMap<WalkNetwork, Splits>()

/** The splits of a network, listed when first asked for. */
export function listSplits(network: WalkNetwork): Splits {
  const known = knownSplits.get(network)
  if (known !== undefined) return known
  const { nodeArrival, turnCount, turnTo } = network
  const endOf = new Map<number, number>()
  const turnsTo = new Map<number, number[]>()
  for (let node = 0; node < nodeArrival.length; node++)
    if (nodeArrival[node] !== node) endOf.set(nodeArrival[node], node)
  for (let t = 0; t < turnCount; t++) {
    const turns = turnsTo.get(turnTo[t])
    if (turns === undefined) turnsTo.set(turnTo[t], [t])
    else turns.push(t)
  }
  const splits = { endOf, turnsTo }
  knownSplits.set(network, splits)
  return splits
}
