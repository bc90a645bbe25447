import type { AnalysisSettings } from '../../model/analysis'
import type { WalkNetwork } from '../network/walk-network'
import { BestWalk, facilityColumns, peopleColumns, readWalk, StartsOnEdges } from './access-columns'
import { type BoundedSearch, UNREACHED } from './bounded-search'
import type { ClassMembers } from '../places/class-members'
import { lookoutOf } from './lookout'
import { listRefusals, longestKnown } from './longest-known'
import { limitOfClass } from './measure-class'
import { measureClasses, measureClip } from './measure-reach'
import { nearestClip } from './nearest-clip'
import { markConnected, type Reach, type ReachInput } from './reach'
import { seedsOf } from './walks'

/** Networks of the same streets before and after some compounds' gates let other people through. */
export interface GateChange {
  readonly before: WalkNetwork
  readonly after: WalkNetwork
  /** zones of which a gate changed */
  readonly zones: ReadonlySet<number>
}

const FORWARD = { isReverse: false, countsConnector: true }
const REVERSE = { isReverse: true, countsConnector: true }

/** Redoing a point searches around it once for all classes; redoing everything takes a search per class. */
const POINTS_WORTH_A_CLASS = 1.5

/**
 * What `measureReach` would give after some gates changed, from what it gave before: only walks that come
 * inside a changed compound can have changed. Those are the walks of its people; those to facilities in it,
 * whose classes are measured again; and, where strangers may pass through, those for which the way through is
 * no longer than their walk was. null: so much changed that measuring everything is faster.
 */
export function remeasureReach(
  on: { readonly before: ReachInput; readonly after: ReachInput },
  reach: Reach,
  change: GateChange,
  settings: AnalysisSettings,
): Reach | null {
  const { fits, isSmallFor } = reach.members
  const classes = new Set<number>()
  on.after.facilities.access.forEach((points, i) => {
    if (!points.some(({ zone }) => change.zones.has(zone))) return
    for (const c of [...fits[i], ...isSmallFor[i]]) classes.add(c)
  })
  const points = new Set<number>()
  on.after.people.points.forEach(({ access }, i) => {
    if (access.some(({ zone }) => change.zones.has(zone))) points.add(i)
  })
  const gates = listPublicGates(change)
  if (gates === null) return null
  addPassersThrough(points, classes, gates, on, reach, settings)
  if (points.size > (reach.codes.length - classes.size) * POINTS_WORTH_A_CLASS) return null

  const next: Reach = {
    ...reach,
    cost: reach.cost.slice(),
    other: reach.other.slice(),
    facility: reach.facility.slice(),
    residentsOnlyCost: reach.residentsOnlyCost.slice(),
    smallCost: reach.smallCost.slice(),
    // where the data ends in a compound, or behind one that strangers pass, one search answers for all
    clipCost:
      gates.length > 0 || endsInside(change) ? measureClip(on.after, settings) : reach.clipCost.slice(),
    isConnected: markConnected(on.after),
  }
  redoPoints(next, [...points], on.after, settings)
  measureClasses(next, classes, on.after, settings)
  return next
}

/** One way through a compound that is open to strangers: its gates, by their outer nodes. */
interface PublicGate {
  readonly zone: number
  readonly outer: number
}

/**
 * Adds the points some of whose walks may lead through a changed compound as strangers, before or after: the
 * way to one gate, straight on to another, and on from there is no longer than the walk was.
 */
function addPassersThrough(
  points: Set<number>,
  classes: ReadonlySet<number>,
  gates: readonly PublicGate[],
  on: { readonly before: ReachInput; readonly after: ReachInput },
  reach: Reach,
  settings: AnalysisSettings,
): void {
  if (gates.length === 0) return
  const lookout = lookoutOf(settings.basis)
  const pointCount = reach.pointCount
  const columns = reach.codes.length
  // what it costs at least from each gate to the nearest of each class
  const onward = new Float64Array(gates.length * columns).fill(Infinity)
  const toGate = new Float64Array(gates.length * pointCount).fill(Infinity)
  for (const { graphs, people, facilities: placed } of [on.before, on.after]) {
    const forward = graphs.search(settings.profile, settings.basis, false)
    const reverse = graphs.search(settings.profile, settings.basis, true)
    gates.forEach(({ outer }, g) => {
      const seed = { node: outer, cost: 0, other: 0, source: 0 }
      forward.run([seed], lookout, -1)
      const ways = facilityColumns(placed, forward.graph, FORWARD)
      eachNearest(forward, ways, reach.members, (c, cost) => {
        onward[g * columns + c] = Math.min(onward[g * columns + c], cost)
      })
      reverse.run([seed], lookout, -1)
      const ends = peopleColumns(people, reverse.graph, REVERSE)
      const best = new BestWalk()
      for (let p = 0; p < pointCount; p++) {
        best.clear()
        readWalk(best, reverse, ends, p, null)
        if (best.cost < toGate[g * pointCount + p]) toGate[g * pointCount + p] = best.cost
      }
    })
  }
  const refusals = listRefusals(reach, settings)
  const through = leastThrough(gates, onward, columns, on.after, settings)
  for (let p = 0; p < pointCount; p++) {
    for (let c = 0; c < columns && !points.has(p); c++) {
      if (classes.has(c)) continue
      const known = longestKnown(reach, c, p, refusals[c])
      for (let g = 0; g < gates.length; g++) {
        const least = toGate[g * pointCount + p] + through[g * columns + c]
        if (least <= (known < 0 ? lookout : known)) {
          points.add(p)
          break
        }
      }
    }
  }
}

/** From each gate straight to another one of its compound, and on: the least it can cost, by class. */
function leastThrough(
  gates: readonly PublicGate[],
  onward: Float64Array,
  columns: number,
  { graphs }: ReachInput,
  settings: AnalysisSettings,
): Float64Array {
  const { graph } = graphs.search(settings.profile, settings.basis, false)
  const { nodeX, nodeY } = graph.network
  const through = new Float64Array(gates.length * columns).fill(Infinity)
  gates.forEach((from, g) => {
    gates.forEach((to, h) => {
      if (from.zone !== to.zone || from.outer === to.outer) return
      const straight = Math.hypot(nodeX[to.outer] - nodeX[from.outer], nodeY[to.outer] - nodeY[from.outer])
      const least = LEAST_SHARE[settings.basis] * straight * graph.costs.costPerMetre
      for (let c = 0; c < columns; c++)
        through[g * columns + c] = Math.min(through[g * columns + c], least + onward[h * columns + c])
    })
  })
  return through
}

/** No walk is shorter than the straight line in the frame by more than this; escalators and slopes save time. */
const LEAST_SHARE = { distance: 0.998, time: 0.4 } as const

/** Gates of changed compounds that strangers may use, before or after; null: one leads into another compound. */
function listPublicGates({ before, after, zones }: GateChange): PublicGate[] | null {
  const open = new Set([...zones].filter((zone) => isPassable(before, zone) || isPassable(after, zone)))
  const gates = new Map<string, PublicGate>()
  for (const network of [before, after]) {
    for (let p = 0; p < network.portalCount; p++) {
      const outer = network.portalFrom[p]
      const zone = zoneOfNode(network, network.portalTo[p])
      if (!open.has(zone)) continue
      if (zoneOfNode(network, outer) >= 0) return null
      gates.set(`${zone} ${outer}`, { zone, outer })
    }
  }
  return [...gates.values()]
}

/** The compound a node belongs to, also of the copies for people passing through; −1: public ground. */
function zoneOfNode(network: WalkNetwork, node: number): number {
  if (network.nodeZone[node] >= 0 || node < network.homeNodeCount) return network.nodeZone[node]
  return network.nodeZone[network.copyHome[node - network.homeNodeCount]]
}

/** Whether strangers may leave a compound again by some gate. */
function isPassable(network: WalkNetwork, zone: number): boolean {
  for (let p = 0; p < network.portalCount; p++)
    if (network.portalOnlyZone[p] < 0 && zoneOfNode(network, network.portalFrom[p]) === zone) return true
  return false
}

/** Whether the data ends inside a changed compound. */
function endsInside({ after: { nodeIsClip, nodeZone }, zones }: GateChange): boolean {
  for (let node = 0; node < nodeIsClip.length; node++)
    if (nodeIsClip[node] === 1 && zones.has(nodeZone[node])) return true
  return false
}

/** Tells the cost of the nearest facility of each class a finished search has reached, whoever it serves. */
function eachNearest(
  search: BoundedSearch,
  ways: ReturnType<typeof facilityColumns>,
  { fits, isSmallFor }: ClassMembers,
  tell: (classIndex: number, cost: number) => void,
): void {
  const best = new BestWalk()
  fits.forEach((classes, i) => {
    if (classes.length + isSmallFor[i].length === 0) return
    best.clear()
    readWalk(best, search, ways, i, null)
    if (best.source < 0) return
    for (const c of classes) tell(c, best.cost)
    for (const c of isSmallFor[i]) tell(c, best.cost)
  })
}

/** Measures some points against every class, each by a search from where it is. */
function redoPoints(
  reach: Reach,
  points: readonly number[],
  on: ReachInput,
  settings: AnalysisSettings,
): void {
  const search = on.graphs.search(settings.profile, settings.basis, false)
  const lookout = lookoutOf(settings.basis)
  const ways = facilityColumns(on.facilities, search.graph, FORWARD)
  const { communities } = on.project.layers
  const { services } = on.facilities
  const { fits, isSmallFor } = reach.members
  const limits = reach.codes.map((_, c) => limitOfClass(settings, c))
  const found = reach.codes.map(() => new BestWalk())
  const small = reach.codes.map(() => new BestWalk())
  const reserved = reach.codes.map(() => new BestWalk())
  const walk = new BestWalk()
  for (const p of points) {
    const { access, community } = on.people.points[p]
    for (const best of [...found, ...reserved, ...small]) best.clear()
    let clip = UNREACHED
    // doors of one building may lie in different compounds: each has its own gates
    for (const zone of new Set(access.map((point) => point.zone))) {
      const starts = access.filter((point) => point.zone === zone)
      search.run(
        starts.flatMap((point) => seedsOf(point, search.graph, 0, FORWARD)),
        lookout,
        zone,
      )
      clip = Math.min(clip, nearestClip(search))
      const onEdges = new StartsOnEdges(
        starts.map((point) => ({ point, source: 0 })),
        search.graph,
        FORWARD,
      )
      for (let f = 0; f < services.length; f++) {
        if (fits[f].length + isSmallFor[f].length === 0) continue
        walk.clear()
        readWalk(walk, search, ways, f, onEdges)
        if (walk.source < 0 || walk.cost > lookout) continue
        const isReserved = services[f].access === 'residents'
        for (const c of fits[f]) {
          if (isReserved) reserved[c].offer(walk.cost, walk.other, f)
          if (!isReserved || services[f].community === communities[community].id)
            found[c].offer(walk.cost, walk.other, f)
        }
        if (!isReserved || services[f].community === communities[community].id)
          for (const c of isSmallFor[f]) if (walk.cost <= limits[c]) small[c].offer(walk.cost, walk.other, f)
      }
    }
    reach.clipCost[p] = clip === UNREACHED ? -1 : clip
    found.forEach((best, c) => {
      const at = c * reach.pointCount + p
      const isFound = best.source >= 0
      reach.cost[at] = isFound ? best.cost : -1
      reach.other[at] = isFound ? best.other : -1
      reach.facility[at] = best.source
      reach.residentsOnlyCost[at] = reserved[c].source < 0 ? -1 : reserved[c].cost
      reach.smallCost[at] = small[c].source < 0 ? -1 : small[c].cost
    })
  }
}
