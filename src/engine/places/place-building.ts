import { representativePoint } from '../geometry/rings'
import type { Placement } from './placement'
import { entrancesByOwner, lookAround, type PlaceContext } from './place-context'

/** How the doors of a building, or its middle where none is surveyed, meet the network; none: no such building. */
export function placeBuilding(context: PlaceContext, id: string): Placement[] {
  const { buildings, entrances } = context.project.layers
  const { frame } = context.network
  const building = buildings.find((record) => record.id === id)
  if (building === undefined) return []
  const doors = entrancesByOwner(entrances).get(id) ?? [representativePoint(building.geometry)]
  return doors.map(([lon, lat]) => lookAround(context, frame.x(lon), frame.y(lat)))
}
