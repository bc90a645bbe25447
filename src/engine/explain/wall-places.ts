import { GATE_AT_CROSSING_M } from '../../model/gate-place'
import { clampedFoot } from '../geometry/rings'
import { fractionAt } from '../network/along-edge'
import type { Compound } from '../network/compounds'
import type { AccessPoint } from '../places/access-point'
import { whyWallStays } from '../scenario/single-wall'
import type { ExplainContext } from './class-state'

/** Places in a wall are tried so far apart, metres. */
const STEP_M = 10
/** A new gate joins streets whose ways to it are together at most this long, metres (J). */
export const NEW_GATE_LINK_M = 25

/** Streets are cut this near to the edge, metres. */
const EDGE_M = 1

/** A place in the wall of a compound where a gate would join a street inside with one outside. */
export interface WallPlace {
  /** metres in the frame */
  readonly x: number
  readonly y: number
  readonly inner: AccessPoint
  readonly outer: AccessPoint
  /** the points of the link: street inside, gate, street outside */
  readonly link: readonly (readonly [number, number])[]
  readonly link_m: number
}

/**
 * Where a gate could be opened in a compound's wall: where a street is cut by it, and every ten metres where
 * streets inside and outside come near. Not within 12 m of a gate there is: it would decide there; nor where an edit
 * could not open it. In the order of the ring.
 */
export function listWallPlaces(context: ExplainContext, compound: Compound): WallPlace[] {
  const { network, project } = context
  const community = project.layers.communities.find(({ id }) => id === compound.id)
  if (community === undefined) return []
  return placesWithStreets(context, compound).filter(
    ({ x, y }) =>
      whyWallStays(project.layers, community, [network.frame.lon(x), network.frame.lat(y)]) === null,
  )
}

function placesWithStreets(context: ExplainContext, compound: Compound): WallPlace[] {
  const cuts = listCuts(context, compound)
  const taken: (readonly [number, number])[] = [
    ...compound.gates.map(({ x, y }) => [x, y] as const),
    ...context.base.meetings
      .filter(({ zoneA, zoneB }) => zoneA === compound.zone || zoneB === compound.zone)
      .map(({ a }) => [context.network.nodeX[a], context.network.nodeY[a]] as const),
  ]
  const free = cuts.filter(({ x, y }) => !isNear(x, y, taken))
  const cutPlaces = cuts.map(({ x, y }) => [x, y] as const)
  const streets = listStreets(context, compound)
  const places: WallPlace[] = [...free]
  for (const ring of compound.rings)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [dx, dy] = [ring[i + 2] - ring[i], ring[i + 3] - ring[i + 1]]
      const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / STEP_M))
      for (let k = 0; k < steps; k++) {
        const [x, y] = [ring[i] + (dx * k) / steps, ring[i + 1] + (dy * k) / steps]
        if (isNear(x, y, taken) || isNear(x, y, cutPlaces)) continue
        const inner = nearestOn(context, streets.inner, x, y, compound.zone, NEW_GATE_LINK_M)
        if (inner === null) continue
        const outer = nearestOn(context, streets.outer, x, y, -1, NEW_GATE_LINK_M - inner.access.connector_m)
        if (outer === null) continue
        places.push({
          x,
          y,
          inner: inner.access,
          outer: outer.access,
          link: [inner.foot, [x, y], outer.foot],
          link_m: inner.access.connector_m + outer.access.connector_m,
        })
      }
    }
  return places
}

/** Whether a gate at a place would decide at one of some others, too. */
function isNear(x: number, y: number, places: readonly (readonly [number, number])[]): boolean {
  return places.some(([px, py]) => Math.hypot(px - x, py - y) <= GATE_AT_CROSSING_M)
}

function atNode(node: number, zone: number): AccessPoint {
  return { edge: -1, at: 0, node, connector_m: 0, zone }
}

/** Places where a street is cut by the wall: a node inside and a public one at the same place. */
function listCuts({ network, base }: ExplainContext, { zone, bounds }: Compound): WallPlace[] {
  const { nodeX, nodeY, nodeZone, homeNodeCount } = network
  const [minX, minY, maxX, maxY] = bounds
  const met = new Set(base.meetings.flatMap(({ a, b }) => [a, b]))
  const inside = new Map<string, number>()
  const outside: number[] = []
  for (let node = 0; node < homeNodeCount; node++) {
    const [x, y] = [nodeX[node], nodeY[node]]
    // a place in the wall lies on the edge of the bounds or within
    if (x < minX - EDGE_M || x > maxX + EDGE_M || y < minY - EDGE_M || y > maxY + EDGE_M) continue
    if (nodeZone[node] === zone && !met.has(node)) inside.set(`${x} ${y}`, node)
    if (nodeZone[node] < 0) outside.push(node)
  }
  return outside.flatMap((node) => {
    const [x, y] = [nodeX[node], nodeY[node]]
    const inner = inside.get(`${x} ${y}`)
    if (inner === undefined) return []
    return [{ x, y, inner: atNode(inner, zone), outer: atNode(node, -1), link: [[x, y] as const], link_m: 0 }]
  })
}

/** Edges of a compound, and public ones near it. */
function listStreets(
  { network }: ExplainContext,
  { zone, bounds }: Compound,
): { inner: number[]; outer: number[] } {
  const [minX, minY, maxX, maxY] = bounds
  const inner: number[] = []
  const outer: number[] = []
  const { edgeZone, shapeStart, shapeEnd, shapeX, shapeY, homeEdgeCount, edgeState } = network
  for (let edge = 0; edge < homeEdgeCount; edge++) {
    // gone, or there in pieces
    if (edgeState !== null && edgeState[edge] !== 0) continue
    if (edgeZone[edge] === zone) inner.push(edge)
    if (edgeZone[edge] >= 0) continue
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let v = shapeStart[edge]; v < shapeEnd[edge]; v++) {
      west = Math.min(west, shapeX[v])
      east = Math.max(east, shapeX[v])
      south = Math.min(south, shapeY[v])
      north = Math.max(north, shapeY[v])
    }
    if (west <= maxX + NEW_GATE_LINK_M && east >= minX - NEW_GATE_LINK_M)
      if (south <= maxY + NEW_GATE_LINK_M && north >= minY - NEW_GATE_LINK_M) outer.push(edge)
  }
  return { inner, outer }
}

/** The nearest point of some edges that can be walked to straight from a place in the wall; null: none in reach. */
function nearestOn(
  { network, barriers }: ExplainContext,
  edges: readonly number[],
  x: number,
  y: number,
  zone: number,
  reach_m: number,
): { access: AccessPoint; foot: readonly [number, number] } | null {
  const { shapeStart, shapeEnd, shapeX, shapeY } = network
  // the wall the gate stands in is open there
  const walker = { zone, endSlack_m: GATE_AT_CROSSING_M }
  let nearest = reach_m
  let best: { edge: number; vertex: number; t: number; foot: readonly [number, number] } | null = null
  for (const edge of edges)
    for (let v = shapeStart[edge]; v + 1 < shapeEnd[edge]; v++) {
      const [ax, ay, bx, by] = [shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1]]
      if (Math.min(ax, bx) > x + nearest || Math.max(ax, bx) < x - nearest) continue
      if (Math.min(ay, by) > y + nearest || Math.max(ay, by) < y - nearest) continue
      const t = clampedFoot(x, y, ax, ay, bx, by)
      const foot = [ax + t * (bx - ax), ay + t * (by - ay)] as const
      const d = Math.hypot(foot[0] - x, foot[1] - y)
      if (d >= nearest || (barriers !== null && !barriers.isFree(...foot, x, y, walker))) continue
      nearest = d
      best = { edge, vertex: v, t, foot }
    }
  if (best === null) return null
  const at = fractionAt(network, best.edge, best.vertex, best.t)
  return { access: { edge: best.edge, at, node: -1, connector_m: nearest, zone }, foot: best.foot }
}
