import type { AffectedConsent, JudgedAffected } from '../../model/consent'
import type { Building, Space } from '../../model/layers'
import { isInsideDegrees, representativePoint } from '../geometry/rings'
import { isDwelling } from '../places/dwellings'

/**
 * Civil Code art. 279: all owners with an interest agree that a dwelling becomes a business. Those are the other owners
 * of its building, and owners of other buildings who show one (Supreme People's Court, art. 11 of its interpretation on
 * owners' rights; from memory, M). Their number is as entered, else the other households of the building stand in.
 */
export function judgeAffected(
  space: Space,
  buildings: readonly Building[],
  entered: AffectedConsent | undefined,
): JudgedAffected {
  const owners = countAffected(space, buildings, entered?.owners)
  const agreed = entered?.agreed
  const { value } = owners
  // nobody else is there to ask
  if (entered?.owners === 0 && agreed === undefined) return { owners, state: 'carried', missing: 0 }
  if (agreed === undefined)
    return { owners, state: entered === undefined ? 'not-entered' : 'incomplete', missing: value }
  if (value === null) return { owners, state: 'incomplete', missing: null }
  if (agreed > value) return { owners, state: 'impossible', missing: null }
  return { owners, state: agreed === value ? 'carried' : 'failed', missing: value - agreed }
}

/** Whether all agreed; null: not counted. */
export function areAllAgreed({ state }: JudgedAffected): boolean | null {
  return state === 'carried' ? true : state === 'failed' ? false : null
}

function countAffected(
  space: Space,
  buildings: readonly Building[],
  entered: number | undefined,
): JudgedAffected['owners'] {
  if (entered !== undefined) return { value: entered, basis: 'entered' }
  const [lon, lat] = representativePoint(space.geometry)
  const around = buildings.find(
    (building) =>
      isDwelling(building) &&
      isInsideDegrees(
        building.geometry.type === 'Polygon'
          ? building.geometry.coordinates
          : building.geometry.coordinates.flat(),
        lon,
        lat,
      ),
  )
  const others = (around?.households ?? 0) - 1
  return others > 0 ? { value: others, basis: 'building-households' } : { value: null, basis: null }
}
