import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isFeasible, type JointProblem } from '../../../src/engine/siting/joint-plan'
import { SwapCheck } from '../../../src/engine/siting/swap-check'

const COUNT = 8

const problems = fc.record({
  decisions: fc.array(
    fc.record({ cost: fc.nat(9), site: fc.integer({ min: -1, max: 1 }), area: fc.nat(40) }),
    { minLength: COUNT, maxLength: COUNT },
  ),
  exclusive: fc.array(fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 2, maxLength: 4 }), { maxLength: 3 }),
  required: fc.array(fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
  siteArea: fc.tuple(fc.nat(80), fc.nat(80)),
  budget: fc.nat(40),
})

test('a swap fits just where the changed plan keeps to all it must', () => {
  const seen = { fits: 0, not: 0 }
  fc.assert(
    fc.property(problems, fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 1 }), (drawn, list) => {
      const problem: JointProblem = {
        ...drawn,
        weight: new Float64Array(0),
        covers: [],
        decisions: drawn.decisions.map((each) => ({ ...each, capacity: Infinity, rule: null })),
      }
      const plan = new Set(list)
      const check = new SwapCheck(problem, plan)
      for (const out of plan)
        for (let inside = 0; inside < COUNT; inside++) {
          if (plan.has(inside)) continue
          const changed = new Set([...plan].filter((d) => d !== out).concat(inside))
          const isFine = isFeasible(problem, changed)
          seen[isFine ? 'fits' : 'not']++
          expect(check.fits(out, inside)).toBe(isFine)
        }
    }),
    { numRuns: 500, seed: 7 },
  )
  expect(Math.min(seen.fits, seen.not)).toBeGreaterThan(100)
})
