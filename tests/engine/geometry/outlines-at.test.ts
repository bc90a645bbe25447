import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { outlinesAt, smallestAt } from '../../../src/engine/geometry/outlines-at'

function rectangle(west: number, south: number, east: number, north: number): { readonly geometry: Polygon } {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { geometry: { type: 'Polygon', coordinates: [ring] } }
}

test('of outlines one in the other the inner one is the smallest, whatever their order', () => {
  const [outer, inner, other] = [
    rectangle(120, 30, 120.01, 30.01),
    rectangle(120.004, 30.004, 120.006, 30.006),
    rectangle(121, 30, 121.01, 30.01),
  ]
  for (const records of [
    [outer, inner, other],
    [other, inner, outer],
  ]) {
    expect(smallestAt(records, [120.005, 30.005])).toBe(inner)
    expect(smallestAt(records, [120.001, 30.001])).toBe(outer)
    expect(smallestAt(records, [125, 30])).toBeNull()
  }
})

test('a place lies in just those rectangles whose sides it is between', () => {
  const side = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 9 }))
  const drawn = fc.array(fc.tuple(side, side), { maxLength: 8 })
  fc.assert(
    fc.property(drawn, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (sides, x, y) => {
      // halfway between lines: on a line either may be meant
      const [lon, lat] = [120 + (x + 0.5) / 1000, 30 + (y + 0.5) / 1000]
      const records = sides.map(([[w, width], [s, height]]) =>
        rectangle(120 + w / 1000, 30 + s / 1000, 120 + (w + width) / 1000, 30 + (s + height) / 1000),
      )
      const expected = records.filter((_, i) => {
        const [[w, width], [s, height]] = sides[i]
        return x >= w && x < w + width && y >= s && y < s + height
      })
      expect(outlinesAt(records, [lon, lat])).toEqual(expected)
    }),
  )
})
