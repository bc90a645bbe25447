import type { Metres } from '../../model/units'
import type { Compound } from '../network/compounds'
import type { Box } from '../network/near-boxes'
import { ISLAND_M } from '../network/snap'
import type { AccessPoint } from './access-point'
import type { WalkNetwork } from '../network/walk-network'
import { gateNodesOf } from './place-context'
import { isNearPlan, type PlanPath, type PlanWays } from './plan-ways'

/** Where a plan changes how places meet the streets: at these streets of the data, near these boxes, in these compounds. */
export interface ChangedWays {
  readonly edges: ReadonlySet<number>
  /** local metres */
  readonly boxes: readonly Box[]
  readonly gateZones: ReadonlySet<number>
}

/** A plan on its network. */
interface Laid {
  readonly plan: PlanWays
  readonly network: WalkNetwork
}

/** All that a plan changes. */
export function allWays(
  { graft, gone, boxes, gateZones }: PlanWays,
  compounds: readonly Compound[],
): ChangedWays {
  const edges = new Set([...gone, ...graft.doubles.keys()])
  return { edges, boxes: [...boxes, ...boundsOf(gateZones, compounds)], gateZones }
}

/** A door that no gate led to may be led to now, wherever it lies in its compound. */
function boundsOf(zones: ReadonlySet<number>, compounds: readonly Compound[]): Box[] {
  return Array.from(zones, (zone) => compounds[zone].bounds)
}

/**
 * What a plan changes otherwise than another one over the same data: places that are not touched by it meet the streets
 * of both by the same ways under the same numbers. A place whose street is gone may come onto any other, so those are
 * among it; streets of the data are second choice as islands of the data, whatever is gone. `compounds`: of
 * either plan, which have the same outlines.
 */
export function changedWays(
  { plan: was, network: before }: Laid,
  { plan: is, network: after }: Laid,
  compounds: readonly Compound[],
): ChangedWays {
  // a place that a plan touches is entered anew by all there is then: what else is gone near it may have kept it elsewhere
  if (!isSameSet(was.gone, is.gone)) return joinWays(allWays(was, compounds), allWays(is, compounds))
  const [named, known] = [namesByEdge(was), namesByEdge(is)]
  const areSame = (edges: readonly number[], others: readonly number[] | undefined): boolean =>
    others?.length === edges.length &&
    edges.every((edge, i) => {
      const name = named.get(edge)
      return edge === others[i] && name !== undefined && name === known.get(edge)
    })
  const edges = new Set(is.gone)
  for (const [whole, pieces] of was.graft.doubles)
    if (!areSame(pieces, is.graft.doubles.get(whole))) edges.add(whole)
  for (const whole of is.graft.doubles.keys()) if (!was.graft.doubles.has(whole)) edges.add(whole)
  const [wasAt, isAt] = [pathsByEdge(was), pathsByEdge(is)]
  const isIslandAlike = (edge: number): boolean => isOnIsland(before, edge) === isOnIsland(after, edge)
  const differ = (paths: readonly PlanPath[], others: ReadonlyMap<number, PlanPath>): Box[] =>
    paths.flatMap((path) =>
      areSame(path.edges, others.get(path.edges[0])?.edges) && path.edges.every(isIslandAlike)
        ? []
        : path.boxes,
    )
  const gateZones = new Set(
    [...was.gateZones, ...is.gateZones].filter((zone) => !haveSameGates(before, after, zone)),
  )
  const boxes = [...differ(was.paths, isAt), ...differ(is.paths, wasAt), ...boundsOf(gateZones, compounds)]
  return { edges, boxes, gateZones }
}

function isSameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a === b || (a.size === b.size && [...a].every((each) => b.has(each)))
}

function joinWays(a: ChangedWays, b: ChangedWays): ChangedWays {
  return {
    edges: new Set([...a.edges, ...b.edges]),
    boxes: [...a.boxes, ...b.boxes],
    gateZones: new Set([...a.gateZones, ...b.gateZones]),
  }
}

/** Whether a street lies on an island, which places take as their second choice. */
function isOnIsland({ componentLength_m, nodeComponent, edgeFrom }: WalkNetwork, edge: number): boolean {
  return componentLength_m[nodeComponent[edgeFrom[edge]]] < ISLAND_M
}

/** Whether the gates of a compound lead to the same nodes, in the same places. */
function haveSameGates(before: WalkNetwork, after: WalkNetwork, zone: number): boolean {
  const [was, is] = [before, after].map((network) => gateNodesOf(network).get(zone) ?? [])
  return (
    was.length === is.length &&
    was.every(
      (node, i) =>
        node === is[i] &&
        before.nodeX[node] === after.nodeX[node] &&
        before.nodeY[node] === after.nodeY[node],
    )
  )
}

function namesByEdge({ graft }: PlanWays): ReadonlyMap<number, string> {
  return new Map([...graft.names].map(([name, edge]) => [edge, name]))
}

/** By their first edges. */
function pathsByEdge({ paths }: PlanWays): ReadonlyMap<number, PlanPath> {
  return new Map(paths.map((path) => [path.edges[0], path]))
}

/**
 * Whether what a plan changes decides how a place meets the streets. `access`: its ways in the data; `box`: the place, local
 * metres; `reach_m`: how far a street may be from it.
 */
export function touchesPlace(
  changed: ChangedWays,
  access: readonly AccessPoint[],
  box: Box,
  reach_m: Metres,
): boolean {
  return touchesAccess(changed, access) || isNearPlan(changed, box, reach_m)
}

/** The same of streets and gates alone. */
function touchesAccess(
  { edges, gateZones }: Omit<ChangedWays, 'boxes'>,
  access: readonly AccessPoint[],
): boolean {
  return access.some(({ edge, zone }) => (edge < 0 ? gateZones.has(zone) : edges.has(edge)))
}
