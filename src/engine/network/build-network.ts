import type { Issue } from '../../model/issue'
import type { Street } from '../../model/layers'
import type { Project } from '../../model/project'
import { SCENARIO_SOURCE } from '../../model/scenario'
import { makeColumn } from '../column'
import type { LocalFrame } from '../geometry/local-frame'
import { collectForeignLegs, type ForeignLeg } from './carriageways'
import { type BarrierIndex, indexBarriers } from './barrier-index'
import { type Compound, collectCompounds } from './compounds'
import { labelComponents } from './components'
import { CoordinateIndex } from './coordinate-index'
import { cutAtCompounds } from './cut-at-compounds'
import { cutIntoEdges, type EdgeColumns } from './edge-columns'
import { keepFootbridges } from './footbridges'
import type { HourOfDay } from './gate-hours'
import { joinCrossingLines } from './join-crossings'
import { type JunctionTurns, NO_TURNS, splitJunctions } from './junction-crossings'
import { connectLooseGates } from './loose-gates'
import { markClip } from './mark-clip'
import { type NetworkBase, openGates } from './open-gates'
import { orderAlongCurve } from './order-nodes'
import { collectMeetings, type Meeting } from './portals'
import { measureSlopes } from './slope'
import { collectLines, frameOf, type StreetLines } from './street-lines'
import { addThroughCopies, listMixable } from './through-copies'
import type { WalkNetwork } from './walk-network'

export interface NetworkOptions {
  /** true: the bare street network, no compounds, no gates, no delays */
  readonly isPlain: boolean
  /** gates are open or closed as at this time of day; absent: any time */
  readonly hour?: HourOfDay
}

/** A network, the compounds it was cut at, and what was odd. */
export interface BuiltNetwork {
  readonly network: WalkNetwork
  /** to open or close gates without building again */
  readonly base: NetworkBase
  readonly compounds: readonly Compound[]
  /** what no connector crosses; null: nothing stands in the way */
  readonly barriers: BarrierIndex | null
  readonly issues: readonly Issue[]
}

/**
 * Builds the walking network of a project: lines → cut at compounds → joined at shared vertices → columns.
 * Everything that was odd comes back as issues. Same project, same network, byte for byte.
 */
export function buildNetwork(project: Project, options: NetworkOptions): BuiltNetwork {
  const frame = frameOf(project)
  const compounds = options.isPlain ? [] : collectCompounds(project, frame, options.hour)
  const barriers = options.isPlain ? null : indexBarriers(project.layers.barriers, compounds, frame)
  const ground = { frame, compounds, barriers, isPlain: options.isPlain }
  const { home, meetings, mixable, issues } = layStreets(project, ground)
  const base = { meetings, ...addThroughCopies(home, mixable) }
  return { network: openGates(base, compounds), base, compounds, barriers, issues }
}

/** What streets are laid on. */
export interface Ground {
  readonly frame: LocalFrame
  readonly compounds: readonly Compound[]
  readonly barriers: BarrierIndex | null
  readonly isPlain: boolean
  /** streets that nobody walks any more, by place in the layer: they keep their places at crossroads only */
  readonly closed?: ReadonlySet<number>
}

/** The streets of a project as a network without portals and through copies. */
export interface LaidStreets extends Omit<NetworkBase, 'copyOf'> {
  /** zones whose streets people may come to pass through; see `listMixable` */
  readonly mixable: ReadonlySet<number>
  readonly issues: readonly Issue[]
}

/** Lays the streets of a project, or some of them, on the ground. */
export function layStreets(project: Project, ground: Ground): LaidStreets {
  const { frame, compounds, isPlain } = ground
  const { lines, issues } = drawLines(project, ground)

  // most vertices are met at least twice
  const vertices = new CoordinateIndex(lines.lonKey.length >> 1)
  const vertexOf = new Int32Array(lines.lonKey.length)
  for (let l = 0; l < lines.count; l++)
    for (let v = lines.start[l]; v < lines.start[l + 1]; v++)
      vertexOf[v] = vertices.add(lines.lonKey[v], lines.latKey[v], lines.zone[l])
  const { streets } = project.layers
  const meetings = collectMeetings(vertices, lines, vertexOf, compounds, frame, isPathOf(streets))
  const foreign: ReadonlyMap<number, ForeignLeg[]> = isPlain
    ? new Map()
    : collectForeignLegs(streets, vertices, frame)
  const isJunction = markJunctions(lines, vertexOf, vertices.count, meetings, foreign.keys())
  const mixable = listMixable(meetings, compounds)
  const edges = cutIntoEdges(lines, vertexOf, isJunction, streets, frame, mixable)
  if (!isPlain) keepFootbridges(edges, project, frame)
  const slopes = isPlain ? { edgeSlope: null, issues: [] } : measureSlopes(edges, streets, frame)
  const turns = isPlain ? NO_TURNS : splitJunctions({ project, edges, vertices, frame, foreign, meetings })
  const bare = numberNodes(project, frame, compounds, vertices, isJunction, edges, meetings, turns)
  return {
    home: { ...bare.home, edgeSlope: slopes.edgeSlope },
    meetings: bare.meetings,
    mixable,
    issues: [...issues, ...slopes.issues],
  }
}

/** Answers whether a street, by its place in the layer, is a path of a plan. */
function isPathOf(streets: readonly Street[]): (street: number) => boolean {
  return (street) => streets[street]?.source === SCENARIO_SOURCE
}

/** The lines people walk on, cut where they cross the edge of a compound. */
function drawLines(
  project: Project,
  { frame, compounds, barriers, isPlain, closed }: Ground,
): { lines: StreetLines; issues: Issue[] } {
  const issues: Issue[] = []
  let lines = collectLines(project, { isPlain })
  if (project.provenance.streets?.topology === 'crossings')
    lines = joinCrossingLines(lines, project.layers.streets, frame)
  const cut = cutAtCompounds(lines, compounds, frame)
  const isPath = isPathOf(project.layers.streets)
  const loose = connectLooseGates(cut, compounds, frame, barriers, closed, isPath)
  for (const gate of loose.unconnected)
    issues.push({
      severity: 'warning',
      code: 'gate-not-connected',
      layer: 'gates',
      id: project.layers.gates[gate.index].id,
      at: [gate.lon, gate.lat],
    })
  for (const compound of compounds)
    if (compound.gates.length === 0)
      issues.push({ severity: 'warning', code: 'gates-unknown', layer: 'communities', id: compound.id })
  if (loose.lines.count === 0) issues.push({ severity: 'error', code: 'no-streets', layer: 'streets' })
  return { lines: loose.lines, issues }
}

/** Vertices where a line ends, where several pass, where a gate stands, and `others`. One flag per vertex. */
function markJunctions(
  lines: StreetLines,
  vertexOf: Int32Array,
  vertexCount: number,
  meetings: readonly Meeting[],
  others: Iterable<number>,
): Uint8Array {
  const isJunction = new Uint8Array(vertexCount)
  const isUsed = new Uint8Array(vertexCount)
  for (const vertex of vertexOf) {
    if (isUsed[vertex] === 1) isJunction[vertex] = 1
    isUsed[vertex] = 1
  }
  for (let l = 0; l < lines.count; l++) {
    isJunction[vertexOf[lines.start[l]]] = 1
    isJunction[vertexOf[lines.start[l + 1] - 1]] = 1
  }
  for (const { a, b } of meetings) {
    isJunction[a] = 1
    isJunction[b] = 1
  }
  for (const vertex of others) isJunction[vertex] = 1
  return isJunction
}

/**
 * Junctions become nodes, numbered along a Hilbert curve, and edges run between them: the columns of `edges`
 * are taken over, their ends renumbered in place.
 */
function numberNodes(
  project: Project,
  frame: LocalFrame,
  compounds: readonly Compound[],
  vertices: CoordinateIndex,
  isJunction: Uint8Array,
  edges: EdgeColumns,
  meetings: readonly Meeting[],
  turns: JunctionTurns,
): Omit<NetworkBase, 'copyOf'> {
  // the vertices added where junctions were split are all nodes
  let nodeCount = vertices.count - isJunction.length
  for (let v = 0; v < isJunction.length; v++) nodeCount += isJunction[v]
  const vertexOfPlace = new Int32Array(nodeCount)
  const x = new Float64Array(nodeCount)
  const y = new Float64Array(nodeCount)
  for (let v = 0, place = 0; v < vertices.count; v++) {
    if (isJunction[v] === 0) continue
    vertexOfPlace[place] = v
    x[place] = frame.x(vertices.lon(v))
    y[place++] = frame.y(vertices.lat(v))
  }
  const order = orderAlongCurve(x, y)
  const nodeOf = new Int32Array(vertices.count).fill(-1)
  const nodeX = makeColumn(Float64Array, nodeCount)
  const nodeY = makeColumn(Float64Array, nodeCount)
  const nodeZone = makeColumn(Int32Array, nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    const place = order[node]
    const vertex = vertexOfPlace[place]
    nodeOf[vertex] = node
    nodeX[node] = x[place]
    nodeY[node] = y[place]
    nodeZone[node] = vertices.zone(vertex)
  }
  const meetingsOfNodes = meetings.map((meeting) => ({
    ...meeting,
    a: nodeOf[meeting.a],
    b: nodeOf[meeting.b],
  }))
  for (let e = 0; e < edges.count; e++) {
    edges.from[e] = nodeOf[edges.from[e]]
    edges.to[e] = nodeOf[edges.to[e]]
  }
  const ends = { edgeFrom: edges.from, edgeTo: edges.to }
  const nodeArrival = makeColumn(Int32Array, nodeCount)
  for (let node = 0; node < nodeCount; node++) nodeArrival[node] = node
  for (const [end, arrival] of turns.arrivalOf) nodeArrival[nodeOf[end]] = nodeOf[arrival]
  const edgeIsInner = makeColumn(Uint8Array, edges.count)
  for (const edge of turns.inner) edgeIsInner[edge] = 1
  const turnsOfNodes = turns.from.map((from, i) => ({ a: nodeOf[from], b: nodeOf[turns.to[i]] }))
  // a leg hangs together with the node its walks arrive at, though no turn leads back along it
  const arrivals = Array.from(turns.arrivalOf, ([end, arrival]) => ({ a: nodeOf[end], b: nodeOf[arrival] }))
  const home: WalkNetwork = {
    frame,
    zoneIds: compounds.map((compound) => compound.id),
    zonesWithUnknownGates: compounds
      .filter((compound) => compound.gates.length === 0)
      .map((compound) => compound.zone),
    nodeCount,
    homeNodeCount: nodeCount,
    junctionCount: nodeCount - vertices.twinCount,
    copyHome: new Int32Array(0),
    copyEdges: new Int32Array(0),
    nodeX,
    nodeY,
    nodeZone,
    ...labelComponents(nodeCount, ends, edges.length_mm, (join) => {
      for (const pairs of [meetingsOfNodes, turnsOfNodes, arrivals]) for (const { a, b } of pairs) join(a, b)
    }),
    nodeArrival,
    nodeIsClip: markClip(project, frame, nodeX, nodeY),
    edgeCount: edges.count,
    homeEdgeCount: edges.count,
    ...ends,
    edgeLength_mm: edges.length_mm,
    edgeStreet: edges.street,
    edgeZone: edges.zone,
    edgeIsSteps: edges.isSteps,
    edgeHasBarrier: edges.hasBarrier,
    edgeIsOneway: edges.isOneway,
    edgeIsRaised: edges.isRaised,
    edgeIsInner,
    edgeDelay: edges.delay,
    edgeDelayShare: edges.delayShare,
    edgeSlope: null,
    edgeState: null,
    shapeStart: edges.shapeStart,
    shapeEnd: edges.shapeEnd,
    shapeX: edges.shapeX,
    shapeY: edges.shapeY,
    gateNodes: Int32Array.from(meetingsOfNodes.flatMap(({ a, b }) => [a, b])),
    portalCount: 0,
    portalFrom: new Int32Array(0),
    portalTo: new Int32Array(0),
    portalGate: new Int32Array(0),
    portalOnlyZone: new Int32Array(0),
    portalIsStepFree: new Uint8Array(0),
    turnCount: turnsOfNodes.length,
    turnFrom: Int32Array.from(turnsOfNodes, ({ a }) => a),
    turnTo: Int32Array.from(turnsOfNodes, ({ b }) => b),
    turnLength_mm: Int32Array.from(turns.length_mm),
    turnSignals: Uint8Array.from(turns.signals),
    turnUnsignalled: Uint8Array.from(turns.unsignalled),
    turnElevators: Uint8Array.from(turns.elevators),
  }
  return { home, meetings: meetingsOfNodes }
}
