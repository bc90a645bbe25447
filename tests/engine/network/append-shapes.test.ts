import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendShapes } from '../../../src/engine/network/append-shapes'

const numbers = fc.array(fc.double({ noNaN: true }), { maxLength: 6000 })

test('what plans add lies behind the data, one behind the other, and stays as it was written', () => {
  fc.assert(
    fc.property(numbers, fc.array(numbers, { minLength: 1, maxLength: 8 }), (data, plans) => {
      const home = { shapeX: Float64Array.from(data), shapeY: Float64Array.from(data, (x) => -x) }
      const grown = plans.map((xs) => {
        const ys = xs.map((x) => x / 2)
        return { xs, ys, ...appendShapes(home, xs, ys) }
      })
      for (const { xs, ys, shapeX, shapeY, first } of grown) {
        expect(first).toBeGreaterThanOrEqual(data.length)
        expect([...shapeX.subarray(0, data.length)]).toEqual(data)
        expect([...shapeX.subarray(first, first + xs.length)]).toEqual(xs)
        expect([...shapeY.subarray(first, first + xs.length)]).toEqual(ys)
      }
    }),
    { numRuns: 60 },
  )
})
