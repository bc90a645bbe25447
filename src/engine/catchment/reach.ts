import type { AnalysisSettings } from '../../model/analysis'
import type { Project } from '../../model/project'
import type { WalkNetwork } from '../network/walk-network'
import { type ClassMembers, listMembers } from '../places/class-members'
import type { PlacedFacilities } from '../places/place-facilities'
import type { PlacedPeople } from '../places/place-people'
import type { Service } from '../places/services'
import type { GraphCache } from './graph-cache'

/**
 * Walks of every demand point to the nearest facility of every class: a column per class, with an entry per point. Columns
 * may be those of another reach, or the same for several classes: they are written to by a `ReachDraft` alone.
 */
export interface Reach {
  readonly pointCount: number
  /** codes, in the order of the rule pack */
  readonly codes: readonly string[]
  /** cost in the graph's unit; −1: none within the lookout */
  readonly cost: WalkColumns
  readonly other: WalkColumns
  /** index into `services`; −1: none */
  readonly facility: WalkColumns
  /** cost to the nearest facility that serves only its own community; −1: none. Explains a refusal */
  readonly residentsOnlyCost: WalkColumns
  /** cost to the nearest facility that is too small to serve, within the class's limit; −1: none */
  readonly smallCost: WalkColumns
  /** cost from each demand point to the nearest place where the data ends; −1: out of the lookout */
  readonly clipCost: Int32Array
  readonly isConnected: Uint8Array
  /**
   * One mark per class, the same object in two answers only if all walks to the class are the same in them: they
   * are compared by it before they are entry by entry
   */
  readonly marks: readonly object[]
  /** what was walked to, and which classes it belongs to */
  readonly services: readonly Service[]
  readonly members: ClassMembers
}

/** By class, in each an entry per demand point. */
export type WalkColumns = readonly Int32Array[]

/** The columns that have an entry for every point and class. */
export const CLASS_COLUMNS = ['cost', 'other', 'facility', 'residentsOnlyCost', 'smallCost'] as const

export type ColumnName = (typeof CLASS_COLUMNS)[number]

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

/** Nothing measured yet. `isWhole`: false where nothing but `cost` is asked for, see `Span`. */
export function emptyReach(on: MeasureInput, settings: AnalysisSettings, isWhole = true): Reach {
  const { rules } = settings.rules
  const pointCount = on.people.points.length
  const codes = rules.map((rule) => rule.code)
  const nowhere = new Int32Array(pointCount).fill(-1)
  // what is read by nobody is written into one column for all
  const others = isWhole ? nowhere : nowhere.slice()
  return {
    pointCount,
    codes,
    cost: codes.map(() => nowhere),
    ...othersOfClasses(codes, others),
    marks: codes.map(() => ({})),
    clipCost: new Int32Array(pointCount).fill(-1),
    isConnected: markConnected(on),
    services: on.facilities.services,
    members: membersOf(on, settings, isWhole),
  }
}

/** The same walks of which only `cost` is asked; see `emptyReach`. */
export function costsOf(reach: Reach): Reach {
  const { codes, members, pointCount } = reach
  const unread = new Int32Array(pointCount).fill(-1)
  return { ...reach, ...othersOfClasses(codes, unread), members: withoutSmall(members) }
}

function othersOfClasses(
  codes: readonly string[],
  column: Int32Array,
): Pick<Reach, Exclude<ColumnName, 'cost'>> {
  const columns = codes.map(() => column)
  return { other: columns, facility: columns, residentsOnlyCost: columns, smallCost: columns }
}

/** Who is of which class; where only `cost` is asked for, without those that are too small. */
export function membersOf(
  { facilities: { services } }: Pick<MeasureInput, 'facilities'>,
  { rules, countsSmall = false }: AnalysisSettings,
  isWhole: boolean,
): ClassMembers {
  const members = listMembers(services, rules, countsSmall)
  return isWhole ? members : withoutSmall(members)
}

function withoutSmall(members: ClassMembers): ClassMembers {
  const { small, isSmallFor } = members
  return { ...members, small: small.map(() => []), isSmallFor: isSmallFor.map(() => []) }
}

/** 1: a demand point meets the network, and does not live in a compound that nobody can leave. */
export function markConnected({ graphs, people }: Pick<MeasureInput, 'graphs' | 'people'>): Uint8Array {
  const canLeave = leavableZones(graphs.network)
  const isConnected = new Uint8Array(people.points.length)
  people.points.forEach(({ access }, p) => {
    for (const { zone } of access) if (canLeave(zone)) isConnected[p] = 1
  })
  return isConnected
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
