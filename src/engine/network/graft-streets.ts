import type { Issue } from '../../model/issue'
import type { Street } from '../../model/layers'
import type { Project } from '../../model/project'
import { type Ground, layStreets } from './build-network'
import type { Compound } from './compounds'
import { Growth } from './growth'
import { courseName, legName, type NamedStreets, nameStreets, placeName } from './name-streets'
import type { NetworkBase } from './open-gates'
import type { StreetChanges } from './street-changes'
import { streetsAround } from './streets-around'
import { addThroughCopies, listMixable } from './through-copies'
import { EDGE_DOUBLED, EDGE_GONE, type WalkNetwork } from './walk-network'

/** The network of the data with the streets of a plan on it. */
export interface GraftedStreets {
  readonly base: NetworkBase
  /** edges of what the plan adds: paths, and the ways of its gates to the streets */
  readonly fresh: readonly number[]
  /** edges that the plan doubles → their pieces, or twins with other ends */
  readonly doubles: ReadonlyMap<number, readonly number[]>
  /** all these edges by street, course, traits, and how the crossroads at their ends are walked */
  readonly names: ReadonlyMap<string, number>
  /** edges nobody walks any more */
  readonly gone: readonly number[]
  readonly issues: readonly Issue[]
}

/** The network of the data, and what it was laid on. */
export interface GraftedOn extends Ground {
  readonly project: Project
  readonly base: NetworkBase
}

/** Pieces of a street are this much longer than measured, so that nobody gains by rounding, mm. */
const PIECE_MM = 2

/**
 * Adds what a plan adds to the network of the data, which keeps all its nodes and edges under their numbers: whatever
 * could be walked is walked as before, to the millimetre, and adding never makes a walk longer. Streets around the
 * change are laid twice, without the plan and with it; what differs is added. Where a path joins a street, the street
 * stays, and its pieces lie beside it; where it joins a crossroads, the crossroads stays, and the new one with all
 * its legs lies beside it. A street that is removed keeps its place at crossroads. `compounds`: those of the plan.
 * null: what differs cannot be told from what only ends where the look around ends; then all is built anew.
 */
export function graftStreets(
  on: GraftedOn,
  planned: Project,
  compounds: readonly Compound[],
  changes: StreetChanges,
): GraftedStreets | null {
  const { project, base } = on
  const { streets } = project.layers
  const places = streetsAround(streets, changes.boxes, compounds, on.frame)
  const lay = (of: Project, list: readonly Street[], ground: Ground): NamedStreets =>
    nameStreets(layStreets(withStreets(of, list), ground), list)
  const were = places.map((i) => streets[i])
  const before = lay(project, were, on)
  const are = [...places.map((i) => changes.altered.get(i) ?? streets[i]), ...changes.added]
  const closed = new Set(places.flatMap((place, i) => (changes.removed.includes(place) ? [i] : [])))
  const after = lay(planned, are, { ...on, compounds, closed })

  const growth = new Growth(base.home)
  const lifted = liftEdges(before, places, base.home, streets)
  const firstAdded = planned.layers.streets.length - changes.added.length
  const placeOf = (street: number): number => {
    if (street < 0) return -1
    if (street >= places.length) return firstAdded + street - places.length
    return changes.streetAt === null ? places[street] : changes.streetAt[places[street]]
  }
  const grafted = graft(growth, before, lifted, after, (street) => street >= 0 && street < places.length, placeOf)
  if (grafted === null) return null
  const gone = [...edgesOfStreets(base.home, changes.removed)]
  for (const edge of gone) growth.setState(edge, EDGE_GONE)
  for (const edge of gone) for (const piece of grafted.doubles.get(edge) ?? []) growth.setState(piece, EDGE_GONE)
  const { home, meetings } = growth.finish(base.meetings, changes.streetAt)
  const names = new Set(changes.addedGates.map((i) => planned.layers.gates[i].id))
  return {
    base: { meetings, ...addThroughCopies(home, listMixable(meetings, compounds)) },
    ...grafted,
    gone,
    issues: after.laid.issues.filter(({ layer, id }) => layer === 'gates' && id !== undefined && names.has(id)),
  }
}

function withStreets(project: Project, streets: readonly Street[]): Project {
  return { ...project, layers: { ...project.layers, streets: [...streets] } }
}

/** Answers which edge of the whole network an edge laid from some streets is; −1: none. */
function liftEdges(
  named: NamedStreets,
  places: readonly number[],
  home: WalkNetwork,
  streets: readonly Street[],
): (edge: number) => number {
  const { home: laid } = named.laid
  const known = new Map<number, ReadonlyMap<string, number>>()
  const coursesOf = (place: number): ReadonlyMap<string, number> => {
    let courses = known.get(place)
    if (courses === undefined) {
      const id = place < 0 ? '' : streets[place].id
      const edges = edgesOfStreets(home, [place])
      known.set(place, (courses = new Map(edges.map((edge) => [courseName(home, edge, id), edge]))))
    }
    return courses
  }
  return (edge) => {
    const street = laid.edgeStreet[edge]
    const place = street < 0 ? -1 : places[street]
    return coursesOf(place).get(courseName(laid, edge, place < 0 ? '' : streets[place].id)) ?? -1
  }
}

const listed = new WeakMap<WalkNetwork, ReadonlyMap<number, readonly number[]>>()

/** The real edges of some streets of the layer; −1: gates' connectors. Listed once for a network. */
function edgesOfStreets(home: WalkNetwork, streets: readonly number[]): readonly number[] {
  let edges = listed.get(home)
  if (edges === undefined) {
    const lists = new Map<number, number[]>()
    for (let e = 0; e < home.homeEdgeCount; e++) {
      const list = lists.get(home.edgeStreet[e])
      if (list === undefined) lists.set(home.edgeStreet[e], [e])
      else list.push(e)
    }
    listed.set(home, (edges = lists))
  }
  const all = edges
  return streets.flatMap((street) => all.get(street) ?? [])
}

/** Adds to a network whatever is laid after and was not before; see `graftStreets`. */
function graft(
  growth: Growth,
  before: NamedStreets,
  lift: (edge: number) => number,
  after: NamedStreets,
  isOfData: (street: number) => boolean,
  placeOf: (street: number) => number,
): Pick<GraftedStreets, 'fresh' | 'doubles' | 'names'> | null {
  const { home } = after.laid
  const nodes = new NodeMatch(growth, before, lift, after)
  const superseded = new Map<string, number>()
  before.edgeNames.forEach((name, edge) => {
    if (!after.edgeOf.has(name)) superseded.set(beginName(before.laid.home, edge), edge)
  })
  const names = new Map<string, number>()
  const fresh: number[] = []
  const doubles = new Map<number, number[]>()
  // the edges of a street stand together, in the order of its line
  let whole = -1
  for (let e = 0; e < home.edgeCount; e++) {
    if (before.edgeOf.has(after.edgeNames[e])) continue
    const street = home.edgeStreet[e]
    const [from, to] = [nodes.idOf(home.edgeFrom[e]), nodes.idOf(home.edgeTo[e])]
    if (from < 0 || to < 0) return null
    const traits = { of: home, edge: e, from, to, street: placeOf(street) }
    if (!isOfData(street)) {
      const measures = { length_mm: home.edgeLength_mm[e], delay: home.edgeDelay[e] }
      const added = growth.addEdge({ ...traits, ...measures, delayShare: home.edgeDelayShare[e] })
      names.set(after.edgeNames[e], added)
      fresh.push(added)
      continue
    }
    const begin = superseded.get(beginName(home, e))
    if (begin !== undefined) whole = lift(begin)
    if (whole < 0) return null
    // what the look around cannot know of a street as a whole is taken from the whole
    const { length_mm, delay, delayShare } = growth.measuresOf(whole)
    const share = length_mm === 0 ? 1 : Math.min(1, home.edgeLength_mm[e] / length_mm)
    const isPiece = home.edgeLength_mm[e] !== length_mm
    const piece = growth.addEdge({
      ...traits,
      length_mm: home.edgeLength_mm[e] + (isPiece ? PIECE_MM : 0),
      delay,
      delayShare: isPiece ? delayShare * share : delayShare,
    })
    names.set(after.edgeNames[e], piece)
    growth.setState(whole, EDGE_DOUBLED)
    const pieces = doubles.get(whole)
    if (pieces === undefined) doubles.set(whole, [piece])
    else pieces.push(piece)
  }
  for (let t = 0; t < home.turnCount; t++) {
    const [from, to] = [home.turnFrom[t], home.turnTo[t]]
    if (!nodes.isNew(from)) continue
    growth.addTurn({ from: nodes.idOf(from), to: nodes.idOf(to), of: home, turn: t })
  }
  for (const [name, meeting] of after.meetingNames) {
    if (before.meetingNames.has(name)) continue
    const [a, b] = [nodes.idOf(meeting.a), nodes.idOf(meeting.b)]
    if (a < 0 || b < 0) return null
    growth.addMeeting({ ...meeting, a, b })
  }
  return { fresh, doubles, names }
}

/** Where an edge begins, and on which street. */
function beginName(home: WalkNetwork, edge: number): string {
  const v = home.shapeStart[edge]
  return `${home.edgeStreet[edge]} ${home.edgeZone[edge]} ${home.shapeX[v]} ${home.shapeY[v]}`
}

/** Which node of the growing network each node laid after is; new ones are added when first asked for. */
class NodeMatch {
  private readonly growth: Growth
  private readonly before: NamedStreets
  private readonly lift: (edge: number) => number
  private readonly after: NamedStreets
  private readonly ids: Int32Array
  private loneNodes: ReadonlyMap<string, number> | null = null

  constructor(growth: Growth, before: NamedStreets, lift: (edge: number) => number, after: NamedStreets) {
    this.growth = growth
    this.before = before
    this.lift = lift
    this.after = after
    this.ids = new Int32Array(after.laid.home.nodeCount).fill(-2)
  }

  /** Whether a node belongs to a crossroads that was not walked so before. */
  isNew(node: number): boolean {
    const { crossroadsOf, crossroads } = this.after
    return crossroadsOf[node] >= 0 && !this.before.crossroadsNames.has(crossroads[crossroadsOf[node]])
  }

  /** −1: it was there, and cannot be found. */
  idOf(node: number): number {
    if (this.ids[node] === -2) this.ids[node] = this.match(node)
    return this.ids[node]
  }

  private match(node: number): number {
    const { after, before } = this
    const { home } = after.laid
    if (this.isNew(node)) return this.addWithArrival(node)
    if (after.crossroadsOf[node] >= 0) {
      // an edge's own end is found by its street; where walks arrive, by the edge's end
      for (const end of after.endsAt[node]) {
        const street = home.edgeStreet[end >> 1]
        const leg = this.legOf(end, street)
        if (leg !== undefined) return this.liftNode(leg)
      }
      throw new Error(`node ${node} of a crossroads ends no street`)
    }
    const was = before.nodeAt.get(placeName(home, node))
    return was === undefined ? this.add(node, true) : this.liftNode(was)
  }

  private legOf(end: number, street: number): number | undefined {
    const { after, before } = this
    const id = after.idOfStreet(street)
    return before.legOf.get(legName(after.laid.home, end, id))
  }

  private addWithArrival(node: number): number {
    const { home } = this.after.laid
    const id = this.add(node, false)
    this.ids[node] = id
    const arrival = home.nodeArrival[node]
    if (arrival !== node) this.growth.setArrival(id, this.idOf(arrival))
    return id
  }

  private add(node: number, isJunction: boolean): number {
    const { nodeX, nodeY, nodeZone, nodeIsClip } = this.after.laid.home
    const [x, y, zone] = [nodeX[node], nodeY[node], nodeZone[node]]
    return this.growth.addNode({ x, y, zone, isClip: nodeIsClip[node], isJunction })
  }

  private liftNode(node: number): number {
    for (const end of this.before.endsAt[node]) {
      const edge = this.lift(end >> 1)
      if (edge >= 0) return this.growth.endOf(edge, (end & 1) === 0)
    }
    // the inner side of a gate behind which no street lies
    const { home } = this.growth
    this.loneNodes ??= new Map(Array.from(home.gateNodes, (each) => [placeName(home, each), each]))
    return this.loneNodes.get(placeName(this.before.laid.home, node)) ?? -1
  }
}
