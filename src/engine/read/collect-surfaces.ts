import type { Barrier, Building, Community, Green, LayerRecord } from '../../model/layers'
import type { AreaIndex } from './area-index'
import { isSubdistrict } from './collect-areas'
import type { OsmArea } from './collect-areas'
import { readHeight } from './osm-classes'
import type { Tags } from './osm-keys'
import { dropEmpty, readCount, readName, readYear } from './osm-values'

/** Housing estates: landuse=residential. Gated only where a tag says so; most estates say nothing. */
export function collectCommunities(areas: readonly OsmArea[], subdistricts: AreaIndex<OsmArea>): Community[] {
  return areas.filter(isHousing).map(({ id, tags, geometry, point: [lon, lat] }) => {
    const subdistrict = subdistricts.findAround(lon, lat)
    return dropEmpty({
      id,
      name: readName(tags),
      subdistrict: subdistrict === undefined ? undefined : readName(subdistrict.tags),
      built_year: readYear(tags.start_date),
      gated: isGated(tags) || undefined,
      geometry,
    })
  })
}

export function isHousing({ tags }: OsmArea): boolean {
  return isHousingTagged(tags)
}

export function isHousingTagged(tags: Tags): boolean {
  return tags.landuse === 'residential'
}

function isGated(tags: Tags): boolean {
  const { gated, residential, barrier } = tags
  return gated === 'yes' || residential === 'gated' || barrier === 'wall' || barrier === 'fence'
}

export function collectSubdistricts(areas: readonly OsmArea[]): LayerRecord<'subdistricts'>[] {
  return areas
    .filter(({ tags }) => isSubdistrict(tags))
    .map(({ id, tags, geometry }) => dropEmpty({ id, name: readName(tags), code: tags.ref, geometry }))
}

/** Every building, for living or not; which of them people live in is told by `use`. */
export function collectBuildings(areas: readonly OsmArea[], housing: AreaIndex<OsmArea>): Building[] {
  return areas
    .filter(({ tags }) => tags.building !== undefined && tags.building !== 'no')
    .map(({ id, tags, geometry, point }) =>
      dropEmpty({
        id,
        name: readName(tags),
        community: housing.findAround(point[0], point[1])?.id,
        storeys: readCount(tags['building:levels'], 1),
        underground_storeys: readCount(tags['building:levels:underground'], 1),
        height_m: readHeight(tags),
        use: tags.building,
        built_year: readYear(tags.start_date),
        geometry,
      }),
    )
}

/**
 * Public green: parks (also leisure=common), gardens, squares, courts (village greens and courtyards).
 * Private ones stay land. A recreation ground is land too: in China the tag is used for anything from a
 * fitness corner to a campsite.
 */
export function collectGreens(areas: readonly OsmArea[]): Green[] {
  return areas.flatMap(({ id, tags, geometry, area_m2 }) => {
    const kind = pickGreenKind(tags)
    return kind === null ? [] : [dropEmpty({ id, name: readName(tags), kind, area_m2, geometry })]
  })
}

function pickGreenKind({ leisure, place, landuse, man_made, access }: Tags): Green['kind'] | null {
  if (access === 'private' || access === 'no') return null
  if (leisure === 'park' || leisure === 'common') return 'park'
  if (leisure === 'garden') return 'garden'
  if (place === 'square') return 'square'
  return landuse === 'village_green' || man_made === 'courtyard' ? 'court' : null
}

const LAND_NATURAL = new Set([
  'wood',
  'scrub',
  'grassland',
  'grass',
  'heath',
  'wetland',
  'sand',
  'beach',
  'bare_rock',
])
const WATER_LANDUSE = new Set(['basin', 'reservoir'])
const LAND_AMENITY = new Set(['school', 'university', 'college', 'hospital'])
const LAND_LEISURE = new Set(['garden', 'park', 'golf_course', 'nature_reserve', 'stadium'])

/** What covers the ground, as the tag's own word in `use`. Housing is a layer of its own, water a barrier. */
export function collectLand(areas: readonly OsmArea[]): LayerRecord<'land'>[] {
  return areas.flatMap(({ id, tags, geometry }) => {
    const use = pickLandUse(tags)
    return use === null ? [] : [dropEmpty({ id, name: readName(tags), use, geometry })]
  })
}

function pickLandUse(tags: Tags): string | null {
  const { landuse, natural, amenity, leisure } = tags
  if (isWater(tags) || landuse === 'residential') return null
  if (landuse !== undefined) return landuse
  if (natural !== undefined && LAND_NATURAL.has(natural)) return natural
  if (amenity !== undefined && LAND_AMENITY.has(amenity) && tags.building === undefined) return amenity
  if (leisure === undefined || !LAND_LEISURE.has(leisure)) return null
  // a park in the greens layer is not drawn twice
  return pickGreenKind(tags) === null ? leisure : null
}

/** Mapped historic areas and listed ones; `grade` is the heritage tag (1 world, 2 national, 4 province …). */
export function collectHeritage(areas: readonly OsmArea[]): LayerRecord<'heritage'>[] {
  return areas
    .filter(
      ({ tags }) =>
        (tags.historic !== undefined && tags.historic !== 'no') ||
        (tags.heritage !== undefined && tags.heritage !== 'no'),
    )
    .map(({ id, tags, geometry }) => dropEmpty({ id, name: readName(tags), grade: tags.heritage, geometry }))
}

function isWater(tags: Tags): boolean {
  return (
    tags.natural === 'water' ||
    tags.waterway === 'riverbank' ||
    tags.waterway === 'dock' ||
    WATER_LANDUSE.has(tags.landuse ?? '')
  )
}

/** Water areas, and walls and fences mapped as areas. */
export function collectBarrierAreas(areas: readonly OsmArea[]): Barrier[] {
  return areas.flatMap(({ id, tags, geometry }) => {
    const kind = isWater(tags) ? 'water' : tags.area === 'yes' ? pickWallKind(tags) : null
    return kind === null ? [] : [dropEmpty({ id, name: readName(tags), kind, geometry })]
  })
}

/** Walls of any make; a hedge or a bollard lets people through sooner or later. */
export function pickWallKind({ barrier }: Tags): 'wall' | 'fence' | null {
  if (barrier === 'wall' || barrier === 'city_wall' || barrier === 'retaining_wall') return 'wall'
  return barrier === 'fence' ? 'fence' : null
}
