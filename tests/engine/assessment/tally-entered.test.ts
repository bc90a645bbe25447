import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tallyEntered } from '../../../src/engine/assessment/tally-entered'
import type { IndicatorEntry } from '../../../src/model/indicator-entry'
import type { Indicator } from '../../../src/model/rule-pack'
import { SHIPPED_PACKS } from '../../../src/model/rules/shipped-packs'

const all = SHIPPED_PACKS.flatMap(({ indicators = [] }) => indicators)
const indicatorOf = (code: string): Indicator => all.find((each) => each.code === code)!
const PLACES = ['c1', 'c2', 'c3'].map((id) => ({ id }))

function entry(code: string, more: Partial<IndicatorEntry>): IndicatorEntry {
  const { unit } = indicatorOf(code)
  return { code, community: null, value: 0.4, unit, date: '2024-05-01', source: '竣工图', note: '', ...more }
}

const tally = (code: string, entries: readonly IndicatorEntry[], places = PLACES) =>
  tallyEntered(indicatorOf(code), places, entries)

test('nothing entered stays unknown for every community, and says what to bring', () => {
  const elsewhere = [entry('GREEN_BLOCK_NEW', {})]
  expect(tally('GREEN_BLOCK_OLD', elsewhere)).toEqual({
    judged: 'communities',
    met: 0,
    unmet: 0,
    unknown: 3,
    entered: [],
    reasons: [{ code: 'needs-survey' }],
  })
  expect(tally('POP_15', [])).toMatchObject({ unknown: 3, reasons: [{ code: 'needs-plan' }] })
})

test('one value for all is judged as the area; single ones leave the others unknown', () => {
  expect(tally('GREEN_BLOCK_OLD', [entry('GREEN_BLOCK_OLD', { value: 0.35 })])).toMatchObject({
    judged: 'area',
    met: 1,
    unknown: 0,
    reasons: [],
    entered: [{ value: 0.35, source: '竣工图', verdict: 'met' }],
  })
  const two = [
    entry('GREEN_BLOCK_OLD', { community: 'c1', value: 0.35 }),
    entry('GREEN_BLOCK_OLD', { community: 'c3', value: 0.34 }),
  ]
  expect(tally('GREEN_BLOCK_OLD', two)).toMatchObject({
    judged: 'communities',
    met: 1,
    unmet: 1,
    unknown: 1,
    reasons: [{ code: 'needs-survey' }],
  })
})

test('another unit, a missing amount, a community that is gone: unknown, and said', () => {
  expect(tally('GREEN_BLOCK_OLD', [entry('GREEN_BLOCK_OLD', { unit: '%' })])).toMatchObject({
    met: 0,
    unmet: 0,
    unknown: 1,
    reasons: [{ code: 'entry-unit', entries: 1 }],
  })
  expect(tally('GREEN_BLOCK_OLD', [entry('GREEN_BLOCK_OLD', { value: 'met', unit: '' })])).toMatchObject({
    unknown: 1,
    reasons: [{ code: 'entry-finding', entries: 1 }],
  })
  expect(tally('CK08', [entry('CK08', { value: 120, unit: 'm' })])).toMatchObject({
    unknown: 1,
    reasons: [{ code: 'no-amount' }],
  })
  expect(tally('CK09', [entry('CK09', { value: 'unmet', unit: '' })])).toMatchObject({ unmet: 1, unknown: 0 })
  expect(tally('CK09', [entry('CK09', { community: 'gone', value: 'met', unit: '' })])).toMatchObject({
    judged: 'communities',
    met: 0,
    unknown: 3,
    entered: [],
    reasons: [{ code: 'needs-survey' }, { code: 'entry-gone', communities: ['gone'] }],
  })
})

test('no community is met or unmet but by an entry that says so, and what is unknown has a reason', () => {
  const anEntry = fc
    .record({
      code: fc.constantFrom('GREEN_BLOCK_OLD', 'CK09', 'SURFACE_BAYS', 'POP_B'),
      community: fc.constantFrom(null, 'c1', 'c2', 'c3', 'gone'),
      value: fc.oneof(
        fc.double({ min: 0, max: 4000, noNaN: true }),
        fc.constantFrom('met' as const, 'unmet' as const),
      ),
      isOtherUnit: fc.boolean(),
    })
    .map(({ isOtherUnit, ...more }) =>
      entry(more.code, { ...more, ...(isOtherUnit ? { unit: 'furlongs' } : {}) }),
    )
  fc.assert(
    fc.property(
      fc.uniqueArray(anEntry, { maxLength: 8, selector: (each) => `${each.code} ${each.community}` }),
      fc.constantFrom('GREEN_BLOCK_OLD', 'CK09', 'SURFACE_BAYS', 'POP_B'),
      (entries, code) => {
        const told = tally(code, entries)
        const says = (verdict: string) => told.entered.filter((each) => each.verdict === verdict).length
        expect(told.met + told.unmet + told.unknown).toBe(told.judged === 'area' ? 1 : 3)
        expect(told.met).toBeLessThanOrEqual(says('met'))
        expect(told.unmet).toBeLessThanOrEqual(says('unmet'))
        expect(told.entered.every((each) => each.code === code)).toBe(true)
        if (told.unknown > 0) expect(told.reasons).not.toEqual([])
      },
    ),
    { numRuns: 300, seed: 6 },
  )
})
