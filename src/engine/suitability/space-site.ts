import type { Building, LayerRecord, Space } from '../../model/layers'
import type { Place } from '../../model/hosting'
import type { Project } from '../../model/project'
import { boxOfGeometry, doBoxesMeet, growBox } from '../geometry/degree-box'
import { distanceBetweenRings } from '../geometry/ring-distance'
import type { LocalFrame } from '../geometry/local-frame'
import { areaOfRings, boundsOf, isInside, representativePoint, type Rings, ringsOf } from '../geometry/rings'

/** A candidate space and what is around it: what the rules of hosting look at. */
export interface SpaceSite {
  readonly space: Space
  /** null: its kind or storey is not known */
  readonly place: Place | null
  readonly isLand: boolean
  /** recorded, else that of the polygon; null: neither */
  readonly area_m2: number | null
  /** to the nearest building it does not stand in, and the nearest such housing; null: none within 50 m */
  readonly building_m: number | null
  readonly housing_m: number | null
  /** on record as heritage, or inside a mapped protection scope */
  readonly isHeritage: boolean
}

/** Buildings farther than this are no matter of distance, metres. */
const LOOKOUT_M = 50

type Around = Pick<Project['layers'], 'buildings' | 'heritage'>

// layers and frames never change, and plans of many communities ask about the same spaces one after the other
const known = new WeakMap<
  Project['layers']['spaces'],
  { readonly around: Around; readonly frame: LocalFrame; readonly sites: readonly SpaceSite[] }
>()

/** Readies the spaces of a project to be judged; in the order of their layer. */
export function siteSpaces({ layers }: Project, frame: LocalFrame): readonly SpaceSite[] {
  const { spaces, buildings, heritage } = layers
  const before = known.get(spaces)
  if (before?.frame === frame && before.around.buildings === buildings && before.around.heritage === heritage)
    return before.sites
  const sites = lookAround(layers, frame)
  known.set(spaces, { around: { buildings, heritage }, frame, sites })
  return sites
}

function lookAround(layers: Project['layers'], frame: LocalFrame): SpaceSite[] {
  if (layers.spaces.length === 0) return []
  const near = layers.spaces.map(({ geometry }) => growBox(boxOfGeometry(geometry), LOOKOUT_M))
  const buildings = layers.buildings.flatMap((building) => {
    const box = boxOfGeometry(building.geometry)
    return near.some((other) => doBoxesMeet(box, other))
      ? [{ building, rings: ringsOf(building.geometry, frame) }]
      : []
  })
  const boxes = buildings.map(({ rings }) => boundsOf(rings))
  const scopes = layers.heritage.map((area: LayerRecord<'heritage'>) => ringsOf(area.geometry, frame))
  return layers.spaces.map((space) => {
    const [lon, lat] = representativePoint(space.geometry)
    const [x, y] = [frame.x(lon), frame.y(lat)]
    const outline = space.geometry.type === 'Point' ? null : ringsOf(space.geometry, frame)
    let [building_m, housing_m] = [Infinity, Infinity]
    const box = outline === null ? [x, y, x, y] : boundsOf(outline)
    buildings.forEach(({ building, rings }, i) => {
      const other = boxes[i]
      if (
        other[0] > box[2] + LOOKOUT_M ||
        other[2] < box[0] - LOOKOUT_M ||
        other[1] > box[3] + LOOKOUT_M ||
        other[3] < box[1] - LOOKOUT_M
      )
        return
      // the building a room is in is no neighbor of it
      if (isInside(rings, x, y)) return
      const distance = distanceBetweenRings(outline ?? pointRings(x, y), rings)
      if (distance > LOOKOUT_M) return
      building_m = Math.min(building_m, distance)
      if (isHousing(building)) housing_m = Math.min(housing_m, distance)
    })
    return {
      space,
      place: placeOf(space),
      isLand: isLandKind(space),
      area_m2: space.area_m2 ?? (outline === null ? null : areaOfRings(outline)),
      building_m: building_m === Infinity ? null : building_m,
      housing_m: housing_m === Infinity ? null : housing_m,
      isHeritage: space.heritage === true || scopes.some((rings) => isInside(rings, x, y)),
    }
  })
}

function pointRings(x: number, y: number): Rings {
  return [Float64Array.of(x, y)]
}

function isHousing({ use, households, residents }: Building): boolean {
  return (households ?? 0) > 0 || (residents ?? 0) > 0 || use === 'residential' || use === 'apartments'
}

function isLandKind({ kind }: Space): boolean {
  return kind === 'vacant_land' || kind === 'waste_land'
}

/** Kind and storey as a column of the matrix. An underground space without a storey is on basement level. */
function placeOf({ kind, storey }: Space): Place | null {
  if (kind === 'vacant_land') return 'vacant'
  if (kind === 'waste_land') return 'waste'
  if (kind === 'underground') return 'basement'
  if (kind === undefined || storey === undefined || storey === 0) return null
  if (storey < 0) return 'basement'
  return storey === 1 ? 'floor_1' : storey <= 3 ? 'floor_2_3' : 'floor_4_up'
}
