import type { Issue } from '../../model/issue'
import type { Building, Community } from '../../model/layers'
import { type Group, GROUPS } from '../../model/rule-pack'
import type { AccessPoint } from './access-point'
import type { Snap } from '../network/snap-types'
import type { WalkNetwork } from '../network/walk-network'
import { representativePoint, type Rings, ringsOf } from '../geometry/rings'
import { checkPeople, tellOutside } from './check-people'
import { communityFinder } from './community-finder'
import { type Estimate, estimatePeople, isDwelling, measureFloors } from './dwellings'
import { carryingCrossings, carryingGates } from './people-carriers'
import { countGroup, FIELD_OF_GROUP, sumOf, weighBuildings } from './people-counts'
import { factsOfRefusal, type Placement } from './placement'
import {
  accessAt,
  entrancesByOwner,
  gatesOf,
  lookAround,
  maxSnapOf,
  type PlaceContext,
} from './place-context'
import { nearestToOutline } from './nearest-to-outline'

/** A place where people of one community start to walk. Each person is counted at one place only. */
export interface DemandPoint {
  /** index into project.layers.communities */
  readonly community: number
  /** share of the community's people, 0–1; shares of a community sum to 1 */
  readonly share: number
  /** ways onto the network; the best one counts. Empty: not connected */
  readonly access: readonly AccessPoint[]
  /** what carries the people: buildings where counted or by floor area, else gates, else where streets cross the edge */
  readonly carrier: 'building' | 'gate' | 'edge'
  /** id of the building or gate; absent for edge points */
  readonly id?: string
  /** the building's share is that of its floor area: nobody counted its people */
  readonly isEstimated?: true
}

export interface PlacedPeople {
  readonly points: readonly DemandPoint[]
  /** people of each community; null: not known */
  readonly people: readonly (number | null)[]
  readonly elders: readonly (number | null)[]
  /** every group by community; null: not known. `all` is `people` */
  readonly counts: Readonly<Record<Group, readonly (number | null)[]>>
  /** people and households where nobody counted them; null: counted, or nothing to go by. By community */
  readonly estimates: readonly Estimate[]
  /** share of the community's group at each point, where its buildings tell; other groups live as all do */
  readonly groupShares: Readonly<Partial<Record<Group, Float64Array>>>
  /** ids of gated communities none of whose gates is known: their crossing streets were taken as gates */
  readonly gatesUnknown: readonly string[]
  readonly issues: readonly Issue[]
}

/**
 * Where people are. Buildings with residents or households carry them where surveyed; else dwellings, by their
 * floor area; else the community's gates, open or closed, in equal parts: opening one moves nobody; else the
 * places where streets cross its edge, in equal parts; else the street nearest to its edge.
 */
export function placePeople(context: PlaceContext): PlacedPeople {
  const { communities, gates } = context.project.layers
  const { frame } = context.network
  const rings = communities.map((community) => ringsOf(community.geometry, frame))
  const { housing, dwellings, outside } = sortBuildings(context, rings)
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
  const estimates: Estimate[] = []
  const issues: Issue[] = []
  const counts = countGroups(communities, housing)
  communities.forEach((community, index) => {
    const zone = zoneOf.get(community.id) ?? -1
    const placements: Placement[] = []
    const counted = weighBuildings(housing[index])
    const isCounted = counted.some((weight) => weight > 0)
    const floors = isCounted ? null : measureFloors(dwellings[index], frame)
    const known = { people: counts.all[index], households: counts.households[index] }
    estimates.push(estimatePeople(community, known, floors?.total_m2 ?? null))
    const made = placeCommunity(context, {
      community,
      index,
      zone,
      rings: rings[index],
      homes: isCounted
        ? { buildings: housing[index], weights: counted, isEstimated: false }
        : { buildings: dwellings[index], weights: floors?.areas ?? [], isEstimated: true },
      entrances,
      gates: gatesOfCommunity.get(community.id) ?? [],
      note: (layer, id, found) => {
        placements.push(...found)
        // of estimated homes a shed may be cut off: that is no news
        if (layer === 'buildings' && isCounted && found.every(({ access }) => access.length === 0))
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
    issues.push(...checkPeople(community, housing[index]))
    points.push(...made)
  })
  issues.push(...tellOutside(outside))
  return {
    points,
    people: counts.all,
    elders: counts.age_60_plus,
    counts,
    estimates,
    groupShares: shareGroups(points, housing),
    gatesUnknown: context.network.zonesWithUnknownGates.map((zone) => context.network.zoneIds[zone]),
    issues,
  }
}

/** Buildings by community: those whose people were counted, and those where people may live. */
interface SortedBuildings {
  readonly housing: readonly Building[][]
  /** of communities without any counted building */
  readonly dwellings: readonly Building[][]
  /** with people, and in no community */
  readonly outside: readonly Building[]
}

function sortBuildings({ project, network }: PlaceContext, rings: readonly Rings[]): SortedBuildings {
  const { communities, buildings } = project.layers
  const owner = communityFinder(communities, rings)
  const housing: Building[][] = communities.map(() => [])
  const dwellings: Building[][] = communities.map(() => [])
  const outside: Building[] = []
  for (const building of buildings) {
    const isCounted = (building.residents ?? 0) > 0 || (building.households ?? 0) > 0
    // a building where nobody lives was counted too
    const isEmpty = building.residents === 0 || building.households === 0
    if (!isCounted && (isEmpty || !isDwelling(building))) continue
    const [lon, lat] = representativePoint(building.geometry)
    const index = owner(building.community, network.frame.x(lon), network.frame.y(lat))
    if (index >= 0) (isCounted ? housing : dwellings)[index].push(building)
    else if (isCounted) outside.push(building)
  }
  return { housing, dwellings, outside }
}

function countGroups(
  communities: readonly Community[],
  housing: readonly (readonly Building[])[],
): PlacedPeople['counts'] {
  const count = (group: Group): (number | null)[] =>
    communities.map((community, i) => countGroup(community, housing[i], group))
  return Object.fromEntries(GROUPS.map((group) => [group, count(group)])) as Record<Group, (number | null)[]>
}

/** Where buildings carry a group, its shares: of a community all of whose buildings count it, with anybody in it. */
function shareGroups(
  points: readonly DemandPoint[],
  housing: readonly (readonly Building[])[],
): PlacedPeople['groupShares'] {
  const shares: Partial<Record<Group, Float64Array>> = {}
  const byId = new Map<string, Building>()
  for (const list of housing) for (const building of list) byId.set(building.id, building)
  for (const group of GROUPS) {
    if (group === 'all') continue
    const field = FIELD_OF_GROUP[group]
    const sums = housing.map((list) => sumOf(list, field) ?? 0)
    if (sums.every((sum) => sum === 0)) continue
    shares[group] = Float64Array.from(points, ({ community, carrier, id, share }) => {
      const building = carrier === 'building' && id !== undefined ? byId.get(id) : undefined
      return building === undefined || sums[community] === 0
        ? share
        : (building[field] ?? 0) / sums[community]
    })
  }
  return shares
}

interface CommunityPlace {
  readonly community: Community
  readonly index: number
  readonly zone: number
  readonly rings: Rings
  /** buildings that carry its people, and what each weighs */
  readonly homes: {
    readonly buildings: readonly Building[]
    readonly weights: readonly number[]
    readonly isEstimated: boolean
  }
  readonly entrances: ReadonlyMap<string, readonly (readonly [number, number])[]>
  readonly gates: readonly (readonly [number, number, string])[]
  /** takes how a building or gate meets the network */
  readonly note: (layer: 'buildings' | 'gates', id: string, placements: readonly Placement[]) => void
}

function placeCommunity(context: PlaceContext, place: CommunityPlace): DemandPoint[] {
  const { frame } = context.network
  const { index, zone } = place
  const { buildings, weights, isEstimated } = place.homes
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total > 0)
    return buildings.flatMap((building, i): DemandPoint[] => {
      if (weights[i] === 0) return []
      const doors = place.entrances.get(building.id) ?? [representativePoint(building.geometry)]
      const placements = doors.map(([lon, lat]) => lookAround(context, frame.x(lon), frame.y(lat)))
      place.note('buildings', building.id, placements)
      return [
        {
          community: index,
          share: weights[i] / total,
          access: placements.flatMap((placement) => placement.access),
          carrier: 'building',
          id: building.id,
          ...(isEstimated ? { isEstimated } : {}),
        },
      ]
    })
  const spread = (
    carrier: 'gate' | 'edge',
    ways: readonly { access: readonly AccessPoint[]; id?: string }[],
  ): DemandPoint[] => ways.map((way) => ({ community: index, share: 1 / ways.length, carrier, ...way }))
  if (zone >= 0) {
    const inner = carryingGates(context, zone, gatesOf(context.network, zone))
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
  const crossings = withoutTwins(
    carryingCrossings(context, context.snaps.crossings(place.rings, -1)),
    context.network,
  )
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
