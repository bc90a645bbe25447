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
