import type { AnalysisSettings } from '../../model/analysis'
import type { Project } from '../../model/project'
import type { WalkNetwork } from '../network/walk-network'
import { type ClassMembers, listMembers } from '../places/class-members'
import type { PlacedFacilities } from '../places/place-facilities'
import type { PlacedPeople } from '../places/place-people'
import type { Service } from '../places/services'
import type { GraphCache } from './graph-cache'

/** Walks of every demand point to the nearest facility of every class; entry `class * points + point`. */
export interface Reach {
  readonly pointCount: number
  /** codes, in the order of the rule pack */
  readonly codes: readonly string[]
  /** cost in the graph's unit; −1: none within the lookout */
  readonly cost: Int32Array
  readonly other: Int32Array
  /** index into `services`; −1: none */
  readonly facility: Int32Array
  /** cost to the nearest facility that serves only its own community; −1: none. Explains a refusal */
  readonly residentsOnlyCost: Int32Array
  /** cost to the nearest facility that is too small to serve, within the class's limit; −1: none */
  readonly smallCost: Int32Array
  /** cost from each demand point to the nearest place where the data ends; −1: out of the lookout */
  readonly clipCost: Int32Array
  readonly isConnected: Uint8Array
  /** what was walked to, and which classes it belongs to */
  readonly services: readonly Service[]
  readonly members: ClassMembers
}

/** The columns that have an entry for every point and class. */
export const CLASS_COLUMNS = ['cost', 'other', 'facility', 'residentsOnlyCost', 'smallCost'] as const

/** A project's people and facilities on its network. */
export interface ReachInput {
  readonly project: Project
  readonly people: PlacedPeople
  readonly facilities: PlacedFacilities
  readonly graphs: GraphCache
}

/** What of it measuring looks at: as much as another thread is told. */
export interface MeasureInput {
  readonly project: { readonly layers: Pick<Project['layers'], 'communities'> }
  readonly people: Pick<PlacedPeople, 'points'>
  readonly facilities: Pick<PlacedFacilities, 'access' | 'services'>
  readonly graphs: Pick<GraphCache, 'network' | 'search'>
}

/** Nothing measured yet. */
export function emptyReach(on: MeasureInput, { rules, countsSmall = false }: AnalysisSettings): Reach {
  const pointCount = on.people.points.length
  const size = rules.rules.length * pointCount
  return {
    pointCount,
    codes: rules.rules.map((rule) => rule.code),
    cost: new Int32Array(size).fill(-1),
    other: new Int32Array(size).fill(-1),
    facility: new Int32Array(size).fill(-1),
    residentsOnlyCost: new Int32Array(size).fill(-1),
    smallCost: new Int32Array(size).fill(-1),
    clipCost: new Int32Array(pointCount).fill(-1),
    isConnected: markConnected(on),
    services: on.facilities.services,
    members: listMembers(on.facilities.services, rules, countsSmall),
  }
}

/** 1: a demand point meets the network, and does not live in a compound that nobody can leave. */
export function markConnected({ graphs, people }: Pick<MeasureInput, 'graphs' | 'people'>): Uint8Array {
  const canLeave = leavableZones(graphs.network)
  return Uint8Array.from(people.points, ({ access }) => (access.some(({ zone }) => canLeave(zone)) ? 1 : 0))
}

/** Answers whether a zone has an open gate; −1, public ground, needs none. */
export function leavableZones({
  nodeZone,
  portalCount,
  portalFrom,
}: Pick<WalkNetwork, 'nodeZone' | 'portalCount' | 'portalFrom'>): (zone: number) => boolean {
  const hasGate = new Set<number>([-1])
  for (let p = 0; p < portalCount; p++) hasGate.add(nodeZone[portalFrom[p]])
  return (zone) => hasGate.has(zone)
}
