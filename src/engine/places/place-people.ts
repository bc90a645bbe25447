import Flatbush from 'flatbush'

import type { Issue } from '../../model/issue'
import type { Building, Community } from '../../model/layers'
import type { AccessPoint } from './access-point'
import type { Snap } from '../network/snap'
import type { WalkNetwork } from '../network/walk-network'
import { boundsOf, isInside, representativePoint, type Rings, ringsOf } from '../geometry/rings'
import { factsOfRefusal, type Placement } from './placement'
import {
  accessAt,
  entrancesByOwner,
  gatesOf,
  lookAround,
  maxSnapOf,
  type PlaceContext,
} from './place-context'
import { nearestToOutline } from './place-facilities'

/** A place where people of one community start to walk. Each person is counted at one place only. */
export interface DemandPoint {
  /** index into project.layers.communities */
  readonly community: number
  /** share of the community's people, 0–1; shares of a community sum to 1 */
  readonly share: number
  /** ways onto the network; the best one counts. Empty: not connected */
  readonly access: readonly AccessPoint[]
  /** what carries the people: buildings where counted, else gates, else where streets cross the edge */
  readonly carrier: 'building' | 'gate' | 'edge'
  /** id of the building or gate; absent for edge points */
  readonly id?: string
}

export interface PlacedPeople {
  readonly points: readonly DemandPoint[]
  /** people of each community; null: not known */
  readonly people: readonly (number | null)[]
  readonly elders: readonly (number | null)[]
  /** ids of gated communities none of whose gates is known: their crossing streets were taken as gates */
  readonly gatesUnknown: readonly string[]
  readonly issues: readonly Issue[]
}

/**
 * Where people are. Buildings with residents or households carry them where surveyed; else the
 * community's gates, open or closed, in equal parts: opening one moves nobody; else the places where streets cross its edge, in equal parts; else
 * the street nearest to its edge.
 */
export function placePeople(context: PlaceContext): PlacedPeople {
  const { communities, buildings, gates } = context.project.layers
  const { frame } = context.network
  const rings = communities.map((community) => ringsOf(community.geometry, frame))
  const owner = communityFinder(communities, rings)
  const housing: Building[][] = communities.map(() => [])
  for (const building of buildings) {
    if ((building.residents ?? 0) <= 0 && (building.households ?? 0) <= 0) continue
    const [lon, lat] = representativePoint(building.geometry)
    const index = owner(building.community, frame.x(lon), frame.y(lat))
    if (index >= 0) housing[index].push(building)
  }
  const entrances = entrancesByOwner(context.project.layers.entrances)
  const gatesOfCommunity = new Map<string, (readonly [number, number, string])[]>()
  for (const gate of gates) {
    if (gate.community === undefined) continue
    const list = gatesOfCommunity.get(gate.community) ?? []
    list.push([gate.geometry.coordinates[0], gate.geometry.coordinates[1], gate.id])
    gatesOfCommunity.set(gate.community, list)
  }
  const zoneOf = new Map(context.network.zoneIds.map((id, zone) => [id, zone]))

  const points: DemandPoint[] = []
  const issues: Issue[] = []
  communities.forEach((community, index) => {
    const zone = zoneOf.get(community.id) ?? -1
    const placements: Placement[] = []
    const made = placeCommunity(context, {
      community,
      index,
      zone,
      rings: rings[index],
      buildings: housing[index],
      entrances,
      gates: gatesOfCommunity.get(community.id) ?? [],
      note: (layer, id, found) => {
        placements.push(...found)
        if (layer === 'buildings' && found.every(({ access }) => access.length === 0))
          issues.push({
            severity: 'warning',
            code: 'building-not-connected',
            layer,
            id,
            at: [context.network.frame.lon(found[0].x), context.network.frame.lat(found[0].y)],
            facts: { max_m: maxSnapOf(context), ...factsOfRefusal(found) },
          })
      },
    })
    if (made.every((point) => point.access.length === 0))
      issues.push({
        severity: 'warning',
        code: 'community-not-connected',
        layer: 'communities',
        id: community.id,
        at: representativePoint(community.geometry),
        facts: factsOfRefusal(placements),
      })
    points.push(...made)
  })
  return {
    points,
    people: communities.map((community, i) => community.residents ?? sumOf(housing[i], 'residents')),
    elders: communities.map(
      (community, i) => community.residents_60_plus ?? sumOf(housing[i], 'residents_60_plus'),
    ),
    gatesUnknown: context.network.zonesWithUnknownGates.map((zone) => context.network.zoneIds[zone]),
    issues,
  }
}

interface CommunityPlace {
  readonly community: Community
  readonly index: number
  readonly zone: number
  readonly rings: Rings
  readonly buildings: readonly Building[]
  readonly entrances: ReadonlyMap<string, readonly (readonly [number, number])[]>
  readonly gates: readonly (readonly [number, number, string])[]
  /** takes how a building or gate meets the network */
  readonly note: (layer: 'buildings' | 'gates', id: string, placements: readonly Placement[]) => void
}

function placeCommunity(context: PlaceContext, place: CommunityPlace): DemandPoint[] {
  const { frame } = context.network
  const { index, zone } = place
  if (place.buildings.length > 0) {
    // residents where every building has them; households otherwise, so that one unit weighs all
    const hasResidents = place.buildings.every((building) => building.residents !== undefined)
    const weights = place.buildings.map(
      (building) => (hasResidents ? building.residents : building.households) ?? 0,
    )
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    if (total > 0)
      return place.buildings.flatMap((building, i) => {
        if (weights[i] === 0) return []
        const doors = place.entrances.get(building.id) ?? [representativePoint(building.geometry)]
        const placements = doors.map(([lon, lat]) => lookAround(context, frame.x(lon), frame.y(lat)))
        place.note('buildings', building.id, placements)
        const access = placements.flatMap((placement) => placement.access)
        return [
          {
            community: index,
            share: weights[i] / total,
            access,
            carrier: 'building' as const,
            id: building.id,
          },
        ]
      })
  }
  const spread = (
    carrier: 'gate' | 'edge',
    ways: readonly { access: readonly AccessPoint[]; id?: string }[],
  ): DemandPoint[] => ways.map((way) => ({ community: index, share: 1 / ways.length, carrier, ...way }))
  if (zone >= 0) {
    const inner = gatesOf(context.network, zone)
    if (inner.length === 0) return spread('gate', [{ access: [] }])
    if (context.snaps.hasStreets(zone))
      return spread(
        'gate',
        inner.map((point) => ({ access: [point] })),
      )
    // no street inside: from where one gate is, straight to each
    const { nodeX, nodeY } = context.network
    return spread(
      'gate',
      inner.map(({ node }) => ({ access: gatesOf(context.network, zone, nodeX[node], nodeY[node]) })),
    )
  }
  if (place.gates.length > 0)
    return spread(
      'gate',
      place.gates.map(([lon, lat, id]) => {
        const placement = lookAround(context, frame.x(lon), frame.y(lat))
        place.note('gates', id, [placement])
        return { access: placement.access, id }
      }),
    )
  const crossings = withoutTwins(context.snaps.crossings(place.rings, -1), context.network)
  if (crossings.length > 0)
    return spread(
      'edge',
      crossings.map((snap) => ({ access: [accessAt(snap, -1)] })),
    )
  const nearest = nearestToOutline(context, place.rings, -1)
  return spread('edge', [{ access: nearest === null ? [] : [nearest] }])
}

/** Two crossings of one street this near to each other are one: a junction on the edge ends two of its pieces there. */
const TWIN_M = 0.02

function withoutTwins(crossings: readonly Snap[], { edgeStreet }: WalkNetwork): Snap[] {
  const kept: Snap[] = []
  for (const snap of crossings) {
    const isTwin = kept.some(
      ({ edge, x, y }) =>
        edgeStreet[edge] === edgeStreet[snap.edge] && Math.hypot(x - snap.x, y - snap.y) <= TWIN_M,
    )
    if (!isTwin) kept.push(snap)
  }
  return kept
}

/** Finds a building's community: the one it names, else the one it stands in; −1: none. */
export function communityFinder(
  communities: readonly Community[],
  rings: readonly Rings[],
): (named: string | undefined, x: number, y: number) => number {
  const byId = new Map(communities.map((community, i) => [community.id, i]))
  const tree = communities.length === 0 ? null : new Flatbush(communities.length)
  for (const ring of rings) tree?.add(...boundsOf(ring))
  tree?.finish()
  return (named, x, y) => {
    if (named !== undefined) return byId.get(named) ?? -1
    const hits = tree?.search(x, y, x, y).sort((a, b) => a - b) ?? []
    return hits.find((i) => isInside(rings[i], x, y)) ?? -1
  }
}

/** The sum of a field over buildings; null unless every building has it. */
function sumOf(list: readonly Building[], field: 'residents' | 'residents_60_plus'): number | null {
  if (list.length === 0 || list.some((building) => building[field] === undefined)) return null
  return list.reduce((sum, building) => sum + (building[field] ?? 0), 0)
}
