import type { AccessPoint } from '../places/access-point'
import { carryAccess } from './carry-access'
import { changedZones, type NetworkBase } from '../network/open-gates'
import type { Compound } from '../network/compounds'
import { decidePassage } from '../network/portals'
import type { WalkNetwork } from '../network/walk-network'
import type { PlanWays } from '../places/plan-ways'

/** A network, and what a plan did to the streets of the data it stands on. */
export interface PlannedNetwork {
  readonly network: WalkNetwork
  readonly base: NetworkBase
  readonly compounds: readonly Compound[]
  readonly plan?: PlanWays | null
  readonly data: { readonly base: NetworkBase }
}

/** Where walks can have changed from one plan over the same data to another. */
export interface StreetDifference {
  /** false: gates differ at most */
  readonly hasOtherStreets: boolean
  /** compounds inside which streets differ, or gates stand or let others through */
  readonly zones: Set<number>
  /** public streets that only the network before has */
  readonly before: ChangedStreets
  /** those that only the network after has */
  readonly after: ChangedStreets
  /** what there is more to walk; null: something may have been taken away as well */
  readonly gained: Gained | null
  /** whether something was taken away and nothing added */
  readonly isLost: boolean
  /** ways onto the streets that can tell a place that moved from one that did not, by the numbers after */
  readonly ways: ComparedWays
}

/**
 * Ways onto the streets of two plans as they compare. Those onto idle twins are left out: whoever gains by one goes on
 * over what the plan adds, and passes that.
 */
export interface ComparedWays {
  readonly before: (access: readonly AccessPoint[]) => readonly AccessPoint[]
  readonly after: (access: readonly AccessPoint[]) => readonly AccessPoint[]
}

/** Public streets of a network that another one has not. */
export interface ChangedStreets {
  readonly edges: readonly number[]
  /** all nodes they end in */
  readonly ends: readonly number[]
}

/** What a network has more than another one that has nothing else. */
export interface Gained {
  /** public nodes before gates that stand or let more people through: whoever passes such a gate passes there */
  readonly doors: readonly number[]
  /** streets inside compounds */
  readonly inner: readonly number[]
}

/**
 * Compares two plans over the same data. Pieces that a plan adds beside a street of the data are walked as the
 * street is, so only walks over paths tell them apart; but where both cut a street, and differently, its pieces are
 * compared too, for each piece is some millimetres longer than it was; and so are those twins of streets at a crossroads
 * that are not idle (see `findIdleTwins`).
 */
export function compareStreets(before: PlannedNetwork, after: PlannedNetwork): StreetDifference {
  const isSame = before.base === after.base
  const zones = changedZones(isSame ? after.base : after.data.base, before.compounds, after.compounds)
  const none: ChangedStreets = { edges: [], ends: [] }
  if (isSame) {
    const doors = listDoors(before, after, zones)
    const gained = doors && { doors, inner: [] }
    const isLost = gained === null && listDoors(after, before, zones) !== null
    return {
      hasOtherStreets: false,
      zones,
      before: none,
      after: none,
      gained,
      isLost,
      ways: { before: (access) => access, after: (access) => access },
    }
  }
  // gates of plans, and gates of the data that only a path comes near, stand at meetings that the data has not
  const gatesOf = ({ compounds }: PlannedNetwork, zone: number): string =>
    JSON.stringify(compounds[zone].gates)
  for (const { plan, base, data } of [before, after])
    for (const zone of [
      ...(plan?.gateZones ?? []),
      ...zonesOf(base.meetings.slice(data.base.meetings.length)),
    ])
      if (gatesOf(before, zone) !== gatesOf(after, zone)) zones.add(zone)
  const { lost, added } = changedEdges(before, after)
  for (const [edges, { network }] of [
    [lost, before],
    [added, after],
  ] as const)
    for (const edge of edges) if (network.edgeZone[edge] >= 0) zones.add(network.edgeZone[edge])
  const doors = lost.length > 0 ? null : listDoors(before, after, zones)
  return {
    hasOtherStreets: true,
    zones,
    before: publicOf(before.network, lost),
    after: publicOf(after.network, added),
    gained: doors && { doors, inner: added.filter((edge) => after.network.edgeZone[edge] >= 0) },
    isLost: lost.length > 0 && added.length === 0 && listDoors(after, before, zones) !== null,
    ways: compareWays(before, after),
  }
}

/** The compounds that some meetings lead into. */
function zonesOf(meetings: NetworkBase['meetings']): number[] {
  return meetings.flatMap(({ zoneA, zoneB }) => [zoneA, zoneB].filter((zone) => zone >= 0))
}

/** Streets of two plans over the same data that only the one before, and only the one after has. */
export function changedEdges(
  before: Pick<PlannedNetwork, 'network' | 'plan'>,
  after: Pick<PlannedNetwork, 'network' | 'plan'>,
): { readonly lost: readonly number[]; readonly added: readonly number[] } {
  return {
    lost: onlyIn(before.plan, after.plan, before.network),
    added: onlyIn(after.plan, before.plan, after.network),
  }
}

/** Edges of one plan that another one has not. */
function onlyIn(
  plan: PlanWays | null | undefined,
  other: PlanWays | null | undefined,
  network: WalkNetwork,
): number[] {
  const edges = [...(other?.gone ?? [])].filter((edge) => plan?.gone.has(edge) !== true)
  if (!plan) return edges
  const fresh = new Set(plan.graft.fresh)
  const asked = askedDoubles(plan, other, network)
  for (const [name, edge] of plan.graft.names)
    if (other?.graft.names.has(name) !== true && (fresh.has(edge) || asked.has(edge))) edges.push(edge)
  return edges
}

/** Doubles of a plan by which a walk may cost less, or more, than by those of another plan. */
function askedDoubles(
  { graft: { doubles, idle } }: PlanWays,
  other: PlanWays | null | undefined,
  { edgeLength_mm }: WalkNetwork,
): Set<number> {
  const asked = new Set<number>()
  for (const [whole, pieces] of doubles)
    for (const piece of pieces) {
      const isTwin = edgeLength_mm[piece] === edgeLength_mm[whole] && !idle.has(piece)
      if (isTwin || other?.graft.doubles.has(whole) === true) asked.add(piece)
    }
  return asked
}

function compareWays(before: PlannedNetwork, after: PlannedNetwork): ComparedWays {
  const carry = carryAccess(before, after)
  const [was, is] = [tellingWays(before, after), tellingWays(after, before)]
  return { before: (access) => carry(was(access)), after: is }
}

/**
 * Leaves out ways onto idle twins that nothing is asked about; the same list where there are none. A place on a piece stays:
 * measured along the piece it may lie some millimetres nearer to an end than along the whole.
 */
function tellingWays({ plan, network }: PlannedNetwork, other: PlannedNetwork): ComparedWays['after'] {
  if (!plan) return (access) => access
  const asked = askedDoubles(plan, other.plan, network)
  const untold = new Set([...plan.graft.idle].filter((edge) => !asked.has(edge)))
  return (access) =>
    access.some(({ edge }) => untold.has(edge)) ? access.filter(({ edge }) => !untold.has(edge)) : access
}

function publicOf({ edgeFrom, edgeTo, edgeZone }: WalkNetwork, all: readonly number[]): ChangedStreets {
  const edges = all.filter((edge) => edgeZone[edge] < 0)
  return { edges, ends: [...new Set(edges.flatMap((edge) => [edgeFrom[edge], edgeTo[edge]]))] }
}

/** Who passes a gate, from nobody to everybody. */
const RANKS = ['closed', 'residents', 'public'] as const

/** A gate between two zones: how many it lets through on each side, and its node on public ground, −1: none. */
interface Door {
  readonly ranks: readonly number[]
  readonly outer: number
}

/**
 * The public nodes before gates of some compounds that stand only after, or let more people through than before.
 * null: some gate lets fewer through, is gone, leads from compound to compound, or stands at a split crossroads.
 */
function listDoors(
  before: PlannedNetwork,
  after: PlannedNetwork,
  zones: ReadonlySet<number>,
): readonly number[] | null {
  const [was, is] = [before, after].map((each) => doorsOf(each, zones, before.base === after.base))
  for (const [name, { ranks }] of was) {
    const now = is.get(name)
    if (now === undefined || now.ranks.some((rank, i) => rank < ranks[i])) return null
  }
  const doors = new Set<number>()
  for (const [name, { ranks, outer }] of is) {
    if (was.get(name)?.ranks.every((rank, i) => rank === ranks[i]) === true) continue
    if (outer < 0 || after.network.nodeArrival[outer] !== outer) return null
    doors.add(outer)
  }
  return [...doors]
}

/** The gates of some compounds by what two networks both call them. */
function doorsOf(
  { base: { meetings }, network: { nodeX, nodeY }, compounds, data }: PlannedNetwork,
  zones: ReadonlySet<number>,
  isSameBase: boolean,
): Map<string, Door> {
  const doors = new Map<string, Door>()
  meetings.forEach((meeting, i) => {
    const { a, b, zoneA, zoneB } = meeting
    if (!zones.has(zoneA) && !zones.has(zoneB)) return
    const passage = decidePassage(compounds, meeting)
    if (passage === null) return
    const { accessA, accessB, stepFree } = passage
    // the meetings of the data stand first; those of a plan are known by where they are
    const isNumbered = isSameBase || i < data.base.meetings.length
    doors.set(isNumbered ? String(i) : [nodeX[a], nodeY[a], zoneA, zoneB].join(' '), {
      ranks: [RANKS.indexOf(accessA), RANKS.indexOf(accessB), stepFree ? 1 : 0],
      outer: zoneA < 0 ? a : zoneB < 0 ? b : -1,
    })
  })
  return doors
}
