import type { Metres } from '../../model/units'
import type { AccessPoint } from '../places/access-point'
import { isSameAccess } from '../places/align-services'
import type { PlaceContext } from '../places/place-context'
import { placeFacilities, type PlacedFacilities } from '../places/place-facilities'
import { type PlacedPeople, placePeople } from '../places/place-people'
import { planPeople } from '../places/plan-people'

/** A project on its network, and the same before any plan, where people are. */
export interface PlannedPlaces extends PlaceContext {
  readonly data: PlaceContext
}

/** People and facilities on a network. */
export interface Placed {
  readonly people: PlacedPeople
  readonly facilities: PlacedFacilities
}

/**
 * People and facilities placed with another maximum distance from the streets; `known` itself where that
 * changes nothing, so that what was measured for it holds. The demand points are the same, in the same order.
 */
export function placeWithin(context: PlannedPlaces, known: Placed, maxSnap_m: Metres): Placed {
  const other = { ...context, maxSnap_m }
  const { data, plan } = context
  const people = plan
    ? planPeople(other, plan, { project: data.project, people: placePeople({ ...data, maxSnap_m }) })
    : placePeople(other)
  const facilities = placeFacilities(other)
  const isUnmoved =
    isSame(
      people.points.map(({ access }) => access),
      known.people.points.map(({ access }) => access),
    ) && isSame(facilities.access, known.facilities.access)
  return isUnmoved ? known : { people, facilities }
}

type Accesses = readonly (readonly AccessPoint[])[]

function isSame(a: Accesses, b: Accesses): boolean {
  return a.every((points, i) => isSameAccess(points, b[i]))
}
