import { type LocalFrame, roundDegrees } from '../geometry/local-frame'
import { representativePoint } from '../geometry/rings'
import type { WalkNetwork } from '../network/walk-network'
import type { AccessPoint } from './access-point'
import type { Building, Community } from '../../model/layers'
import type { Project } from '../../model/project'
import type { DemandPoint, PlacedPeople } from './place-people'

export interface PeopleOnNetwork {
  readonly project: Project
  readonly network: WalkNetwork
  readonly people: PlacedPeople
}

// places never change: worked out once for all answers about the same people
const known = new WeakMap<PlacedPeople, Float64Array>()
// nor do those of the many whom a plan leaves where they are: the last that were asked for of some communities
const last = new WeakMap<
  readonly Community[],
  { readonly points: readonly DemandPoint[]; readonly places: Float64Array }
>()

/**
 * Where each demand point is, as longitude and latitude side by side: a building at its representative point,
 * gates and edges of a community where they meet the streets, people without any way at their community.
 */
export function placesOfDemand({ project, network, people }: PeopleOnNetwork): Float64Array {
  let places = known.get(people)
  if (places !== undefined) return places
  const { points } = people
  places = new Float64Array(2 * points.length)
  const { buildings, communities } = project.layers
  const before = last.get(communities)
  let buildingOf: ReadonlyMap<string, Building> | null = null
  for (let p = 0; p < points.length; p++) {
    if (before?.points[p] === points[p]) {
      places[2 * p] = before.places[2 * p]
      places[2 * p + 1] = before.places[2 * p + 1]
      continue
    }
    const { carrier, id = '', access, community } = points[p]
    buildingOf ??= buildingsById(buildings)
    const building = carrier === 'building' ? buildingOf.get(id) : undefined
    const at =
      building !== undefined
        ? representativePoint(building.geometry)
        : access.length > 0
          ? toDegrees(network.frame, positionOf(network, access[0]))
          : representativePoint(communities[community].geometry)
    places.set(at, 2 * p)
  }
  last.set(communities, { points, places })
  known.set(people, places)
  return places
}

const byId = new WeakMap<readonly Building[], ReadonlyMap<string, Building>>()

/** The records of a layer by id; worked out once for a list. */
function buildingsById(buildings: readonly Building[]): ReadonlyMap<string, Building> {
  let map = byId.get(buildings)
  if (map === undefined)
    byId.set(buildings, (map = new Map(buildings.map((building) => [building.id, building]))))
  return map
}

function toDegrees(frame: LocalFrame, [x, y]: readonly [number, number]): [number, number] {
  return [roundDegrees(frame.lon(x)), roundDegrees(frame.lat(y))]
}

/** Where an access point lies, metres in the frame. */
export function positionOf(network: WalkNetwork, point: AccessPoint): [number, number] {
  if (point.edge < 0) return [network.nodeX[point.node], network.nodeY[point.node]]
  const first = network.shapeStart[point.edge]
  const last = network.shapeEnd[point.edge] - 1
  const { shapeX, shapeY } = network
  let total = 0
  for (let v = first; v < last; v++) total += Math.hypot(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
  let left = total * point.at
  for (let v = first; v < last; v++) {
    const length = Math.hypot(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
    if (left <= length && length > 0) {
      const t = left / length
      return [shapeX[v] + t * (shapeX[v + 1] - shapeX[v]), shapeY[v] + t * (shapeY[v + 1] - shapeY[v])]
    }
    left -= length
  }
  return [shapeX[last], shapeY[last]]
}
