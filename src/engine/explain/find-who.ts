import type { Who } from '../../model/explanation'
import { representativePoint, ringsOf } from '../geometry/rings'
import { zoneAt } from '../network/compounds'
import type { AccessPoint } from '../places/access-point'
import { placeBuilding } from '../places/place-building'
import { lookAround } from '../places/place-context'
import { communityFinder } from '../places/community-finder'
import type { DemandPoint } from '../places/place-people'
import type { Placement } from '../places/placement'
import type { Asked, ExplainContext } from './class-state'

/** Who is asked about, found in a project. */
export interface FoundWho {
  readonly asked: Asked
  readonly name: string | null
  /** index into project.layers.communities: whose own facilities serve; −1 none */
  readonly community: number
}

/**
 * Finds who is asked about. A building whose people are counted walks as they are counted; another one, and a
 * map point, walks like somebody standing at its door. An unknown id: RangeError.
 */
export function findWho(context: ExplainContext, who: Who): FoundWho {
  const { communities, buildings } = context.project.layers
  const { frame } = context.network
  switch (who.kind) {
    case 'community': {
      const index = communities.findIndex(({ id }) => id === who.id)
      if (index < 0) throw new RangeError(`no community ${who.id}`)
      return {
        asked: { kind: 'community', index },
        name: communities[index].name ?? null,
        community: index,
      }
    }
    case 'building': {
      const building = buildings.find(({ id }) => id === who.id)
      if (building === undefined) throw new RangeError(`no building ${who.id}`)
      const name = building.name ?? null
      const point = context.people.points.findIndex(
        ({ carrier, id }) => carrier === 'building' && id === who.id,
      )
      if (point >= 0)
        return {
          asked: { kind: 'demand', point },
          name,
          community: context.people.points[point].community,
        }
      const owner = communityFinder(
        communities,
        communities.map(({ geometry }) => ringsOf(geometry, frame)),
      )
      const [lon, lat] = representativePoint(building.geometry)
      const community = owner(building.community, frame.x(lon), frame.y(lat))
      const access = placeBuilding(context, who.id).flatMap((placement) => placement.access)
      const demand = { community, share: 1, access, carrier: 'building' as const, id: who.id }
      return { asked: { kind: 'extra', demand }, name, community }
    }
    case 'point': {
      const [x, y] = [frame.x(who.at[0]), frame.y(who.at[1])]
      const zone = zoneAt(context.compounds, x, y)
      const community = communities.findIndex(({ id }) => id === context.network.zoneIds[zone])
      const { access } = lookAround(context, x, y)
      const demand = { community, share: 1, access, carrier: 'edge' as const }
      return { asked: { kind: 'extra', demand }, name: null, community }
    }
    default:
      throw new Error(`unknown who ${JSON.stringify(who satisfies never)}`)
  }
}

/** Where the people of a place set out, and how that place meets the network; metres in the frame. */
export interface Home {
  readonly x: number
  readonly y: number
  readonly placements: readonly Placement[]
}

/**
 * Where somebody sets out who enters the network at `access`: the door they use, the point asked about, the gate
 * or the street where people are counted. null: nothing is known of it.
 */
export function homeOf(
  context: ExplainContext,
  who: Who,
  demand: DemandPoint,
  access: AccessPoint | null,
): Home | null {
  const { frame, nodeX, nodeY, edgeFrom } = context.network
  if (demand.carrier === 'building' && demand.id !== undefined) {
    const placements = placeBuilding(context, demand.id)
    const used =
      placements.find((placement) => placement.access.some((each) => isSame(each, access))) ?? placements[0]
    return used === undefined ? null : { x: used.x, y: used.y, placements }
  }
  if (who.kind === 'point') {
    const [x, y] = [frame.x(who.at[0]), frame.y(who.at[1])]
    return { x, y, placements: [lookAround(context, x, y)] }
  }
  const at = access ?? demand.access[0]
  if (at === undefined) return null
  const node = at.edge < 0 ? at.node : edgeFrom[at.edge]
  return { x: nodeX[node], y: nodeY[node], placements: [] }
}

function isSame(a: AccessPoint, b: AccessPoint | null): boolean {
  return b !== null && a.edge === b.edge && a.at === b.at && a.node === b.node
}
