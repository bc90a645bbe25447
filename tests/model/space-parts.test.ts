import { expect, test } from 'vitest'
import type { Facility } from '../../src/model/layers'
import { areaUsed, type ConvertSpace, partOfSpace, resizePart, unitsIn } from '../../src/model/space-parts'

const PARKING = { unit_m2: 25 }
const edit: ConvertSpace = {
  kind: 'convert-space',
  space: 's',
  use: 'SURFACE_PARKING',
  class: 'CAR_PARK',
  capacity: 31,
}

test('bays follow the area that is left for them', () => {
  expect(unitsIn(PARKING, 793)).toBe(31)
  expect(unitsIn({}, 793)).toBe(null)
  expect(unitsIn(PARKING, null)).toBe(null)
  const smaller = resizePart(edit, PARKING, 300, 793)
  expect(smaller).toEqual({ ...edit, area_m2: 300, capacity: 12 })
  expect(resizePart(smaller, PARKING, undefined, 793)).toEqual(edit)
})

test('bays that somebody counted stay, and what is not counted gets no number', () => {
  const own = { ...edit, capacity: 20 }
  expect(resizePart(own, PARKING, 300, 793)).toEqual({ ...own, area_m2: 300 })
  const { capacity: _none, ...uncounted } = edit
  expect(resizePart(uncounted, PARKING, 300, 793)).toEqual({ ...uncounted, area_m2: 300 })
  // of a space of unknown size nothing can be said but what was said
  expect(resizePart(edit, PARKING, 300, null)).toEqual({ ...edit, area_m2: 300 })
})

const part = (id: string, space: string, area: number): Facility => ({
  id,
  geometry: { type: 'Point', coordinates: [120, 30] },
  extra: { from_space: space, space_area_m2: area, use: 'GYM' },
})

test('what a space is used for is read from its facilities', () => {
  const plain: Facility = { id: 'f', geometry: { type: 'Point', coordinates: [120, 30] } }
  const all = [part('a', 's', 200), part('b', 's', 150), part('c', 't', 90), plain]
  expect(areaUsed(all, 's')).toBe(350)
  expect(partOfSpace(all[0])).toEqual({ space: 's', use: 'GYM', area_m2: 200 })
  expect(partOfSpace(plain)).toBe(null)
})
