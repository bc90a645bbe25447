import type { Compound } from './compounds'
import { decidePassage, type Meeting, type Passage } from './portals'
import type { WalkNetwork } from './walk-network'

/** A network before anybody has said who may pass its gates, and where those gates are. */
export interface NetworkBase {
  /** without portals and through copies */
  readonly home: WalkNetwork
  /** `a` and `b` are nodes */
  readonly meetings: readonly Meeting[]
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
type OpenMeeting = Meeting & Passage

/**
 * The network with its gates as `compounds` say: portals of the home side, and for each zone with at least
 * two public passages and one residents' gate a second copy of its streets for people passing through.
 * Zones whose passages are all public need no copy: their portals are open to everybody in both directions.
 * Home nodes, edges and parts are those of the base, whatever the gates are.
 */
export function openGates({ home, meetings }: NetworkBase, compounds: readonly Compound[]): WalkNetwork {
  if (meetings.length === 0) return home
  const open: OpenMeeting[] = []
  for (const meeting of meetings) {
    const passage = decidePassage(compounds, meeting)
    if (passage !== null && passage.accessA !== 'closed') open.push({ ...meeting, ...passage })
  }
  const counts = countPassages(open)
  const isMixed = (zone: number): boolean => {
    const count = counts.get(zone)
    return count !== undefined && count.residents > 0 && count.public > 1
  }
  const { network, copyOf } = addThroughCopies(home, isMixed)
  const isOpen = (zone: number): boolean => zone < 0 || counts.get(zone)?.residents === 0
  const portals = makePortals(open, isOpen, (zone, node) => (isMixed(zone) ? copyOf.get(node) : undefined))
  return {
    ...network,
    portalCount: portals.length,
    portalFrom: Int32Array.from(portals, (p) => p.from),
    portalTo: Int32Array.from(portals, (p) => p.to),
    portalGate: Int32Array.from(portals, (p) => p.gate),
    portalOnlyZone: Int32Array.from(portals, (p) => p.onlyZone),
    portalIsStepFree: Uint8Array.from(portals, (p) => (p.stepFree ? 1 : 0)),
  }
}

/** The compounds at whose gates something else is decided with `after` than with `before`. */
export function changedZones(
  { meetings }: NetworkBase,
  before: readonly Compound[],
  after: readonly Compound[],
): Set<number> {
  const zones = new Set<number>()
  for (const meeting of meetings) {
    const [was, is] = [decidePassage(before, meeting), decidePassage(after, meeting)]
    if (was?.accessA === is?.accessA && was?.accessB === is?.accessB) continue
    for (const zone of [meeting.zoneA, meeting.zoneB]) if (zone >= 0) zones.add(zone)
  }
  return zones
}

function countPassages(open: readonly OpenMeeting[]): Map<number, { public: number; residents: number }> {
  const counts = new Map<number, { public: number; residents: number }>()
  for (const { zoneA, zoneB, accessA, accessB } of open) {
    for (const [zone, access] of [
      [zoneA, accessA],
      [zoneB, accessB],
    ] as const) {
      if (zone < 0) continue
      const count = counts.get(zone) ?? { public: 0, residents: 0 }
      if (access === 'public') count.public++
      else count.residents++
      counts.set(zone, count)
    }
  }
  return counts
}

/** The network with the streets of mixed zones once more, for everybody else; `copyOf`: home node → copy. */
function addThroughCopies(
  home: WalkNetwork,
  isMixed: (zone: number) => boolean,
): { network: WalkNetwork; copyOf: ReadonlyMap<number, number> } {
  const copyOf = new Map<number, number>()
  const copyNode = (node: number): number => {
    const known = copyOf.get(node)
    if (known !== undefined) return known
    const copy = home.nodeCount + copyOf.size
    copyOf.set(node, copy)
    return copy
  }
  const zones = new Set(home.edgeZone)
  const mixed = new Set([...zones].filter((zone) => zone >= 0 && isMixed(zone)))
  if (mixed.size === 0) return { network: home, copyOf }
  const edges: number[] = []
  const from: number[] = []
  const to: number[] = []
  for (let e = 0; e < home.edgeCount; e++) {
    if (!mixed.has(home.edgeZone[e])) continue
    edges.push(e)
    from.push(copyNode(home.edgeFrom[e]))
    to.push(copyNode(home.edgeTo[e]))
  }
  const nodes = [...copyOf.keys()]
  return {
    copyOf,
    network: {
      ...home,
      nodeCount: home.nodeCount + nodes.length,
      copyHome: Int32Array.from(nodes),
      copyEdges: Int32Array.from(edges),
      nodeX: join(Float64Array, home.nodeX, pick(home.nodeX, nodes)),
      nodeY: join(Float64Array, home.nodeY, pick(home.nodeY, nodes)),
      // people passing through are nobody's guests
      nodeZone: join(
        Int32Array,
        home.nodeZone,
        nodes.map(() => -1),
      ),
      nodeComponent: join(Int32Array, home.nodeComponent, pick(home.nodeComponent, nodes)),
      // junctions inside compounds are never split by turns
      nodeArrival: join(
        Int32Array,
        home.nodeArrival,
        nodes.map((_, i) => home.nodeCount + i),
      ),
      nodeIsClip: join(Uint8Array, home.nodeIsClip, pick(home.nodeIsClip, nodes)),
      edgeCount: home.edgeCount + edges.length,
      edgeFrom: join(Int32Array, home.edgeFrom, from),
      edgeTo: join(Int32Array, home.edgeTo, to),
      edgeLength_mm: join(Int32Array, home.edgeLength_mm, pick(home.edgeLength_mm, edges)),
      edgeStreet: join(Int32Array, home.edgeStreet, pick(home.edgeStreet, edges)),
      edgeZone: join(Int32Array, home.edgeZone, pick(home.edgeZone, edges)),
      edgeIsSteps: join(Uint8Array, home.edgeIsSteps, pick(home.edgeIsSteps, edges)),
      edgeHasBarrier: join(Uint8Array, home.edgeHasBarrier, pick(home.edgeHasBarrier, edges)),
      edgeIsOneway: join(Uint8Array, home.edgeIsOneway, pick(home.edgeIsOneway, edges)),
      edgeIsRaised: join(Uint8Array, home.edgeIsRaised, pick(home.edgeIsRaised, edges)),
      edgeIsInner: join(Uint8Array, home.edgeIsInner, pick(home.edgeIsInner, edges)),
      edgeDelay: join(Uint8Array, home.edgeDelay, pick(home.edgeDelay, edges)),
      edgeDelayShare: join(Float32Array, home.edgeDelayShare, pick(home.edgeDelayShare, edges)),
      edgeSlope:
        home.edgeSlope === null
          ? null
          : join(
              Float32Array,
              home.edgeSlope,
              pick(
                home.edgeSlope,
                edges.flatMap((e) => [2 * e, 2 * e + 1]),
              ),
            ),
    },
  }
}

function makePortals(
  open: readonly OpenMeeting[],
  isOpen: (zone: number) => boolean,
  throughCopy: (zone: number, node: number) => number | undefined,
): Portal[] {
  const portals: Portal[] = []
  for (const { a, b, zoneA, zoneB, accessA, accessB, gate, stepFree } of open) {
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

function pick(column: ArrayLike<number>, rows: readonly number[]): number[] {
  return rows.map((row) => column[row])
}

/** A column with further entries behind it. */
function join<T extends Int32Array | Uint8Array | Float32Array | Float64Array>(
  make: new (length: number) => T,
  column: T,
  more: readonly number[],
): T {
  const joined = new make(column.length + more.length)
  joined.set(column)
  joined.set(more, column.length)
  return joined
}
