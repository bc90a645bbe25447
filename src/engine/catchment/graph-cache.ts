import type { Basis, ProfileId } from '../../model/profile'
import type { WalkNetwork } from '../network/walk-network'
import { BoundedSearch } from './bounded-search'
import { buildSearchGraph } from './search-graph'

/** Searches of one network by profile, basis and direction, made when first asked for. */
export class GraphCache {
  readonly network: WalkNetwork
  private readonly isPlain: boolean
  private readonly searches = new Map<string, BoundedSearch>()

  constructor(network: WalkNetwork, isPlain: boolean) {
    this.network = network
    this.isPlain = isPlain
  }

  search(profile: ProfileId, basis: Basis, isReverse: boolean): BoundedSearch {
    const key = `${profile} ${basis} ${isReverse}`
    const known = this.searches.get(key)
    if (known !== undefined) return known
    const made = new BoundedSearch(
      buildSearchGraph(this.network, { profile, basis, isPlain: this.isPlain }, isReverse),
    )
    this.searches.set(key, made)
    return made
  }
}
