import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { countBallot } from '../../../src/engine/consent/count-ballot'
import type { Tally } from '../../../src/model/consent'

/** 9,000 m² and 90 owners, of whom so many take part and agree, in hundreds of m² and heads alike. */
function tally(voting: number, yes: number, of = 90): Tally {
  return {
    area_m2: of * 100,
    heads: of,
    voting_area_m2: voting * 100,
    voting_heads: voting,
    yes_area_m2: yes * 100,
    yes_heads: yes,
  }
}

/** Tenths of a square metre, as somebody writes them. */
function m2(tenths: number): number {
  return Number((tenths / 10).toFixed(1))
}

describe('a ballot by art. 278', () => {
  test('two thirds exactly are a quorum, one head fewer is none', () => {
    expect(countBallot('simple', tally(60, 60)).hasQuorum).toBe(true)
    expect(countBallot('simple', tally(59, 59))).toMatchObject({
      hasQuorum: false,
      isCarried: false,
      missing_voting_heads: 1,
      missing_voting_area_m2: expect.closeTo(100, 9),
    })
  })

  test('three quarters exactly carry items 6 to 8', () => {
    expect(countBallot('three-quarters', tally(60, 45)).isCarried).toBe(true)
    expect(countBallot('three-quarters', tally(60, 44))).toMatchObject({
      isCarried: false,
      missing_yes_heads: 1,
      missing_yes_area_m2: 100,
    })
  })

  test('exactly half is not more than half', () => {
    expect(countBallot('simple', tally(60, 30))).toMatchObject({ isCarried: false, missing_yes_heads: 1 })
    expect(countBallot('simple', tally(60, 31)).isCarried).toBe(true)
  })

  test.each([1, 3, 7, 11, 23, 999, 4001, 12_345])(
    'parts of areas with decimals are exact: two thirds, three quarters and half of %i tenths of a square metre',
    (tenths) => {
      const all = { area_m2: m2(6 * tenths), heads: 6, voting_heads: 4, yes_heads: 4 }
      const voting = { ...all, voting_area_m2: m2(4 * tenths) }
      // 0.6 of 0.9 m² take part, say: in floating numbers 3 × 0.6 is less than 2 × 0.9
      expect(countBallot('three-quarters', { ...voting, yes_area_m2: m2(3 * tenths) })).toEqual({
        hasQuorum: true,
        isCarried: true,
        missing_voting_area_m2: 0,
        missing_voting_heads: 0,
        missing_yes_area_m2: 0,
        missing_yes_heads: 0,
      })
      expect(countBallot('three-quarters', { ...voting, yes_area_m2: m2(3 * tenths - 1) })).toMatchObject({
        isCarried: false,
        missing_yes_area_m2: 0.1,
      })
      const short = { ...all, voting_area_m2: m2(4 * tenths - 1), yes_area_m2: m2(4 * tenths - 1) }
      expect(countBallot('simple', short)).toMatchObject({ hasQuorum: false, missing_voting_area_m2: 0.1 })
      expect(countBallot('simple', { ...voting, yes_area_m2: m2(2 * tenths) }).isCarried).toBe(false)
      expect(countBallot('simple', { ...voting, yes_area_m2: m2(2 * tenths + 1) }).isCarried).toBe(true)
    },
  )

  test('where the part of the heads is none of whole people, the next person makes it', () => {
    // 2/3 of 100 are 66.7: 67 take part; 3/4 of 67 are 50.25: 51 agree; half of 67 are 33.5: 34
    const hundred = (voting: number, yes: number) => countBallot('three-quarters', tally(voting, yes, 100))
    expect(hundred(66, 66)).toMatchObject({ hasQuorum: false, missing_voting_heads: 1 })
    expect(hundred(67, 50)).toMatchObject({ hasQuorum: true, isCarried: false, missing_yes_heads: 1 })
    expect(hundred(67, 51).isCarried).toBe(true)
    expect(countBallot('simple', tally(67, 33, 100))).toMatchObject({
      isCarried: false,
      missing_yes_heads: 1,
    })
    expect(countBallot('simple', tally(67, 34, 100)).isCarried).toBe(true)
  })

  test('area and heads both have to be there', () => {
    const few = { ...tally(60, 50), yes_heads: 40 }
    expect(countBallot('three-quarters', few)).toMatchObject({ isCarried: false, missing_yes_area_m2: 0 })
    const small = { ...tally(60, 50), voting_area_m2: 5999, yes_area_m2: 5000 }
    expect(countBallot('three-quarters', small)).toMatchObject({ hasQuorum: false, isCarried: false })
  })

  test('state-owned space needs no ballot; unknown ownership the stricter one; nobody is no quorum', () => {
    expect(countBallot('none', tally(0, 0)).isCarried).toBe(true)
    expect(countBallot('unknown', tally(60, 44)).isCarried).toBe(false)
    expect(countBallot('simple', tally(0, 0, 0))).toMatchObject({ hasQuorum: false, isCarried: false })
  })

  test('a tally that cannot be is refused', () => {
    expect(() => countBallot('simple', { ...tally(60, 45), yes_heads: 61 })).toThrow(RangeError)
    expect(() => countBallot('simple', { ...tally(60, 45), voting_area_m2: NaN })).toThrow(RangeError)
  })

  test('what carries has half of all owners behind it (three quarters), or more than a third (simple)', () => {
    const parts = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)).map((list) => list.sort((a, b) => b - a))
    fc.assert(
      fc.property(parts, parts, (area, heads) => {
        const [area_m2, voting_area_m2, yes_area_m2] = area
        const [all, voting_heads, yes_heads] = heads
        const votes: Tally = { area_m2, heads: all, voting_area_m2, voting_heads, yes_area_m2, yes_heads }
        const strict = countBallot('three-quarters', votes)
        const simple = countBallot('simple', votes)
        if (strict.isCarried) {
          expect(2 * yes_heads).toBeGreaterThanOrEqual(all)
          expect(simple.isCarried).toBe(true)
        }
        if (simple.isCarried) expect(3 * yes_area_m2).toBeGreaterThan(area_m2)
        // whoever is missing would do
        if (strict.hasQuorum && voting_heads > 0 && voting_area_m2 > 0) {
          const heads_then = Math.min(voting_heads, yes_heads + strict.missing_yes_heads)
          const then = { ...votes, yes_heads: heads_then, yes_area_m2: voting_area_m2 }
          expect(countBallot('three-quarters', then).isCarried).toBe(true)
        }
      }),
    )
  })
})
