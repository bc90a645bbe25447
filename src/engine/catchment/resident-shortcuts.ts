import { grownFrom } from '../network/grown-from'
import { BoundedSearch, type SearchLabels, UNREACHED } from './bounded-search'
import { EXIT, type SearchGraph } from './search-graph'
import { leastCostOfWay } from './straight-way'

/**
 * A way between two gates of one compound that leads outside it and is shorter than the one inside. Only the
 * compound's residents and guests may take it: both ends are inner nodes.
 */
export interface Shortcut {
  readonly from: number
  readonly to: number
  readonly cost: number
  readonly other: number
  /** outer nodes of the two gates, between which it runs over public streets */
  readonly outerFrom: number
  readonly outerTo: number
}

/** How far the way outside is looked for, in parts of the lookout; most gates of a compound lie near each other. */
const WIDENING = [1 / 16, 1 / 4, 1]

/**
 * The ways that residents and guests win by leaving their compound and coming in again. With them as arcs
 * between inner nodes a walk needs to leave its own compound but once, and to enter a foreign one but once,
 * so one label per node is exact in both directions of search. `lookout`: the longest walk of interest, in the
 * graph's cost unit. `graph` is one without shortcuts.
 */
export function findShortcuts(graph: SearchGraph, lookout: number, labels: SearchLabels): Shortcut[] {
  if (graph.exits.length === 0) return []
  const exitsOfZone = listExits(graph)
  const search = new BoundedSearch(graph, labels)
  const passers = listPassers(graph)
  const before = knownWays(graph).map((ways) => ({ ways, isTouched: nearChanges(graph, ways, passers) }))
  const ofZone = new Map<number, WaysOfZone>()
  for (const zone of [...exitsOfZone.keys()].sort((a, b) => a - b)) {
    // a compound behind the gate is no way round, unless everybody may leave it again
    const gates = (exitsOfZone.get(zone) ?? []).filter(
      ({ outer }) => !exitsOfZone.has(graph.network.nodeZone[outer]),
    )
    if (new Set(gates.map(({ inner }) => inner)).size < 2) continue
    const text = JSON.stringify(gates)
    const known = before.find(({ ways, isTouched }) => {
      const each = ways.ofZone.get(zone)
      return each?.gates === text && !isTouched(zone, each)
    })
    const found = known?.ways.ofZone.get(zone) ?? { gates: text, ...waysOfZone(search, gates, lookout) }
    ofZone.set(zone, found)
  }
  keepWays(graph, { passers, ofZone, changed: [] })
  return [...ofZone.values()].flatMap(({ shortcuts }) => shortcuts)
}

/** What was found for one compound. */
interface WaysOfZone {
  /** the gates it was asked of, with their nodes and costs */
  readonly gates: string
  readonly shortcuts: readonly Shortcut[]
  /** the best way between each two gates, inside or out */
  readonly pairs: readonly GatePair[]
}

/** The outer nodes of two gates, and the cost from one to the other; the lookout where there is no way within it. */
interface GatePair {
  readonly from: number
  readonly to: number
  readonly cost: number
}

/** An answer for some streets. */
interface KnownWays {
  /** the ways out of compounds that are open to everybody, where strangers pass through: → the nodes of each */
  readonly passers: ReadonlyMap<string, readonly Place[]>
  readonly ofZone: ReadonlyMap<number, WaysOfZone>
  /** nodes at which streets have changed since */
  readonly changed: readonly number[]
}

type Place = readonly [x: number, y: number]

/*
 * While gates are opened and closed one by one, and streets change here and there, the ways around all compounds
 * that are not near stay as they were. By streets, then by what they are priced for; the last answer first.
 */
const kept = new WeakMap<object, Map<string, readonly KnownWays[]>>()
/** As gates are, as they would be were closed ones open, and one before. */
const KEPT = 3

function keepWays({ network: { frame }, key }: SearchGraph, ways: KnownWays): void {
  let ofStreets = kept.get(frame)
  if (ofStreets === undefined) kept.set(frame, (ofStreets = new Map<string, readonly KnownWays[]>()))
  ofStreets.set(key, [ways, ...(ofStreets.get(key) ?? [])].slice(0, KEPT))
}

/** What was found last on the same streets, and on those of the data they have grown from. */
function knownWays({ network, key }: SearchGraph): readonly KnownWays[] {
  const known = kept.get(network.frame)?.get(key) ?? []
  const from = grownFrom(network)
  if (from === null) return known
  // through copies are numbered behind all real nodes, and so anew
  const isNumbered = ({ pairs }: WaysOfZone): boolean =>
    pairs.every((pair) => Math.max(pair.from, pair.to) < from.home.homeNodeCount)
  const ofData = kept.get(from.home.frame)?.get(key) ?? []
  const inherited = ofData.map(({ passers, ofZone }) => ({
    passers,
    ofZone: new Map([...ofZone].filter(([, each]) => isNumbered(each))),
    changed: from.changed,
  }))
  return [...known, ...inherited]
}

/** Answers whether something changed so near to a compound that ways around it may differ. */
function nearChanges(
  { network, costs }: SearchGraph,
  before: KnownWays,
  passers: KnownWays['passers'],
): (zone: number, ways: WaysOfZone) => boolean {
  const { nodeX, nodeY, nodeZone } = network
  const places: Place[] = before.changed.map((node) => [nodeX[node], nodeY[node]])
  const inZones = new Set(before.changed.map((node) => nodeZone[node]))
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
  return (zone, { pairs }) => inZones.has(zone) || pairs.some(isBy)
}

function distance(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy)
}

function listPassers({ network, exits, exitStart, exitNodes }: SearchGraph): Map<string, readonly Place[]> {
  const { nodeZone, homeNodeCount, copyHome, nodeX, nodeY } = network
  const nameOf = (node: number): string =>
    node < homeNodeCount ? String(node) : `copy ${copyHome[node - homeNodeCount]}`
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

function waysOfZone(
  search: BoundedSearch,
  gates: readonly Passage[],
  lookout: number,
): Omit<WaysOfZone, 'gates'> {
  const shortcuts: Shortcut[] = []
  const pairs: GatePair[] = []
  for (const exit of gates) {
    // inside: no exits are taken, so the search stays within the compound
    search.run([{ node: exit.inner, cost: 0, other: 0, source: 0 }], lookout, -1)
    const inside = gates.map(({ inner }) => ({ cost: search.cost[inner], other: search.other(inner) }))
    const farthest = Math.min(lookout, Math.max(...inside.map(({ cost }) => cost)))
    for (const share of WIDENING) {
      const limit = Math.ceil(Math.min(farthest, lookout * share))
      const seed = { node: exit.outer, cost: exit.cost, other: exit.other, source: 0 }
      search.run([seed], limit, -1)
      if (limit >= farthest || gates.every(({ outer }) => search.cost[outer] !== UNREACHED)) break
    }
    gates.forEach((entry, i) => {
      if (entry.inner === exit.inner) return
      const known = Math.min(lookout, inside[i].cost, search.cost[entry.outer])
      pairs.push({ from: exit.outer, to: entry.outer, cost: known })
      if (search.cost[entry.outer] === UNREACHED) return
      const cost = search.cost[entry.outer] + entry.cost
      const other = search.other(entry.outer) + entry.other
      if (cost > inside[i].cost || (cost === inside[i].cost && other >= inside[i].other)) return
      const { inner: from, outer: outerFrom } = exit
      shortcuts.push({ from, to: entry.inner, cost, other, outerFrom, outerTo: entry.outer })
    })
  }
  return { shortcuts, pairs }
}

/** The ways of a search that runs the other way. */
export function turnShortcuts(shortcuts: readonly Shortcut[]): Shortcut[] {
  return shortcuts.map(({ from, to, outerFrom, outerTo, ...costs }) => ({
    ...costs,
    from: to,
    to: from,
    outerFrom: outerTo,
    outerTo: outerFrom,
  }))
}

/** A gate seen from inside; it costs the same both ways. */
interface Passage {
  readonly inner: number
  readonly outer: number
  readonly cost: number
  readonly other: number
}

/** The gates by which only a zone's own walks leave, by zone. */
function listExits({ exits, exitStart, exitNodes }: SearchGraph): Map<number, Passage[]> {
  const ofZone = new Map<number, Passage[]>()
  exitNodes.forEach((node, row) => {
    for (let i = exitStart[row]; i < exitStart[row + 1]; i += EXIT) {
      if (exits[i + 3] < 0) continue
      const passage = { inner: node, outer: exits[i], cost: exits[i + 1], other: exits[i + 2] }
      const list = ofZone.get(exits[i + 3])
      if (list === undefined) ofZone.set(exits[i + 3], [passage])
      else list.push(passage)
    }
  })
  return ofZone
}
