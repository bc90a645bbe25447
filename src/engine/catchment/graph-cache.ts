import type { Basis, ProfileId } from '../../model/profile'
import type { WalkNetwork } from '../network/walk-network'
import { BoundedSearch } from './bounded-search'
import type { Impedance } from './impedance'
import { buildSearchGraph } from './search-graph'

/** What differs from the profile's own walking. */
export type Pace = Pick<Impedance, 'speedFactor' | 'hasDelays'>

/** Searches of one network by profile, basis and direction at one pace, made when first asked for. */
export class GraphCache {
  readonly network: WalkNetwork
  private readonly isPlain: boolean
  private readonly pace: Pace
  private readonly searches = new Map<string, BoundedSearch>()

  constructor(network: WalkNetwork, isPlain: boolean, pace: Pace = {}) {
    this.network = network
    this.isPlain = isPlain
    this.pace = pace
  }

  search(profile: ProfileId, basis: Basis, isReverse: boolean): BoundedSearch {
    const key = `${profile} ${basis} ${isReverse}`
    const known = this.searches.get(key)
    if (known !== undefined) return known
    const made = new BoundedSearch(
      buildSearchGraph(this.network, { profile, basis, isPlain: this.isPlain, ...this.pace }, isReverse),
    )
    this.searches.set(key, made)
    return made
  }
}
