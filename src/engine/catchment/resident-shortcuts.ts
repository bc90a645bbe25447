import { BoundedSearch, type SearchLabels, UNREACHED } from './bounded-search'
import {
  type GatePair,
  keepWays,
  knownWays,
  listPassers,
  nearChanges,
  type Passage,
  type WaysOfZone,
} from './known-ways'
import { EXIT, type SearchGraph } from './search-graph'

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
    const known = before.find(({ ways, isTouched }) => {
      const each = ways.ofZone.get(zone)
      return each !== undefined && areSame(each.gates, gates) && !isTouched(zone, each)
    })
    const found = known?.ways.ofZone.get(zone) ?? { gates, ...waysOfZone(search, gates, lookout) }
    ofZone.set(zone, found)
  }
  keepWays(graph, { passers, ofZone, changed: { places: [], zones: new Set() } })
  return [...ofZone.values()].flatMap(({ shortcuts }) => shortcuts)
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

// a shortcut that is not found anew is the same object from edit to edit
const turned = new WeakMap<Shortcut, Shortcut>()

/** The ways of a search that runs the other way. */
export function turnShortcuts(shortcuts: readonly Shortcut[]): Shortcut[] {
  return shortcuts.map((shortcut) => {
    let back = turned.get(shortcut)
    if (back === undefined) {
      const { from, to, cost, other, outerFrom, outerTo } = shortcut
      back = { from: to, to: from, cost, other, outerFrom: outerTo, outerTo: outerFrom }
      turned.set(shortcut, back)
    }
    return back
  })
}

function areSame(a: readonly Passage[], b: readonly Passage[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ inner, outer, cost, other }, i) => {
      const is = b[i]
      return inner === is.inner && outer === is.outer && cost === is.cost && other === is.other
    })
  )
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
