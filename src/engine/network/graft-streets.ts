import type { Issue } from '../../model/issue'
import type { Gate } from '../../model/layers'
import type { Project } from '../../model/project'
import type { Compound } from './compounds'
import { Growth } from './growth'
import { findIdleTwins, type Twin } from './idle-twins'
import { edgesOfStreets, type GraftedOn, type LaidSite, laySites, liftEdges } from './lay-sites'
import { NodeMatch } from './node-match'
import type { NetworkBase } from './open-gates'
import type { StreetChanges } from './street-changes'
import { addThroughCopies, listMixable } from './through-copies'
import { EDGE_DOUBLED, EDGE_GONE, type WalkNetwork } from './walk-network'

/** The network of the data with the streets of a plan on it. */
export interface GraftedStreets {
  readonly base: NetworkBase
  /** edges of what the plan adds: paths, and the ways of its gates to the streets */
  readonly fresh: readonly number[]
  /** edges that the plan doubles → their pieces, or twins with other ends */
  readonly doubles: ReadonlyMap<number, readonly number[]>
  /** those of the twins by which nobody walks sooner, unless over what the plan adds */
  readonly idle: ReadonlySet<number>
  /** all these edges by street, course, traits, and how the crossroads at their ends are walked */
  readonly names: ReadonlyMap<string, number>
  /** edges nobody walks any more */
  readonly gone: readonly number[]
  /** in the order in which they are numbered */
  readonly sites: readonly LaidSite[]
  readonly issues: readonly Issue[]
}

/** Pieces of a street are this much longer than measured, so that nobody gains by rounding, mm. */
const PIECE_MM = 2

/**
 * Adds what a plan adds to the network of the data, which keeps all its nodes and edges under their numbers: whatever
 * could be walked is walked as before, to the millimetre, and adding never makes a walk longer. Streets around each
 * site are laid twice, without the plan and with it; what differs is added. Where a path joins a street, the street
 * stays, and its pieces lie beside it; where it joins a crossroads, the crossroads stays, and the new one with all
 * its legs lies beside it. A street that is removed keeps its place at crossroads. `compounds`: those of the plan.
 * `last`: of the plan before; what it has as well is numbered first, in the same order, so that most of it keeps its
 * numbers. No answer depends on them. null: what differs cannot be told from what only ends where the look around ends;
 * then all is built anew.
 */
export function graftStreets(
  on: GraftedOn,
  planned: Project,
  compounds: readonly Compound[],
  changes: StreetChanges,
  last: Pick<GraftedStreets, 'sites'> | null = null,
): GraftedStreets | null {
  const { base } = on
  const { layers } = planned
  const growth = new Growth(base.home)
  const { streetAt } = changes
  // a plan's streets stand behind those it leaves
  const left = on.project.layers.streets.length - changes.removed.length
  const added = new Map(layers.streets.slice(left).map(({ id }, i) => [id, left + i]))
  const after: PlanRecords = {
    compounds,
    gates: layers.gates,
    placeOfKept: (place) => (streetAt === null ? place : streetAt[place]),
    placeOfAdded: (id) => added.get(id) ?? -1,
  }
  const grafted: Grafted = { freshOf: new Map(), doubles: new Map(), idle: new Set(), names: new Map() }
  const all = laySites(on, changes.sites)
  const sites = inOrderOf(last?.sites ?? [], all)
  for (const laid of sites) {
    const isGrafted = graft(growth, laid, grafted, on, after)
    if (!isGrafted) return null
  }
  const gone = [...edgesOfStreets(base.home, changes.removed)]
  for (const edge of gone)
    for (const each of [edge, ...(grafted.doubles.get(edge) ?? [])]) growth.setState(each, EDGE_GONE)
  const { home, meetings } = growth.finish(base.meetings, streetAt)
  const mixable = listMixable(meetings, compounds)
  const { doubles, idle, names, freshOf } = grafted
  // however they are numbered, paths stand as the plan lists them: places are entered by them in that order
  const fresh = all.flatMap((laid) => freshOf.get(laid) ?? [])
  const issues = all.flatMap((laid) => laid.issues)
  return {
    base: { meetings, ...addThroughCopies(home, mixable) },
    fresh,
    doubles,
    idle,
    names,
    gone,
    sites,
    issues,
  }
}

/** Sites that were there before in the order they had then, and the others behind them. */
function inOrderOf(before: readonly LaidSite[], sites: readonly LaidSite[]): LaidSite[] {
  const left = new Set(sites)
  const kept = before.filter((site) => left.delete(site))
  return [...kept, ...left]
}

/** What is gathered over all sites. */
interface Grafted {
  /** what each site adds */
  readonly freshOf: Map<LaidSite, readonly number[]>
  readonly doubles: Map<number, number[]>
  readonly idle: Set<number>
  readonly names: Map<string, number>
}

/** What a plan makes of the layers. */
interface PlanRecords {
  readonly compounds: readonly Compound[]
  readonly gates: readonly Gate[]
  /** place in the layer of the plan of a street of the data, by its place there; −1: it is gone */
  readonly placeOfKept: (place: number) => number
  readonly placeOfAdded: (id: string) => number
}

/** Adds to a network whatever is laid after and was not before; false: what was there cannot be found. See `graftStreets`. */
function graft(
  growth: Growth,
  site: LaidSite,
  { freshOf, doubles, idle, names }: Grafted,
  { base, project }: GraftedOn,
  plan: PlanRecords,
): boolean {
  const { places, before, after, lost, gained } = site
  const fresh: number[] = []
  freshOf.set(site, fresh)
  const lift = liftEdges(before, places, base.home, project.layers.streets)
  const { home } = after.laid
  const nodes = new NodeMatch(growth, before, lift, after)
  const superseded = new Map<string, number>()
  for (const edge of lost) superseded.set(beginName(before.laid.home, edge), edge)
  // the edges of a street stand together, in the order of its line
  let whole = -1
  const twins: Twin[] = []
  for (const e of gained) {
    const street = home.edgeStreet[e]
    const [from, to] = [nodes.idOf(home.edgeFrom[e]), nodes.idOf(home.edgeTo[e])]
    if (from < 0 || to < 0) return false
    const isAdded = street < 0 || street >= places.length
    const place = isAdded ? plan.placeOfAdded(after.idOfStreet(street)) : plan.placeOfKept(places[street])
    const traits = { of: home, edge: e, from, to, street: place }
    if (isAdded) {
      const measures = { length_mm: home.edgeLength_mm[e], delay: home.edgeDelay[e] }
      const added = growth.addEdge({ ...traits, ...measures, delayShare: home.edgeDelayShare[e] })
      names.set(after.edgeNames[e], added)
      fresh.push(added)
      continue
    }
    const begin = superseded.get(beginName(home, e))
    if (begin !== undefined) whole = lift(begin)
    if (whole < 0) return false
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
    twins.push({ edge: piece, laid: e, whole, isWhole: !isPiece })
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
  for (const edge of findIdleTwins(growth, site, nodes, twins)) idle.add(edge)
  // gates of other sites may stand between them
  const gateIn = (zone: number, gate: number): number => {
    if (gate < 0) return -1
    const added = site.compounds[zone].gates[gate].index - project.layers.gates.length
    if (added < 0) return gate
    const { id } = site.addedGates[added]
    return plan.compounds[zone].gates.findIndex(({ index }) => plan.gates[index].id === id)
  }
  for (const [name, meeting] of after.meetingNames) {
    if (before.meetingNames.has(name)) continue
    const [a, b] = [nodes.idOf(meeting.a), nodes.idOf(meeting.b)]
    if (a < 0 || b < 0) return false
    const { zoneA, zoneB } = meeting
    const gateA = gateIn(zoneA, meeting.gateA)
    growth.addMeeting({ a, b, zoneA, zoneB, gateA, gateB: gateIn(zoneB, meeting.gateB) })
  }
  return true
}

/** Where an edge begins, and on which street. */
function beginName(home: WalkNetwork, edge: number): string {
  const v = home.shapeStart[edge]
  return `${home.edgeStreet[edge]} ${home.edgeZone[edge]} ${home.shapeX[v]} ${home.shapeY[v]}`
}
