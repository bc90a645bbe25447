import { distanceOnSphere } from '../geometry/local-frame'
import type { Entrance, Facility } from '../../model/layers'
import type { FoundFacility } from './collect-facilities'
import type { OsmElements } from './osm-elements'
import { placeNode } from './osm-shapes'
import { dropEmpty, readName, readStepFree } from './osm-values'

/** An exit farther than this from every station belongs to one outside the data, metres. */
const FARTHEST_EXIT_M = 500

/**
 * The exits of metro stations, as entrances of the nearest station. People reach a station at its exits,
 * never at the platform under the street. An exit without a station is a METRO facility itself.
 */
export function collectStationExits(
  elements: OsmElements,
  found: readonly FoundFacility[],
): { entrances: Entrance[]; lone: FoundFacility[] } {
  const stations = found.filter(({ record }) => record.class === 'METRO')
  const entrances: Entrance[] = []
  const lone: FoundFacility[] = []
  for (const { id, index, tags } of elements.taggedNodes) {
    if (tags.railway !== 'subway_entrance' || tags.access === 'no') continue
    const point = placeNode(elements, index)
    const of = findNearest(stations, point)
    const shared = {
      id: `n${id}`,
      name: readName(tags) ?? tags.ref,
      step_free: readStepFree(tags),
      geometry: { type: 'Point' as const, coordinates: point },
    }
    if (of !== undefined) {
      entrances.push(dropEmpty({ ...shared, of }))
      continue
    }
    const record: Facility = dropEmpty({
      ...shared,
      class: 'METRO',
      extra: { osm: 'railway=subway_entrance' },
    })
    lone.push({ record, area: null, point, tag: 'railway=subway_entrance' })
  }
  return { entrances, lone }
}

function findNearest(
  stations: readonly FoundFacility[],
  point: readonly [number, number],
): string | undefined {
  let best: string | undefined
  let nearest = FARTHEST_EXIT_M
  for (const { record, point: at } of stations) {
    const distance = distanceOnSphere(point[0], point[1], at[0], at[1])
    if (distance >= nearest) continue
    nearest = distance
    best = record.id
  }
  return best
}
