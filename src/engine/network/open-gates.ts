import type { Compound } from './compounds'
import { decidePassage, type Meeting, type Passage } from './portals'
import type { WalkNetwork } from './walk-network'

/** A network before anybody has said who may pass its gates, and where those gates are. */
export interface NetworkBase {
  /** without portals */
  readonly home: WalkNetwork
  /** `a` and `b` are nodes */
  readonly meetings: readonly Meeting[]
  /** home node → its copy for people passing through; see `addThroughCopies` */
  readonly copyOf: ReadonlyMap<number, number>
}

/** One directed arc between zones; see the portal columns of WalkNetwork. */
interface Portal {
  readonly from: number
  readonly to: number
  readonly gate: number
  readonly onlyZone: number
  readonly stepFree: boolean
}

/** A meeting and who passes there. */
interface OpenMeeting {
  readonly meeting: Meeting
  readonly passage: Passage
}

/**
 * The network with its gates as `compounds` say: its portals. In a zone with at least two public passages and
 * one residents' gate people passing through walk on the copy of its streets; zones whose passages are all
 * public need none: their portals are open to everybody in both directions.
 * Nodes, edges and parts are those of the base, whatever the gates are.
 */
export function openGates(
  { home, meetings, copyOf }: NetworkBase,
  compounds: readonly Compound[],
): WalkNetwork {
  if (meetings.length === 0) return home
  const open: OpenMeeting[] = []
  for (const meeting of meetings) {
    const passage = decidePassage(compounds, meeting)
    if (passage !== null && passage.accessA !== 'closed') open.push({ meeting, passage })
  }
  const counts = countPassages(open)
  const isMixed = (zone: number): boolean => {
    const count = counts.get(zone)
    return count !== undefined && count.residents > 0 && count.public > 1
  }
  const isOpen = (zone: number): boolean => zone < 0 || counts.get(zone)?.residents === 0
  const portals = makePortals(open, isOpen, (zone, node) => (isMixed(zone) ? copyOf.get(node) : undefined))
  const portalCount = portals.length
  const portalFrom = new Int32Array(portalCount)
  const portalTo = new Int32Array(portalCount)
  const portalGate = new Int32Array(portalCount)
  const portalOnlyZone = new Int32Array(portalCount)
  const portalIsStepFree = new Uint8Array(portalCount)
  for (let p = 0; p < portalCount; p++) {
    const { from, to, gate, onlyZone, stepFree } = portals[p]
    portalFrom[p] = from
    portalTo[p] = to
    portalGate[p] = gate
    portalOnlyZone[p] = onlyZone
    if (stepFree) portalIsStepFree[p] = 1
  }
  return { ...home, portalCount, portalFrom, portalTo, portalGate, portalOnlyZone, portalIsStepFree }
}

/** The compounds at whose gates something else is decided with `after` than with `before`. */
export function changedZones(
  { meetings }: NetworkBase,
  before: readonly Compound[],
  after: readonly Compound[],
): Set<number> {
  const zones = new Set<number>()
  const isSame = (zone: number): boolean => zone < 0 || before[zone] === after[zone]
  for (const meeting of meetings) {
    if (isSame(meeting.zoneA) && isSame(meeting.zoneB)) continue
    const [was, is] = [decidePassage(before, meeting), decidePassage(after, meeting)]
    if (was?.accessA === is?.accessA && was?.accessB === is?.accessB) continue
    for (const zone of [meeting.zoneA, meeting.zoneB]) if (zone >= 0) zones.add(zone)
  }
  return zones
}

function countPassages(open: readonly OpenMeeting[]): Map<number, { public: number; residents: number }> {
  const counts = new Map<number, { public: number; residents: number }>()
  const add = (zone: number, access: Passage['accessA']): void => {
    if (zone < 0) return
    let count = counts.get(zone)
    if (count === undefined) counts.set(zone, (count = { public: 0, residents: 0 }))
    if (access === 'public') count.public++
    else count.residents++
  }
  for (const { meeting, passage } of open) {
    add(meeting.zoneA, passage.accessA)
    add(meeting.zoneB, passage.accessB)
  }
  return counts
}

function makePortals(
  open: readonly OpenMeeting[],
  isOpen: (zone: number) => boolean,
  throughCopy: (zone: number, node: number) => number | undefined,
): Portal[] {
  const portals: Portal[] = []
  for (const { meeting, passage } of open) {
    const { a, b, zoneA, zoneB } = meeting
    const { accessA, accessB, gate, stepFree } = passage
    // entering is free; leaving is for the walks of that zone, unless the zone is open ground
    const add = (from: number, to: number, leaves: number): void => {
      portals.push({ from, to, gate, stepFree, onlyZone: isOpen(leaves) ? -1 : leaves })
    }
    add(a, b, zoneA)
    add(b, a, zoneB)
    // people passing through use a side's gate only where that side lets everybody
    const throughA = accessA === 'public' ? throughCopy(zoneA, a) : undefined
    const throughB = accessB === 'public' ? throughCopy(zoneB, b) : undefined
    if (throughA !== undefined) {
      add(throughA, b, -1)
      add(b, throughA, zoneB)
    }
    if (throughB !== undefined) {
      add(throughB, a, -1)
      add(a, throughB, zoneA)
    }
    if (throughA !== undefined && throughB !== undefined) {
      add(throughA, throughB, -1)
      add(throughB, throughA, -1)
    }
  }
  return portals
}
