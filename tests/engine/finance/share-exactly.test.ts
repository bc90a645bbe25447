import fc from 'fast-check'
import { expect, test } from 'vitest'

import { shareExactly } from '../../../src/engine/finance/share-exactly'

test('ten yuan among three: the first of equal fractions gets the one that is left', () => {
  expect(shareExactly(10, [1, 1, 1])).toEqual([4, 3, 3])
})

test('the largest fraction gets what is left, wherever it stands', () => {
  // due: 1.4, 1.2, 7.4 → one left; of equal fractions .4 the earlier
  expect(shareExactly(10, [7, 6, 37])).toEqual([2, 1, 7])
  // due: 2.6, 7.4 → the one left goes to .6
  expect(shareExactly(10, [26, 74])).toEqual([3, 7])
})

test('nobody with any weight gets nothing; weights that are none are refused', () => {
  expect(shareExactly(10, [0, 0])).toEqual([0, 0])
  expect(shareExactly(10, [])).toEqual([])
  expect(() => shareExactly(10, [-1, 2])).toThrow(RangeError)
  expect(() => shareExactly(10, [NaN])).toThrow(RangeError)
  expect(() => shareExactly(0.5, [1])).toThrow(RangeError)
})

test('parts add up exactly, none is off its due by a yuan, and more weight never gets less', () => {
  const weights = fc.array(
    fc.integer({ min: 0, max: 1e9 }).map((thousandths) => thousandths / 1000),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), weights, (total, list) => {
      const parts = shareExactly(total, list)
      const sum = list.reduce((all, weight) => all + weight, 0)
      expect(parts.reduce((all, part) => all + part, 0)).toBe(sum > 0 ? total : 0)
      parts.forEach((part, i) => {
        expect(Number.isInteger(part)).toBe(true)
        // a float as the witness: good to a part of a yuan here
        if (sum > 0) expect(Math.abs(part - (total * list[i]) / sum)).toBeLessThan(1.01)
        parts.forEach((other, j) => {
          if (list[i] > list[j]) expect(part).toBeGreaterThanOrEqual(other)
        })
      })
    }),
  )
})
