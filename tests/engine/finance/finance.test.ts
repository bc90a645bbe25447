import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { costPerPerson } from '../../../src/engine/finance/cost-per-person'
import { peopleNewlyServed } from '../../../src/engine/finance/people-newly-served'
import { shareAmongResidents } from '../../../src/engine/finance/share-among-residents'
import { splitFunding } from '../../../src/engine/finance/split-funding'
import type { Comparison } from '../../../src/model/comparison'
import { FUNDING_SOURCES, type FundingEntry } from '../../../src/model/funding'

const entry = (source: FundingEntry['source']) =>
  fc.oneof(
    fc.record({ source: fc.constant(source), yuan: fc.nat(1e9) }),
    fc.record({ source: fc.constant(source), share: fc.nat(10_000).map((part) => part / 10_000) }),
  )

describe('who pays', () => {
  test('amounts stand, shares are of the total, the rest is nobody’s yet', () => {
    expect(
      splitFunding(1_000_001, [
        { source: 'residents', yuan: 100_000 },
        { source: 'district', share: 0.3 },
        { source: 'bonds', share: 0.3 },
      ]),
    ).toEqual({
      total_yuan: 1_000_001,
      // 600,000.6 is due to both together, so 600,001: the odd yuan goes to the earlier source
      parts: [
        { source: 'district', yuan: 300_001 },
        { source: 'bonds', yuan: 300_000 },
        { source: 'residents', yuan: 100_000 },
      ],
      funded_yuan: 700_001,
      remainder_yuan: 300_000,
    })
  })

  test('three thirds of a hundred yuan leave a hundredth; shares that make one leave nothing', () => {
    const thirds: FundingEntry[] = [
      { source: 'central', share: 1 / 3 },
      { source: 'provincial', share: 1 / 3 },
      { source: 'municipal', share: 1 / 3 },
    ]
    // a third is 33.33 % here
    expect(splitFunding(1_000_000, thirds).remainder_yuan).toBe(100)
    const whole = splitFunding(100, [{ source: 'central', share: 0.3334 }, ...thirds.slice(1)])
    expect(whole.remainder_yuan).toBe(0)
    expect(whole.parts.map(({ yuan }) => yuan)).toEqual([34, 33, 33])
  })

  test('more promised than needed is told as such', () => {
    expect(splitFunding(100, [{ source: 'bonds', yuan: 150 }]).remainder_yuan).toBe(-50)
  })

  test('parts and remainder add up to the total; whole shares leave nothing', () => {
    const entries = fc.tuple(...FUNDING_SOURCES.map(entry)).chain((list) => fc.subarray(list))
    fc.assert(
      fc.property(fc.nat(1e10), entries, (total, list) => {
        const { parts, funded_yuan, remainder_yuan } = splitFunding(total, list)
        expect(parts.reduce((sum, { yuan }) => sum + yuan, 0)).toBe(funded_yuan)
        expect(funded_yuan + remainder_yuan).toBe(total)
        const steps = list.map((each) => ('share' in each ? Math.round(each.share * 10_000) : NaN))
        if (steps.reduce((sum, step) => sum + step, 0) === 10_000) expect(remainder_yuan).toBe(0)
      }),
    )
  })
})

describe('谁受益谁出资', () => {
  test('by weights, to the yuan, and per household', () => {
    const shared = shareAmongResidents(1000, 'people', [
      { community: 'a', weight: 200, households: 100 },
      { community: 'b', weight: 100, households: null },
    ])
    expect(shared.shares).toEqual([
      { community: 'a', weight: 200, yuan: 667, yuan_per_household: 6.67 },
      { community: 'b', weight: 100, yuan: 333, yuan_per_household: null },
    ])
    expect(shared).toMatchObject({ isComplete: true, unshared_yuan: 0 })
  })

  test('whose weight is not known is told no amount, and the sharing is not complete', () => {
    const shared = shareAmongResidents(1000, 'floor-area', [
      { community: 'a', weight: null, households: 10 },
      { community: 'b', weight: 5, households: 10 },
    ])
    expect(shared.shares[0]).toMatchObject({ yuan: null, yuan_per_household: null })
    expect(shared.shares[1].yuan).toBe(1000)
    expect(shared.isComplete).toBe(false)
  })

  test('without anybody to share, all of it stays unshared', () => {
    expect(shareAmongResidents(1000, 'people', []).unshared_yuan).toBe(1000)
    const nobody = [{ community: 'a', weight: 0, households: 10 }]
    expect(shareAmongResidents(1000, 'people', nobody)).toMatchObject({
      unshared_yuan: 1000,
      shares: [{ yuan: 0 }],
    })
  })
})

const comparison = {
  classes: [{ required: true }, { required: false }, { required: true }],
  places: [
    { community: 'a', people: 10, gained: [0], lost: [] },
    { community: 'a', people: 5.5, gained: [0, 2], lost: [1] },
    // an optional class, and one gained for another lost
    { community: 'b', people: 7, gained: [1], lost: [] },
    { community: 'c', people: 7, gained: [0], lost: [2] },
    { community: 'd', people: null, gained: [2], lost: [] },
    { community: 'd', people: 3, gained: [2], lost: [] },
  ],
} as unknown as Comparison

test('people newly served count once, for required classes, and where nobody knows how many, nobody does', () => {
  expect([...peopleNewlyServed(comparison)]).toEqual([
    ['a', 15.5],
    ['d', null],
  ])
})

test('a cost each for people there are, none for nobody', () => {
  const sum = { low_yuan: 50, default_yuan: 100, high_yuan: 150, unknown: 0 }
  expect(costPerPerson(sum, 50, 0)).toEqual({
    people: 50,
    uncounted: 0,
    low_yuan: 1,
    default_yuan: 2,
    high_yuan: 3,
  })
  expect(costPerPerson(sum, 0, 2)).toMatchObject({ people: 0, uncounted: 2, default_yuan: null })
})
