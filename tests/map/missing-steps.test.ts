import fc from 'fast-check'
import { expect, test } from 'vitest'

import { cutMissingSteps, missingColor } from '../../src/map/missing-steps'

test('a district where nearly everything is missing is still told apart', () => {
  const steps = cutMissingSteps([25, 25, 27, 28, 28, 30, 31, 34])
  expect(steps.map(({ from, to }) => [from, to])).toEqual([
    [0, 0],
    [25, 26],
    [27, 27],
    [28, 30],
    [31, 34],
  ])
})

test('nothing missing anywhere is one step', () => {
  expect(cutMissingSteps([0, 0])).toEqual([{ from: 0, to: 0, color: 0 }])
})

test('every number has a step, steps do not overlap, and more missing is never lighter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 46 })), (missing) => {
      const steps = cutMissingSteps(missing)
      for (let i = 1; i < steps.length; i++) {
        expect(steps[i].from).toBeGreaterThan(steps[i - 1].to)
        expect(steps[i].to).toBeGreaterThanOrEqual(steps[i].from)
        expect(steps[i].color).toBeGreaterThan(steps[i - 1].color)
      }
      for (const count of missing) {
        expect(steps.filter(({ from, to }) => count >= from && count <= to)).toHaveLength(1)
        expect(missingColor(steps, count) === 0).toBe(count === 0)
      }
    }),
  )
})
