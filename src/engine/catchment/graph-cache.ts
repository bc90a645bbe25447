import type { Basis, ProfileId } from '../../model/profile'
import { grownFrom } from '../network/grown-from'
import type { WalkNetwork } from '../network/walk-network'
import { BoundedSearch, SearchLabels } from './bounded-search'
import type { Impedance } from './impedance'
import { addGates, type SearchGraph, turnGates } from './search-graph'
import { type StreetGraph, streetGraphOf } from './street-graph'

/** What differs from the profile's own walking. */
export type Pace = Pick<Impedance, 'speedFactor' | 'hasDelays'>

/** Searches of one network by profile, basis and direction at one pace, made when first asked for. */
export class GraphCache {
  readonly network: WalkNetwork
  private readonly isPlain: boolean
  private readonly pace: Pace
  /** both directions are one search where they have one graph */
  private readonly searches = new Map<StreetGraph, BoundedSearch>()
  private readonly inside = new Map<SearchGraph, BoundedSearch>()

  constructor(network: WalkNetwork, isPlain: boolean, pace: Pace = {}) {
    this.network = network
    this.isPlain = isPlain
    this.pace = pace
  }

  /** A search that passes no gate: it stays in the compound, or on the public ground, where it starts. */
  searchInside(profile: ProfileId, basis: Basis, isReverse: boolean): BoundedSearch {
    const { graph } = this.search(profile, basis, isReverse)
    let inside = this.inside.get(graph)
    if (inside === undefined) {
      const hasExit = noExits(this.network)
      this.inside.set(graph, (inside = new BoundedSearch({ ...graph, hasExit }, labelsOf(this.network))))
    }
    return inside
  }

  search(profile: ProfileId, basis: Basis, isReverse: boolean): BoundedSearch {
    const { network, isPlain, pace } = this
    const impedance = { profile, basis, isPlain, ...pace }
    const streets = streetGraphOf(network, impedance, isReverse)
    const known = this.searches.get(streets)
    if (known !== undefined) return known
    const labels = labelsOf(network)
    const onStreets = streetGraphOf(network, impedance, false)
    // the ways around compounds take longest: they are found in one direction
    const graph =
      streets === onStreets
        ? addGates(streets, network, impedance, labels)
        : turnGates(streets, this.search(profile, basis, false).graph)
    const search = new BoundedSearch(graph, labels)
    this.searches.set(streets, search)
    return search
  }
}

// one set of labels for all networks of the same data: a gate that opens brings no new nodes, and a plan of streets few;
// memory asked for anew at each edit costs more than the searches that fill it
const labels = new WeakMap<object, SearchLabels>()

/** Labels have room for a plan's nodes beside those of the data; so many at least. */
const ROOM_NODES = 4096

function labelsOf(network: WalkNetwork): SearchLabels {
  const { frame, nodeCount } = grownFrom(network)?.home ?? network
  let known = labels.get(frame)
  if (known === undefined || known.cost.length < network.nodeCount) {
    known = new SearchLabels(Math.max(network.nodeCount, nodeCount) + ROOM_NODES)
    labels.set(frame, known)
  }
  return known
}

const closed = new WeakMap<object, Uint8Array>()

/** A column that says of every node that it has no exits. */
function noExits({ frame, nodeCount }: WalkNetwork): Uint8Array {
  let known = closed.get(frame)
  if (known === undefined) closed.set(frame, (known = new Uint8Array(nodeCount)))
  return known
}
