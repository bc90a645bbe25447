import type { UncountedClassChange } from '../../model/comparison'

/** Communities without a known number of people, by what becomes of their homes and one class; each counts once. */
export class UncountedTally {
  readonly #communities = {
    gained: new Set<number>(),
    lost: new Set<number>(),
    nearer: new Set<number>(),
    farther: new Set<number>(),
  }

  add(what: keyof UncountedClassChange, community: number): void {
    this.#communities[what].add(community)
  }

  count(): UncountedClassChange {
    const { gained, lost, nearer, farther } = this.#communities
    return { gained: gained.size, lost: lost.size, nearer: nearer.size, farther: farther.size }
  }
}
