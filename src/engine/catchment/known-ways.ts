import { grownFrom } from '../network/grown-from'
import type { WalkNetwork } from '../network/walk-network'
import type { Shortcut } from './resident-shortcuts'
import { EXIT, type SearchGraph } from './search-graph'
import { leastCostOfWay } from './straight-way'

/** A gate seen from inside; it costs the same both ways. */
export interface Passage {
  readonly inner: number
  readonly outer: number
  readonly cost: number
  readonly other: number
}

/** What was found for one compound. */
export interface WaysOfZone {
  /** the gates it was asked of */
  readonly gates: readonly Passage[]
  readonly shortcuts: readonly Shortcut[]
  /** the best way between each two gates, inside or out */
  readonly pairs: readonly GatePair[]
}

/** The outer nodes of two gates, and the cost from one to the other; the lookout where there is no way within it. */
export interface GatePair {
  readonly from: number
  readonly to: number
  readonly cost: number
}

/** An answer for some streets. */
export interface KnownWays {
  /** the ways out of compounds that are open to everybody, where strangers pass through: → the nodes of each */
  readonly passers: ReadonlyMap<string, readonly Place[]>
  readonly ofZone: ReadonlyMap<number, WaysOfZone>
  /** where streets have changed since */
  readonly changed: ChangedPlaces
}

/** Where streets have changed, local metres, and inside which compounds. */
export interface ChangedPlaces {
  readonly places: readonly Place[]
  readonly zones: ReadonlySet<number>
}

type Place = readonly [x: number, y: number]

/*
 * While gates are opened and closed one by one, and streets change here and there, the ways around all compounds
 * that are not near stay as they were. By streets, then by what they are priced for; the last answer first.
 */
const kept = new WeakMap<object, Map<string, readonly KnownWays[]>>()
/** As gates are, as they would be were closed ones open, and one before. */
const KEPT = 3

/** Keeps an answer for networks of the same streets, and for those grown from them. */
export function keepWays({ network: { frame }, key }: SearchGraph, ways: KnownWays): void {
  let ofStreets = kept.get(frame)
  if (ofStreets === undefined) kept.set(frame, (ofStreets = new Map<string, readonly KnownWays[]>()))
  ofStreets.set(key, [ways, ...(ofStreets.get(key) ?? [])].slice(0, KEPT))
}

/** What was found last on the same streets, on those of the plan before, and on those of the data they have grown from. */
export function knownWays({ network, key }: SearchGraph): readonly KnownWays[] {
  const known = kept.get(network.frame)?.get(key) ?? []
  const from = grownFrom(network)
  if (from === null) return known
  const ofPlan = handed.get(network.frame)?.get(key) ?? []
  const changed = placesOf(network, from.changed)
  const numbered = from.home.homeNodeCount
  const ofData = kept.get(from.home.frame)?.get(key) ?? []
  return [...known, ...ofPlan, ...ofData.map((ways) => inherit(ways, numbered, changed))]
}

// what was found on the streets of the plan before, without these streets: each plan would keep all before it
const handed = new WeakMap<object, ReadonlyMap<string, readonly KnownWays[]>>()

/** Hands on what is known of one plan to another one over the same data. `changed`: where their streets differ. */
export function handWays(before: WalkNetwork, after: WalkNetwork, changed: ChangedPlaces): void {
  const [was, is] = [grownFrom(before), grownFrom(after)]
  const known = kept.get(before.frame)
  if (was === null || is === null || was.home !== is.home || known === undefined) return
  const numbered = is.home.homeNodeCount
  handed.set(
    after.frame,
    new Map([...known].map(([key, list]) => [key, list.map((ways) => inherit(ways, numbered, changed))])),
  )
}

/** What is known of other streets, as far as its nodes are called the same: those before `numbered`, which the data has. */
function inherit({ passers, ofZone }: KnownWays, numbered: number, changed: ChangedPlaces): KnownWays {
  // through copies are numbered behind all real nodes, and so anew
  const isNumbered = ({ gates }: WaysOfZone): boolean =>
    gates.every(({ inner, outer }) => Math.max(inner, outer) < numbered)
  return { passers, ofZone: new Map([...ofZone].filter(([, each]) => isNumbered(each))), changed }
}

/** Where some nodes are. */
export function placesOf(
  { nodeX, nodeY, nodeZone }: Pick<WalkNetwork, 'nodeX' | 'nodeY' | 'nodeZone'>,
  nodes: readonly number[],
): ChangedPlaces {
  return {
    places: nodes.map((node) => [nodeX[node], nodeY[node]]),
    zones: new Set(nodes.map((node) => nodeZone[node])),
  }
}

/** Answers whether something changed so near to a compound that ways around it may differ. */
export function nearChanges(
  { network: { nodeX, nodeY }, costs }: SearchGraph,
  before: KnownWays,
  passers: KnownWays['passers'],
): (zone: number, ways: WaysOfZone) => boolean {
  const places = [...before.changed.places]
  for (const [name, ends] of passers) if (!before.passers.has(name)) places.push(...ends)
  for (const [name, ends] of before.passers) if (!passers.has(name)) places.push(...ends)
  // a way by a place is no shorter than the straight lines to it and on
  const isBy = ({ from, to, cost }: GatePair): boolean => {
    for (const [x, y] of places) {
      const near = distance(x - nodeX[from], y - nodeY[from])
      if (leastCostOfWay(near, costs) > cost) continue
      const away = near + distance(x - nodeX[to], y - nodeY[to])
      if (leastCostOfWay(away, costs) <= cost) return true
    }
    return false
  }
  return (zone, { pairs }) => before.changed.zones.has(zone) || pairs.some(isBy)
}

function distance(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy)
}

/** The ways out of compounds that are open to everybody, by names that other plans over the same data share. */
export function listPassers({ network, exits, exitStart, exitNodes }: SearchGraph): KnownWays['passers'] {
  const { nodeZone, homeNodeCount, copyHome, nodeX, nodeY } = network
  const numbered = grownFrom(network)?.home.homeNodeCount ?? homeNodeCount
  const nameOf = (node: number): string => {
    if (node >= homeNodeCount) return `copy ${nameOf(copyHome[node - homeNodeCount])}`
    return node < numbered ? String(node) : `at ${nodeX[node]} ${nodeY[node]}`
  }
  const ways = new Map<string, readonly Place[]>()
  exitNodes.forEach((node, row) => {
    if (nodeZone[node] < 0 && node < homeNodeCount) return
    for (let i = exitStart[row]; i < exitStart[row + 1]; i += EXIT) {
      if (exits[i + 3] >= 0) continue
      const to = exits[i]
      ways.set(`${nameOf(node)} ${nameOf(to)} ${exits[i + 1]}`, [
        [nodeX[node], nodeY[node]],
        [nodeX[to], nodeY[to]],
      ])
    }
  })
  return ways
}
