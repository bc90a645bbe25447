import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestStreet } from '../../../src/engine/scenario/nearest-street'
import type { Street } from '../../../src/model/layers'

// a degree of latitude is about 111 km: 0.0001° are 11 m
const street = (id: string, ...coordinates: [number, number][]): Street => ({
  id,
  geometry: { type: 'LineString', coordinates },
})

test('the nearest street within reach is found, with the place on it; an end is met exactly', () => {
  const streets = [
    street('far', [120, 30.001], [120.01, 30.001]),
    street('near', [120, 30.0001], [120.005, 30.0001], [120.01, 30.0001]),
  ]
  const beside = nearestStreet(streets, [120.002, 30], 20)
  expect(beside?.id).toBe('near')
  expect(beside?.at[0]).toBeCloseTo(120.002, 7)
  expect(beside?.at[1]).toBeCloseTo(30.0001, 7)
  expect(beside?.distance_m).toBeGreaterThan(11)
  expect(beside?.distance_m).toBeLessThan(11.2)
  expect(nearestStreet(streets, [120.002, 30], 10)).toBeNull()
  expect(nearestStreet(streets, [119.99995, 30.0001], 20)?.at).toEqual([120, 30.0001])
})

test('of equally near streets the first one counts', () => {
  const streets = [street('a', [120, 30], [120.01, 30]), street('b', [120, 30], [120.01, 30])]
  expect(nearestStreet(streets, [120.005, 30], 5)?.id).toBe('a')
})

// steps of a hundred-thousandth of a degree: about a metre
const place = ([x, y]: readonly [number, number]): [number, number] => [120 + x / 1e5, 30 + y / 1e5]

test('is the nearest of all streets, looked at one by one', () => {
  const coordinate = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  const lines = fc.array(fc.array(coordinate, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(lines, coordinate, fc.integer({ min: 0, max: 400 }), (drawn, asked, within_m) => {
      const streets = drawn.map((line, i) => street(`s${i}`, ...line.map(place)))
      const at = place(asked)
      const alone = streets.flatMap((each) => nearestStreet([each], at, within_m) ?? [])
      const best = Math.min(...alone.map(({ distance_m }) => distance_m))
      expect(nearestStreet(streets, at, within_m)).toEqual(
        alone.find(({ distance_m }) => distance_m === best) ?? null,
      )
    }),
  )
})
