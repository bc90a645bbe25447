import type { Space } from '../../../model/layers'
import { AREA_FIELD, areaUsed, SPACE_FIELD } from '../../../model/space-parts'
import { areaOfGeometry } from '../../geometry/area-of-geometry'
import { type ApplyEdit, refuse, SCENARIO_SOURCE } from '../apply-edit'

/**
 * A space, or a part of it, becomes a facility that stands where the space is. Several uses may share a space
 * as long as their areas fit in it.
 */
export const convertSpace: ApplyEdit<'convert-space'> = (draft, edit, name) => {
  const space = draft.find('spaces', edit.space)
  if (space === undefined) return refuse('missing', 'spaces', edit.space)
  const whole = space.area_m2 ?? areaOfGeometry(space.geometry)
  if (whole === null && edit.area_m2 === undefined) return refuse('space-without-area', 'spaces', space.id)
  const used = areaUsed(draft.all('facilities'), space.id)
  const area = edit.area_m2 ?? (whole ?? 0) - used
  // a hundredth of a square metre is the rounding of a survey, not a quarrel
  if (area <= 0 || (whole !== null && used + area > whole + 0.01))
    return refuse('space-used-up', 'spaces', space.id)
  const isLand = space.kind === 'vacant_land' || space.kind === 'waste_land'
  const id = draft.add('facilities', {
    id: `facility~edit-${name}`,
    source: SCENARIO_SOURCE,
    ...(space.name === undefined ? {} : { name: space.name }),
    class: edit.class,
    ...communityOf(space),
    ...(edit.access === undefined ? {} : { access: edit.access }),
    ...(isLand ? { land_area_m2: area } : { floor_area_m2: area }),
    ...(edit.capacity === undefined ? {} : { capacity: edit.capacity }),
    ...(space.storey === undefined ? {} : { storey: space.storey }),
    geometry: space.geometry,
    extra: { [SPACE_FIELD]: space.id, [AREA_FIELD]: area, use: edit.use },
  })
  // one enters the facility by the doors of the space
  const doors = draft.all('entrances').filter((door) => door.of === space.id)
  for (const door of doors)
    draft.add('entrances', { ...door, id: `${door.id}~edit-${name}`, source: SCENARIO_SOURCE, of: id })
  return null
}

function communityOf({ community }: Space): { community?: string } {
  return community === undefined ? {} : { community }
}
