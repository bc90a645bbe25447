import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPack } from '../../src/engine/rules/check-pack'
import { type FigureField, type FigureValue, TIERS } from '../../src/model/rule-pack'
import { findFigureProblem } from '../../src/model/rules/check-figure'
import { combinePacks } from '../../src/model/rules/combine-packs'
import { editFigure } from '../../src/model/rules/edit-pack'
import { findShipped } from '../../src/model/rules/shipped-packs'

const gb = findShipped('gb50180-2018')!
const alone = { isTierTold: false, tier_walk_m: gb.tier_walk_m }

test.each<[FigureField, FigureValue, string | null]>([
  ['radius_m', 300, null],
  ['radius_m', null, null],
  ['radius_m', 0, 'not-positive'],
  ['radius_m', -5, 'not-positive'],
  ['radius_m', 2_000_000, 'too-large'],
  ['land_m2', [0, null], null],
  ['land_m2', [-1, 5], 'negative'],
  ['land_m2', [500, 300], 'least-above-most'],
  ['supply', { measure: 'land_m2', at_least: 0, per: 1, group: 'all' }, 'not-positive'],
  ['old_area_factor', 0.7, null],
  ['old_area_factor', 1, null],
  ['old_area_factor', 0, 'not-a-share'],
  ['old_area_factor', 1.2, 'not-a-share'],
  ['tiers', ['5', 'B'], null],
  ['tiers', null, 'no-tier'],
  ['required', false, null],
])('of a class, %s may be %j: %s', (field, value, problem) => {
  expect(findFigureProblem(field, value, alone)?.code ?? null).toBe(problem)
})

test('tiers may be left to another pack, and need a walk', () => {
  expect(findFigureProblem('tiers', null, { ...alone, isTierTold: true })).toBeNull()
  const { B: _none, ...tier_walk_m } = gb.tier_walk_m
  expect(findFigureProblem('tiers', ['5', 'B'], { isTierTold: false, tier_walk_m })).toEqual({
    code: 'no-walk',
    tier: 'B',
  })
})

test('whatever may be typed makes a pack that opens again and can be judged by', () => {
  const amount = fc.double({ min: -10, max: 2e6, noNaN: true })
  const bound = fc.option(amount, { nil: null })
  const anEdit = fc.oneof(
    fc.record({
      field: fc.constantFrom<FigureField>('radius_m', 'width_m', 'old_area_factor'),
      value: bound,
    }),
    fc.record({ field: fc.constant<FigureField>('old_area_factor'), value: fc.double({ min: 0, max: 2 }) }),
    fc.record({ field: fc.constant<FigureField>('land_m2'), value: fc.tuple(amount, bound) }),
    fc.record({ field: fc.constant<FigureField>('tiers'), value: fc.subarray([...TIERS]) }),
  )
  fc.assert(
    fc.property(anEdit, ({ field, value }) => {
      const isRefused = findFigureProblem(field, value, alone) !== null
      const edited = editFigure(gb, 'GREEN_15', field, value)
      const isPack = checkPack(edited).pack !== null
      const isJudgeable = combinePacks({ packs: [edited], old_area: true }).pack !== null
      expect(isRefused || (isPack && isJudgeable)).toBe(true)
      // refused in a file as well, but for sizes only files have
      if (isPack && isJudgeable && isRefused) expect(JSON.stringify(value)).toMatch(/\d{7}/)
    }),
    { numRuns: 300, seed: 4 },
  )
})
