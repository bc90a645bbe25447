import type { Metres } from '../../model/units'
import type { AccessPoint } from '../places/access-point'
import type { PlaceContext } from '../places/place-context'
import { placeFacilities, type PlacedFacilities } from '../places/place-facilities'
import { type PlacedPeople, placePeople } from '../places/place-people'

/** People and facilities on a network. */
export interface Placed {
  readonly people: PlacedPeople
  readonly facilities: PlacedFacilities
}

/**
 * People and facilities placed with another maximum distance from the streets; `known` itself where that
 * changes nothing, so that what was measured for it holds. The demand points are the same, in the same order.
 */
export function placeWithin(context: PlaceContext, known: Placed, maxSnap_m: Metres): Placed {
  const other = { ...context, maxSnap_m }
  const people = placePeople(other)
  const facilities = placeFacilities(other)
  const isSame =
    isSameAccess(
      people.points.map(({ access }) => access),
      known.people.points.map(({ access }) => access),
    ) && isSameAccess(facilities.access, known.facilities.access)
  return isSame ? known : { people, facilities }
}

type Accesses = readonly (readonly AccessPoint[])[]

function isSameAccess(a: Accesses, b: Accesses): boolean {
  return a.every(
    (points, i) => points.length === b[i].length && points.every((point, k) => isSamePoint(point, b[i][k])),
  )
}

function isSamePoint(a: AccessPoint, b: AccessPoint): boolean {
  return (
    a.edge === b.edge &&
    a.node === b.node &&
    a.at === b.at &&
    a.zone === b.zone &&
    a.connector_m === b.connector_m
  )
}
