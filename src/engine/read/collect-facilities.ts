import type { Issue } from '../../model/issue'
import type { Facility } from '../../model/layers'
import type { AreaIndex } from './area-index'
import type { OsmArea } from './collect-areas'
import { classifyFacility, couldBeFacility, readCapacity } from './osm-classes'
import type { ClassVerdict } from './osm-classes'
import type { OsmElements } from './osm-elements'
import type { Tags } from './osm-keys'
import { placeNode, readWayParts } from './osm-shapes'
import { dropEmpty, readName, readStepFree, readStorey } from './osm-values'

/** A facility on its way into the layer. */
export interface FoundFacility {
  readonly record: Facility
  /** what it was mapped as; null: a point */
  readonly area: OsmArea | null
  /** lon, lat */
  readonly point: readonly [number, number]
  /** the tag that decided */
  readonly tag: string
}

/** Grounds whose sports fields, canteens and car parks are not the neighbourhood's. */
const CAMPUS_AMENITY = new Set(['school', 'kindergarten', 'college', 'university', 'prep_school'])

export function isCampus({ tags }: OsmArea): boolean {
  return isCampusTagged(tags)
}

export function isCampusTagged(tags: Tags): boolean {
  return CAMPUS_AMENITY.has(tags.amenity ?? '') || tags.landuse === 'military' || tags.landuse === 'education'
}

/**
 * Every facility the class table knows, points first, then lines, then areas, each by id. A school for two
 * stages gives two records (`w1`, `w1/EDU_MIDDLE`). Where the tags leave the class open the record comes in
 * without one.
 */
export function collectFacilities(
  elements: OsmElements,
  areas: readonly OsmArea[],
  housing: AreaIndex<OsmArea>,
  campuses: AreaIndex<OsmArea>,
): FoundFacility[] {
  const found: FoundFacility[] = []
  const take = (id: string, tags: Tags, point: readonly [number, number], area: OsmArea | null): void => {
    if (!couldBeFacility(tags)) return
    const verdict = classifyFacility({
      tags,
      name: readName(tags) ?? '',
      area_m2: area?.area_m2,
      isInHousing: () => housing.findAround(point[0], point[1]) !== undefined,
      isOnCampus: () => campuses.findAllAround(point[0], point[1]).some((campus) => campus.id !== area?.id),
    })
    if (verdict === null) return
    const community = housing.findAround(point[0], point[1])?.id
    for (const [i, code] of (verdict.isUnclear ? [undefined] : verdict.codes).entries()) {
      const record = buildFacility(
        i === 0 ? id : `${id}/${code}`,
        code,
        tags,
        verdict,
        community,
        point,
        area,
      )
      found.push({ record, area, point, tag: verdict.tag })
    }
  }

  for (const { id, index, tags } of elements.taggedNodes)
    take(`n${id}`, tags, placeNode(elements, index), null)
  const areaIds = new Set(areas.map((area) => area.id))
  for (let w = 0; w < elements.wayIds.length; w++) {
    const tags = elements.wayTags[w]
    if (tags === null || !couldBeFacility(tags)) continue
    const id = `w${elements.wayIds[w]}`
    if (areaIds.has(id)) continue
    const [nodes] = readWayParts(elements, w).parts
    // a line stands for a place by its middle: a bicycle stand, a platform
    if (nodes !== undefined) take(id, tags, placeNode(elements, nodes[nodes.length >> 1]), null)
  }
  for (const area of areas) take(area.id, area.tags, area.point, area)
  return found
}

function buildFacility(
  id: string,
  code: string | undefined,
  tags: Tags,
  verdict: ClassVerdict,
  community: string | undefined,
  point: readonly [number, number],
  area: OsmArea | null,
): Facility {
  return dropEmpty({
    id,
    name: readName(tags),
    class: code,
    community,
    access: tags.access === 'private' ? ('residents' as const) : undefined,
    // the outline of a building is no plot
    land_area_m2: area === null || tags.building !== undefined ? undefined : area.area_m2,
    capacity: readCapacity(tags),
    storey: readStorey(tags.level),
    step_free: readStepFree(tags),
    extra: { osm: verdict.tag },
    geometry: area?.geometry ?? { type: 'Point' as const, coordinates: [point[0], point[1]] },
  })
}

/** An issue for each facility whose tags leave its class open. */
export function tellUnclear(found: readonly FoundFacility[]): Issue[] {
  return found
    .filter(({ record }) => record.class === undefined)

    .map(({ record, point, tag }) => ({
      severity: 'warning',
      code: 'class-unknown',
      layer: 'facilities',
      id: record.id,
      at: [point[0], point[1]],
      facts: {
        class: tag,
        ...(record.name === undefined ? {} : { name: record.name }),
      },
    }))
}
