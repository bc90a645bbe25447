import type { Origin } from '../../model/analysis'
import type { Project } from '../../model/project'
import type { PlaceContext } from '../places/place-context'
import { placeBuilding } from '../places/place-building'
import { placePoint } from '../places/place-context'
import type { PlacedFacilities } from '../places/place-facilities'
import type { PlacedPeople } from '../places/place-people'
import { zoneAt } from '../network/compounds'
import type { AccessPoint } from '../places/access-point'

/** Where an origin meets the network. */
export interface ResolvedOrigin {
  readonly access: readonly AccessPoint[]
  /** zone whose gates the walk may use, −1 none */
  readonly zone: number
  /** true: people walk here (a facility); false: people walk from here */
  readonly isReverse: boolean
  /** community whose own facilities serve this origin; −1 none */
  readonly community: number
  /** the origin itself, metres in the frame; null: an area with several ways out */
  readonly at: readonly [number, number] | null
}

/** What an origin can be found in. */
export type OriginContext = PlaceContext & {
  readonly project: Project
  readonly people: PlacedPeople
  readonly facilities: PlacedFacilities
}

/**
 * A community starts from its gates, or, where its people are counted by building, from all of them; a
 * facility from its entrances; a building from its doors; a point from the street nearest to it. An unknown id throws RangeError.
 */
export function resolveOrigin(context: OriginContext, origin: Origin): ResolvedOrigin {
  const { frame } = context.network
  switch (origin.kind) {
    case 'point': {
      const x = frame.x(origin.at[0])
      const y = frame.y(origin.at[1])
      const zone = zoneAt(context.compounds, x, y)
      const community = communityOf(context, zone)
      return { access: placePoint(context, x, y), zone, isReverse: false, community, at: [x, y] }
    }
    case 'facility': {
      const index = context.facilities.services.findIndex((service) => service.id === origin.id)
      if (index < 0) throw new RangeError(`no facility ${origin.id}`)
      const access = context.facilities.access[index]
      return { access, zone: access[0]?.zone ?? -1, isReverse: true, community: -1, at: null }
    }
    case 'building': {
      const placements = placeBuilding(context, origin.id)
      if (placements.length === 0) throw new RangeError(`no building ${origin.id}`)
      const [{ x, y }] = placements
      const access = placements.flatMap((placement) => placement.access)
      const zone = zoneAt(context.compounds, x, y)
      const counted = context.people.points.find(
        ({ carrier, id }) => carrier === 'building' && id === origin.id,
      )
      const community = counted?.community ?? communityOf(context, zone)
      return { access, zone, isReverse: false, community, at: [x, y] }
    }
    case 'community': {
      const index = context.project.layers.communities.findIndex((community) => community.id === origin.id)
      if (index < 0) throw new RangeError(`no community ${origin.id}`)
      const access = context.people.points
        .filter((point) => point.community === index)
        .flatMap((point) => point.access)
      const zone = context.network.zoneIds.indexOf(origin.id)
      return { access, zone, isReverse: false, community: index, at: null }
    }
    default:
      throw new Error(`unknown origin ${JSON.stringify(origin satisfies never)}`)
  }
}

/** The community that a zone is; −1 on public ground. */
function communityOf({ project, network }: OriginContext, zone: number): number {
  return zone < 0 ? -1 : project.layers.communities.findIndex(({ id }) => id === network.zoneIds[zone])
}
