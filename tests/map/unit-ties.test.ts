import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tieTogether } from '../../src/map/layers/unit-ties'
import type { LonLat } from '../../src/model/units'

test('places in a row are tied each to the next, whatever order they come in', () => {
  const [a, b, c, d]: LonLat[] = [
    [120, 30],
    [120.001, 30],
    [120.002, 30],
    [120.003, 30],
  ]
  const ties = tieTogether([c, a, d, b]).map((tie) => tie.toSorted().map(([lon]) => lon))
  expect(ties.toSorted(([x], [y]) => x - y)).toEqual([
    [120, 120.001],
    [120.001, 120.002],
    [120.002, 120.003],
  ])
  expect(tieTogether([])).toEqual([])
  expect(tieTogether([a])).toEqual([])
})

test('all of a group hang together by one tie less than they are, and no other tree is shorter', () => {
  // along a street, so that metres are metres
  const place = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
  fc.assert(
    fc.property(fc.uniqueArray(place, { minLength: 2, maxLength: 6, selector: String }), (drawn) => {
      const places = drawn.map(([x, y]): LonLat => [x / 1e4, y / 1e4])
      const ties = tieTogether(places)
      expect(ties).toHaveLength(places.length - 1)
      // every other tie is no shorter than the longest on the way that the tree has instead
      for (const from of places)
        for (const to of places) {
          if (from === to) continue
          expect(longestOnWay(ties, from, to)).toBeLessThanOrEqual(lengthOf(from, to) + 1e-12)
        }
    }),
  )
})

function lengthOf([aLon, aLat]: LonLat, [bLon, bLat]: LonLat): number {
  return Math.hypot(aLon - bLon, aLat - bLat)
}

/** The longest tie on the way from one place to another over ties; Infinity: there is no way. */
function longestOnWay(
  ties: readonly (readonly [LonLat, LonLat])[],
  from: LonLat,
  to: LonLat,
  seen: ReadonlySet<LonLat> = new Set(),
): number {
  if (from === to) return 0
  const onward = ties.flatMap(([a, b]) => (a === from ? [b] : b === from ? [a] : []))
  const ways = onward
    .filter((next) => !seen.has(next))
    .map((next) => Math.max(lengthOf(from, next), longestOnWay(ties, next, to, new Set([...seen, from]))))
  return Math.min(Infinity, ...ways)
}
