import type { Issue } from '../../model/issue'
import type { Street } from '../../model/layers'
import type { OsmArea } from './collect-areas'
import { VISIBLE_LINK } from '../../model/street-links'
import { readCrossingKind } from './collect-crossings'
import { linkArea } from './link-area'
import type { OsmElements } from './osm-elements'
import type { Tags } from './osm-keys'
import { placeNode, placeNodes, readWayParts } from './osm-shapes'
import { placeOnSlope, readHeights } from './osm-heights'
import { dropEmpty, isYes, readInteger, readMetres, readName, readStepFree } from './osm-values'

/** highway values that are not there (yet, any more), or are no way at all. */
const NO_STREET = new Set([
  'construction',
  'proposed',
  'planned',
  'abandoned',
  'razed',
  'demolished',
  'removed',
  'disused',
  'platform',
  'rest_area',
  'services',
  'street_lamp',
  'no',
])

/** Areas of these kinds are crossed on foot in any direction. */
const WALKED_AREAS = new Set(['pedestrian', 'footway', 'path', 'living_street'])

function isStreet(tags: Tags | null): tags is Tags {
  return tags?.highway !== undefined && !NO_STREET.has(tags.highway)
}

export function isWalkedArea(tags: Tags): boolean {
  return tags.highway !== undefined && WALKED_AREAS.has(tags.highway)
}

/**
 * One street per highway way, unsplit, so that ways which share a node share a vertex. A walked area gives
 * its perimeter (`w1/ring`) and straight links inside it between the streets that meet it (`w1/link/1`).
 * Ways with missing nodes come in as the parts that exist (`w1/1`, `w1/2`).
 * @returns those of ways, then those of walked areas
 */
export function collectStreets(
  elements: OsmElements,
  areas: readonly OsmArea[],
  issues: Issue[],
  addCrossing: (way: number) => string | undefined,
): [Street[], Street[]] {
  const streets: Street[] = []
  const walked = areas.filter((area) => isWalkedArea(area.tags))
  const walkedIds = new Set(walked.map((area) => area.id))
  const uses = new Uint8Array(elements.lon7.length)
  const heights = readHeights(elements)
  for (let w = 0; w < elements.wayIds.length; w++) {
    const tags = elements.wayTags[w]
    if (!isStreet(tags)) continue
    const id = `w${elements.wayIds[w]}`
    if (walkedIds.has(id)) continue
    const { parts, missing } = readWayParts(elements, w)
    const lines = parts.filter((part) => part.length > 1)
    if (missing > 0) {
      issues.push({
        severity: lines.length === 0 ? 'error' : 'warning',
        code: 'nodes-missing',
        id,
        ...(parts[0] === undefined ? {} : { at: placeNode(elements, parts[0][0]) }),
        facts: { missing },
      })
    }
    const fields = readStreetFields(tags, addCrossing(w))
    const runsBackward = tags.conveying === 'backward'
    lines.forEach((nodes, part) => {
      for (const node of nodes) uses[node] = 1
      const line = placeOnSlope(elements, nodes, heights)
      streets.push({
        id: lines.length === 1 ? id : `${id}/${part + 1}`,
        ...fields,
        // an escalator is walked the way its line runs
        geometry: { type: 'LineString', coordinates: runsBackward ? line.toReversed() : line },
      })
    })
  }
  for (const area of walked) {
    for (const ring of area.polygons.flat()) {
      // the closing node is the first once more
      for (const node of ring.slice(1)) uses[node] = Math.min(uses[node] + 2, 251)
    }
  }
  const ofAreas: Street[] = []
  for (const area of walked) pushArea(elements, ofAreas, area, uses)
  return [streets, ofAreas]
}

/** `uses`: odd where a street passes, two more for each walked area; so 2 means this area alone. */
function pushArea(elements: OsmElements, streets: Street[], area: OsmArea, uses: Uint8Array): void {
  const fields = readStreetFields(area.tags, undefined)
  const rings = area.polygons.flat()
  rings.forEach((ring, r) =>
    streets.push({
      id: r === 0 ? `${area.id}/ring` : `${area.id}/ring/${r + 1}`,
      ...fields,
      geometry: { type: 'LineString', coordinates: placeNodes(elements, ring) },
    }),
  )
  let count = 0
  for (const polygon of area.polygons) {
    for (const link of linkArea(elements, polygon, (node) => uses[node] !== 2)) {
      streets.push({
        id: `${area.id}/link/${++count}`,
        ...fields,
        extra: { [VISIBLE_LINK]: true },
        geometry: { type: 'LineString', coordinates: placeNodes(elements, link) },
      })
    }
  }
}

function readStreetFields(tags: Tags, crossing: string | undefined): Omit<Street, 'id' | 'geometry'> {
  const isSteps = tags.highway === 'steps'
  return dropEmpty({
    name: readName(tags),
    kind: tags.highway,
    bridge: isYes(tags.bridge) || undefined,
    // a passage through a building is walked under a roof like a tunnel; a culvert carries water
    tunnel: (isYes(tags.tunnel) && tags.tunnel !== 'culvert') || undefined,
    layer: readInteger(tags.layer),
    foot: tags.foot,
    access: tags.access,
    sidewalk: readSidewalk(tags),
    steps: isSteps || undefined,
    step_free: isSteps ? hasRamp(tags) : tags.highway === 'elevator' ? true : readStepFree(tags),
    crossing: readCrossing(tags, crossing),
    width_m: readMetres(tags.width),
    incline: tags.conveying === 'backward' ? turnIncline(tags.incline) : tags.incline,
    conveying: isYes(tags.conveying) || undefined,
    oneway: isOneway(tags) || undefined,
    oneway_foot: isOnewayOnFoot(tags) || undefined,
  })
}

/** Stairs are open to wheels only where a ramp for wheelchairs lies on them; one for bicycles is no help. */
function hasRamp(tags: Tags): boolean {
  return isYes(tags['ramp:wheelchair']) || readStepFree(tags) === true
}

/** One way for vehicles, by tag or as a roundabout: one carriageway, where a two-way road has both. */
function isOneway(tags: Tags): boolean {
  if (tags.oneway !== undefined) return tags.oneway === 'yes' || tags.oneway === '-1' || tags.oneway === '1'
  return tags.junction === 'roundabout'
}

/** One way on foot, by tag or because it moves; a reversible escalator serves both ways in turn. */
function isOnewayOnFoot(tags: Tags): boolean {
  return (
    tags['oneway:foot'] === 'yes' ||
    (tags['oneway:foot'] === undefined && (tags.conveying === 'forward' || tags.conveying === 'backward'))
  )
}

/** The incline seen from the other end; words and numbers change their sign. */
function turnIncline(incline: string | undefined): string | undefined {
  if (incline === undefined) return undefined
  const text = incline.trim()
  if (text === 'up') return 'down'
  if (text === 'down') return 'up'
  if (text.startsWith('-')) return text.slice(1)
  return /^\+?\d/.test(text) ? `-${text.replace(/^\+/, '')}` : text
}

/** The sidewalk tag, or its left/right/both forms brought to the same words. */
function readSidewalk(tags: Tags): string | undefined {
  if (tags.sidewalk !== undefined) return tags.sidewalk
  const both = tags['sidewalk:both']
  if (both !== undefined) return both === 'yes' ? 'both' : both
  const left = tags['sidewalk:left']
  const right = tags['sidewalk:right']
  if (left === 'yes' && right === 'yes') return 'both'
  if (left === 'yes') return 'left'
  if (right === 'yes') return 'right'
  return left ?? right
}

/**
 * How a footway=crossing crosses: its own tag, else that of a crossing node on it. A crossing nobody
 * described counts as unmarked, the weakest claim.
 */
function readCrossing(tags: Tags, onNode: string | undefined): Street['crossing'] {
  const isCrossing = tags.footway === 'crossing' || tags.highway === 'crossing'
  const value = tags.crossing ?? (isCrossing ? onNode : undefined)
  if (!isCrossing && (value === undefined || value === 'no')) return undefined
  return readCrossingKind(tags, value)
}
