import { FORWARD, REVERSE } from './walks'
import type { AnalysisSettings } from '../../model/analysis'
import type { WalkNetwork } from '../network/walk-network'
import { facilityColumns, peopleColumns, readWalk } from './access-columns'
import { BestWalk } from './best-walk'
import { type BoundedSearch, UNREACHED } from './bounded-search'
import { nearestClip } from './nearest-clip'
import { eachLed, goingNowhere, goOnBy, leadsOn, listKept, type Onward } from './onward'
import type { Reach, ReachInput } from './reach'
import type { Span } from './span'

/** People some of whose walks may lead through a compound as strangers. */
export interface Passers {
  readonly ofClass: PointsOfClass
  /** false: strangers pass through none of the compounds, before or after */
  readonly canPass: boolean
}

/** Points by the classes to which their walks are meant. */
type PointsOfClass = ReadonlyMap<number, ReadonlySet<number>>

/**
 * The points some of whose walks may lead through a compound of `zones` as strangers, before or after its gates
 * changed: by the walks of that network the way to one gate, through the compound to another, and on from there is
 * no longer than the walk was. `known`: classes of which nothing is asked.
 */
export function findPassers(
  on: { readonly before: ReachInput; readonly after: ReachInput },
  reach: Reach,
  zones: ReadonlySet<number>,
  known: ReadonlySet<number>,
  settings: AnalysisSettings,
  span: Span,
): Passers {
  const ofClass = new Map<number, Set<number>>()
  let canPass = false
  const tell = (p: number, c: number): void => note(ofClass, p, c)
  for (const input of [on.before, on.after]) {
    const mayBeNew = input === on.after
    const gates = listPublicGates(input.graphs.network, zones)
    if (gates.length === 0) continue
    canPass = true
    const onward = walksOn(gates, input, reach, settings, Math.max(...span.lookouts))
    const nodes = gates.map(({ outer }) => outer)
    eachWithin({ nodes, onward, mayBeNew }, input, reach, known, settings, span, { tell })
  }
  return { ofClass, canPass }
}

function note(ofClass: Map<number, Set<number>>, point: number, classIndex: number): void {
  const points = ofClass.get(classIndex)
  if (points === undefined) ofClass.set(classIndex, new Set([point]))
  else points.add(point)
}

/** People some of whose walks may lead over streets. */
export interface Walkers {
  readonly ofClass: PointsOfClass
  /** to where the data ends */
  readonly toClip: ReadonlySet<number>
}

/**
 * The points whose walks to a class, or to where the data ends, may lead over streets of a network that are gone after:
 * the way to one of their ends and on from there is no longer than the walk was.
 */
export function findWalkers(
  on: ReachInput,
  ends: readonly number[],
  reach: Reach,
  known: ReadonlySet<number>,
  settings: AnalysisSettings,
  span: Span,
): Walkers {
  const ofClass = new Map<number, Set<number>>()
  const toClip = new Set<number>()
  if (ends.length === 0) return { ofClass, toClip }
  const forward = on.graphs.search(settings.profile, settings.basis, false)
  const ways = facilityColumns(on.facilities, forward.graph, FORWARD)
  const lookout = Math.max(...span.lookouts)
  const clipOnward: number[] = []
  const onward = ends.map((node) => {
    forward.run([{ node, cost: 0, other: 0, source: 0 }], lookout, -1)
    const nearest = readOnward(forward, ways, on, reach)
    clipOnward.push(span.isWhole ? nearestClip(forward) : UNREACHED)
    return nearest
  })
  // a walk seen from its end comes into a crossroads where a walk along the street arrives
  const { nodeArrival } = forward.graph.network
  const arrivals = ends.map((node) => nodeArrival[node])
  eachWithin({ nodes: arrivals, onward, mayBeNew: false }, on, reach, known, settings, span, {
    tell: (p, c) => note(ofClass, p, c),
    pass(here, i) {
      const farthest = lookout - clipOnward[i]
      for (let p = 0; p < reach.pointCount; p++)
        if (here[p] <= farthest && here[p] + clipOnward[i] <= reach.clipCost[p]) toClip.add(p)
    },
  })
  return { ofClass, toClip }
}

/** A gate of a compound by which strangers leave it; whoever may stand before it comes in by it too. */
interface PublicGate {
  readonly zone: number
  /** junction of the compound */
  readonly inner: number
  /** node before the gate: on public ground, in another compound, or among the copies of its streets */
  readonly outer: number
}

function listPublicGates(network: WalkNetwork, zones: ReadonlySet<number>): PublicGate[] {
  const gates: PublicGate[] = []
  for (let p = 0; p < network.portalCount; p++) {
    if (network.portalOnlyZone[p] >= 0) continue
    const inner = homeOf(network, network.portalFrom[p])
    const zone = network.nodeZone[inner]
    if (zones.has(zone)) gates.push({ zone, inner, outer: network.portalTo[p] })
  }
  return gates
}

/** The real junction a node is, or is the copy of for people passing through. */
function homeOf({ homeNodeCount, copyHome }: WalkNetwork, node: number): number {
  return node < homeNodeCount ? node : copyHome[node - homeNodeCount]
}

/** Who asks for walks by some places. */
interface Asker {
  /** a walk of the point to the class may lead there */
  readonly tell: (point: number, classIndex: number) => void
  /** hears what it costs every point to get to the node of this index, UNREACHED: it does not */
  readonly pass?: (here: Int32Array, index: number) => void
}

/** Nodes, and how to go on from each. */
interface Places {
  readonly nodes: readonly number[]
  readonly onward: readonly Onward[]
  /** false: walks that pass there can only be gone after */
  readonly mayBeNew: boolean
}

/** Tells the points and classes for which the way to some node and on from there is no longer than their walk was. */
function eachWithin(
  { nodes, onward, mayBeNew }: Places,
  input: ReachInput,
  reach: Reach,
  known: ReadonlySet<number>,
  settings: AnalysisSettings,
  span: Span,
  { tell, pass }: Asker,
): void {
  const lookout = Math.max(...span.lookouts)
  const kept = listKept(reach, settings, span, mayBeNew)
  const reverse = input.graphs.search(settings.profile, settings.basis, true)
  const ends = peopleColumns(input.people, reverse.graph, REVERSE)
  const best = new BestWalk()
  const here = new Int32Array(reach.pointCount)
  nodes.forEach((node, g) => {
    if (pass === undefined && !leadsOn(onward[g])) return
    reverse.run([{ node, cost: 0, other: 0, source: 0 }], lookout, -1)
    for (let p = 0; p < reach.pointCount; p++) {
      best.clear()
      readWalk(best, reverse, ends, p, null)
      here[p] = best.cost
    }
    pass?.(here, g)
    // class by class, as the columns lie in memory
    for (let c = 0; c < reach.codes.length; c++) {
      if (known.has(c)) continue
      eachLed(reach, c, here, onward[g], kept[c], (p) => tell(p, c))
    }
  })
}

/** From before each gate through its compound to another gate, and on to the nearest of each class; Infinity: no way. */
function walksOn(
  gates: readonly PublicGate[],
  input: ReachInput,
  reach: Reach,
  { profile, basis }: AnalysisSettings,
  lookout: number,
): Onward[] {
  const { graphs, facilities } = input
  const forward = graphs.search(profile, basis, false)
  const ways = facilityColumns(facilities, forward.graph, FORWARD)
  const fromGate = gates.map(({ outer }) => {
    // into another compound its own people come back, and they leave it as they like
    const zone = forward.graph.network.nodeZone[outer]
    forward.run([{ node: outer, cost: 0, other: 0, source: 0 }], lookout, zone)
    return readOnward(forward, ways, input, reach)
  })
  const inside = graphs.searchInside(profile, basis, false)
  return gates.map((from) => {
    const through = goingNowhere(reach.codes.length)
    // passing the gates themselves may cost time: without it this is a lower bound
    inside.run([{ node: from.inner, cost: 0, other: 0, source: 0 }], lookout, -1)
    gates.forEach((to, h) => {
      if (to.zone !== from.zone || to.outer === from.outer || inside.cost[to.inner] === UNREACHED) return
      goOnBy(through, inside.cost[to.inner], fromGate[h])
    })
    return through
  })
}

/** What a finished search from one place says of going on from there. */
function readOnward(
  search: BoundedSearch,
  ways: ReturnType<typeof facilityColumns>,
  { facilities: { services } }: ReachInput,
  { codes, members: { fits, isSmallFor } }: Reach,
): Onward {
  const onward = goingNowhere(codes.length)
  const best = new BestWalk()
  fits.forEach((classes, i) => {
    if (classes.length + isSmallFor[i].length === 0) return
    best.clear()
    readWalk(best, search, ways, i, null)
    if (best.source < 0) return
    const nearest = services[i].access === 'residents' ? onward.reserved : onward.open
    for (const c of classes) nearest[c] = Math.min(nearest[c], best.cost)
    for (const c of isSmallFor[i]) onward.small[c] = Math.min(onward.small[c], best.cost)
  })
  return onward
}
