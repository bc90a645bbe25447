import type { Metres } from '../../model/units'
import type { BarrierIndex } from '../network/barrier-index'
import type { GraftedStreets } from '../network/graft-streets'
import type { Box } from '../network/near-boxes'
import { SnapIndex } from '../network/snap'
import type { SnapNetwork } from '../network/snap-types'
import { nearestOnEdge, placeOnEdge } from '../network/along-edge'
import type { WalkNetwork } from '../network/walk-network'
import type { AccessPoint } from './access-point'

/**
 * The streets of a plan as places meet them. A place keeps the ways onto the streets that it has in the data, so a
 * path that passes nearer never makes a walk longer; it joins the pieces of its street as well, and a path of the
 * plan that is nearer.
 */
export interface PlanWays {
  readonly graft: GraftedStreets
  /** what the plan adds, street by street: a second path takes nobody from the first */
  readonly paths: readonly PlanPath[]
  /** around each edge of these, local metres */
  readonly boxes: readonly Box[]
  readonly gone: ReadonlySet<number>
  /** compounds with a gate that the plan adds */
  readonly gateZones: ReadonlySet<number>
}

/** A street that a plan adds, or the way of a gate to the streets. */
export interface PlanPath {
  /** its edges in the network of the plan; `snaps` knows them by their places here */
  readonly edges: readonly number[]
  readonly snaps: SnapIndex
  readonly boxes: readonly Box[]
}

/** Readies what a plan adds to a network for places to be put on it. */
export function readyPlanWays(
  network: WalkNetwork,
  graft: GraftedStreets,
  barriers: BarrierIndex | null,
  gateZones: ReadonlySet<number>,
): PlanWays {
  const ofStreet = new Map<string, number[]>()
  for (const edge of graft.fresh) {
    const street = network.edgeStreet[edge]
    const name = street < 0 ? `gate ${edge}` : String(street)
    const edges = ofStreet.get(name)
    if (edges === undefined) ofStreet.set(name, [edge])
    else edges.push(edge)
  }
  const paths = [...ofStreet.values()].map((edges): PlanPath => {
    const view = viewEdges(network, edges)
    return { edges, snaps: new SnapIndex(view, barriers), boxes: edges.map((_, i) => boxAround(view, i)) }
  })
  const boxes = paths.flatMap((path) => path.boxes)
  return { graft, paths, boxes, gone: new Set(graft.gone), gateZones }
}

function boxAround({ shapeX, shapeY, shapeStart, shapeEnd }: SnapNetwork, edge: number): Box {
  const xs = shapeX.subarray(shapeStart[edge], shapeEnd[edge])
  const ys = shapeY.subarray(shapeStart[edge], shapeEnd[edge])
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Some edges of a network as one of their own. */
function viewEdges(network: WalkNetwork, edges: readonly number[]): SnapNetwork {
  const marks = new Int32Array(edges.length + 1)
  const xs: number[] = []
  const ys: number[] = []
  edges.forEach((edge, i) => {
    for (let v = network.shapeStart[edge]; v < network.shapeEnd[edge]; v++) {
      xs.push(network.shapeX[v])
      ys.push(network.shapeY[v])
    }
    marks[i + 1] = xs.length
  })
  return {
    zoneIds: network.zoneIds,
    nodeComponent: network.nodeComponent,
    componentLength_m: network.componentLength_m,
    homeEdgeCount: edges.length,
    edgeFrom: Int32Array.from(edges, (edge) => network.edgeFrom[edge]),
    edgeZone: Int32Array.from(edges, (edge) => network.edgeZone[edge]),
    edgeIsRaised: Uint8Array.from(edges, (edge) => network.edgeIsRaised[edge]),
    shapeStart: marks.subarray(0, edges.length),
    shapeEnd: marks.subarray(1),
    shapeX: Float64Array.from(xs),
    shapeY: Float64Array.from(ys),
  }
}

/** Whether the streets by which a place is reached are gone, or there in pieces as well. */
export function touchesPlan({ graft, gone }: PlanWays, access: readonly AccessPoint[]): boolean {
  return access.some(({ edge }) => edge >= 0 && (gone.has(edge) || graft.doubles.has(edge)))
}

/** Ways onto streets with those onto their pieces; the same list where there are none. */
export function withPieces(
  { graft }: PlanWays,
  network: WalkNetwork,
  access: readonly AccessPoint[],
): readonly AccessPoint[] {
  if (access.every(({ edge }) => !graft.doubles.has(edge))) return access
  return access.flatMap((point) => {
    const pieces = graft.doubles.get(point.edge)
    if (pieces === undefined) return [point]
    const [x, y] = placeOnEdge(network, point.edge, point.at)
    let best = { edge: -1, at: 0, d2: Infinity }
    for (const edge of pieces) {
      const near = nearestOnEdge(network, edge, x, y)
      if (near.d2 < best.d2) best = { edge, ...near }
    }
    return [point, { ...point, edge: best.edge, at: best.at }]
  })
}

/** Whether a path of the plan may be nearer to a place than the streets it is on. `reach_m`: how far they are. */
export function isNearPlan(
  { boxes }: Pick<PlanWays, 'boxes'>,
  [west, south, east, north]: Box,
  reach_m: Metres,
): boolean {
  return boxes.some(
    (box) =>
      box[0] <= east + reach_m &&
      box[2] >= west - reach_m &&
      box[1] <= north + reach_m &&
      box[3] >= south - reach_m,
  )
}

/** The way onto each path of the plan that is nearer than `nearest_m`. */
export function freshNear(
  { paths }: PlanWays,
  x: Metres,
  y: Metres,
  zone: number,
  nearest_m: Metres,
): readonly AccessPoint[] {
  return paths.flatMap((path): readonly AccessPoint[] => {
    if (!isNearPlan(path, [x, y, x, y], nearest_m)) return []
    const snap = path.snaps.nearest(x, y, { maxDistance_m: nearest_m, zone })
    if (snap === null || snap.distance_m >= nearest_m) return []
    return [{ edge: path.edges[snap.edge], at: snap.at, node: -1, connector_m: snap.distance_m, zone }]
  })
}
