import type { Issue } from '../../model/issue'
import type { Project } from '../../model/project'
import { hilbertIndex } from '../geometry/hilbert'
import { type Compound, collectCompounds } from './compounds'
import { labelComponents } from './components'
import { CoordinateIndex } from './coordinate-index'
import { connectLooseGates, cutAtCompounds } from './cut-at-compounds'
import { addLineEdges, EdgeDraft } from './edge-draft'
import { collectPassages } from './portals'
import { collectLines, frameOf, joinCrossingLines } from './street-lines'
import { addThroughCopies } from './through-copies'
import type { WalkNetwork } from './walk-network'

export interface NetworkOptions {
  /** true: the bare street network, no compounds, no gates, no delays */
  readonly isPlain: boolean
}

/** A network, the compounds it was cut at, and what was odd. */
export interface BuiltNetwork {
  readonly network: WalkNetwork
  readonly compounds: readonly Compound[]
  readonly issues: readonly Issue[]
}

/** How near the border of the data an open end counts as cut off there, metres. */
const CLIP_M = 30

/**
 * Builds the walking network of a project: lines → cut at compounds → joined at shared vertices → columns.
 * Everything that was odd comes back as issues. Same project, same network, byte for byte.
 */
export function buildNetwork(project: Project, options: NetworkOptions): BuiltNetwork {
  const issues: Issue[] = []
  const frame = frameOf(project)
  let lines = collectLines(project, options)
  if (project.provenance.streets?.topology === 'crossings')
    lines = joinCrossingLines(lines, project.layers.streets, frame)
  const compounds = options.isPlain ? [] : collectCompounds(project, frame)
  lines = cutAtCompounds(lines, compounds, frame)
  const loose = connectLooseGates(lines, compounds, frame)
  lines = loose.lines
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
  if (lines.length === 0) issues.push({ severity: 'error', code: 'no-streets', layer: 'streets' })

  // number the vertices and find where lines join
  const vertices = new CoordinateIndex(lines.reduce((sum, line) => sum + line.lonLat.length / 2, 0) + 16)
  const lineVertices = lines.map((line) => {
    const ids = new Int32Array(line.lonLat.length / 2)
    for (let i = 0; i < ids.length; i++)
      ids[i] = vertices.add(line.lonLat[2 * i], line.lonLat[2 * i + 1], line.zone)
    return ids
  })
  const passages = collectPassages(vertices, lines, lineVertices, compounds, frame)
  const isJunction = new Uint8Array(vertices.count)
  const isUsed = new Uint8Array(vertices.count)
  for (const ids of lineVertices) {
    isJunction[ids[0]] = 1
    isJunction[ids[ids.length - 1]] = 1
    for (const id of ids) {
      if (isUsed[id] === 1) isJunction[id] = 1
      isUsed[id] = 1
    }
  }
  for (const { a, b } of passages) {
    isJunction[a] = 1
    isJunction[b] = 1
  }

  // nodes along a Hilbert curve
  const nodeVertices: number[] = []
  for (let v = 0; v < vertices.count; v++) if (isJunction[v] === 1) nodeVertices.push(v)
  const xy = nodeVertices.map((v) => [frame.x(vertices.lon(v)), frame.y(vertices.lat(v))])
  const order = sortAlongCurve(xy)
  const nodeOf = new Int32Array(vertices.count).fill(-1)
  order.forEach((i, node) => (nodeOf[nodeVertices[i]] = node))

  const draft = new EdgeDraft()
  lines.forEach((line, l) => addLineEdges(draft, line, lineVertices[l], isJunction, nodeOf, frame, project))

  const homeNodeCount = order.length
  const homeEdgeCount = draft.from.length
  const through = addThroughCopies(draft, passages, nodeOf, vertices, homeNodeCount, homeEdgeCount)
  const nodeCount = homeNodeCount + through.nodes.length
  const nodeX = new Float64Array(nodeCount)
  const nodeY = new Float64Array(nodeCount)
  const nodeZone = new Int32Array(nodeCount).fill(-1)
  order.forEach((i, node) => {
    nodeX[node] = xy[i][0]
    nodeY[node] = xy[i][1]
    const zone = vertices.zone(nodeVertices[i])
    // a zone whose gates are all public is open ground: nothing about it restricts a walk
    nodeZone[node] = zone
  })
  through.nodes.forEach((home, i) => {
    nodeX[homeNodeCount + i] = nodeX[home]
    nodeY[homeNodeCount + i] = nodeY[home]
  })

  const edgeCount = draft.from.length
  const partial = {
    frame,
    zoneIds: compounds.map((compound) => compound.id),
    zonesWithUnknownGates: compounds
      .filter((compound) => compound.gates.length === 0)
      .map((compound) => compound.zone),
    nodeCount,
    nodeX,
    nodeY,
    nodeZone,
    edgeCount,
    homeEdgeCount,
    edgeFrom: Int32Array.from(draft.from),
    edgeTo: Int32Array.from(draft.to),
    edgeLength_mm: Int32Array.from(draft.length_mm),
    edgeStreet: Int32Array.from(draft.street),
    edgeZone: Int32Array.from(draft.zone),
    edgeIsSteps: Uint8Array.from(draft.isSteps),
    edgeHasBarrier: Uint8Array.from(draft.hasBarrier),
    edgeIsOneway: Uint8Array.from(draft.isOneway),
    edgeDelay: Uint8Array.from(draft.delay),
    edgeDelayShare: Float32Array.from(draft.delayShare),
    edgeSlope: null,
    shapeStart: Int32Array.from(draft.shapeStart),
    shapeX: Float64Array.from(draft.shapeX),
    shapeY: Float64Array.from(draft.shapeY),
    portalCount: through.portals.length,
    portalFrom: Int32Array.from(through.portals, (p) => p.from),
    portalTo: Int32Array.from(through.portals, (p) => p.to),
    portalGate: Int32Array.from(through.portals, (p) => p.gate),
    portalOnlyZone: Int32Array.from(through.portals, (p) => p.onlyZone),
    portalIsStepFree: Uint8Array.from(through.portals, (p) => (p.stepFree ? 1 : 0)),
    turnCount: 0,
    turnFrom: new Int32Array(0),
    turnTo: new Int32Array(0),
    turnSignals: new Uint8Array(0),
    turnUnsignalled: new Uint8Array(0),
  }
  return {
    network: {
      ...partial,
      ...labelComponents(
        partial,
        passages
          .filter(({ access }) => access === 'closed')
          .map(({ a, b }) => [nodeOf[a], nodeOf[b]] as const),
      ),
      nodeIsClip: markClip(project, frame, nodeX, nodeY),
    },
    compounds,
    issues,
  }
}

function sortAlongCurve(xy: readonly (readonly number[])[]): number[] {
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (const [x, y] of xy) {
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  const scale = 65535 / Math.max(1e-9, maxX - minX, maxY - minY)
  const keys = Float64Array.from(xy, ([x, y]) =>
    hilbertIndex(Math.floor((x - minX) * scale), Math.floor((y - minY) * scale)),
  )
  return Array.from(keys, (_, i) => i).sort((i, j) => keys[i] - keys[j] || i - j)
}

/** Nodes at or beyond the border of the data: what a walk would find behind them is not known. */
function markClip(
  project: Project,
  frame: { x(lon: number): number; y(lat: number): number },
  nodeX: Float64Array,
  nodeY: Float64Array,
): Uint8Array {
  const isClip = new Uint8Array(nodeX.length)
  if (project.extent === undefined) return isClip
  const [west, south, east, north] = project.extent
  const minX = frame.x(west) + CLIP_M
  const maxX = frame.x(east) - CLIP_M
  const minY = frame.y(south) + CLIP_M
  const maxY = frame.y(north) - CLIP_M
  for (let n = 0; n < isClip.length; n++)
    if (nodeX[n] < minX || nodeX[n] > maxX || nodeY[n] < minY || nodeY[n] > maxY) isClip[n] = 1
  return isClip
}
