import { changedZones, type NetworkBase } from '../network/open-gates'
import type { Compound } from '../network/compounds'
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
  /** compounds inside which streets differ, or gates stand or let others through */
  readonly zones: Set<number>
  /** ends of public streets that only the network before has */
  readonly before: readonly number[]
  /** ends of those that only the network after has */
  readonly after: readonly number[]
}

/**
 * Compares two plans over the same data. Pieces that a plan adds beside a street of the data are walked as the
 * street is, so only walks over paths tell them apart.
 */
export function compareStreets(before: PlannedNetwork, after: PlannedNetwork): StreetDifference {
  const isSame = before.base === after.base
  const zones = changedZones(isSame ? after.base : after.data.base, before.compounds, after.compounds)
  if (isSame) return { zones, before: [], after: [] }
  // gates of plans stand at meetings that the data has not
  const gatesOf = ({ compounds }: PlannedNetwork, zone: number): string =>
    JSON.stringify(compounds[zone].gates)
  for (const { plan } of [before, after])
    for (const zone of plan?.gateZones ?? [])
      if (gatesOf(before, zone) !== gatesOf(after, zone)) zones.add(zone)
  return {
    zones,
    before: endsOf(before.network, onlyIn(before.plan, after.plan), zones),
    after: endsOf(after.network, onlyIn(after.plan, before.plan), zones),
  }
}

/** Edges of one plan that another one has not. */
function onlyIn(plan: PlanWays | null | undefined, other: PlanWays | null | undefined): number[] {
  const edges = [...(other?.gone ?? [])].filter((edge) => plan?.gone.has(edge) !== true)
  if (!plan) return edges
  const fresh = new Set(plan.graft.fresh)
  const isShared = [...plan.graft.names].some(
    ([name, edge]) => fresh.has(edge) && other?.graft.names.has(name),
  )
  for (const [name, edge] of plan.graft.names)
    if (other?.graft.names.has(name) !== true && (isShared || fresh.has(edge))) edges.push(edge)
  return edges
}

/** The ends of public edges; of others, the compounds. */
function endsOf(
  { edgeFrom, edgeTo, edgeZone }: WalkNetwork,
  edges: readonly number[],
  zones: Set<number>,
): readonly number[] {
  const ends = new Set<number>()
  for (const edge of edges) {
    if (edgeZone[edge] >= 0) zones.add(edgeZone[edge])
    else ends.add(edgeFrom[edge]).add(edgeTo[edge])
  }
  return [...ends]
}
