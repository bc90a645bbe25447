import type { Entrance, Gate } from '../../model/layers'
import type { AreaIndex } from './area-index'
import type { OsmArea } from './collect-areas'
import type { OsmElements } from './osm-elements'
import type { Tags } from './osm-keys'
import { placeNode } from './osm-shapes'
import { dropEmpty, readName, readStepFree } from './osm-values'

const GATES = new Set([
  'gate',
  'lift_gate',
  'swing_gate',
  'sliding_gate',
  'kissing_gate',
  'wicket_gate',
  'hampshire_gate',
  'full-height_turnstile',
  'turnstile',
  'entrance',
])

/** A gate belongs to the estate whose edge it stands on, as well as mappers draw edges. */
const EDGE_M = 15

/** Gates of any make. Who may pass is said only by the access tag; without one it stays open. */
export function collectGates(elements: OsmElements, housing: AreaIndex<OsmArea>): Gate[] {
  return elements.taggedNodes
    .filter(({ tags }) => GATES.has(tags.barrier ?? ''))
    .map(({ id, index, tags }) => {
      const [lon, lat] = placeNode(elements, index)
      return dropEmpty({
        id: `n${id}`,
        name: readName(tags),
        community: housing.findByBoundary(lon, lat, EDGE_M)?.id,
        access: readGateAccess(tags),
        step_free: readStepFree(tags),
        geometry: { type: 'Point' as const, coordinates: [lon, lat] },
      })
    })
}

/** foot=* says more about people than access=* does, which is mostly meant for cars. */
function readGateAccess(tags: Tags): Gate['access'] {
  switch (tags.foot ?? tags.access) {
    case 'yes':
    case 'permissive':
    case 'public':
    case 'designated':
      return 'public'
    case 'private':
    case 'residents':
    case 'customers':
    case 'permit':
    case 'destination':
      return 'residents'
    case 'no':
    case 'locked':
      return 'closed'
    default:
      return undefined
  }
}

/** entrance=* that are no way in. */
const NO_ENTRANCE = new Set(['no', 'exit', 'emergency', 'service', 'garage'])

/**
 * Ways into facilities and greens: entrance=* nodes, and gates that are not closed, where they are vertices
 * of the area. `of` is the id of the record they lead to.
 */
export function collectEntrances(
  elements: OsmElements,
  owners: readonly { readonly of: string; readonly area: OsmArea }[],
): Entrance[] {
  const ownersAt = new Map<number, string[]>()
  for (const { of, area } of owners) {
    for (const node of new Set(area.polygons.flat(2))) {
      const there = ownersAt.get(node)
      if (there === undefined) ownersAt.set(node, [of])
      else there.push(of)
    }
  }
  return elements.taggedNodes.flatMap(({ id, index, tags }) => {
    const isEntrance = tags.entrance !== undefined && !NO_ENTRANCE.has(tags.entrance)
    const isOpenGate = GATES.has(tags.barrier ?? '') && readGateAccess(tags) !== 'closed'
    // the exits of stations are told by the stations
    if ((!isEntrance && !isOpenGate) || tags.railway === 'subway_entrance') return []
    return (ownersAt.get(index) ?? []).map((of, i) =>
      dropEmpty({
        id: i === 0 ? `n${id}` : `n${id}/${i + 1}`,
        name: readName(tags),
        of,
        step_free: readStepFree(tags),
        geometry: { type: 'Point' as const, coordinates: placeNode(elements, index) },
      }),
    )
  })
}
