import type { MultiPolygon, Polygon } from 'geojson'

import { representativePoint } from '../geometry/rings'
import type { Issue } from '../../model/issue'
import { assembleRings } from './assemble-rings'
import type { AssembledRings } from './assemble-rings'
import type { BoundaryPart } from './boundary-graph'
import { findCrossing } from './find-crossing'
import type { OsmElements, OsmRelation } from './osm-elements'
import type { MutableTags, OsmKey, Tags } from './osm-keys'
import {
  isClosedWay,
  measureArea,
  measureRing,
  placeNode,
  readWayParts,
  shapePolygons,
  turnRing,
} from './osm-shapes'
import type { NodePolygons } from './osm-shapes'

/** A closed way or a multipolygon relation that means an area. */
export interface OsmArea {
  /** "w123" or "r123" */
  readonly id: string
  readonly tags: Tags
  readonly polygons: NodePolygons
  readonly area_m2: number
  readonly geometry: Polygon | MultiPolygon
  /** lon, lat of a point inside that stands for it */
  readonly point: readonly [number, number]
}

/** Keys whose presence makes a closed way an area. Barriers, highways and railways are lines unless area=yes. */
const AREA_KEYS: readonly OsmKey[] = [
  'amenity',
  'building',
  'community_centre',
  'craft',
  'government',
  'healthcare',
  'heritage',
  'historic',
  'landuse',
  'leisure',
  'natural',
  'office',
  'place',
  'public_transport',
  'shop',
  'social_facility',
]

const ENCLOSED_KEYS: readonly OsmKey[] = ['amenity', 'landuse', 'leisure', 'natural']

/** Keys that do not make a multipolygon anything. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['type', 'name', 'name:zh', 'layer', 'ref'])

const LINE_NATURAL = new Set(['coastline', 'tree_row', 'cliff', 'ridge', 'arete', 'valley', 'earth_bank'])

export function isAreaTagged(tags: Tags): boolean {
  if (tags.area === 'no') return false
  if (tags.area === 'yes') return true
  if (tags.waterway === 'riverbank' || tags.waterway === 'dock') return true
  if (tags.man_made === 'courtyard') return true
  if (tags.building !== undefined && tags.building !== 'no') return true
  // a street, wall or railway that closes on itself stays a line, unless it also says what it encloses
  if (tags.highway !== undefined || tags.barrier !== undefined || tags.railway !== undefined)
    return ENCLOSED_KEYS.some((key) => tags[key] !== undefined)
  if (tags.natural !== undefined && LINE_NATURAL.has(tags.natural)) return false
  return AREA_KEYS.some((key) => tags[key] !== undefined)
}

/**
 * All areas of a file: ways first, then relations, each by id. What cannot be closed is told in `issues`;
 * the rings that can be closed still come in.
 */
export function collectAreas(elements: OsmElements, issues: Issue[]): OsmArea[] {
  const relations = elements.relations.filter(isAreaRelation)
  const inherited = inheritTags(elements, relations)
  const areas: OsmArea[] = []
  // the last way each node was seen in, counted from 1
  const lastWay = new Int32Array(elements.lon7.length)
  for (let w = 0; w < elements.wayIds.length; w++) {
    const tags = inherited.wayTags.get(w) ?? elements.wayTags[w]
    // most open ways are streets: their shape is asked before their tags
    if (tags === null || !isClosedWay(elements, w) || !isAreaTagged(tags)) continue
    pushArea(elements, areas, issues, `w${elements.wayIds[w]}`, tags, closeWay(elements, w, lastWay))
  }
  for (const relation of relations) {
    const tags = inherited.relationTags.get(relation.id) ?? relation.tags
    // a multipolygon that says nothing the product reads is not worth assembling
    if (!Object.keys(tags).some((key) => !SAYS_NOTHING.has(key))) continue
    pushArea(elements, areas, issues, `r${relation.id}`, tags, assembleRelation(elements, relation))
  }
  return areas
}

/** 街道 and 镇 are admin_level 8 in China; elsewhere the level below the city. */
export function isSubdistrict(tags: Tags): boolean {
  return tags.boundary === 'administrative' && tags.admin_level === '8'
}

function pushArea(
  elements: OsmElements,
  areas: OsmArea[],
  issues: Issue[],
  id: string,
  tags: Tags,
  { polygons, problem }: AssembledRings,
): void {
  if (problem !== null) {
    const first = polygons[0]?.[0]?.[0]
    issues.push({
      severity: polygons.length === 0 ? 'error' : 'warning',
      code: 'polygon-broken',
      id,
      ...(first === undefined ? {} : { at: placeNode(elements, first) }),
      facts: { reason: problem, ...(tags.name === undefined ? {} : { name: tags.name }) },
    })
  }
  if (polygons.length === 0) return
  const area_m2 = measureArea(elements, polygons)
  const geometry = shapePolygons(elements, polygons)
  areas.push({ id, tags, polygons, area_m2, geometry, point: representativePoint(geometry) })
}

/** A closed way as a polygon; one that touches itself goes through the assembler. */
function closeWay(elements: OsmElements, way: number, lastWay: Int32Array): AssembledRings {
  const { parts, missing } = readWayParts(elements, way)
  // with a hole in it the way does not close, though its ends are there
  if (missing > 0) return { polygons: [], problem: 'open' }
  const ring = parts[0]
  let distinct = 0
  for (const node of ring) {
    if (lastWay[node] !== way + 1) distinct++
    lastWay[node] = way + 1
  }
  const isSimple = distinct === ring.length - 1 && measureRing(elements, ring) !== 0
  if (!isSimple || ring[0] !== ring[ring.length - 1])
    return assembleRings(elements, [{ nodes: ring, isInner: false, way }])
  return {
    polygons: [[turnRing(elements, ring, true)]],
    problem: crossesItself(elements, ring) ? 'crossing' : null,
  }
}

/** Written anew for each outline: tens of thousands of small arrays would cost more than the test itself. */
const SCRATCH = new Float64Array(256)

function crossesItself(elements: OsmElements, ring: readonly number[]): boolean {
  if (ring.length <= 4) return false
  const needed = (ring.length - 1) * 4
  const ends = needed <= SCRATCH.length ? SCRATCH : new Float64Array(needed)
  const x0 = elements.lon7[ring[0]]
  const y0 = elements.lat7[ring[0]]
  for (let i = 0; i + 1 < ring.length; i++) {
    ends[4 * i] = elements.lon7[ring[i]] - x0
    ends[4 * i + 1] = elements.lat7[ring[i]] - y0
    ends[4 * i + 2] = elements.lon7[ring[i + 1]] - x0
    ends[4 * i + 3] = elements.lat7[ring[i + 1]] - y0
  }
  return findCrossing(ends, ring.length - 1) !== null
}

/** The polygons of a multipolygon or boundary relation. Members that are not in the file leave it open. */
export function assembleRelation(elements: OsmElements, relation: OsmRelation): AssembledRings {
  const parts: BoundaryPart[] = []
  let isMissing = false
  for (const member of relation.members) {
    if (member.type !== 'way') continue
    const way = elements.wayIndex.find(member.id)
    if (way === -1) {
      isMissing = true
      continue
    }
    const read = readWayParts(elements, way)
    if (read.missing > 0) isMissing = true
    read.parts.forEach((nodes, p) =>
      // the parts of a way with holes are ways of their own
      parts.push({ nodes, isInner: member.role === 'inner', way: p === 0 ? way : -(way * 1000 + p) }),
    )
  }
  const assembled = assembleRings(elements, parts)
  return isMissing && assembled.problem === null ? { ...assembled, problem: 'open' } : assembled
}

/**
 * Two habits of mappers. A multipolygon without tags of its own takes those its outer ways agree on. And an
 * outer way that repeats its relation's tags is the same thing, not a second one on top of it.
 */
function inheritTags(
  elements: OsmElements,
  relations: readonly OsmRelation[],
): { wayTags: ReadonlyMap<number, Tags>; relationTags: ReadonlyMap<number, Tags> } {
  const wayTags = new Map<number, Tags>()
  const relationTags = new Map<number, Tags>()
  for (const relation of relations) {
    const outer = relation.members
      .filter((member) => member.type === 'way' && member.role !== 'inner')
      .map((member) => elements.wayIndex.find(member.id))
      .filter((way) => way !== -1)
    if (takesTags(relation)) {
      const shared = shareTags(outer.map((way) => elements.wayTags[way] ?? {}))
      relationTags.set(relation.id, { ...shared, type: 'multipolygon' })
    }
    const own = relationTags.get(relation.id) ?? relation.tags
    for (const way of outer) {
      const tags = wayTags.get(way) ?? elements.wayTags[way]
      if (tags === null) continue
      const rest = dropRepeated(tags, own)
      if (rest !== tags) wayTags.set(way, rest)
    }
  }
  return { wayTags, relationTags }
}

/** Whether a relation has no tags of its own. */
export function takesTags({ tags }: OsmRelation): boolean {
  return tags.type === 'multipolygon' && Object.keys(tags).length === 1
}

/** Whether a relation is an area, or may be one. */
export function isAreaRelation({ tags }: OsmRelation): boolean {
  return tags.type === 'multipolygon' || (tags.type === 'boundary' && isSubdistrict(tags))
}

function shareTags(all: readonly Tags[]): Tags {
  const [first, ...others] = all
  if (first === undefined) return {}
  return Object.fromEntries(
    Object.entries(first).filter(([key, value]) => others.every((tags) => tags[key as OsmKey] === value)),
  )
}

function dropRepeated(tags: Tags, repeated: Tags): Tags {
  const keys = AREA_KEYS.filter((key) => tags[key] !== undefined && tags[key] === repeated[key])
  if (keys.length === 0) return tags
  const rest: MutableTags = { ...tags }
  for (const key of keys) delete rest[key]
  return rest
}
