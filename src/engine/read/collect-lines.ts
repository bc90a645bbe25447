import type { Barrier } from '../../model/layers'
import type { OsmElements } from './osm-elements'
import type { Tags } from './osm-keys'
import { isClosedWay, placeNodes, readWayParts } from './osm-shapes'
import { pickWallKind } from './collect-surfaces'
import { dropEmpty, isYes, readInteger, readName } from './osm-values'

const RAILWAYS = new Set(['rail', 'light_rail', 'subway', 'narrow_gauge', 'monorail'])

/**
 * Lines nobody walks through: walls, fences, rivers and canals, railways and expressways on the ground.
 * What runs on a bridge or in a tunnel is passed under or over and is no barrier. Parts of a way with
 * missing nodes get ids w1/1, w1/2. A fence around a pond that is one way with it gets the id w1/line:
 * `taken` are the ids of the barrier areas.
 */
export function collectBarrierLines(elements: OsmElements, taken: ReadonlySet<string>): Barrier[] {
  const barriers: Barrier[] = []
  for (let w = 0; w < elements.wayIds.length; w++) {
    const tags = elements.wayTags[w]
    if (tags === null || (tags.area === 'yes' && isClosedWay(elements, w))) continue
    const kind = pickKind(tags)
    if (kind === null) continue
    const way = `w${elements.wayIds[w]}`
    const id = taken.has(way) ? `${way}/line` : way
    const lines = readWayParts(elements, w).parts.filter((part) => part.length > 1)
    lines.forEach((nodes, part) =>
      barriers.push(
        dropEmpty({
          id: lines.length === 1 ? id : `${id}/${part + 1}`,
          name: readName(tags),
          kind,
          geometry: { type: 'LineString' as const, coordinates: placeNodes(elements, nodes) },
        }),
      ),
    )
  }
  return barriers
}

function pickKind(tags: Tags): Barrier['kind'] | null {
  const wall = pickWallKind(tags)
  if (wall !== null) return wall
  if (isYes(tags.bridge) || isYes(tags.tunnel) || isYes(tags.covered)) return null
  if (tags.waterway === 'river' || tags.waterway === 'canal') return 'water'
  const level = readInteger(tags.layer) ?? 0
  if (level !== 0) return null
  if (RAILWAYS.has(tags.railway ?? '')) return 'rail'
  return isExpressway(tags) ? 'expressway' : null
}

/** Motorways, and trunk roads tagged as closed to slow traffic: a plain trunk road has crossings. */
function isExpressway({ highway, motorroad, expressway }: Tags): boolean {
  if (highway === 'motorway' || highway === 'motorway_link') return true
  return (highway === 'trunk' || highway === 'trunk_link') && (motorroad === 'yes' || expressway === 'yes')
}
