import type { WalkNetwork } from './walk-network'

/** What a network has grown from: the streets of the data, all of which it has under their numbers. */
export interface GrownFrom {
  /** the network of the data, with its through copies */
  readonly home: WalkNetwork
  /** nodes at which anything was added or taken away, by their numbers in the grown network */
  readonly changed: readonly number[]
}

// beside the networks, because they are told to other threads, to whom the one of the data is nothing
const origins = new WeakMap<object, GrownFrom>()

/** Notes what all networks of some streets have grown from; see `WalkNetwork.frame`. */
export function noteGrownFrom({ frame }: Pick<WalkNetwork, 'frame'>, from: GrownFrom): void {
  origins.set(frame, from)
}

/** What a network has grown from; null: it is that of the data. */
export function grownFrom({ frame }: Pick<WalkNetwork, 'frame'>): GrownFrom | null {
  return origins.get(frame) ?? null
}
