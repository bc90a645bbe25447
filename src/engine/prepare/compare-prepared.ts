import { placeFacilities, type PlacedFacilities } from '../places/place-facilities'
import type { Prepared } from './prepare'
import { isSameList } from './same-list'

/** Whether two prepared projects are plans over the same people and streets, so that one can be measured from the other. */
export function standOnSame(before: Prepared, after: Prepared): boolean {
  if (before.data.base !== after.data.base || before.data.people !== after.data.people) return false
  return before.base === after.base || (!isLaidAnew(before) && !isLaidAnew(after))
}

/** Whether all streets were laid anew: then two projects share none. */
function isLaidAnew({ base, data, plan }: Prepared): boolean {
  return !plan && base !== data.base
}

/** The facilities there were before, by the streets there are after; numbered as they were. */
export function keepFacilities(before: Prepared, after: Prepared): PlacedFacilities {
  if (before.base === after.base) return before.facilities
  const { facilities, entrances, greens } = before.project.layers
  const { layers } = after.project
  const isSame =
    isSameList(facilities, layers.facilities, isEqual) &&
    isSameList(entrances, layers.entrances, isEqual) &&
    greens === layers.greens
  if (isSame) return after.facilities
  const project = { ...after.project, layers: { ...layers, facilities, entrances, greens } }
  return placeFacilities({ ...after, project }, after.data)
}

/** An edit makes its records anew each time it is applied. */
function isEqual(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
