import type { AnalysisSettings } from '../../model/analysis'
import type { Project } from '../../model/project'
import type { RulePack } from '../../model/rule-pack'
import type { WalkNetwork } from '../network/walk-network'
import type { PlacedFacilities } from '../places/place-facilities'
import type { PlacedPeople } from '../places/place-people'
import type { GraphCache } from './graph-cache'

/** Walks of every demand point to the nearest facility of every class; entry `class * points + point`. */
export interface Reach {
  readonly pointCount: number
  /** codes, in the order of the rule pack */
  readonly codes: readonly string[]
  /** cost in the graph's unit; −1: none within the lookout */
  readonly cost: Int32Array
  readonly other: Int32Array
  /** index into project.layers.facilities; −1: none */
  readonly facility: Int32Array
  /** cost to the nearest facility that serves only its own community; −1: none. Explains a refusal */
  readonly residentsOnlyCost: Int32Array
  /** cost from each demand point to the nearest place where the data ends; −1: out of the lookout */
  readonly clipCost: Int32Array
  readonly isConnected: Uint8Array
}

/** A project's people and facilities on its network. */
export interface ReachInput {
  readonly project: Project
  readonly people: PlacedPeople
  readonly facilities: PlacedFacilities
  readonly graphs: GraphCache
}

/** What of it measuring looks at: as much as another thread is told. */
export interface MeasureInput {
  readonly project: { readonly layers: Pick<Project['layers'], 'facilities' | 'communities'> }
  readonly people: Pick<PlacedPeople, 'points'>
  readonly facilities: Pick<PlacedFacilities, 'access'>
  readonly graphs: Pick<GraphCache, 'network' | 'search'>
}

/** Nothing measured yet. */
export function emptyReach(on: MeasureInput, { rules }: AnalysisSettings): Reach {
  const pointCount = on.people.points.length
  const size = rules.rules.length * pointCount
  return {
    pointCount,
    codes: rules.rules.map((rule) => rule.code),
    cost: new Int32Array(size).fill(-1),
    other: new Int32Array(size).fill(-1),
    facility: new Int32Array(size).fill(-1),
    residentsOnlyCost: new Int32Array(size).fill(-1),
    clipCost: new Int32Array(pointCount).fill(-1),
    isConnected: markConnected(on),
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

/** The class of each facility as its index in the rule pack; −1: none of them. */
export function listClasses(rules: RulePack, { layers }: MeasureInput['project']): Int32Array {
  const indexOf = new Map(rules.rules.map(({ code }, c) => [code, c]))
  return Int32Array.from(layers.facilities, ({ class: code }) => indexOf.get(code ?? '') ?? -1)
}

/** Facilities of each class of the rule pack, as indexes into their layer. */
export function groupByClass(project: MeasureInput['project'], rules: RulePack): number[][] {
  const members: number[][] = rules.rules.map(() => [])
  listClasses(rules, project).forEach((c, i) => {
    if (c >= 0) members[c].push(i)
  })
  return members
}
